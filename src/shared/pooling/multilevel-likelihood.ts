import {
  at,
  cholesky,
  choleskySolve,
  entry,
  inverseSymmetric,
  lnDeterminant,
  matrix,
  sumOver,
  type Matrix,
} from '../statistics';
import type { Cluster } from './clusters';

/** Variances between clusters and between effects within a cluster. */
export type Components = { readonly cluster: number; readonly effect: number };

/**
 * The restricted likelihood of y = mean + cluster effect + effect within cluster + sampling error (Konstantopoulos
 * 2011; Harville 1977), one block per cluster.
 */
export type Block = {
  readonly cluster: Cluster;
  readonly y: Float64Array;
  /** Which rows of the block share the effect-within-cluster: 1 where they do. */
  readonly shared: Matrix;
};

/** Blocks of clusters; effects are told apart by the column `effect`, or all differ when a row has no value there. */
export function blocksOf(clusters: readonly Cluster[], effect: string, origin: number): readonly Block[] {
  return clusters.map((cluster) => {
    const levels = cluster.studies.map((study) => study.fields[effect] ?? `row ${study.index}`);
    return {
      cluster,
      y: Float64Array.from(cluster.studies, (study) => study.yi - origin),
      shared: matrix(levels.length, levels.length, (i, j) =>
        String(levels[i]) === String(levels[j]) ? 1 : 0,
      ),
    };
  });
}

/** The marginal covariance of a block. */
export const marginalCovariance = (block: Block, at: Components): Matrix =>
  matrix(
    block.y.length,
    block.y.length,
    (i, j) => entry(block.cluster.sampling, i, j) + at.cluster + at.effect * entry(block.shared, i, j),
  );

/** What the likelihood knows at one point: the mean, its variance, and the log likelihood with all constants. */
export type Likelihood = {
  readonly mean: number;
  readonly variance: number;
  readonly logLik: number;
};

/** Undefined where the covariance is not positive definite. */
export function restrictedLikelihood(
  blocks: readonly Block[],
  components: Components,
): Likelihood | undefined {
  let information = 0;
  let weighted = 0;
  let squares = 0;
  let lnDet = 0;
  let k = 0;
  for (const block of blocks) {
    const factor = cholesky(marginalCovariance(block, components));
    if (factor === undefined) return undefined;
    const n = block.y.length;
    const ones = choleskySolve(factor, new Float64Array(n).fill(1));
    const solved = choleskySolve(factor, block.y);
    for (let i = 0; i < n; i++) {
      information += at(ones, i);
      weighted += at(solved, i);
      squares += at(solved, i) * at(block.y, i);
    }
    lnDet += lnDeterminant(factor);
    k += n;
  }
  const mean = weighted / information;
  const rss = squares - weighted * mean;
  const logLik = -0.5 * ((k - 1) * Math.log(2 * Math.PI) - Math.log(k) + lnDet + Math.log(information) + rss);
  return { mean, variance: 1 / information, logLik };
}

/** The score by both components and the average information (Gilmour, Thompson & Cullis 1995). */
export type Curvature = {
  readonly score: readonly [cluster: number, effect: number];
  readonly information: readonly [clusterCluster: number, clusterEffect: number, effectEffect: number];
};

export function curvature(
  blocks: readonly Block[],
  components: Components,
  mean: number,
): Curvature | undefined {
  let total = 0;
  const trace: [number, number] = [0, 0];
  const leverage: [number, number] = [0, 0];
  const squares: [number, number] = [0, 0];
  const information: [number, number, number] = [0, 0, 0];
  const cross: [number, number] = [0, 0];
  for (const block of blocks) {
    const inverse = inverseSymmetric(marginalCovariance(block, components));
    if (inverse === undefined) return undefined;
    const n = block.y.length;
    const rowOf = (m: Matrix, x: (j: number) => number): Float64Array =>
      Float64Array.from({ length: n }, (_, i) => sumOver(n, (j) => entry(m, i, j) * x(j)));
    const ones = rowOf(inverse, () => 1);
    const e = rowOf(inverse, (j) => at(block.y, j) - mean);
    const sumOnes = sumOver(n, (i) => at(ones, i));
    const sumE = sumOver(n, (i) => at(e, i));
    const sharedE = rowOf(block.shared, (j) => at(e, j));
    const sharedOnes = rowOf(block.shared, (j) => at(ones, j));
    total += sumOnes;
    trace[0] += sumOnes;
    trace[1] += sumOver(n, (i) => sumOver(n, (j) => entry(inverse, i, j) * entry(block.shared, i, j)));
    leverage[0] += sumOnes * sumOnes;
    leverage[1] += sumOver(n, (i) => at(ones, i) * at(sharedOnes, i));
    squares[0] += sumE * sumE;
    squares[1] += sumOver(n, (i) => at(e, i) * at(sharedE, i));
    cross[0] += sumOnes * sumE;
    cross[1] += sumOver(n, (i) => at(ones, i) * at(sharedE, i));
    const solvedShared = rowOf(inverse, (j) => at(sharedE, j));
    information[0] += sumE * sumE * sumOnes;
    information[1] += sumE * sumOver(n, (i) => at(solvedShared, i));
    information[2] += sumOver(n, (i) => at(sharedE, i) * at(solvedShared, i));
  }
  return {
    score: [
      -0.5 * (trace[0] - leverage[0] / total - squares[0]),
      -0.5 * (trace[1] - leverage[1] / total - squares[1]),
    ],
    information: [
      0.5 * (information[0] - cross[0] ** 2 / total),
      0.5 * (information[1] - (cross[0] * cross[1]) / total),
      0.5 * (information[2] - cross[1] ** 2 / total),
    ],
  };
}
