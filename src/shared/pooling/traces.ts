import { at, multiply, sumOver, trace, traceOfProduct } from '../statistics';
import { crossProduct, type Fit, type Model } from './model';

/**
 * Traces of P = W - W X (X'WX)^-1 X'W, the matrix that turns effects into weighted residuals, in sums over studies:
 * no k x k matrix is ever formed.
 */

/** tr P. */
export function traceP(model: Model, fit: Fit): number {
  const w = fit.weights;
  return (
    sumOver(model.k, (i) => at(w, i)) -
    traceOfProduct(
      fit.inverse,
      crossProduct(model, (i) => at(w, i) ** 2),
    )
  );
}

/** tr(PP), the sum of the squared entries of P. */
export const tracePP = (model: Model, fit: Fit): number =>
  tracePDPE(
    model,
    fit,
    () => 1,
    () => 1,
  );

/** tr(PD) for a diagonal matrix D. */
export function tracePD(model: Model, fit: Fit, d: (index: number) => number): number {
  const w = fit.weights;
  return (
    sumOver(model.k, (i) => at(w, i) * d(i)) -
    traceOfProduct(
      fit.inverse,
      crossProduct(model, (i) => at(w, i) ** 2 * d(i)),
    )
  );
}

/** tr(P D P E) for diagonal matrices D and E. */
export function tracePDPE(
  model: Model,
  fit: Fit,
  d: (index: number) => number,
  e: (index: number) => number,
): number {
  const w = fit.weights;
  const first = sumOver(model.k, (i) => at(w, i) ** 2 * d(i) * e(i));
  const second = traceOfProduct(
    fit.inverse,
    crossProduct(model, (i) => at(w, i) ** 3 * d(i) * e(i)),
  );
  const left = multiply(
    fit.inverse,
    crossProduct(model, (i) => at(w, i) ** 2 * d(i)),
  );
  const right = multiply(
    fit.inverse,
    crossProduct(model, (i) => at(w, i) ** 2 * e(i)),
  );
  return first - 2 * second + trace(multiply(left, right));
}

/**
 * The typical sampling variance (k - p) / tr P at weights 1/v (Higgins & Thompson 2002, formula 9, extended to
 * moderators): what the between-study variance is compared with in I².
 */
export const typicalVariance = (model: Model, commonFit: Fit): number =>
  (model.k - model.p) / traceP(model, commonFit);
