import {
  apply,
  at,
  cholesky,
  choleskySolve,
  dot,
  entry,
  matrix,
  multiply,
  quadraticForm,
  sum,
  symmetricPower,
  transpose,
  type Matrix,
} from '../statistics';

/** A cluster as a robust variance sees it: residuals from the mean and the working covariance of its effects. */
export type WorkingCluster = { readonly residuals: Float64Array; readonly covariance: Matrix };

/** A robust variance of a mean, with the degrees of freedom of its t test. */
export type RobustVariance = { readonly variance: number; readonly df: number };

/** The weight of every effect in the mean, before scaling: the solution of Ω w = 1. */
function weightsOf(cluster: WorkingCluster): Float64Array {
  const factor = cholesky(cluster.covariance);
  if (factor === undefined) throw new Error('A working covariance must be positive definite');
  return choleskySolve(factor, new Float64Array(cluster.residuals.length).fill(1));
}

/** Cluster-robust variance times G/(G-1), df G-1 (CR1; Liang & Zeger 1986 with the usual small-sample factor). */
export function cr1(clusters: readonly WorkingCluster[]): RobustVariance {
  const weights = clusters.map(weightsOf);
  const total = weights.reduce((all, own) => all + sum(own), 0);
  const squares = clusters.reduce(
    (all, cluster, j) => all + dot(weights[j] ?? [], cluster.residuals) ** 2,
    0,
  );
  const g = clusters.length;
  return { variance: (squares / total ** 2) * (g / (g - 1)), df: g - 1 };
}

/**
 * The bias-reduced cluster-robust variance CR2 (Bell & McCaffrey 2002; Pustejovsky & Tipton 2018) of a mean whose
 * weights are the inverse of the working covariance, with Satterthwaite's degrees of freedom: exact when the working
 * covariance is the true one.
 */
export function cr2(clusters: readonly WorkingCluster[]): RobustVariance {
  const weights = clusters.map(weightsOf);
  const meanVariance = 1 / weights.reduce((all, own) => all + sum(own), 0);
  const adjusted = clusters.map((cluster, j) => {
    const own = weights[j] ?? new Float64Array(0);
    const share = adjustment(cluster.covariance, meanVariance);
    return apply(share, own).map((x) => x * meanVariance);
  });
  const variance = clusters.reduce(
    (all, cluster, j) => all + dot(adjusted[j] ?? [], cluster.residuals) ** 2,
    0,
  );

  // The residuals' covariance between clusters i and j is δ Ω - 1 1' · var(mean).
  const sums = adjusted.map((values) => sum(values));
  const own = clusters.map((cluster, j) => quadraticForm(cluster.covariance, adjusted[j] ?? []));
  let trace = 0;
  let squares = 0;
  for (let i = 0; i < clusters.length; i++) {
    for (let j = 0; j < clusters.length; j++) {
      const covariance = (i === j ? at(own, i) : 0) - at(sums, i) * at(sums, j) * meanVariance;
      squares += covariance ** 2;
      if (i === j) trace += covariance;
    }
  }
  return { variance, df: trace ** 2 / squares };
}

/** D' B^{-1/2} D with Ω = D'D and B = D (Ω - 1 1' var(mean)) D', the pseudo-inverse root where B has no full rank. */
function adjustment(covariance: Matrix, meanVariance: number): Matrix {
  const lower = cholesky(covariance);
  if (lower === undefined) throw new Error('A working covariance must be positive definite');
  const upper = transpose(lower);
  const residual = matrix(covariance.rows, covariance.rows, (i, j) => entry(covariance, i, j) - meanVariance);
  const inner = multiply(multiply(upper, residual), lower);
  return multiply(multiply(lower, symmetricPower(inner, -0.5, 1e-18)), upper);
}
