import { betaTails, lnBeta, lnGamma, regularizedGammaP, regularizedGammaQ } from './gamma';
import { normalCdf, normalQuantile, normalUpperTail } from './normal';
import { quantileOnLogScale } from './quantile';

/** P(X <= x) of the chi-square distribution; df > 0, not necessarily whole. */
export const chiSquareCdf = (x: number, df: number): number =>
  x <= 0 ? 0 : regularizedGammaP(df / 2, x / 2);

/** P(X > x) of the chi-square distribution, with relative precision in the tail. */
export const chiSquareUpperTail = (x: number, df: number): number =>
  x <= 0 ? 1 : regularizedGammaQ(df / 2, x / 2);

/** The quantile of the chi-square distribution, 0 <= p <= 1. */
export function chiSquareQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return Number.NaN;
  const lnConstant = lnGamma(df / 2) + (df / 2) * Math.LN2;
  return quantileOnLogScale(
    { lower: p, upper: 1 - p },
    {
      tails: (x) => [chiSquareCdf(x, df), chiSquareUpperTail(x, df)],
      lnDensity: (x) => (df / 2 - 1) * Math.log(x) - x / 2 - lnConstant,
    },
    df,
  );
}

const fTails = (f: number, df1: number, df2: number): readonly [number, number] => {
  const ratio = (df1 * f) / df2;
  if (ratio === Number.POSITIVE_INFINITY) return [1, 0];
  return betaTails(ratio / (1 + ratio), 1 / (1 + ratio), df1 / 2, df2 / 2);
};

/** P(F <= f) of the F distribution; degrees of freedom > 0, df2 may be Infinity. */
export function fCdf(f: number, df1: number, df2: number): number {
  if (f <= 0) return 0;
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareCdf(f * df1, df1);
  return fTails(f, df1, df2)[0];
}

/** P(F > f) of the F distribution, with relative precision in the tail. */
export function fUpperTail(f: number, df1: number, df2: number): number {
  if (f <= 0) return 1;
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareUpperTail(f * df1, df1);
  return fTails(f, df1, df2)[1];
}

/** The quantile of the F distribution, 0 <= p <= 1. */
export const fQuantile = (p: number, df1: number, df2: number): number =>
  fQuantileOfTails({ lower: p, upper: 1 - p }, df1, df2);

function fQuantileOfTails(tails: { lower: number; upper: number }, df1: number, df2: number): number {
  if (!(tails.lower >= 0 && tails.upper >= 0) || !(df1 > 0) || !(df2 > 0)) return Number.NaN;
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareQuantile(tails.lower, df1) / df1;
  const lnConstant = (df1 / 2) * Math.log(df1 / df2) - lnBeta(df1 / 2, df2 / 2);
  return quantileOnLogScale(
    tails,
    {
      tails: (f) => fTails(f, df1, df2),
      lnDensity: (f) =>
        lnConstant + (df1 / 2 - 1) * Math.log(f) - ((df1 + df2) / 2) * Math.log1p((df1 * f) / df2),
    },
    1,
  );
}

/** P(T <= t) of Student's t distribution; df > 0, not necessarily whole, Infinity is the normal distribution. */
export const tCdf = (t: number, df: number): number => tUpperTail(-t, df);

/** P(T > t) of Student's t distribution, with relative precision in the tail. */
export function tUpperTail(t: number, df: number): number {
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalUpperTail(t);
  if (t === 0) return 0.5;
  const [, upper] = fTails(t * t, 1, df);
  return t > 0 ? upper / 2 : 1 - upper / 2;
}

/** Two-sided p-value of a t statistic; of a normal one when df is Infinity. */
export const tTwoSidedP = (t: number, df: number): number => Math.min(1, 2 * tUpperTail(Math.abs(t), df));

/** Two-sided p-value of a normal statistic. */
export const normalTwoSidedP = (z: number): number => Math.min(1, 2 * normalCdf(-Math.abs(z)));

/** The quantile of Student's t distribution, 0 <= p <= 1, any df > 0. T² has the F distribution with 1 and df. */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1) || !(df > 0)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  if (p === 0.5) return 0;
  const upper = 2 * Math.min(p, 1 - p);
  const size = Math.sqrt(fQuantileOfTails({ lower: 2 * Math.abs(p - 0.5), upper }, 1, df));
  return p < 0.5 ? -size : size;
}
