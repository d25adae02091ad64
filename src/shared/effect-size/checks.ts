import type { EffectErrorCode } from './effect';

/** The rules by which numbers are refused (docs/effect-sizes.md, "Errors"). Each answers the code, or null where all is well. */

export const firstOf = (...problems: readonly (EffectErrorCode | null)[]): EffectErrorCode | null =>
  problems.find((problem) => problem !== null) ?? null;

/** A standard deviation needs two participants. */
export const sizes = (...ns: readonly number[]): EffectErrorCode | null =>
  ns.some((n) => n < 2) ? 'n-too-small' : null;

/** Standard deviations, standard errors, variances. */
export const spreads = (...sds: readonly number[]): EffectErrorCode | null =>
  sds.some((sd) => sd < 0) ? 'sd-negative' : null;

/** Low above high is told before an estimate outside. */
export function interval(estimate: number, low: number, high: number): EffectErrorCode | null {
  if (low > high) return 'ci-reversed';
  return estimate < low || estimate > high ? 'estimate-outside-ci' : null;
}

/** A ratio and its limits; none may be 0 or below, told before their order. */
export const positive = (...ratios: readonly (number | undefined)[]): EffectErrorCode | null =>
  ratios.some((ratio) => ratio !== undefined && ratio <= 0) ? 'ratio-not-positive' : null;

export const probability = (p: number): EffectErrorCode | null => (p > 0 && p <= 1 ? null : 'p-out-of-range');

export const correlation = (...rs: readonly number[]): EffectErrorCode | null =>
  rs.some((r) => Math.abs(r) > 1) ? 'r-out-of-range' : null;

/** Where 1 - r² divides or scales, ±1 is out of range too. */
export const properCorrelation = (r: number): EffectErrorCode | null =>
  Math.abs(r) >= 1 ? 'r-out-of-range' : null;

export const intracluster = (icc: number): EffectErrorCode | null =>
  icc < 0 || icc > 1 ? 'icc-out-of-range' : null;

export const eventRate = (cer: number | undefined): EffectErrorCode | null =>
  cer !== undefined && cer > 0 && cer < 1 ? null : 'cer-out-of-range';

export const events = (count: number, n: number): EffectErrorCode | null =>
  count < 0 ? 'events-negative' : count > n ? 'events-exceed-n' : null;
