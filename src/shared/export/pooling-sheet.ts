import { z } from '../kernel/schema';

/**
 * The pooling sheet: the one thing that goes from extraction to meta-analysis. Frozen, versioned, complete: whoever has
 * it needs nothing else of the review.
 */
export const poolingSheetFormat = 'concord-pooling-sheet';
export const poolingSheetVersion = 1;

export const PoolingSheetRow = z.object({
  studyId: z.string().describe('Identity of the trial; rows of one trial share it'),
  study: z.string().describe('Label of the trial, usually first author and year'),
  resultId: z.string(),
  domainId: z.string().nullable(),
  domain: z.string().describe('Outcome domain of the protocol'),
  outcome: z.string(),
  instrument: z.string(),
  higherIsBetter: z.boolean().describe('Whether a higher score of the instrument is better for the person'),
  timepoint: z.string(),
  weeks: z.number().nullable().describe('Weeks after randomisation'),
  windowId: z.string().nullable(),
  window: z.string(),
  armT: z.string(),
  armC: z.string(),
  comparator: z.string(),
  shape: z.string().describe('The form in which the report gives the numbers'),
  values: z.record(z.string(), z.number()).describe('The numbers as extracted'),
  estimate: z.number().describe('Effect on the analysis scale; positive favours the intervention'),
  se: z.number().positive(),
  riskOfBias: z
    .record(z.string(), z.string())
    .describe('Judgement per domain (D1 ...) and overall; empty where not rated'),
  characteristics: z.record(z.string(), z.string()),
});
export type PoolingSheetRow = z.infer<typeof PoolingSheetRow>;

export const PoolingSheet = z.object({
  format: z.literal(poolingSheetFormat),
  version: z.literal(poolingSheetVersion),
  review: z.string(),
  protocolVersion: z.number().int(),
  measure: z.string(),
  varianceFormula: z.string(),
  pooling: z.object({ method: z.string(), test: z.string() }),
  rows: z.array(PoolingSheetRow),
  /** Results that could not be turned into an effect, with the code of the reason. */
  leftOut: z.array(z.object({ study: z.string(), instrument: z.string(), code: z.string() })),
});
export type PoolingSheet = z.infer<typeof PoolingSheet>;

/** The published JSON schema of the sheet (draft 2020-12). */
export const poolingSheetJsonSchema = (): unknown => z.toJSONSchema(PoolingSheet);

export const trialsIn = (rows: readonly { readonly studyId: string }[]): number =>
  new Set(rows.map(({ studyId }) => studyId)).size;
