import { at, type Vector } from './vector';

/** A matrix, row after row. Small ones only: everything here is dense and plain. */
export type Matrix = {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
};

/** A matrix from a function of row and column. */
export function matrix(
  rows: number,
  columns: number,
  entryAt: (row: number, column: number) => number,
): Matrix {
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) values[i * columns + j] = entryAt(i, j);
  }
  return { rows, columns, values };
}

/** A matrix from its rows, all of one length. */
export const matrixOfRows = (rows: readonly Vector[]): Matrix =>
  matrix(rows.length, rows[0]?.length ?? 0, (i, j) => {
    const row = rows[i];
    if (row === undefined) throw new RangeError(`No row ${i}`);
    return at(row, j);
  });

export const identity = (size: number): Matrix => matrix(size, size, (i, j) => (i === j ? 1 : 0));

export const diagonal = (values: Vector): Matrix =>
  matrix(values.length, values.length, (i, j) => (i === j ? at(values, i) : 0));

/** The entry in a row and a column, both from 0. */
export const entry = (m: Matrix, row: number, column: number): number =>
  at(m.values, row * m.columns + column);

export const transpose = (m: Matrix): Matrix => matrix(m.columns, m.rows, (i, j) => entry(m, j, i));

export function multiply(a: Matrix, b: Matrix): Matrix {
  return matrix(a.rows, b.columns, (i, j) => {
    let sum = 0;
    for (let k = 0; k < a.columns; k++) sum += entry(a, i, k) * entry(b, k, j);
    return sum;
  });
}

/** The product of a matrix and a column. */
export function apply(m: Matrix, x: Vector): Float64Array {
  const out = new Float64Array(m.rows);
  for (let i = 0; i < m.rows; i++) {
    let sum = 0;
    for (let j = 0; j < m.columns; j++) sum += entry(m, i, j) * at(x, j);
    out[i] = sum;
  }
  return out;
}

/** a + factor * b. */
export const addScaled = (a: Matrix, b: Matrix, factor: number): Matrix =>
  matrix(a.rows, a.columns, (i, j) => entry(a, i, j) + factor * entry(b, i, j));

export const scale = (m: Matrix, factor: number): Matrix =>
  matrix(m.rows, m.columns, (i, j) => factor * entry(m, i, j));

/** x' M x. */
export function quadraticForm(m: Matrix, x: Vector): number {
  const product = apply(m, x);
  let sum = 0;
  for (let i = 0; i < product.length; i++) sum += at(x, i) * at(product, i);
  return sum;
}

/** The sum of the diagonal. */
export function trace(m: Matrix): number {
  let sum = 0;
  for (let i = 0; i < m.rows; i++) sum += entry(m, i, i);
  return sum;
}

/** tr(A B) without forming the product. */
export function traceOfProduct(a: Matrix, b: Matrix): number {
  let sum = 0;
  for (let i = 0; i < a.rows; i++) {
    for (let k = 0; k < a.columns; k++) sum += entry(a, i, k) * entry(b, k, i);
  }
  return sum;
}

/**
 * The lower triangular L with M = L L' of a symmetric positive definite matrix; undefined when it is not (numerically)
 * positive definite: a pivot no greater than 1e-13 of its own diagonal entry counts as zero.
 */
export function cholesky(m: Matrix): Matrix | undefined {
  const n = m.rows;
  const values = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = entry(m, i, j);
      for (let k = 0; k < j; k++) sum -= at(values, i * n + k) * at(values, j * n + k);
      if (i === j) {
        if (!(sum > 1e-13 * entry(m, i, i))) return undefined;
        values[i * n + i] = Math.sqrt(sum);
      } else {
        values[i * n + j] = sum / at(values, j * n + j);
      }
    }
  }
  return { rows: n, columns: n, values };
}

/** Solves M x = b given the Cholesky factor of M. */
export function choleskySolve(factor: Matrix, b: Vector): Float64Array {
  const n = factor.rows;
  const x = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = at(b, i);
    for (let k = 0; k < i; k++) sum -= entry(factor, i, k) * at(x, k);
    x[i] = sum / entry(factor, i, i);
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = at(x, i);
    for (let k = i + 1; k < n; k++) sum -= entry(factor, k, i) * at(x, k);
    x[i] = sum / entry(factor, i, i);
  }
  return x;
}

/** ln det M given the Cholesky factor of M. */
export function lnDeterminant(factor: Matrix): number {
  let sum = 0;
  for (let i = 0; i < factor.rows; i++) sum += Math.log(entry(factor, i, i));
  return 2 * sum;
}

/** The inverse of a symmetric positive definite matrix; undefined when it is not one. */
export function inverseSymmetric(m: Matrix): Matrix | undefined {
  const factor = cholesky(m);
  if (factor === undefined) return undefined;
  const columns = Array.from({ length: m.rows }, (_, j) =>
    choleskySolve(
      factor,
      Array.from({ length: m.rows }, (_unused, i) => (i === j ? 1 : 0)),
    ),
  );
  const inverse = matrix(m.rows, m.rows, (i, j) => at(columns[j] ?? [], i));
  return matrix(m.rows, m.rows, (i, j) => (entry(inverse, i, j) + entry(inverse, j, i)) / 2);
}

/** Solves A x = b for any square A by elimination with partial pivoting; undefined when A is singular. */
export function solve(a: Matrix, b: Vector): Float64Array | undefined {
  const n = a.rows;
  const rows: Float64Array[] = Array.from({ length: n }, (_, i) =>
    Float64Array.from({ length: n + 1 }, (_unused, j) => (j < n ? entry(a, i, j) : at(b, i))),
  );
  const rowAt = (i: number): Float64Array => {
    const row = rows[i];
    if (row === undefined) throw new RangeError(`No row ${i}`);
    return row;
  };
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let i = column + 1; i < n; i++) {
      if (Math.abs(at(rowAt(i), column)) > Math.abs(at(rowAt(pivot), column))) pivot = i;
    }
    const size = Math.max(...Array.from({ length: n }, (_, j) => Math.abs(entry(a, column, j))));
    if (!(Math.abs(at(rowAt(pivot), column)) > 1e-14 * size)) return undefined;
    const swapped = rowAt(column);
    rows[column] = rowAt(pivot);
    rows[pivot] = swapped;
    for (let i = column + 1; i < n; i++) {
      const factor = at(rowAt(i), column) / at(rowAt(column), column);
      if (factor === 0) continue;
      for (let j = column; j <= n; j++) rowAt(i)[j] = at(rowAt(i), j) - factor * at(rowAt(column), j);
    }
  }
  const x = new Float64Array(n);
  for (let i = n - 1; i >= 0; i--) {
    let sum = at(rowAt(i), n);
    for (let j = i + 1; j < n; j++) sum -= at(rowAt(i), j) * at(x, j);
    x[i] = sum / at(rowAt(i), i);
  }
  return x;
}
