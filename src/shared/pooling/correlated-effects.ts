import { err, ok, type Result } from '../kernel/result';
import { at, diagonal, mean, sumOver, sumsOfOthers } from '../statistics';
import { clustersOf, type Cluster } from './clusters';
import type { PoolError } from './errors';
import { effectBlock, isLevel, type EffectBlock } from './inference';
import { DEFAULT_LEVEL } from './pool';
import type { PoolingRow } from './rows';
import { cr1, cr2 } from './sandwich';

export type CorrelatedEffectsOptions = {
  readonly cluster: string;
  /** The assumed correlation of sampling errors within a cluster, 0..1; it enters only the between-study variance. */
  readonly rho: number;
  /** With the small-sample corrections of Tipton 2015 (CR2, Satterthwaite), or G/(G-1) and G-1. */
  readonly smallSample?: boolean | undefined;
  readonly level?: number | undefined;
};

export type CorrelatedEffectsResult = EffectBlock & {
  readonly k: number;
  readonly clusters: number;
  readonly df: number;
  readonly tau2: number;
};

/**
 * Robust variance estimation with correlated-effects weights 1/(k_j (mean v_j + tau²)) (Hedges, Tipton & Johnson 2010,
 * formula 15 for tau²). Errors: those of `pool`, `field-missing`, `rho-out-of-range`, `too-few-clusters` below two.
 */
export function correlatedEffects(
  rows: readonly PoolingRow[],
  options: CorrelatedEffectsOptions,
): Result<CorrelatedEffectsResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const read = clustersOf(rows, options.cluster, options.rho);
  if (!read.ok) return read;
  const clusters = read.value.map(summaryOf);
  if (clusters.length < 2) return err({ code: 'too-few-clusters', needed: 2, found: clusters.length });
  const tau2 = betweenStudyVariance(clusters, options.rho);
  const weight = (cluster: Summary): number => 1 / (cluster.size * (cluster.meanVariance + tau2));
  const estimate = weightedMean(clusters, weight);
  const working = clusters.map((cluster) => ({
    residuals: cluster.effects.map((y) => y - estimate),
    covariance: diagonal(cluster.effects.map(() => 1 / weight(cluster))),
  }));
  const { variance, df } = (options.smallSample ?? true) ? cr2(working) : cr1(working);
  return ok({
    k: clusters.reduce((sum, cluster) => sum + cluster.size, 0),
    clusters: clusters.length,
    ...effectBlock(estimate, Math.sqrt(variance), df, level),
    df,
    tau2,
  });
}

type Summary = { readonly effects: Float64Array; readonly size: number; readonly meanVariance: number };

const summaryOf = (cluster: Cluster): Summary => ({
  effects: Float64Array.from(cluster.studies, (study) => study.yi),
  size: cluster.studies.length,
  meanVariance: mean(cluster.studies.map((study) => study.vi)),
});

const total = (clusters: readonly Summary[], term: (cluster: Summary) => number): number =>
  clusters.reduce((sum, cluster) => sum + term(cluster), 0);

function weightedMean(clusters: readonly Summary[], weight: (cluster: Summary) => number): number {
  const top = total(clusters, (c) => weight(c) * c.effects.reduce((sum, y) => sum + y, 0));
  return top / total(clusters, (c) => weight(c) * c.size);
}

/** The moment estimator: the weighted residual sum of squares minus what sampling error alone would give. */
function betweenStudyVariance(clusters: readonly Summary[], rho: number): number {
  const weight = (c: Summary): number => 1 / (c.size * c.meanVariance);
  const centre = weightedMean(clusters, weight);
  const q = total(clusters, (c) => weight(c) * c.effects.reduce((sum, y) => sum + (y - centre) ** 2, 0));
  const meanVariance = 1 / total(clusters, (c) => weight(c) * c.size);
  const sampling =
    clusters.length - meanVariance * total(clusters, (c) => weight(c) * (rho * c.size + 1 - rho));
  const shares = clusters.map((c) => weight(c) * c.size);
  const others = sumsOfOthers(shares.length, (i) => at(shares, i));
  // Σ s - Σ s² / Σ s, taken apart so that a cluster of nearly all the weight leaves it its digits.
  const slope = meanVariance * sumOver(shares.length, (i) => at(shares, i) * at(others, i));
  return Math.max(0, (q - sampling) / slope);
}
