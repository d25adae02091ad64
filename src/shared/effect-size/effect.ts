import { normalQuantile } from '../statistics';

/** Why numbers give no effect. The interface words each code (`effectSize` namespace). */
export type EffectErrorCode =
  | 'not-supported'
  | 'bad-input'
  | 'n-too-small'
  | 'sd-negative'
  | 'pooled-sd-zero'
  | 'df-too-small'
  | 'events-negative'
  | 'events-exceed-n'
  | 'double-zero-dropped'
  | 'p-out-of-range'
  | 'direction-missing'
  | 'r-out-of-range'
  | 'estimate-outside-ci'
  | 'ci-reversed'
  | 'ratio-not-positive'
  | 'icc-out-of-range'
  | 'quantiles-out-of-order'
  | 'cer-out-of-range'
  | 'nnt-infinite';

export type EffectError = { readonly code: EffectErrorCode; readonly field?: string };

/** An effect on its analysis scale (ratios as natural logarithms), T minus C. */
export type Effect = {
  readonly yi: number;
  /** Sampling variance. */
  readonly vi: number;
  readonly sei: number;
  /** 95 %, normal. */
  readonly ciLow: number;
  readonly ciHigh: number;
};

/** What a shape gives: an effect with its intermediate values, or values without an effect (an NNT, an SD). */
export type EffectValues = { readonly [name: string]: number | string | boolean | null | readonly unknown[] };

const z975 = normalQuantile(0.975);

/** Estimate and variance with standard error and 95 % interval. */
export function effectOf(yi: number, vi: number): Effect {
  const sei = Math.sqrt(vi);
  return { yi, vi, sei, ciLow: yi - z975 * sei, ciHigh: yi + z975 * sei };
}

/** A log ratio with the ratio itself. */
export function ratioOf(
  yi: number,
  vi: number,
): Effect & { ratio: number; ratioLow: number; ratioHigh: number } {
  const effect = effectOf(yi, vi);
  return {
    ...effect,
    ratio: Math.exp(yi),
    ratioLow: Math.exp(effect.ciLow),
    ratioHigh: Math.exp(effect.ciHigh),
  };
}
