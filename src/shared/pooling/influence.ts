import { err, ok, type Result } from '../kernel/result';
import { at } from '../statistics';
import type { PoolError } from './errors';
import { poolCore } from './pool';
import { studiesOf, type PoolingRow } from './rows';
import type { PoolingMethod } from './tau2';

/**
 * What one study does to the result (Viechtbauer & Cheung 2010):
 * - `rstudent`: its residual from the others' mean over that residual's standard error;
 * - `dffits`: the change of the estimate with and without it, in standard errors of the fitted value;
 * - `cookD`: that change squared over the variance of the estimate; `covRatio`: variance without it over variance with;
 * - `tau2Deleted`, `QDeleted`: heterogeneity without it; `hat` and `weightPercent`: its share of the weight.
 */
export type InfluenceRow = {
  readonly label: string;
  readonly index: number;
  readonly rstudent: number;
  readonly dffits: number;
  readonly cookD: number;
  readonly covRatio: number;
  readonly tau2Deleted: number;
  readonly QDeleted: number;
  readonly hat: number;
  readonly weightPercent: number;
};

export type InfluenceResult = { readonly rows: readonly InfluenceRow[] };

/** The influence of every study, in the order of the rows. Errors: those of `pool`, `too-few-studies` for one study. */
export function influence(
  rows: readonly PoolingRow[],
  options: { readonly method: PoolingMethod },
): Result<InfluenceResult, PoolError> {
  const studies = studiesOf(rows);
  if (!studies.ok) return studies;
  const all = studies.value;
  if (all.length < 2) return err({ code: 'too-few-studies', needed: 2, found: all.length });
  const whole = poolCore(all, options.method);
  const totalWeight = whole.fit.weights.reduce((sum, w) => sum + w, 0);
  return ok({
    rows: all.map((study, i) => {
      const rest = poolCore(
        all.filter((other) => other !== study),
        options.method,
      );
      const hat = at(whole.fit.weights, i) / totalWeight;
      const change = whole.estimate - rest.estimate;
      const deletedVariance = study.vi + rest.tau2;
      return {
        label: study.label,
        index: study.index,
        rstudent: (study.yi - rest.estimate) / Math.sqrt(deletedVariance + rest.se ** 2),
        dffits: change / Math.sqrt(hat * deletedVariance),
        cookD: change ** 2 / whole.se ** 2,
        covRatio: rest.se ** 2 / whole.se ** 2,
        tau2Deleted: rest.tau2,
        QDeleted: rest.Q,
        hat,
        weightPercent: 100 * hat,
      };
    }),
  });
}
