import { normalQuantile, tQuantile } from '../statistics';
import { firstOf, interval, probability, sizes, spreads } from './checks';
import { effectOf, type EffectErrorCode } from './effect';
import { ciDistribution, mdOrSmd, type VarianceFormula } from './options';
import { count, level, number, shape, type Outcome, type Shape } from './shape';
import { smdFromD } from './smd';

/** A difference of two means with something that gives its standard error (Cochrane Handbook 6.5.2.3). */

type Options = { readonly measure: 'MD' | 'SMD'; readonly varianceFormula: VarianceFormula };

const sizeFields = { nT: count, nC: count };
const tail = 'sdPooled = SE / √(1/nT + 1/nC); d = md / sdPooled; g = J(nT + nC − 2) · d';

function differenceEffect(md: number, se: number, nT: number, nC: number, options: Options): Outcome {
  const refused = firstOf(sizes(nT, nC), spreads(se));
  if (refused) return refused;
  const sdPooled = se / Math.sqrt(1 / nT + 1 / nC);
  if (options.measure === 'MD') return { sdPooled, ...effectOf(md, se * se) };
  if (sdPooled === 0) return 'pooled-sd-zero';
  const smd = smdFromD(md / sdPooled, nT, nC, options.varianceFormula);
  return typeof smd === 'string' ? smd : { sdPooled, ...smd };
}

/** SE of a difference from its interval: (high - low) / (2c). */
export function seFromInterval(
  estimate: number,
  low: number,
  high: number,
  confidence: number,
  df: number | null,
): number | EffectErrorCode {
  const refused = interval(estimate, low, high);
  if (refused) return refused;
  const upper = 0.5 + confidence / 2;
  return (high - low) / (2 * (df === null ? normalQuantile(upper) : tQuantile(upper, df)));
}

export const differenceShapes: readonly Shape[] = [
  shape({
    id: 'md-se',
    family: 'difference',
    fields: { md: number, se: number, ...sizeFields },
    options: mdOrSmd,
    formula: tail,
    source: 'Cochrane Handbook 6.5.2.3',
    compute: ({ md, se, nT, nC }, options) => differenceEffect(md, se, nT, nC, options),
  }),
  shape({
    id: 'md-ci',
    family: 'difference',
    fields: { md: number, ciLow: number, ciHigh: number, level, ...sizeFields },
    options: { ...mdOrSmd, ciDistribution },
    formula: `SE = (high − low) / (2 t(nT + nC − 2)); ${tail}`,
    source: 'Cochrane Handbook 6.5.2.3',
    compute({ md, ciLow, ciHigh, nT, nC, ...rest }, options) {
      const refused = sizes(nT, nC);
      if (refused) return refused;
      const df = options.ciDistribution === 'z' ? null : nT + nC - 2;
      const se = seFromInterval(md, ciLow, ciHigh, rest.level, df);
      return typeof se === 'string' ? se : differenceEffect(md, se, nT, nC, options);
    },
  }),
  shape({
    id: 'md-t',
    family: 'difference',
    fields: { md: number, t: number, ...sizeFields },
    options: mdOrSmd,
    formula: `SE = |md / t|; ${tail}`,
    source: 'Cochrane Handbook 6.5.2.3',
    compute: ({ md, t, nT, nC }, options) => differenceEffect(md, Math.abs(md / t), nT, nC, options),
  }),
  shape({
    id: 'md-p',
    family: 'difference',
    fields: { md: number, p: number, ...sizeFields },
    options: mdOrSmd,
    formula: `SE = |md| / t(1 − p/2, nT + nC − 2), p two-sided; ${tail}`,
    source: 'Cochrane Handbook 6.5.2.3',
    compute({ md, p, nT, nC }, options) {
      const refused = firstOf(sizes(nT, nC), probability(p));
      if (refused) return refused;
      return differenceEffect(md, Math.abs(md) / tQuantile(1 - p / 2, nT + nC - 2), nT, nC, options);
    },
  }),
];
