import { at, sumOver, sumsOfOthers } from '../statistics';
import type { Fit, Model } from './model';

/**
 * Traces of P = W - W X (X'WX)^-1 X'W, the matrix that turns effects into weighted residuals. With the orthonormal
 * columns Q of √W X it is √W (I - QQ') √W, and sums of its entries keep their digits where one study weighs nearly
 * everything: differences of large sums would not.
 */

/** tr P. */
export const traceP = (model: Model, fit: Fit): number => tracePD(model, fit, one);

/** tr(PP), the sum of the squared entries of P. */
export const tracePP = (model: Model, fit: Fit): number => tracePDPE(model, fit, one, one);

const one = (): number => 1;

/** tr(PD) for a diagonal matrix D. */
export function tracePD(model: Model, fit: Fit, d: (index: number) => number): number {
  const remaining = remainders(model, fit);
  return sumOver(model.k, (i) => at(fit.weights, i) * at(remaining, i) * d(i));
}

/** tr(P D P E) for diagonal matrices D and E: Σ Pᵢⱼ² dⱼ eᵢ. */
export function tracePDPE(
  model: Model,
  fit: Fit,
  d: (index: number) => number,
  e: (index: number) => number,
): number {
  const { k } = model;
  const w = fit.weights;
  const remaining = remainders(model, fit);
  const diagonal = sumOver(k, (i) => (at(w, i) * at(remaining, i)) ** 2 * d(i) * e(i));
  if (fit.basis === undefined) {
    const total = sumOver(k, (i) => at(w, i));
    const others = sumsOfOthers(k, (j) => (at(w, j) / total) * at(w, j) * d(j));
    return diagonal + sumOver(k, (i) => (at(w, i) / total) * at(w, i) * e(i) * at(others, i));
  }
  const { basis } = fit;
  return (
    diagonal +
    sumOver(k, (i) =>
      sumOver(k, (j) =>
        i === j ? 0 : at(w, i) * at(w, j) * product(basis, model.p, i, j) ** 2 * d(j) * e(i),
      ),
    )
  );
}

/** For every study 1 - h, what its own weight leaves to the others: h is its leverage. */
function remainders(model: Model, fit: Fit): Float64Array {
  const { k, p } = model;
  const { basis } = fit;
  if (basis === undefined) {
    const total = sumOver(k, (i) => at(fit.weights, i));
    return sumsOfOthers(k, (i) => at(fit.weights, i)).map((others) => others / total);
  }
  return Float64Array.from({ length: k }, (_, i) => {
    const leverage = product(basis, p, i, i);
    if (leverage <= 0.5) return 1 - leverage;
    // I - QQ' is its own square: c = 1 - h obeys c = c² + Σ (qᵢ·qⱼ)², whose smaller root loses no digits near 0.
    const beside = sumOver(k, (j) => (i === j ? 0 : product(basis, p, i, j) ** 2));
    return (2 * beside) / (1 + Math.sqrt(Math.max(0, 1 - 4 * beside)));
  });
}

/** The inner product of two rows of an orthonormal basis. */
const product = (basis: Float64Array, p: number, i: number, j: number): number =>
  sumOver(p, (column) => at(basis, i * p + column) * at(basis, j * p + column));

/**
 * The typical sampling variance (k - p) / tr P at weights 1/v (Higgins & Thompson 2002, formula 9, extended to
 * moderators): what the between-study variance is compared with in I².
 */
export const typicalVariance = (model: Model, commonFit: Fit): number =>
  (model.k - model.p) / traceP(model, commonFit);
