import { z } from '../kernel/schema';
import { CorrectionChange } from '../checks';
import { AnalysisPlan, CodeGroup } from '../protocol';
import { NotPoolableReason } from '../studies';

/**
 * The pooling sheet: the one thing that goes from extraction to meta-analysis. Frozen, versioned, complete: whoever has
 * it needs nothing else of the review.
 */
export const poolingSheetFormat = 'concord-pooling-sheet';
export const poolingSheetVersion = 1;

export const PoolingSheetRow = z.object({
  studyId: z.string().describe('Identity of the trial; rows of one trial share it'),
  study: z.string().describe('Label of the trial, usually first author and year'),
  resultId: z.string().describe('Identity of the result within the trial'),
  domainId: z.string().nullable().describe('Outcome domain of the protocol, by its id'),
  domain: z.string().describe('Outcome domain of the protocol'),
  outcome: z.string().describe('What exactly was measured'),
  instrument: z.string().describe('Instrument as named in the report'),
  higherIsBetter: z.boolean().describe('Whether a higher score of the instrument is better for the person'),
  timepoint: z.string().describe('When it was measured, as in the report'),
  weeks: z.number().nullable().describe('Weeks after randomisation'),
  windowId: z.string().nullable().describe('Time window of the protocol, by its id'),
  window: z.string().describe('Time window of the protocol'),
  armT: z.string().describe('Intervention arm'),
  armC: z.string().describe('Comparator arm'),
  comparator: z.string().describe('Kind of comparator of the protocol'),
  shape: z.string().describe('The form in which the report gives the numbers'),
  values: z.record(z.string(), z.number()).describe('The numbers as extracted'),
  estimate: z.number().describe('Effect on the analysis scale; positive favours the intervention'),
  se: z.number().positive().describe('Standard error of the estimate'),
  riskOfBias: z
    .record(z.string(), z.string())
    .describe('Judgement per domain (D1 ...) and overall; empty where not rated'),
  characteristics: z.record(z.string(), z.string()),
  places: z
    .record(z.string(), z.object({ page: z.string().optional(), quote: z.string().optional() }))
    .optional()
    .describe('Where each number stands in the report, by the names of values'),
  imputed: z.boolean().optional().describe('A number was assumed rather than reported'),
  designEffect: z
    .number()
    .optional()
    .describe('What the variance was multiplied by because people came in clusters'),
  sharedArm: z
    .enum(['split', 'combined'])
    .optional()
    .describe('What was done so that people of an arm in several comparisons count once'),
  composedOf: z
    .array(z.object({ instrument: z.string(), estimate: z.number(), se: z.number() }))
    .optional()
    .describe('The instruments whose mean this row is'),
});
export type PoolingSheetRow = z.infer<typeof PoolingSheetRow>;

/** A row read another way than it was extracted, and why. Results are then shown both ways. */
export const SheetCorrection = z.object({
  resultId: z.string().max(200),
  studyId: z.string().max(200),
  change: CorrectionChange,
  reason: z.string().min(1).max(2_000),
  /** The check that found it. */
  check: z.string().max(80).optional(),
  by: z.string().max(200).optional(),
  at: z.string().max(40).optional(),
});
export type SheetCorrection = z.infer<typeof SheetCorrection>;

/** Something that looked wrong in the sheet, and what the team made of it. */
export const SheetAlarm = z.object({
  check: z.string().max(80).describe('Name of the check; see docs/checks.md'),
  severity: z.enum(['error', 'warning', 'note']),
  studyId: z.string().max(200).describe('Empty where the whole sheet is meant'),
  study: z.string().max(500),
  resultId: z.string().max(200),
  detail: z.record(z.string(), z.union([z.string(), z.number()])).describe('The numbers it rests on'),
  state: z
    .enum(['outstanding', 'stands', 'corrected', 'noted'])
    .describe('Nobody answered; checked and right; read differently in corrections; for information only'),
  reason: z.string().max(2_000).optional(),
  by: z.string().max(200).optional(),
  at: z.string().max(40).optional(),
});
export type SheetAlarm = z.infer<typeof SheetAlarm>;

/** From which state of the review the sheet was made. */
export const SheetProvenance = z.object({
  dataVersion: z.string().max(80).describe('Id of the newest event the sheet rests on'),
  sheetVersion: z.number().int().min(1).optional().describe('Number of the frozen version; absent before'),
  settled: z
    .array(
      z.object({
        studyId: z.string().max(200),
        method: z.string().max(40).describe('consensus, adjudication, single-coder or sheet'),
        by: z.string().max(200).describe('Who made the extraction final'),
        at: z.string().max(40),
        coders: z.array(z.string().max(200)).describe('Who extracted'),
      }),
    )
    .describe('Who reconciled each study'),
});
export type SheetProvenance = z.infer<typeof SheetProvenance>;

/** A passage of a report under a code of the protocol's codebook. */
export const SheetCoding = z.object({
  studyId: z.string().max(200),
  study: z.string().max(500),
  codeId: z.string().max(80),
  quote: z.string().max(5_000),
  page: z.string().max(40).optional(),
});
export type SheetCoding = z.infer<typeof SheetCoding>;

/** What the protocol planned, so that the sheet needs no review beside it. */
export const SheetPlan = z.object({
  plan: AnalysisPlan,
  /** False where the protocol states no plan and the usual one stands in. */
  stated: z.boolean(),
  predictionInterval: z.boolean(),
  domains: z.array(z.object({ id: z.string(), label: z.string() })),
  windows: z.array(z.object({ id: z.string(), label: z.string() })),
  codebook: z.array(CodeGroup),
});
export type SheetPlan = z.infer<typeof SheetPlan>;

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
  notChosen: z
    .array(
      z.object({
        study: z.string(),
        studyId: z.string(),
        resultId: z.string(),
        instrument: z.string(),
        timepoint: z.string(),
        why: z.string().describe('The rule that chose another result, or by-hand'),
        insteadOf: z.string().optional().describe('The result used in its place'),
        reason: z.string().optional(),
      }),
    )
    .optional()
    .describe('Results that give an effect and are not used, by the rule of the protocol or by hand'),
  notPoolable: z
    .array(
      z.object({
        studyId: z.string().max(200),
        study: z.string().max(500),
        reason: NotPoolableReason,
        note: z.string().max(5_000),
        by: z.string().max(200).describe('Who said so'),
        at: z.string().max(40),
        characteristics: z.record(z.string(), z.string()),
        interventions: z.array(z.string()),
        comparators: z.array(z.string()),
        outcomes: z.array(z.string()).describe('Extracted and not pooled: outcome, instrument, time'),
      }),
    )
    .optional()
    .describe('Eligible studies of the review that cannot be pooled, for the narrative synthesis'),
  planned: SheetPlan.optional(),
  corrections: z.array(SheetCorrection).optional(),
  codings: z.array(SheetCoding).optional(),
  checks: z.array(SheetAlarm).optional(),
  provenance: SheetProvenance.optional(),
});
export type PoolingSheet = z.infer<typeof PoolingSheet>;

/** The published JSON schema of the sheet (draft 2020-12). */
export const poolingSheetJsonSchema = (): unknown => z.toJSONSchema(PoolingSheet);

export const trialsIn = (rows: readonly { readonly studyId: string }[]): number =>
  new Set(rows.map(({ studyId }) => studyId)).size;
