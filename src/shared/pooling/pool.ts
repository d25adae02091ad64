import { err, ok, type Result } from '../kernel/result';
import { at } from '../statistics';
import type { PoolError } from './errors';
import { i2OfQ, i2OfQInterval, qProfileInterval, qTest, sharesOf } from './heterogeneity';
import { effectBlock, isLevel, predictionInterval, type EffectBlock, type Interval } from './inference';
import { fitAt, interceptModel, type Fit, type Model } from './model';
import { studiesOf, type PoolingRow, type Study } from './rows';
import { estimateOf, estimateTau2, varianceOf, type PoolingMethod } from './tau2';
import { typicalVariance } from './traces';

export type PoolOptions = {
  readonly method: PoolingMethod;
  /** Confidence level of every interval, 0.95 unless said otherwise. */
  readonly level?: number | undefined;
};

/** The normal test; prediction limits null for a common effect and for one study. */
export type NormalBlock = EffectBlock & { readonly piLow: number | null; readonly piHigh: number | null };
/** A t test with `df` degrees of freedom. */
export type StudentBlock = EffectBlock & {
  readonly df: number;
  readonly piLow: number;
  readonly piHigh: number;
};

/**
 * A pooled result. Effects, variances and limits are on the analysis scale; I² in percent. `null` is "not defined".
 * - `tau2` with its standard error and Q-profile interval; `I2CiLow/High` are its limits put through the I² formula.
 * - `I2`, `H2` from tau² (from Q for the common effect); `I2Q` and its test-based interval from Q for every method.
 * - `z` normal, `hk` Hartung-Knapp-Sidik-Jonkman, `hkTruncated` the same never narrower than the weights allow.
 * - `piK1`, `piK2`: prediction limits by t with k-1 and k-2 degrees of freedom around the normal standard error.
 * - `weightsPercent`: the share of each study in the estimate, in the order of `labels`.
 */
export type PoolResult = {
  readonly k: number;
  readonly method: PoolingMethod;
  readonly level: number;
  readonly labels: readonly string[];
  readonly tau2: number;
  readonly tau: number;
  readonly seTau2: number | null;
  readonly tau2CiLow: number | null;
  readonly tau2CiHigh: number | null;
  readonly I2: number;
  readonly H2: number;
  readonly I2CiLow: number | null;
  readonly I2CiHigh: number | null;
  readonly Q: number;
  readonly Qdf: number;
  readonly Qp: number;
  readonly I2Q: number;
  readonly I2QCiLow: number | null;
  readonly I2QCiHigh: number | null;
  readonly z: NormalBlock;
  readonly hk: StudentBlock | null;
  readonly hkTruncated: StudentBlock | null;
  readonly piK1: Interval | null;
  readonly piK2: Interval | null;
  readonly weightsPercent: readonly number[];
};

export const DEFAULT_LEVEL = 0.95;

/**
 * Pools rows by the inverse-variance method with the chosen between-study variance.
 * Errors: `no-studies`, `variance-not-positive`, `level-out-of-range`.
 */
export function pool(rows: readonly PoolingRow[], options: PoolOptions): Result<PoolResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const studies = studiesOf(rows);
  return studies.ok ? ok(poolStudies(studies.value, options.method, level)) : studies;
}

/** Pools studies already checked. */
export function poolStudies(studies: readonly Study[], method: PoolingMethod, level: number): PoolResult {
  const core = poolCore(studies, method);
  const { model, k, common, fit, tau2, estimate, se, scale } = core;
  const single = k === 1;
  const withoutTau = method === 'CE' || single;
  const profile = withoutTau ? null : qProfileInterval(model, level);
  const typical = single ? null : typicalVariance(model, common);
  const i2Limit = (t: number | undefined): number | null =>
    t === undefined || typical === null ? null : sharesOf(t, typical).I2;
  const qInterval = i2OfQInterval(core.Q, k, level);
  const weightSum = fit.weights.reduce((sum, w) => sum + w, 0);

  const student = (factor: number): StudentBlock | null => {
    if (withoutTau) return null;
    const scaled = se * Math.sqrt(factor);
    const prediction = predictionInterval(estimate, scaled, tau2, k - 1, level);
    return {
      ...effectBlock(estimate, scaled, k - 1, level),
      df: k - 1,
      piLow: prediction.low,
      piHigh: prediction.high,
    };
  };
  const normalPrediction = withoutTau ? null : predictionInterval(estimate, se, tau2, null, level);
  return {
    k,
    method,
    level,
    labels: studies.map((study) => study.label),
    tau2,
    tau: Math.sqrt(tau2),
    seTau2: single ? null : core.seTau2,
    tau2CiLow: profile?.low ?? null,
    tau2CiHigh: profile?.high ?? null,
    I2: core.I2,
    H2: core.H2,
    I2CiLow: i2Limit(profile?.low),
    I2CiHigh: i2Limit(profile?.high),
    Q: core.Q,
    Qdf: core.Qdf,
    Qp: core.Qp,
    I2Q: i2OfQ(core.Q, k - 1),
    I2QCiLow: qInterval?.low ?? null,
    I2QCiHigh: qInterval?.high ?? null,
    z: {
      ...effectBlock(estimate, se, null, level),
      piLow: normalPrediction?.low ?? null,
      piHigh: normalPrediction?.high ?? null,
    },
    hk: student(scale),
    hkTruncated: student(Math.max(1, scale)),
    piK1: withoutTau ? null : predictionInterval(estimate, se, tau2, k - 1, level),
    piK2: withoutTau || k < 3 ? null : predictionInterval(estimate, se, tau2, k - 2, level),
    weightsPercent: Array.from(fit.weights, (w) => 100 * (w / weightSum)),
  };
}

/** How the pooled estimate of a row is tested: normal or Hartung-Knapp. */
export const poolingTests = ['z', 'hk'] as const;
export type PoolingTest = (typeof poolingTests)[number];

/** What every analysis of one mean shares, without the costlier intervals of the between-study variance. */
export type PoolCore = {
  readonly model: Model;
  readonly k: number;
  readonly common: Fit;
  readonly fit: Fit;
  readonly tau2: number;
  readonly seTau2: number | null;
  readonly estimate: number;
  /** The standard error of the weights, √(1/Σw). */
  readonly se: number;
  /** The Hartung-Knapp factor Σ w (y - estimate)² / (k - 1); 1 for one study. */
  readonly scale: number;
  readonly Q: number;
  readonly Qdf: number;
  readonly Qp: number;
  readonly I2: number;
  readonly H2: number;
};

export function poolCore(studies: readonly Study[], method: PoolingMethod): PoolCore {
  const model = interceptModel(studies);
  const { k } = model;
  const common = fitAt(model, 0);
  const { tau2, seTau2 } = estimateTau2(model, method);
  const fit = tau2 === 0 ? common : fitAt(model, tau2);
  const test = qTest(residualQ(common), k - 1);
  return {
    model,
    k,
    common,
    fit,
    tau2,
    seTau2,
    estimate: k === 1 ? at(model.y, 0) : estimateOf(fit),
    se: Math.sqrt(varianceOf(fit)),
    scale: hartungKnappFactor(fit, k - 1),
    ...test,
    ...shares(model, common, method, tau2, test.Q),
  };
}

function shares(
  model: Model,
  common: Fit,
  method: PoolingMethod,
  tau2: number,
  q: number,
): { I2: number; H2: number } {
  if (model.k === 1) return { I2: 0, H2: 1 };
  if (method === 'CE') return { I2: i2OfQ(q, model.k - 1), H2: q / (model.k - 1) };
  return sharesOf(tau2, typicalVariance(model, common));
}

/** A weighted residual sum of squares no greater than rounding is none: all effects lie on the fitted line. */
export const residualQ = (fit: Fit): number => (fit.q <= Number.EPSILON ? 0 : fit.q);

/**
 * The factor by which Hartung & Knapp 2001 and Sidik & Jonkman 2002 multiply the variance: the weighted residual mean
 * square. 1 without residual degrees of freedom.
 */
export const hartungKnappFactor = (fit: Fit, df: number): number => (df <= 0 ? 1 : residualQ(fit) / df);

/** The tested estimate of a core. One study has no residual degrees of freedom and is tested by the normal. */
export const testedBlock = (core: PoolCore, test: PoolingTest, level: number): EffectBlock =>
  test === 'hk' && core.k > 1
    ? effectBlock(core.estimate, core.se * Math.sqrt(core.scale), core.k - 1, level)
    : effectBlock(core.estimate, core.se, null, level);
