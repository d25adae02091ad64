import { z } from '../kernel/schema';
import { normalQuantile } from '../statistics';
import { eventRate, firstOf, interval, positive, probability, spreads } from './checks';
import { effectOf, ratioOf, type EffectErrorCode } from './effect';
import { number, level, shape, type Outcome, type Shape } from './shape';

/** Odds, risk, hazard and rate ratios as reports print them; analysed as natural logarithms. */

export const ratioType = z.enum(['OR', 'RR', 'HR', 'IRR']).default('OR');
export const ratioFields = {
  ratioType,
  estimate: number,
  ciLow: number,
  ciHigh: number,
  level,
};
const convertTo = z.enum(['none', 'smd-logistic', 'smd-cox']).default('none');
type Conversion = z.infer<typeof convertTo>;

/** ln(OR) to d: √3/π by the logistic distribution, 1/1.65 after Cox. */
export const logOddsPerSmd: { readonly [C in 'logistic' | 'cox']: number } = {
  logistic: Math.PI / Math.sqrt(3),
  cox: 1.65,
};

/** A log ratio, or the standardised difference it stands for. */
function converted(yi: number, se: number, conversion: Conversion): Outcome {
  if (conversion === 'none') return ratioOf(yi, se * se);
  const scale = logOddsPerSmd[conversion === 'smd-logistic' ? 'logistic' : 'cox'];
  return effectOf(yi / scale, (se / scale) ** 2);
}

export type RatioInput = {
  readonly estimate: number;
  readonly ciLow: number;
  readonly ciHigh: number;
  readonly level: number;
};

/** Log ratio, its SE, and how far the interval is from symmetric on the log scale (above 0.10 deserves a warning). */
export function logRatio({
  estimate,
  ciLow,
  ciHigh,
  level: confidence,
}: RatioInput): { yi: number; se: number; asymmetry: number } | EffectErrorCode {
  const refused = firstOf(positive(estimate, ciLow, ciHigh), interval(estimate, ciLow, ciHigh));
  if (refused) return refused;
  const [yi, low, high] = [Math.log(estimate), Math.log(ciLow), Math.log(ciHigh)];
  const width = high - low;
  return {
    yi,
    se: width / (2 * normalQuantile(0.5 + confidence / 2)),
    asymmetry: width === 0 ? 0 : Math.abs(high - yi - (yi - low)) / width,
  };
}

export const ratioShapes: readonly Shape[] = [
  shape({
    id: 'ratio-ci',
    family: 'ratio',
    fields: ratioFields,
    options: { convertTo },
    formula: 'y = ln estimate; SE = (ln high − ln low) / (2 z)',
    source: 'Cochrane Handbook 6.3.2; Chinn 2000 for the conversion',
    compute(input, options) {
      const ratio = logRatio(input);
      if (typeof ratio === 'string') return ratio;
      const effect = converted(ratio.yi, ratio.se, options.convertTo);
      return typeof effect === 'string' ? effect : { asymmetry: ratio.asymmetry, ...effect };
    },
  }),
  shape({
    id: 'ratio-p',
    family: 'ratio',
    fields: { ratioType, estimate: number, p: number },
    options: { convertTo },
    formula: 'y = ln estimate; SE = |y| / z(1 − p/2), p two-sided',
    source: 'Cochrane Handbook 6.3.2',
    compute: ({ estimate, p }, options) =>
      firstOf(positive(estimate), probability(p)) ??
      converted(
        Math.log(estimate),
        Math.abs(Math.log(estimate)) / normalQuantile(1 - p / 2),
        options.convertTo,
      ),
  }),
  shape({
    id: 'ratio-se',
    family: 'ratio',
    fields: { ratioType, estimate: number, seLog: number },
    options: { convertTo },
    formula: 'y = ln estimate; SE as given on the log scale',
    source: 'Cochrane Handbook 6.3.2',
    compute: ({ estimate, seLog }, options) =>
      firstOf(positive(estimate), spreads(seLog)) ?? converted(Math.log(estimate), seLog, options.convertTo),
  }),
  shape({
    id: 'or-to-rr',
    family: 'tool',
    fields: { or: number, ciLow: number.optional(), ciHigh: number.optional(), cer: number },
    options: {},
    formula: 'RR = OR / (1 − cer (1 − OR)); risk difference = cer (RR − 1)',
    source: 'Cochrane Handbook 15.4.4',
    compute({ or, ciLow, ciHigh, cer }) {
      const refused = firstOf(
        positive(or, ciLow, ciHigh),
        ciLow === undefined || ciHigh === undefined ? null : interval(or, ciLow, ciHigh),
        eventRate(cer),
      );
      if (refused) return refused;
      const riskRatio = (odds: number): number => odds / (1 - cer * (1 - odds));
      const rr = riskRatio(or);
      return {
        rr,
        ...(ciLow === undefined ? {} : { rrLow: riskRatio(ciLow) }),
        ...(ciHigh === undefined ? {} : { rrHigh: riskRatio(ciHigh) }),
        riskDifference: cer * (rr - 1),
      };
    },
  }),
];
