import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addScaled,
  apply,
  cholesky,
  entry,
  identity,
  inverseSymmetric,
  lnDeterminant,
  matrix,
  matrixOfRows,
  multiply,
  scale,
  solve,
  symmetricEigen,
  symmetricPower,
  transpose,
  type Matrix,
} from '../../../src/shared/statistics';

const size = fc.integer({ min: 1, max: 6 });
const positiveDefinite = size.chain((n) =>
  fc
    .array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: n * n, maxLength: n * n })
    .map((values) => {
      const a = matrix(n, n, (i, j) => values[i * n + j] ?? 0);
      return addScaled(multiply(a, transpose(a)), identity(n), 0.5);
    }),
);

const difference = (a: Matrix, b: Matrix): number =>
  Math.max(...Array.from(addScaled(a, b, -1).values, (x) => Math.abs(x)));

const size2 = (m: Matrix): number => Math.max(1, ...Array.from(m.values, Math.abs));

describe('small matrices', () => {
  it('the inverse undoes the matrix', () => {
    fc.assert(
      fc.property(positiveDefinite, (m) => {
        const inverse = inverseSymmetric(m);
        expect(inverse).toBeDefined();
        if (inverse) expect(difference(multiply(m, inverse), identity(m.rows))).toBeLessThan(1e-9);
      }),
    );
  });

  it('the square root squared is the matrix, and the eigenvalues multiply to the determinant', () => {
    fc.assert(
      fc.property(positiveDefinite, (m) => {
        const root = symmetricPower(m, 0.5);
        expect(difference(multiply(root, root), m) / size2(m)).toBeLessThan(1e-11);
        const factor = cholesky(m);
        const lnProduct = symmetricEigen(m).values.reduce((sum, value) => sum + Math.log(value), 0);
        expect(factor && lnDeterminant(factor)).toBeCloseTo(lnProduct, 8);
      }),
    );
  });

  it('eigenvectors are what they say', () => {
    const m = matrixOfRows([
      [2, 1, 0],
      [1, 3, 1],
      [0, 1, 4],
    ]);
    const { values, vectors } = symmetricEigen(m);
    values.forEach((value, j) => {
      const vector = Array.from({ length: 3 }, (_, i) => entry(vectors, i, j));
      apply(m, vector).forEach((x, i) => expect(x).toBeCloseTo(value * (vector[i] ?? Number.NaN), 12));
    });
    expect(values).toEqual([...values].sort((a, b) => a - b));
  });

  it('solves a system that needs its rows exchanged', () => {
    const a = matrixOfRows([
      [0, 2, 1],
      [1, -1, 0],
      [3, 0, -2],
    ]);
    expect(Array.from(solve(a, [7, -1, -3]) ?? [])).toEqual([1, 2, 3].map((x) => expect.closeTo(x, 12)));
  });

  it('says so when a matrix is singular or not positive definite', () => {
    const singular = matrixOfRows([
      [1, 2],
      [2, 4],
    ]);
    expect(solve(singular, [1, 1])).toBeUndefined();
    expect(inverseSymmetric(singular)).toBeUndefined();
    expect(cholesky(scale(identity(2), -1))).toBeUndefined();
  });
});
