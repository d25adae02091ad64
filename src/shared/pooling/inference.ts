import { remembered } from './remembered';
import { normalQuantile, normalTwoSidedP, tQuantile, tTwoSidedP } from '../statistics';

/** An estimate with its test and interval on the analysis scale. `statistic` is null where the standard error is 0. */
export type EffectBlock = {
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number | null;
  readonly pval: number;
  readonly ciLow: number;
  readonly ciHigh: number;
};

/** The quantile that makes a two-sided interval of this level: t with `df`, normal when `df` is null. */
export const criticalValue = (level: number, df: number | null): number =>
  df === null ? normalQuantile(0.5 + level / 2) : studentValue(level, df);

/** Analyses ask for the same few quantiles over and over (leave-one-out, 10,000 pools): they are kept. */
const studentValue = remembered((level, df) => tQuantile(0.5 + level / 2, df));

/** Test against 0 and interval, by the normal distribution (`df` null) or by t. A standard error of 0 has p = 0. */
export function effectBlock(estimate: number, se: number, df: number | null, level: number): EffectBlock {
  const halfWidth = se === 0 ? 0 : criticalValue(level, df) * se;
  const statistic = se === 0 ? null : estimate / se;
  return {
    estimate,
    se,
    statistic,
    pval: statistic === null ? 0 : df === null ? normalTwoSidedP(statistic) : tTwoSidedP(statistic, df),
    ciLow: estimate - halfWidth,
    ciHigh: estimate + halfWidth,
  };
}

/** The limits of estimate ± c √(se² + τ²): where the true effect of a new study is expected. */
export type Interval = { readonly low: number; readonly high: number };

export function predictionInterval(
  estimate: number,
  se: number,
  tau2: number,
  df: number | null,
  level: number,
): Interval {
  const halfWidth = criticalValue(level, df) * Math.sqrt(se * se + tau2);
  return { low: estimate - halfWidth, high: estimate + halfWidth };
}

/** Whether a level is usable: strictly between 0 and 1. */
export const isLevel = (level: number): boolean => level > 0 && level < 1;
