import { normalTwoSidedP } from './distributions';
import { at, type Vector } from './vector';

/** Rank correlation: `tau` (tau-b where there are ties), its two-sided p-value, and whether that p is exact. */
export type KendallResult = {
  readonly tau: number;
  readonly pval: number;
  readonly exact: boolean;
};

/** Beyond this many pairs of values the exact distribution is no different from the normal one, only slower. */
const MOST_FOR_EXACT = 400;

/**
 * Kendall's rank correlation (1938). Without ties the p-value comes from the exact null distribution; with ties from
 * the normal approximation with the tie-corrected variance and no continuity correction (Kendall 1970, ch. 4).
 * Two vectors of one length, at least 2; tau is NaN when either is constant.
 */
export function kendall(x: Vector, y: Vector): KendallResult {
  const n = x.length;
  let concordance = 0;
  let tiedX = 0;
  let tiedY = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < i; j++) {
      const dx = Math.sign(at(x, i) - at(x, j));
      const dy = Math.sign(at(y, i) - at(y, j));
      concordance += dx * dy;
      if (dx === 0) tiedX++;
      if (dy === 0) tiedY++;
    }
  }
  const pairs = (n * (n - 1)) / 2;
  const tau = concordance / Math.sqrt((pairs - tiedX) * (pairs - tiedY));
  if (tiedX === 0 && tiedY === 0 && n <= MOST_FOR_EXACT) {
    const concordant = (pairs + concordance) / 2;
    return { tau, pval: kendallExactP(concordant, n), exact: true };
  }
  const z = concordance / Math.sqrt(varianceWithTies(n, tieSizes(x), tieSizes(y)));
  return { tau, pval: normalTwoSidedP(z), exact: false };
}

/**
 * Two-sided exact p-value of `concordant` concordant pairs among n untied observations: twice the smaller tail of the
 * distribution of inversions of a random permutation, at most 1.
 */
export function kendallExactP(concordant: number, n: number): number {
  const probabilities = inversionProbabilities(n);
  let lower = 0;
  let upper = 0;
  probabilities.forEach((probability, count) => {
    if (count <= concordant) lower += probability;
    if (count >= concordant) upper += probability;
  });
  return Math.min(1, 2 * Math.min(lower, upper));
}

/** P(a random permutation of n has i inversions), by adding one element at a time with a running window. */
function inversionProbabilities(n: number): Float64Array {
  let current = Float64Array.of(1);
  for (let size = 2; size <= n; size++) {
    const next = new Float64Array((size * (size - 1)) / 2 + 1);
    let window = 0;
    for (let i = 0; i < next.length; i++) {
      if (i < current.length) window += at(current, i);
      if (i >= size) window -= at(current, i - size);
      next[i] = Math.max(0, window) / size;
    }
    current = mirrored(next);
  }
  return current;
}

/** The distribution is symmetric: its second half is copied from the first, where the running window is exact. */
function mirrored(probabilities: Float64Array): Float64Array<ArrayBuffer> {
  const out = Float64Array.from(probabilities);
  for (let i = 0; i < out.length >> 1; i++) out[out.length - 1 - i] = at(out, i);
  return out;
}

function tieSizes(values: Vector): number[] {
  const counts = new Map<number, number>();
  for (let i = 0; i < values.length; i++) counts.set(at(values, i), (counts.get(at(values, i)) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}

function varianceWithTies(n: number, tiesX: readonly number[], tiesY: readonly number[]): number {
  const total = (ties: readonly number[], term: (t: number) => number): number =>
    ties.reduce((sum, t) => sum + term(t), 0);
  const spread = (t: number): number => t * (t - 1) * (2 * t + 5);
  const pairs = (t: number): number => t * (t - 1);
  const triples = (t: number): number => t * (t - 1) * (t - 2);
  const main = (spread(n) - total(tiesX, spread) - total(tiesY, spread)) / 18;
  const pairPart = (total(tiesX, pairs) * total(tiesY, pairs)) / (2 * n * (n - 1));
  const triplePart =
    n > 2 ? (total(tiesX, triples) * total(tiesY, triples)) / (9 * n * (n - 1) * (n - 2)) : 0;
  return main + pairPart + triplePart;
}
