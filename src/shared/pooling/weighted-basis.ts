import { at, matrix, type Matrix } from '../statistics';

/**
 * The columns of √W Z made orthonormal: √W Z = Q R, Q as `q` (k rows of p), R upper triangular with the inverse
 * `rInverse`. `lnDeterminant` is that of Z'WZ.
 */
export type WeightedBasis = {
  readonly q: Float64Array;
  readonly rInverse: Matrix;
  readonly lnDeterminant: number;
};

/**
 * The basis by modified Gram-Schmidt, every column swept twice: that keeps its digits also when one study weighs
 * billions of times as much as the others, where the normal equations Z'WZ lose them (Björck 1996, §2.4). `z` holds k
 * rows of p columns.
 */
export function weightedBasis(z: Float64Array, weights: Float64Array, p: number): WeightedBasis {
  const k = weights.length;
  const q = new Float64Array(k * p);
  const r = new Float64Array(p * p);
  let lnDeterminant = 0;
  for (let j = 0; j < p; j++) {
    for (let i = 0; i < k; i++) q[i * p + j] = Math.sqrt(at(weights, i)) * at(z, i * p + j);
    for (let sweep = 0; sweep < 2; sweep++) {
      for (let earlier = 0; earlier < j; earlier++) {
        let share = 0;
        for (let i = 0; i < k; i++) share += at(q, i * p + earlier) * at(q, i * p + j);
        for (let i = 0; i < k; i++) q[i * p + j] = at(q, i * p + j) - share * at(q, i * p + earlier);
        r[earlier * p + j] = at(r, earlier * p + j) + share;
      }
    }
    let square = 0;
    for (let i = 0; i < k; i++) square += at(q, i * p + j) ** 2;
    const length = Math.sqrt(square);
    r[j * p + j] = length;
    lnDeterminant += 2 * Math.log(length);
    for (let i = 0; i < k; i++) q[i * p + j] = at(q, i * p + j) / length;
  }
  return { q, rInverse: inverseOfUpper(r, p), lnDeterminant };
}

function inverseOfUpper(r: Float64Array, p: number): Matrix {
  const inverse = new Float64Array(p * p);
  for (let column = 0; column < p; column++) {
    for (let row = column; row >= 0; row--) {
      let rest = row === column ? 1 : 0;
      for (let between = row + 1; between <= column; between++)
        rest -= at(r, row * p + between) * at(inverse, between * p + column);
      inverse[row * p + column] = rest / at(r, row * p + row);
    }
  }
  return matrix(p, p, (i, j) => at(inverse, i * p + j));
}
