import { assertNever } from '../kernel/assert-never';
import { err, ok, type Result } from '../kernel/result';
import { diagonal } from '../statistics';
import { clustersOf, type Cluster } from './clusters';
import type { PoolError } from './errors';
import { effectBlock, isLevel, type EffectBlock } from './inference';
import { marginalCovariance } from './multilevel-likelihood';
import { DEFAULT_LEVEL, poolCore } from './pool';
import type { PoolingRow } from './rows';
import { cr1, cr2, type WorkingCluster } from './sandwich';
import { fitThreeLevel } from './three-level';

export type ClusterRobustOptions = {
  readonly cluster: string;
  /** The column that tells effects within a cluster apart; used by the three-level base. */
  readonly effect: string;
  /** The model whose mean is kept: random effects (REML) or three-level (REML). */
  readonly base: 'random-effects' | 'three-level';
  /** CR1: times G/(G-1), G-1 degrees of freedom. CR2: bias-reduced, Satterthwaite degrees of freedom. */
  readonly type: 'CR1' | 'CR2';
  readonly level?: number | undefined;
};

/** The mean of the base model with a variance that holds whatever the dependence within clusters. */
export type ClusterRobustResult = EffectBlock & { readonly df: number; readonly clusters: number };

/**
 * A cluster-robust test of a pooled mean (Hedges, Tipton & Johnson 2010; Pustejovsky & Tipton 2018).
 * Errors: those of `pool`, `field-missing`, `too-few-clusters` below two.
 */
export function clusterRobust(
  rows: readonly PoolingRow[],
  options: ClusterRobustOptions,
): Result<ClusterRobustResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const clusters = clustersOf(rows, options.cluster);
  if (!clusters.ok) return clusters;
  const working = workingOf(clusters.value, options);
  return working.ok ? robustTest(working.value, options.type, level) : working;
}

/** A mean and the clusters around it, ready for a sandwich. */
export type WorkingModel = { readonly mean: number; readonly clusters: readonly WorkingCluster[] };

function workingOf(
  clusters: readonly Cluster[],
  options: ClusterRobustOptions,
): Result<WorkingModel, PoolError> {
  switch (options.base) {
    case 'random-effects':
      return ok(randomEffectsModel(clusters));
    case 'three-level':
      return threeLevelModel(clusters, options.effect);
    default:
      return assertNever(options.base, 'base model');
  }
}

function randomEffectsModel(clusters: readonly Cluster[]): WorkingModel {
  const core = poolCore(
    clusters.flatMap((cluster) => cluster.studies),
    'REML',
  );
  return {
    mean: core.estimate,
    clusters: clusters.map(({ studies }) => ({
      residuals: Float64Array.from(studies, (study) => study.yi - core.estimate),
      covariance: diagonal(studies.map((study) => study.vi + core.tau2)),
    })),
  };
}

function threeLevelModel(clusters: readonly Cluster[], effect: string): Result<WorkingModel, PoolError> {
  const fit = fitThreeLevel(clusters, effect);
  if (!fit.ok) return fit;
  const { mean, blocks, components } = fit.value;
  return ok({
    mean,
    clusters: blocks.map((block) => ({
      residuals: Float64Array.from(block.cluster.studies, (study) => study.yi - mean),
      covariance: marginalCovariance(block, components),
    })),
  });
}

function robustTest(
  model: WorkingModel,
  type: 'CR1' | 'CR2',
  level: number,
): Result<ClusterRobustResult, PoolError> {
  const clusters = model.clusters.length;
  if (clusters < 2) return err({ code: 'too-few-clusters', needed: 2, found: clusters });
  const { variance, df } = type === 'CR1' ? cr1(model.clusters) : cr2(model.clusters);
  return ok({ ...effectBlock(model.mean, Math.sqrt(variance), df, level), df, clusters });
}

export type CorrelatedHierarchicalOptions = {
  readonly cluster: string;
  readonly effect: string;
  /** The assumed correlation of sampling errors within a cluster, 0 to below 1. */
  readonly rho: number;
  readonly level?: number | undefined;
};

/** The model's own test (normal) and the robust one (CR2). */
export type CorrelatedHierarchicalResult = {
  readonly k: number;
  readonly clusters: number;
  readonly sigma2Cluster: number;
  readonly sigma2Effect: number;
  readonly model: EffectBlock;
  readonly robust: EffectBlock & { readonly df: number };
};

/**
 * The correlated and hierarchical effects model (Pustejovsky & Tipton 2022): a three-level model with sampling errors
 * correlated by an assumed rho, guarded by a CR2 robust variance.
 * Errors: those of `threeLevel`, `too-few-clusters`, `rho-out-of-range`.
 */
export function correlatedHierarchical(
  rows: readonly PoolingRow[],
  options: CorrelatedHierarchicalOptions,
): Result<CorrelatedHierarchicalResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  if (options.rho >= 1) return err({ code: 'rho-out-of-range', rho: options.rho });
  const clusters = clustersOf(rows, options.cluster, options.rho);
  if (!clusters.ok) return clusters;
  const fit = fitThreeLevel(clusters.value, options.effect);
  if (!fit.ok) return fit;
  const { mean, blocks, components, likelihood, studies } = fit.value;
  const working = blocks.map((block) => ({
    residuals: Float64Array.from(block.cluster.studies, (study) => study.yi - mean),
    covariance: marginalCovariance(block, components),
  }));
  const robust = robustTest({ mean, clusters: working }, 'CR2', level);
  if (!robust.ok) return robust;
  return ok({
    k: studies.length,
    clusters: blocks.length,
    sigma2Cluster: components.cluster,
    sigma2Effect: components.effect,
    model: effectBlock(mean, Math.sqrt(likelihood.variance), null, level),
    robust: robust.value,
  });
}
