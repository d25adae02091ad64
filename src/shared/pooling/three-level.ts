import { err, ok, type Result } from '../kernel/result';
import { mean, sumOver, at } from '../statistics';
import { clustersOf, type Cluster } from './clusters';
import type { PoolError } from './errors';
import { qTest } from './heterogeneity';
import { effectBlock, isLevel, type EffectBlock } from './inference';
import { fitAt, interceptModel } from './model';
import { blocksOf, type Block, type Components, type Likelihood } from './multilevel-likelihood';
import { highestLikelihood } from './multilevel-search';
import { DEFAULT_LEVEL, residualQ } from './pool';
import type { PoolingRow, Study } from './rows';
import { typicalVariance } from './traces';

export type ThreeLevelOptions = {
  /** The column that tells clusters apart (the trial). */
  readonly cluster: string;
  /** The column that tells effects within a cluster apart. */
  readonly effect: string;
  /** Normal, or t with k - 1 degrees of freedom. */
  readonly test?: 'z' | 't' | undefined;
  readonly level?: number | undefined;
};

/**
 * The mean of dependent effects. `sigma2Cluster` and `sigma2Effect` are the variances between clusters and between
 * effects within a cluster, `icc` the first's share of both (null when both are 0). I² in percent, in two parts.
 */
export type ThreeLevelResult = EffectBlock & {
  readonly k: number;
  readonly clusters: number;
  readonly sigma2Cluster: number;
  readonly sigma2Effect: number;
  readonly df: number | null;
  readonly Q: number;
  readonly Qp: number;
  readonly logLik: number;
  readonly icc: number | null;
  readonly I2: number;
  readonly I2Cluster: number;
  readonly I2Effect: number;
};

/**
 * The three-level model with random effects for clusters and for effects within them, by REML (Konstantopoulos 2011;
 * Cheung 2014 for the parts of I²). Errors: those of `pool`, `field-missing`, `too-few-studies` below two.
 */
export function threeLevel(
  rows: readonly PoolingRow[],
  options: ThreeLevelOptions,
): Result<ThreeLevelResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const clusters = clustersOf(rows, options.cluster);
  if (!clusters.ok) return clusters;
  const fit = fitThreeLevel(clusters.value, options.effect);
  if (!fit.ok) return fit;
  const { studies, components, mean: estimate, likelihood } = fit.value;
  const k = studies.length;
  const model = interceptModel(studies);
  const common = fitAt(model, 0);
  const test = qTest(residualQ(common), k - 1);
  const total = components.cluster + components.effect;
  const whole = total + typicalVariance(model, common);
  const df = options.test === 't' ? k - 1 : null;
  return ok({
    k,
    clusters: clusters.value.length,
    sigma2Cluster: components.cluster,
    sigma2Effect: components.effect,
    ...effectBlock(estimate, Math.sqrt(likelihood.variance), df, level),
    df,
    Q: test.Q,
    Qp: test.Qp,
    logLik: likelihood.logLik,
    icc: total === 0 ? null : components.cluster / total,
    I2: (100 * total) / whole,
    I2Cluster: (100 * components.cluster) / whole,
    I2Effect: (100 * components.effect) / whole,
  });
}

/** A fitted three-level model: the mean on the analysis scale, and the blocks its covariance is made of. */
export type ThreeLevelFit = {
  readonly studies: readonly Study[];
  readonly blocks: readonly Block[];
  readonly components: Components;
  readonly mean: number;
  readonly likelihood: Likelihood;
};

/** Fits the variances to clusters. Errors: `too-few-studies`, `covariance-not-positive`. */
export function fitThreeLevel(
  clusters: readonly Cluster[],
  effect: string,
): Result<ThreeLevelFit, PoolError> {
  const studies = clusters.flatMap((cluster) => cluster.studies);
  if (studies.length < 2) return err({ code: 'too-few-studies', needed: 2, found: studies.length });
  const effects = studies.map((study) => study.yi);
  // Far from zero the likelihood would lose digits: it is taken around the mean of the effects.
  const origin = mean(effects);
  const spread = sumOver(effects.length, (i) => (at(effects, i) - origin) ** 2) / (effects.length - 1);
  const scale = Math.max(spread, 1e-6 * mean(studies.map((study) => study.vi)));
  const blocks = blocksOf(clusters, effect, origin);
  const found = highestLikelihood(blocks, scale);
  if (found === undefined) return err({ code: 'covariance-not-positive' });
  return ok({
    studies,
    blocks,
    components: found.components,
    mean: found.likelihood.mean + origin,
    likelihood: found.likelihood,
  });
}
