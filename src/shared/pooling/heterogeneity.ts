import { chiSquareQuantile, chiSquareUpperTail, normalQuantile } from '../statistics';
import type { Model } from './model';
import { solveQ } from './tau2';
import type { Interval } from './inference';
import { remembered } from './remembered';

/** Cochran's Q at common-effect weights with its degrees of freedom and p-value (1 without degrees of freedom). */
export type QTest = { readonly Q: number; readonly Qdf: number; readonly Qp: number };

export function qTest(q: number, df: number): QTest {
  return { Q: df === 0 ? 0 : q, Qdf: df, Qp: df === 0 ? 1 : chiSquareUpperTail(q, df) };
}

/** I² (percent) and H² of a between-study variance against the typical sampling variance (Higgins & Thompson 2002). */
export const sharesOf = (tau2: number, typical: number): { readonly I2: number; readonly H2: number } => ({
  I2: (100 * tau2) / (tau2 + typical),
  H2: tau2 / typical + 1,
});

/** The Q-based I², percent: max(0, (Q - df)/Q). */
export const i2OfQ = (q: number, df: number): number => (q <= 0 ? 0 : Math.max(0, (100 * (q - df)) / q));

/**
 * The test-based interval of the Q-based I² (Higgins & Thompson 2002, p. 1549), percent. Undefined (null) for one
 * study, and for two unless Q > 2.
 */
export function i2OfQInterval(q: number, k: number, level: number): Interval | null {
  const df = k - 1;
  if (df < 1) return null;
  const seLnH = standardErrorOfLnH(q, k);
  if (seLnH === null) return null;
  const lnH = 0.5 * Math.log(Math.max(1, q / df));
  const reach = normalQuantile(0.5 + level / 2) * seLnH;
  const i2 = (h: number): number => (100 * (h * h - 1)) / (h * h);
  return { low: i2(Math.max(1, Math.exp(lnH - reach))), high: i2(Math.max(1, Math.exp(lnH + reach))) };
}

function standardErrorOfLnH(q: number, k: number): number | null {
  if (q > k) return (Math.log(q) - Math.log(k - 1)) / (2 * (Math.sqrt(2 * q) - Math.sqrt(2 * k - 3)));
  return k > 2 ? Math.sqrt((1 - 1 / (3 * (k - 2) ** 2)) / (2 * (k - 2))) : null;
}

/**
 * The Q-profile interval of the between-study variance (Viechtbauer 2007): the t at which the generalised Q equals
 * the upper and the lower chi-square quantile; 0 where there is none.
 */
export function qProfileInterval(model: Model, level: number): Interval {
  const df = model.k - model.p;
  return {
    low: solveQ(model, chiSquareValue(0.5 + level / 2, df)),
    high: solveQ(model, chiSquareValue(0.5 - level / 2, df)),
  };
}

const chiSquareValue = remembered(chiSquareQuantile);
