import { err, ok, type Result } from '../kernel/result';
import { apply, at, matrix, multiply, transpose, type Matrix } from '../statistics';
import type { PoolError } from './errors';
import type { Study } from './rows';
import { weightedBasis } from './weighted-basis';

/**
 * The linear model of a meta-analysis: effects y with known sampling variances v, explained by the columns of X.
 * The columns are kept orthogonal (`z`, row after row, each of mean square 1) so that a moderator such as a year, far
 * from zero, costs no digits; `back` turns the coefficients of z into those of X.
 */
export type Model = {
  readonly k: number;
  readonly p: number;
  readonly y: Float64Array;
  readonly v: Float64Array;
  readonly z: Float64Array;
  readonly back: Matrix;
};

/** The model with nothing but a common mean. */
export function interceptModel(studies: readonly { readonly yi: number; readonly vi: number }[]): Model {
  return {
    k: studies.length,
    p: 1,
    y: Float64Array.from(studies, (study) => study.yi),
    v: Float64Array.from(studies, (study) => study.vi),
    z: new Float64Array(studies.length).fill(1),
    back: matrix(1, 1, () => 1),
  };
}

/** A named column of the design: one number for every study. */
export type Column = { readonly term: string; readonly values: readonly number[] };

/**
 * A model with the given columns. Together they must be able to express a constant: a column of ones, or one column per
 * group. Errors: `too-few-studies` with fewer studies than columns, `moderators-collinear` naming the first column that
 * the ones before it already determine, `variances-too-unequal` beyond 1e24 times the smallest: then the studies of
 * little weight are lost in rounding.
 */
export function modelOf(studies: readonly Study[], columns: readonly Column[]): Result<Model, PoolError> {
  const k = studies.length;
  const p = columns.length;
  if (k < p) return err({ code: 'too-few-studies', needed: p, found: k });
  const variances = studies.map((study) => study.vi);
  if (Math.max(...variances) > 1e24 * Math.min(...variances)) return err({ code: 'variances-too-unequal' });
  const orthogonal: Float64Array[] = [];
  // Modified Gram-Schmidt, each column swept twice; `back` collects the same operations on the coefficients.
  const back: number[][] = [];
  for (const [j, column] of columns.entries()) {
    const z = Float64Array.from(column.values);
    const size = rootMeanSquare(z);
    const coefficients: number[] = Array.from({ length: p }, (_, i) => (i === j ? 1 : 0));
    for (let sweep = 0; sweep < 2; sweep++) {
      for (const [earlier, base] of orthogonal.entries()) {
        let projection = 0;
        for (let i = 0; i < k; i++) projection += at(z, i) * at(base, i);
        projection /= k;
        for (let i = 0; i < k; i++) z[i] = at(z, i) - projection * at(base, i);
        for (let i = 0; i < p; i++)
          coefficients[i] = at(coefficients, i) - projection * at(back[earlier] ?? [], i);
      }
    }
    const left = rootMeanSquare(z);
    if (!(left > 1e-9 * size)) return err({ code: 'moderators-collinear', term: column.term });
    orthogonal.push(z.map((x) => x / left));
    back.push(coefficients.map((x) => x / left));
  }
  return ok({
    k,
    p,
    y: Float64Array.from(studies, (study) => study.yi),
    v: Float64Array.from(studies, (study) => study.vi),
    z: Float64Array.from({ length: k * p }, (_, index) =>
      at(orthogonal[index % p] ?? [], Math.floor(index / p)),
    ),
    back: matrix(p, p, (i, j) => at(back[j] ?? [], i)),
  });
}

const rootMeanSquare = (values: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += at(values, i) ** 2;
  return Math.sqrt(sum / values.length);
};

/**
 * Weighted least squares at one set of weights: a root T of the inverse of Z'WZ = (T T')^-1, the logarithm of its determinant, the
 * coefficients of z, residuals, and q = Σ w r², the generalised Q statistic. `basis` holds the orthonormal columns of
 * √W Z (k rows of p); undefined with one column, where they are its own.
 */
export type Fit = {
  readonly weights: Float64Array;
  readonly root: Matrix;
  readonly lnDeterminant: number;
  readonly basis: Float64Array | undefined;
  readonly gamma: Float64Array;
  readonly residuals: Float64Array;
  readonly q: number;
};

/** The weights 1/(v + t) of a between-study variance t. */
export function weightsAt(model: Model, t: number): Float64Array {
  const weights = new Float64Array(model.k);
  for (let i = 0; i < model.k; i++) weights[i] = 1 / (at(model.v, i) + t);
  return weights;
}

/** Weighted sums of a model with a common mean only, all that its Q and likelihood need; nothing is allocated. */
export type MeanSums = {
  readonly w: number;
  readonly w2: number;
  readonly q: number;
  readonly squares: number;
};

/** Σw, Σw², q = Σw r² and Σ(w r)² at between-study variance t, for a model without moderators. */
export function meanSums({ k, y, v }: Model, t: number): MeanSums {
  const origin = at(y, 0);
  let w = 0;
  let w2 = 0;
  let weighted = 0;
  for (let i = 0; i < k; i++) {
    const weight = 1 / (at(v, i) + t);
    w += weight;
    w2 += weight * weight;
    weighted += weight * (at(y, i) - origin);
  }
  const centre = origin + weighted / w;
  let q = 0;
  let squares = 0;
  for (let i = 0; i < k; i++) {
    const pull = (at(y, i) - centre) / (at(v, i) + t);
    q += pull * (at(y, i) - centre);
    squares += pull * pull;
  }
  return { w, w2, q, squares };
}

/** The fit at between-study variance t. */
export const fitAt = (model: Model, t: number): Fit => fitWith(model, weightsAt(model, t));

/** The fit with given weights. */
export function fitWith(model: Model, weights: Float64Array): Fit {
  const { k, p, y, z } = model;
  // Effects are taken relative to the first one, so that effects far from zero keep their differences.
  const origin = at(y, 0);
  const { gamma, ...solution } = p === 1 ? meanOf(model, weights) : leastSquares(model, weights);
  const residuals = new Float64Array(k);
  let q = 0;
  for (let i = 0; i < k; i++) {
    let fitted = 0;
    for (let j = 0; j < p; j++) fitted += at(z, i * p + j) * at(gamma, j);
    const residual = at(y, i) - origin - fitted;
    residuals[i] = residual;
    q += at(weights, i) * residual * residual;
  }
  if (p === 1) gamma[0] = at(gamma, 0) + origin;
  else addOrigin(model, gamma, origin);
  return { weights, ...solution, gamma, residuals, q };
}

type Solution = Pick<Fit, 'root' | 'gamma' | 'basis' | 'lnDeterminant'>;

/** The coefficient of a model with one column, relative to the first effect. */
function meanOf({ k, y, z }: Model, weights: Float64Array): Solution {
  const origin = at(y, 0);
  let square = 0;
  let weighted = 0;
  for (let i = 0; i < k; i++) {
    square += at(weights, i) * at(z, i) ** 2;
    weighted += at(weights, i) * at(z, i) * (at(y, i) - origin);
  }
  return {
    root: matrix(1, 1, () => 1 / Math.sqrt(square)),
    gamma: Float64Array.of(weighted / square),
    basis: undefined,
    lnDeterminant: Math.log(square),
  };
}

/** The coefficients of several columns, relative to the first effect. */
function leastSquares({ k, p, y, z }: Model, weights: Float64Array): Solution {
  const { q, rInverse, lnDeterminant } = weightedBasis(z, weights, p);
  const origin = at(y, 0);
  const projected = new Float64Array(p);
  for (let i = 0; i < k; i++) {
    const weighted = Math.sqrt(at(weights, i)) * (at(y, i) - origin);
    for (let j = 0; j < p; j++) projected[j] = at(projected, j) + weighted * at(q, i * p + j);
  }
  return {
    root: rInverse,
    gamma: apply(rInverse, projected),
    basis: q,
    lnDeterminant,
  };
}

/** Adds the origin back: a constant is a combination of the columns, with the mean of each as its coefficient. */
function addOrigin({ k, p, z }: Model, gamma: Float64Array, origin: number): void {
  for (let j = 0; j < p; j++) {
    let share = 0;
    for (let i = 0; i < k; i++) share += at(z, i * p + j);
    gamma[j] = at(gamma, j) + (origin * share) / k;
  }
}

/** The coefficients of the original columns. */
export function coefficientsOf(model: Model, fit: Fit): Float64Array {
  const { p, back } = model;
  return Float64Array.from({ length: p }, (_, i) => {
    let sum = 0;
    for (let j = 0; j < p; j++) sum += at(back.values, i * p + j) * at(fit.gamma, j);
    return sum;
  });
}

/** The covariance matrix of those coefficients, (X'WX)^-1. */
export function covarianceOf(model: Model, fit: Fit): Matrix {
  const root = model.p === 1 ? fit.root : multiply(model.back, fit.root);
  return multiply(root, transpose(root));
}
