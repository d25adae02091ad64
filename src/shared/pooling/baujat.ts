import { err, ok, type Result } from '../kernel/result';
import type { PoolError } from './errors';
import { poolCore } from './pool';
import { studiesOf, type PoolingRow } from './rows';
import type { PoolingMethod } from './tau2';

/**
 * A study in the plot of Baujat et al. 2002: its squared Pearson residual (what it adds to heterogeneity) against the
 * squared change of the estimate without it over the variance of that estimate.
 */
export type BaujatRow = {
  readonly label: string;
  readonly index: number;
  readonly heterogeneity: number;
  readonly influence: number;
};
export type BaujatResult = { readonly rows: readonly BaujatRow[] };

/** Errors: those of `pool`, `too-few-studies` for one study. */
export function baujat(
  rows: readonly PoolingRow[],
  options: { readonly method: PoolingMethod },
): Result<BaujatResult, PoolError> {
  const read = studiesOf(rows);
  if (!read.ok) return read;
  const studies = read.value;
  if (studies.length < 2) return err({ code: 'too-few-studies', needed: 2, found: studies.length });
  const whole = poolCore(studies, options.method);
  return ok({
    rows: studies.map((study) => {
      const rest = poolCore(
        studies.filter((other) => other !== study),
        options.method,
      );
      return {
        label: study.label,
        index: study.index,
        heterogeneity: (study.yi - whole.estimate) ** 2 / (study.vi + whole.tau2),
        influence: (whole.estimate - rest.estimate) ** 2 / rest.se ** 2,
      };
    }),
  });
}
