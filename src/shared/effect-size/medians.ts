import { z } from '../kernel/schema';
import { normalQuantile } from '../statistics';
import { sizes } from './checks';
import type { EffectErrorCode } from './effect';
import { afterSds } from './means';
import { meansOptions } from './options';
import { count, number, shape, type Shape } from './shape';

/**
 * Means and SDs from medians, quartiles and extremes. Means: Luo et al. 2018 (recommended) or Wan et al. 2014. SDs: Wan
 * et al. 2014, for five numbers Shi et al. 2020 (recommended). Skewness: Shi et al. 2023.
 */

export type Quantiles = {
  readonly min?: number | undefined;
  readonly q1?: number | undefined;
  readonly median: number;
  readonly q3?: number | undefined;
  readonly max?: number | undefined;
  readonly n: number;
};

const method = z.enum(['recommended', 'wan2014']).default('recommended');
type Method = z.infer<typeof method>;

export type FromQuantiles = {
  readonly mean: number;
  readonly sd: number;
  readonly skewStatistic: number;
  readonly skewCritical: number;
  readonly skewed: boolean;
};

/** Mean and SD of an arm by whichever of the three forms its quantiles make. */
export function fromQuantiles(quantiles: Quantiles, way: Method): FromQuantiles | EffectErrorCode {
  const { min: a, q1, median: m, q3, max: b, n } = quantiles;
  const given = [a, q1, m, q3, b].filter((value) => value !== undefined);
  if (given.some((value, at) => at > 0 && value < (given[at - 1] ?? value))) return 'quantiles-out-of-order';
  const refused = sizes(n);
  if (refused) return refused;
  const xi = 2 * normalQuantile((n - 0.375) / (n + 0.25));
  const eta = 2 * normalQuantile((0.75 * n - 0.125) / (n + 0.25));
  const wan = way === 'wan2014';
  const quartiles = q1 !== undefined && q3 !== undefined ? { q1, q3 } : undefined;
  const extremes = a !== undefined && b !== undefined ? { a, b } : undefined;
  if (quartiles && extremes) return fiveNumbers(m, n, quartiles, extremes, xi, eta, wan);
  if (quartiles) {
    const w = 0.7 + 0.39 / n;
    const sum = quartiles.q1 + quartiles.q3;
    return withSkew(
      wan ? (sum + m) / 3 : (w * sum) / 2 + (1 - w) * m,
      (quartiles.q3 - quartiles.q1) / eta,
      asymmetry(quartiles.q1, m, quartiles.q3),
      2.65 / Math.sqrt(n) - 6 / (n * n),
    );
  }
  if (!extremes) return 'bad-input';
  const w = 4 / (4 + n ** 0.75);
  const sum = extremes.a + extremes.b;
  return withSkew(
    wan ? (sum + 2 * m) / 4 : (w * sum) / 2 + (1 - w) * m,
    (extremes.b - extremes.a) / xi,
    asymmetry(extremes.a, m, extremes.b),
    1 / Math.log(n + 9) + 2.5 / (n + 1),
  );
}

function fiveNumbers(
  m: number,
  n: number,
  { q1, q3 }: { q1: number; q3: number },
  { a, b }: { a: number; b: number },
  xi: number,
  eta: number,
  wan: boolean,
): FromQuantiles {
  const w1 = 2.2 / (2.2 + n ** 0.75);
  const w2 = 0.7 - 0.72 / n ** 0.55;
  const w = 1 / (1 + 0.07 * n ** 0.6);
  const byRange = (b - a) / xi;
  const byQuartiles = (q3 - q1) / eta;
  return withSkew(
    wan
      ? (a + 2 * q1 + 2 * m + 2 * q3 + b) / 8
      : (w1 * (a + b)) / 2 + (w2 * (q1 + q3)) / 2 + (1 - w1 - w2) * m,
    wan ? (byRange + byQuartiles) / 2 : w * byRange + (1 - w) * byQuartiles,
    Math.max(((2.65 * Math.log(0.6 * n)) / Math.sqrt(n)) * asymmetry(a, m, b), asymmetry(q1, m, q3)),
    3 / Math.sqrt(n) - 40 / n ** 3,
  );
}

/** |low + high - 2 median| / (high - low); 0 where nothing varies. */
const asymmetry = (low: number, m: number, high: number): number =>
  high === low ? 0 : Math.abs(low + high - 2 * m) / (high - low);

const withSkew = (mean: number, sd: number, skewStatistic: number, skewCritical: number): FromQuantiles => ({
  mean,
  sd,
  skewStatistic,
  skewCritical,
  skewed: skewStatistic >= skewCritical,
});

const quantilesOfArm = z.object({
  min: number.optional(),
  q1: number.optional(),
  median: number,
  q3: number.optional(),
  max: number.optional(),
  n: count,
});

const source = 'Luo et al. 2018; Wan et al. 2014; Shi et al. 2020; Shi et al. 2023 (skewness)';

export const medianShapes: readonly Shape[] = [
  shape({
    id: 'medians-two-arm',
    family: 'medians',
    fields: { armT: quantilesOfArm, armC: quantilesOfArm },
    options: { ...meansOptions, method },
    formula: 'mean and SD per arm from its quantiles, then as means and SDs',
    source,
    compute({ armT, armC }, options) {
      const [t, c] = [fromQuantiles(armT, options.method), fromQuantiles(armC, options.method)];
      if (typeof t === 'string') return t;
      if (typeof c === 'string') return c;
      const effect = afterSds(
        { meanT: t.mean, sdT: t.sd, nT: armT.n, meanC: c.mean, sdC: c.sd, nC: armC.n },
        options,
      );
      if (typeof effect === 'string') return effect;
      return { meanT: t.mean, meanC: c.mean, skewed: t.skewed || c.skewed, ...effect };
    },
  }),
  shape({
    id: 'median-iqr',
    family: 'tool',
    fields: { q1: number, median: number, q3: number, n: count },
    options: { method },
    formula: 'mean = w (q1 + q3)/2 + (1 − w) m, w = .7 + .39/n; SD = (q3 − q1)/η',
    source,
    compute: (input, options) => fromQuantiles(input, options.method),
  }),
  shape({
    id: 'median-range',
    family: 'tool',
    fields: { min: number, median: number, max: number, n: count },
    options: { method },
    formula: 'mean = w (a + b)/2 + (1 − w) m, w = 4/(4 + n^.75); SD = (b − a)/ξ',
    source,
    compute: (input, options) => fromQuantiles(input, options.method),
  }),
  shape({
    id: 'five-number',
    family: 'tool',
    fields: { min: number, q1: number, median: number, q3: number, max: number, n: count },
    options: { method },
    formula: 'mean = w1 (a + b)/2 + w2 (q1 + q3)/2 + (1 − w1 − w2) m; SD = w (b − a)/ξ + (1 − w)(q3 − q1)/η',
    source,
    compute: (input, options) => fromQuantiles(input, options.method),
  }),
];
