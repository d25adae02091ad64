import { z } from '../kernel/schema';
import { err, ok, type Result } from '../kernel/result';
import { computeEffect } from './shapes';

const CasesFile = z.looseObject({
  cases: z.array(
    z.looseObject({
      id: z.string(),
      shape: z.string(),
      input: z.record(z.string(), z.unknown()),
      options: z.record(z.string(), z.unknown()).optional(),
    }),
  ),
});

export type EffectAnswer =
  { readonly id: string; readonly got: unknown } | { readonly id: string; readonly error: string };

/** Answers a file of cases in the layout of the reference values: for each case the effect or the code of its error. */
export function answerEffectCases(
  file: unknown,
): Result<
  { readonly cases: readonly EffectAnswer[] },
  { readonly code: 'not-a-cases-file'; readonly detail: string }
> {
  const parsed = CasesFile.safeParse(file);
  if (!parsed.success) return err({ code: 'not-a-cases-file', detail: z.prettifyError(parsed.error) });
  return ok({
    cases: parsed.data.cases.map(({ id, shape, input, options }) => {
      const effect = computeEffect(shape, input, options);
      return effect.ok ? { id, got: effect.value } : { id, error: effect.error.code };
    }),
  });
}
