import { tQuantile } from '../statistics';
import { firstOf, probability, sizes } from './checks';
import { smdOnly, type VarianceFormula } from './options';
import { count, flag, higherArm, number, shape, type Outcome, type Shape } from './shape';
import { exactJ } from './small-sample';
import { smdFromD } from './smd';

/** A standardised difference from a test of two arms (Cooper, Hedges & Valentine 2009; Lipsey & Wilson 2001). */

type Options = { readonly varianceFormula: VarianceFormula };
const sizeFields = { nT: count, nC: count };
const dOfT = 'd = t · √(1/nT + 1/nC); g = J(nT + nC − 2) · d';

/** d from the t of an independent test. */
function fromT(t: number, nT: number, nC: number, options: Options, beside = {}): Outcome {
  const refused = sizes(nT, nC);
  if (refused) return refused;
  const smd = smdFromD(t * Math.sqrt(1 / nT + 1 / nC), nT, nC, options.varianceFormula);
  return typeof smd === 'string' ? smd : { ...beside, ...smd };
}

export const signOf = (higher: 'T' | 'C'): number => (higher === 'T' ? 1 : -1);

export const statisticShapes: readonly Shape[] = [
  shape({
    id: 't-test',
    family: 'statistic',
    fields: { t: number, ...sizeFields },
    options: smdOnly,
    formula: dOfT,
    source: 'Lipsey & Wilson 2001',
    compute: ({ t, nT, nC }, options) => fromT(t, nT, nC, options),
  }),
  shape({
    id: 't-test-total-n',
    family: 'statistic',
    fields: { t: number, nTotal: count },
    options: smdOnly,
    formula: `nT = nC = N / 2; ${dOfT}`,
    source: 'Lipsey & Wilson 2001; arms assumed equal',
    compute: ({ t, nTotal }, options) => fromT(t, nTotal / 2, nTotal / 2, options),
  }),
  shape({
    id: 'f-test',
    family: 'statistic',
    fields: { f: number, higherArm, ...sizeFields },
    options: smdOnly,
    formula: `t = ±√F, one degree of freedom between two arms; ${dOfT}`,
    source: 'Lipsey & Wilson 2001',
    compute({ f, higherArm: higher, nT, nC }, options) {
      if (higher === undefined) return 'direction-missing';
      if (f < 0) return 'bad-input';
      const t = signOf(higher) * Math.sqrt(f);
      return fromT(t, nT, nC, options, { t });
    },
  }),
  shape({
    id: 'p-value',
    family: 'statistic',
    fields: {
      p: number,
      tails: number.default(2),
      higherArm,
      ...sizeFields,
    },
    options: smdOnly,
    formula: `t = ±t(1 − p/tails, nT + nC − 2); ${dOfT}`,
    source: 'Cochrane Handbook 6.5.2.3; Lipsey & Wilson 2001',
    compute({ p, tails, higherArm: higher, nT, nC }, options) {
      const refused = firstOf(
        higher === undefined ? 'direction-missing' : null,
        probability(p),
        sizes(nT, nC),
      );
      if (refused) return refused;
      if (tails !== 1 && tails !== 2) return 'bad-input';
      const t = signOf(higher ?? 'T') * tQuantile(1 - p / tails, nT + nC - 2);
      return fromT(t, nT, nC, options, { t });
    },
  }),
  shape({
    id: 'eta-squared',
    family: 'statistic',
    fields: { eta2: number, higherArm, ...sizeFields },
    options: smdOnly,
    formula: `F = η² (nT + nC − 2) / (1 − η²); t = ±√F; ${dOfT}`,
    source: 'Cohen 1988; one-way, two arms',
    compute({ eta2, higherArm: higher, nT, nC }, options) {
      if (higher === undefined) return 'direction-missing';
      if (eta2 < 0 || eta2 >= 1) return 'r-out-of-range';
      const f = (eta2 * (nT + nC - 2)) / (1 - eta2);
      const t = signOf(higher) * Math.sqrt(f);
      return fromT(t, nT, nC, options, { f, t });
    },
  }),
  shape({
    id: 'reported-d',
    family: 'ready',
    fields: { d: number, isCorrected: flag.default(false), ...sizeFields },
    options: smdOnly,
    formula: 'd as reported, or g / J where it is the corrected one; g = J(nT + nC − 2) · d',
    source: 'Hedges 1981',
    compute({ d, isCorrected, nT, nC }, options) {
      const refused = sizes(nT, nC);
      if (refused) return refused;
      if (nT + nC - 2 < 2) return 'df-too-small';
      return smdFromD(isCorrected ? d / exactJ(nT + nC - 2) : d, nT, nC, options.varianceFormula);
    },
  }),
];
