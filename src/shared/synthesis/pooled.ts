import { err, ok, type Result } from '../kernel';
import {
  aggregateThenPool,
  correlatedHierarchical,
  pool,
  threeLevel,
  type EffectBlock,
  type PoolError,
  type PoolResult,
  type PoolingMethod,
} from '../pooling';
import type { DependenceHandling, poolingTests } from '../protocol';
import { tQuantile, normalQuantile } from '../statistics';
import type { AnalysedRow } from './analysed-rows';

export type TestName = (typeof poolingTests)[number];

/** How rows become one effect. */
export type Model = {
  readonly method: PoolingMethod;
  readonly test: TestName;
  readonly dependence: DependenceHandling;
  readonly assumedCorrelation: number;
};

/**
 * A pooled effect in the terms results are reported in, whatever model it came from. `handling` is what was really done
 * with several rows of one trial: `none-needed` where no trial has several. I² in percent: `I2` of the fitted
 * between-study variance, `I2Q` from Q, each with its interval where it is defined.
 */
export type Pooled = {
  readonly rows: number;
  readonly trials: number;
  readonly handling: DependenceHandling | 'none-needed';
  readonly method: PoolingMethod;
  readonly test: TestName;
  readonly estimate: number;
  readonly se: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly pval: number;
  /** Degrees of freedom of the t test; null for the normal test. */
  readonly df: number | null;
  readonly prediction: { readonly low: number; readonly high: number; readonly df: number | null } | null;
  readonly tau2: number;
  readonly I2: number;
  readonly I2Interval: { readonly low: number; readonly high: number } | null;
  readonly I2Q: number;
  readonly I2QInterval: { readonly low: number; readonly high: number } | null;
  readonly Q: number;
  readonly Qdf: number;
  readonly Qp: number;
  /** Weights of the rows in order, in percent; null where the model has no weight per row. */
  readonly weights: readonly number[] | null;
};

const trialsOf = (rows: readonly AnalysedRow[]): number => new Set(rows.map(({ row }) => row.studyId)).size;

/** Pools rows by a model. Errors: those of the analyses in `pooling`. */
export function pooledBy(rows: readonly AnalysedRow[], model: Model): Result<Pooled, PoolError> {
  const trials = trialsOf(rows);
  const severalRows = trials < rows.length;
  if (!severalRows) return independent(rows, { ...model, dependence: 'independent' }, 'none-needed');
  switch (model.dependence) {
    case 'independent':
      return independent(rows, model, 'independent');
    case 'aggregate': {
      const result = aggregateThenPool(rows, {
        cluster: 'trial',
        rho: model.assumedCorrelation,
        method: model.method,
      });
      if (!result.ok) return result;
      return ok({
        ...ofPool(result.value.pooled, model),
        rows: rows.length,
        trials,
        handling: 'aggregate',
        weights: null,
      });
    }
    case 'three-level':
    case 'robust':
      return multilevel(rows, trials, model);
  }
}

function independent(
  rows: readonly AnalysedRow[],
  model: Model,
  handling: Pooled['handling'],
): Result<Pooled, PoolError> {
  const result = pool(rows, { method: model.method });
  if (!result.ok) return result;
  return ok({ ...ofPool(result.value, model), rows: rows.length, trials: trialsOf(rows), handling });
}

/** A result of `pool` under the chosen test; the normal one where Hartung-Knapp is not defined. */
function ofPool(
  result: PoolResult,
  model: Pick<Model, 'test'>,
): Omit<Pooled, 'rows' | 'trials' | 'handling'> {
  const student = model.test === 'z' ? null : result[model.test];
  const block: EffectBlock & { piLow: number | null; piHigh: number | null } = student ?? result.z;
  return {
    method: result.method,
    test: student ? model.test : 'z',
    ...effectOf(block),
    df: student?.df ?? null,
    // Two studies do not tell between-study variance from chance well enough to predict a third.
    prediction:
      block.piLow === null || block.piHigh === null || result.k < 3
        ? null
        : { low: block.piLow, high: block.piHigh, df: student?.df ?? null },
    tau2: result.tau2,
    I2: result.I2,
    I2Interval: interval(result.I2CiLow, result.I2CiHigh),
    I2Q: result.I2Q,
    I2QInterval: interval(result.I2QCiLow, result.I2QCiHigh),
    Q: result.Q,
    Qdf: result.Qdf,
    Qp: result.Qp,
    weights: result.weightsPercent,
  };
}

const effectOf = ({ estimate, se, ciLow, ciHigh, pval }: EffectBlock) => ({
  estimate,
  se,
  ciLow,
  ciHigh,
  pval,
});

const interval = (low: number | null, high: number | null) =>
  low === null || high === null ? null : { low, high };

function multilevel(rows: readonly AnalysedRow[], trials: number, model: Model): Result<Pooled, PoolError> {
  if (trials < 2) return err({ code: 'too-few-clusters', needed: 2, found: trials });
  const common = pool(rows, { method: 'CE' });
  if (!common.ok) return common;
  const { Q, Qdf, Qp, I2Q, I2QCiLow, I2QCiHigh } = common.value;
  const shared = {
    rows: rows.length,
    trials,
    handling: model.dependence,
    method: 'REML',
    I2Interval: null,
    I2Q,
    I2QInterval: interval(I2QCiLow, I2QCiHigh),
    Q,
    Qdf,
    Qp,
    weights: null,
  } as const;
  if (model.dependence === 'three-level') {
    const fit = threeLevel(rows, {
      cluster: 'trial',
      effect: 'effect',
      test: model.test === 'z' ? 'z' : 't',
    });
    if (!fit.ok) return fit;
    const { sigma2Cluster, sigma2Effect, df, I2 } = fit.value;
    const tau2 = sigma2Cluster + sigma2Effect;
    return ok({
      ...shared,
      test: df === null ? 'z' : 'hk',
      ...effectOf(fit.value),
      df,
      prediction: predictionOf(fit.value, tau2, df, trials),
      tau2,
      I2,
    });
  }
  const fit = correlatedHierarchical(rows, {
    cluster: 'trial',
    effect: 'effect',
    rho: model.assumedCorrelation,
  });
  if (!fit.ok) return fit;
  const { sigma2Cluster, sigma2Effect, robust } = fit.value;
  const tau2 = sigma2Cluster + sigma2Effect;
  const typical = typicalVariance(rows);
  return ok({
    ...shared,
    test: 'hk',
    ...effectOf(robust),
    df: robust.df,
    prediction: predictionOf(robust, tau2, robust.df, trials),
    tau2,
    I2: tau2 === 0 ? 0 : (100 * tau2) / (tau2 + typical),
  });
}

function predictionOf(
  { estimate, se }: EffectBlock,
  tau2: number,
  df: number | null,
  trials: number,
): Pooled['prediction'] {
  if (trials < 3 || (df !== null && df < 1)) return null;
  const reach = (df === null ? normalQuantile(0.975) : tQuantile(0.975, df)) * Math.sqrt(se ** 2 + tau2);
  return { low: estimate - reach, high: estimate + reach, df };
}

/** The typical sampling variance of Higgins & Thompson 2002: (k-1) Σw / ((Σw)² - Σw²). */
function typicalVariance(rows: readonly AnalysedRow[]): number {
  const weights = rows.map(({ vi }) => 1 / vi);
  const sum = weights.reduce((total, w) => total + w, 0);
  const squares = weights.reduce((total, w) => total + w * w, 0);
  return ((rows.length - 1) * sum) / (sum * sum - squares);
}
