import { err, ok, type Result } from '../kernel/result';
import { mean, sum } from '../statistics';
import { clustersOf, samplingCovariance } from './clusters';
import type { PoolError } from './errors';
import { isLevel } from './inference';
import { DEFAULT_LEVEL, poolStudies, type PoolResult } from './pool';
import type { PoolingRow } from './rows';
import type { PoolingMethod } from './tau2';

export type AggregateOptions = {
  readonly cluster: string;
  /** The assumed correlation of sampling errors within a cluster, 0..1. */
  readonly rho: number;
  readonly method: PoolingMethod;
  readonly level?: number | undefined;
};

/** One composite effect per cluster. */
export type Composite = {
  readonly cluster: string;
  readonly yi: number;
  readonly vi: number;
  readonly effects: number;
};

export type AggregateResult = { readonly aggregated: readonly Composite[]; readonly pooled: PoolResult };

/**
 * Composite effects per cluster in order of first appearance, all effects weighted alike: their mean, with the
 * variance of a mean of correlated effects (Borenstein et al. 2009, ch. 24).
 * Errors: those of `pool`, `field-missing`, `rho-out-of-range`.
 */
export function aggregate(
  rows: readonly PoolingRow[],
  options: { readonly cluster: string; readonly rho: number },
): Result<readonly Composite[], PoolError> {
  const clusters = clustersOf(rows, options.cluster, options.rho);
  if (!clusters.ok) return clusters;
  return ok(
    clusters.value.map(({ level, studies }) => ({
      cluster: level,
      yi: mean(studies.map((study) => study.yi)),
      vi: sum(samplingCovariance(studies, options.rho).values) / studies.length ** 2,
      effects: studies.length,
    })),
  );
}

/** Composites, pooled as independent studies. Errors: those of `aggregate`, `level-out-of-range`. */
export function aggregateThenPool(
  rows: readonly PoolingRow[],
  options: AggregateOptions,
): Result<AggregateResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const composites = aggregate(rows, options);
  if (!composites.ok) return composites;
  const studies = composites.value.map(({ cluster, yi, vi }, index) => ({
    index,
    label: cluster,
    yi,
    vi,
    fields: {},
  }));
  return ok({ aggregated: composites.value, pooled: poolStudies(studies, options.method, level) });
}
