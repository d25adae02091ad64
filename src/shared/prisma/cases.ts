import { z } from '../kernel/schema';
import { err, ok, type Result } from '../kernel/result';
import { deriveFlow } from './derive-flow';
import { brokenInvariants } from './invariants';

const Decision = z.enum(['include', 'maybe', 'exclude']);
const Resolved = z.enum(['include', 'exclude']).nullish();
const Ledger = z.looseObject({
  options: z
    .looseObject({
      flow: z.enum(['v1', 'v2']).optional(),
      updated: z.boolean().optional(),
      metaAnalysis: z.boolean().optional(),
      screenersNeeded: z.number().optional(),
      reasonOrder: z.array(z.string()).optional(),
    })
    .optional(),
  previous: z
    .looseObject({
      studies: z.number(),
      reports: z.number(),
      studiesInMetaAnalysis: z.number().optional(),
      reportsInMetaAnalysis: z.number().optional(),
    })
    .optional(),
  records: z.array(
    z.looseObject({
      id: z.string(),
      n: z.number().optional(),
      stream: z.enum(['databases', 'other']),
      kind: z.string(),
      source: z.string(),
      duplicateOf: z.string().nullish(),
      removed: z.enum(['automation', 'other']).nullish(),
      votes: z.array(Decision).optional(),
      resolved: Resolved,
      screenedBy: z.literal('automation').nullish(),
      report: z.string().nullish(),
    }),
  ),
  reports: z.array(
    z.looseObject({
      id: z.string(),
      retrieval: z.enum(['retrieved', 'not-retrieved']).nullish(),
      votes: z.array(Decision).optional(),
      resolved: Resolved,
      reason: z.union([z.string(), z.array(z.string())]).nullish(),
      studies: z.array(z.string()).optional(),
    }),
  ),
  studies: z.array(
    z.looseObject({
      id: z.string(),
      previous: z.boolean().optional(),
      inMetaAnalysis: z.boolean().optional(),
    }),
  ),
});
const Counts = z.record(z.string(), z.union([z.number(), z.record(z.string(), z.number())]));
const Case = z.looseObject({
  id: z.string(),
  kind: z.string(),
  ledger: z.unknown().optional(),
  boxes: z.unknown().optional(),
  extra: z.unknown().optional(),
});
const CasesFile = z.union([
  z.looseObject({ examples: z.array(Case) }),
  z.looseObject({ cases: z.array(Case) }),
]);

export type FlowAnswer =
  { readonly id: string; readonly got: unknown } | { readonly id: string; readonly error: string };

/** Answers a file of flow examples in the layout of the reference file (`examples` or `cases`). */
export function answerPrismaCases(
  file: unknown,
): Result<
  { readonly cases: readonly FlowAnswer[] },
  { readonly code: 'not-a-cases-file'; readonly detail: string }
> {
  const parsed = CasesFile.safeParse(file);
  if (!parsed.success) return err({ code: 'not-a-cases-file', detail: z.prettifyError(parsed.error) });
  const { data } = parsed;
  const cases = z.array(Case).parse('examples' in data ? data.examples : data['cases']);
  return ok({ cases: cases.map(answerCase) });
}

function answerCase({ id, kind, ledger, boxes, extra }: z.infer<typeof Case>): FlowAnswer {
  if (kind === 'counts') {
    const counts = Counts.safeParse(boxes);
    const footnotes = Counts.safeParse(extra ?? {});
    if (!counts.success || !footnotes.success) return { id, error: 'bad-input' };
    return { id, got: { broken: brokenInvariants(counts.data, footnotes.data) } };
  }
  if (kind !== 'ledger') return { id, error: 'not-supported' };
  const parsed = Ledger.safeParse(ledger);
  if (!parsed.success) return { id, error: 'bad-input' };
  const { behind: _, ...got } = deriveFlow(parsed.data);
  return { id, got };
}
