import { err, ok, type Result } from '../kernel/result';
import { matrix, type Matrix } from '../statistics';
import type { PoolError } from './errors';
import { groupsByFirstAppearance, studiesOf, studiesWith, type PoolingRow, type Study } from './rows';

/** The effects of one cluster (a trial, a research group), with the covariance of their sampling errors. */
export type Cluster = {
  readonly level: string;
  readonly studies: readonly Study[];
  readonly sampling: Matrix;
};

/**
 * Studies in clusters by a column, in order of first appearance, sampling errors within a cluster correlated by `rho`
 * (0: independent). Rows without the column are left out. Errors: those of `studiesOf`, `field-missing`,
 * `rho-out-of-range` outside 0..1.
 */
export function clustersOf(
  rows: readonly PoolingRow[],
  cluster: string,
  rho = 0,
): Result<readonly Cluster[], PoolError> {
  if (!(rho >= 0 && rho <= 1)) return err({ code: 'rho-out-of-range', rho });
  const studies = studiesOf(rows);
  if (!studies.ok) return studies;
  const complete = studiesWith(studies.value, [cluster]);
  if (!complete.ok) return complete;
  return ok(
    groupsByFirstAppearance(complete.value, cluster).map((group) => ({
      ...group,
      sampling: samplingCovariance(group.studies, rho),
    })),
  );
}

/** Variances on the diagonal, rho √(vi vj) beside it. */
export function samplingCovariance(studies: readonly { readonly vi: number }[], rho: number): Matrix {
  const variances = studies.map((study) => study.vi);
  return matrix(studies.length, studies.length, (i, j) => {
    const vi = variances[i] ?? Number.NaN;
    return i === j ? vi : rho * Math.sqrt(vi * (variances[j] ?? Number.NaN));
  });
}
