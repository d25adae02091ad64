import { entry, identity, matrix, type Matrix } from './matrix';
import { at } from './vector';

/** Eigenvalues, ascending, and the eigenvectors as columns in the same order. */
export type SymmetricEigen = {
  readonly values: readonly number[];
  readonly vectors: Matrix;
};

/** Eigen-decomposition of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, section 8.5). */
export function symmetricEigen(m: Matrix): SymmetricEigen {
  const n = m.rows;
  const a = Float64Array.from(m.values);
  const v = Float64Array.from(identity(n).values);
  const total = a.reduce((sum, x) => sum + x * x, 0);
  for (let sweep = 0; sweep < 60; sweep++) {
    let outside = 0;
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) outside += at(a, i * n + j) ** 2;
    }
    if (outside <= 1e-34 * total) break;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) rotate(a, v, n, p, q);
    }
  }
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => at(a, i * n + i) - at(a, j * n + j));
  return {
    values: order.map((i) => at(a, i * n + i)),
    vectors: matrix(n, n, (row, column) => at(v, row * n + at(order, column))),
  };
}

function rotate(a: Float64Array, v: Float64Array, n: number, p: number, q: number): void {
  const apq = at(a, p * n + q);
  if (apq === 0) return;
  const theta = (at(a, q * n + q) - at(a, p * n + p)) / (2 * apq);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < n; k++) {
    const akp = at(a, k * n + p);
    const akq = at(a, k * n + q);
    a[k * n + p] = c * akp - s * akq;
    a[k * n + q] = s * akp + c * akq;
  }
  for (let k = 0; k < n; k++) {
    const apk = at(a, p * n + k);
    const aqk = at(a, q * n + k);
    a[p * n + k] = c * apk - s * aqk;
    a[q * n + k] = s * apk + c * aqk;
  }
  for (let k = 0; k < n; k++) {
    const vkp = at(v, k * n + p);
    const vkq = at(v, k * n + q);
    v[k * n + p] = c * vkp - s * vkq;
    v[k * n + q] = s * vkp + c * vkq;
  }
}

/**
 * M^power of a symmetric positive semi-definite matrix. Directions whose eigenvalue is below `relative` of the
 * largest are left out (the Moore-Penrose inverse for negative powers).
 */
export function symmetricPower(m: Matrix, power: number, relative = 1e-12): Matrix {
  const { values, vectors } = symmetricEigen(m);
  const floor = relative * Math.max(0, ...values);
  const powered = values.map((value) => (value > floor ? value ** power : 0));
  return matrix(m.rows, m.rows, (i, j) => {
    let sum = 0;
    for (let k = 0; k < powered.length; k++)
      sum += entry(vectors, i, k) * at(powered, k) * entry(vectors, j, k);
    return sum;
  });
}
