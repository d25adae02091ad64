import { err, ok, type Result } from '../kernel/result';
import { at, entry } from '../statistics';
import type { PoolError } from './errors';
import { effectBlock, isLevel } from './inference';
import { regress } from './meta-regression';
import { coefficientsOf, covarianceOf, fitAt, modelOf, type Column } from './model';
import { DEFAULT_LEVEL } from './pool';
import { studiesOf, studiesWith, type PoolingRow, type Study } from './rows';
import type { PoolingMethod } from './tau2';

/** What stands for a study's size: its standard error, variance, n, 1/n or 1/√n. */
export const eggerPredictors = ['sei', 'vi', 'ni', 'ninv', 'sqrtninv'] as const;
export type EggerPredictor = (typeof eggerPredictors)[number];

export type EggerOptions = {
  /** `classical`: weights 1/v with a multiplicative error (Egger et al. 1997). `mixed`: meta-regression (Sterne & Egger 2005). */
  readonly model: 'classical' | 'mixed';
  readonly predictor: EggerPredictor;
  /** Between-study variance of the mixed model, REML unless said otherwise. */
  readonly method?: PoolingMethod | undefined;
  /** The columns that add up to a study's n; needed by the predictors made of n. */
  readonly totalN?: readonly string[] | undefined;
  readonly level?: number | undefined;
};

/**
 * The regression of effects on study size. `slope` is the coefficient of the predictor (with `sei` Egger's bias) with
 * its test; t with `df` in the classical model, normal (`df` null) in the mixed one. `limitEstimate` is the intercept:
 * the effect of a study without sampling error; null for `ni`, where 0 is no such study.
 */
export type EggerResult = {
  readonly k: number;
  readonly slope: number;
  readonly slopeSe: number;
  readonly statistic: number | null;
  readonly df: number | null;
  readonly pval: number;
  readonly limitEstimate: number | null;
  readonly limitCiLow: number | null;
  readonly limitCiHigh: number | null;
};

/**
 * Egger's regression test for small-study effects. With fewer than ten studies it says little, and nothing can be said
 * with fewer than three. Errors: those of `pool`, `too-few-studies`, `field-missing` (no n), `predictor-constant`
 * when all studies have one size, `effects-equal`, and `size-not-positive` when a predictor made of n has none to use.
 */
export function eggerTest(
  rows: readonly PoolingRow[],
  options: EggerOptions,
): Result<EggerResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const read = studiesOf(rows);
  if (!read.ok) return read;
  const needsN = options.predictor !== 'sei' && options.predictor !== 'vi';
  if (needsN && !options.totalN?.length) return err({ code: 'field-missing', field: 'n' });
  const complete = studiesWith(read.value, needsN ? (options.totalN ?? []) : []);
  if (!complete.ok) return complete;
  const studies = complete.value;
  if (studies.length < 3) return err({ code: 'too-few-studies', needed: 3, found: studies.length });
  const [first, ...others] = studies;
  if (others.every((study) => study.yi === first?.yi)) return err({ code: 'effects-equal' });
  const empty = needsN && studies.find((study) => !(sizeOf(study, 'ni', options.totalN ?? []) > 0));
  if (empty) return err({ code: 'size-not-positive', label: empty.label });
  const column: Column = {
    term: options.predictor,
    values: studies.map((study) => sizeOf(study, options.predictor, options.totalN ?? [])),
  };
  const fitted =
    options.model === 'classical'
      ? classical(studies, column, level)
      : mixed(studies, column, options.method, level);
  if (!fitted.ok) {
    return fitted.error.code === 'moderators-collinear' ? err({ code: 'predictor-constant' }) : fitted;
  }
  const { slope, limit, df } = fitted.value;
  const withLimit = options.predictor !== 'ni';
  return ok({
    k: studies.length,
    slope: slope.estimate,
    slopeSe: slope.se,
    statistic: slope.statistic,
    df,
    pval: slope.pval,
    limitEstimate: withLimit ? limit.estimate : null,
    limitCiLow: withLimit ? limit.ciLow : null,
    limitCiHigh: withLimit ? limit.ciHigh : null,
  });
}

type Line = {
  readonly slope: ReturnType<typeof effectBlock>;
  readonly limit: ReturnType<typeof effectBlock>;
  readonly df: number | null;
};

function sizeOf(study: Study, predictor: EggerPredictor, totalN: readonly string[]): number {
  const n = totalN.reduce((sum, field) => sum + Number(study.fields[field]), 0);
  switch (predictor) {
    case 'sei':
      return Math.sqrt(study.vi);
    case 'vi':
      return study.vi;
    case 'ni':
      return n;
    case 'ninv':
      return 1 / n;
    case 'sqrtninv':
      return 1 / Math.sqrt(n);
  }
}

function classical(studies: readonly Study[], column: Column, level: number): Result<Line, PoolError> {
  const built = modelOf(studies, [{ term: 'intercept', values: studies.map(() => 1) }, column]);
  if (!built.ok) return built;
  const model = built.value;
  const fit = fitAt(model, 0);
  const df = model.k - 2;
  const dispersion = fit.q / df;
  const estimates = coefficientsOf(model, fit);
  const covariance = covarianceOf(model, fit);
  const block = (i: number): ReturnType<typeof effectBlock> =>
    effectBlock(at(estimates, i), Math.sqrt(dispersion * entry(covariance, i, i)), df, level);
  return ok({ limit: block(0), slope: block(1), df });
}

function mixed(
  studies: readonly Study[],
  column: Column,
  method: PoolingMethod | undefined,
  level: number,
): Result<Line, PoolError> {
  const result = regress(studies, [column], { method: method ?? 'REML', level });
  if (!result.ok) return result;
  const [limit, slope] = result.value.coefficients;
  if (limit === undefined || slope === undefined)
    throw new Error('A regression on one column has two coefficients');
  return ok({ limit, slope, df: null });
}
