import { normalQuantile, tQuantile } from '../statistics';
import { firstOf, interval, sizes, spreads } from './checks';
import { effectOf, ratioOf, type EffectErrorCode } from './effect';
import { ciDistribution, meansOptions, smdOrMd, type MeansMeasure, type VarianceFormula } from './options';
import { count, level, number, shape, type Outcome, type Shape } from './shape';
import { exactJ } from './small-sample';
import { pooledSd, smdFromD } from './smd';

export type TwoArms = {
  readonly meanT: number;
  readonly sdT: number;
  readonly nT: number;
  readonly meanC: number;
  readonly sdC: number;
  readonly nC: number;
};

export type MeansOptions = {
  readonly measure: MeansMeasure;
  readonly varianceFormula: VarianceFormula | 'HO';
};

/** Means and standard deviations of two arms on the chosen measure; the heart of most shapes. */
export function twoArmEffect(arms: TwoArms, { measure, varianceFormula }: MeansOptions): Outcome {
  const { meanT, sdT, nT, meanC, sdC, nC } = arms;
  const refused = firstOf(sizes(nT, nC), spreads(sdT, sdC));
  if (refused) return refused;
  const difference = meanT - meanC;
  const sd = pooledSd(sdT, nT, sdC, nC);
  const m = nT + nC - 2;
  const n = nT + nC;
  const base = 1 / nT + 1 / nC;
  switch (measure) {
    case 'SMD': {
      if (sd === 0) return 'pooled-sd-zero';
      if (varianceFormula === 'HO') return 'not-supported';
      const smd = smdFromD(difference / sd, nT, nC, varianceFormula);
      return typeof smd === 'string' ? smd : { sdPooled: sd, ...smd };
    }
    case 'MD':
      return effectOf(
        difference,
        varianceFormula === 'HO' ? sd * sd * base : (sdT * sdT) / nT + (sdC * sdC) / nC,
      );
    case 'SMDH': {
      // Bonett (2008): standardised by the root mean square of the two SDs.
      const squares = sdT * sdT + sdC * sdC;
      if (squares === 0) return 'pooled-sd-zero';
      if (m < 2) return 'df-too-small';
      const J = exactJ(m);
      const g = (J * difference) / Math.sqrt(squares / 2);
      const v =
        J *
        J *
        ((g * g * (sdT ** 4 / (nT - 1) + sdC ** 4 / (nC - 1))) / (2 * squares * squares) +
          (2 * ((sdT * sdT) / (nT - 1) + (sdC * sdC) / (nC - 1))) / squares);
      return effectOf(g, v);
    }
    case 'SMD1': {
      // Glass: standardised by the SD of the comparator.
      if (sdC === 0) return 'pooled-sd-zero';
      if (nC - 1 < 2) return 'df-too-small';
      const g = (exactJ(nC - 1) * difference) / sdC;
      return effectOf(g, base + (g * g) / (2 * nC));
    }
    case 'ROM':
      if (meanT / meanC <= 0) return 'ratio-not-positive';
      return ratioOf(
        Math.log(meanT / meanC),
        (sdT * sdT) / (nT * meanT * meanT) + (sdC * sdC) / (nC * meanC * meanC),
      );
    case 'RPB': {
      if (sd === 0) return 'pooled-sd-zero';
      const d = difference / sd;
      const h = m / nT + m / nC;
      return effectOf(d / Math.sqrt(d * d + h), (h * h * (base + (d * d) / (2 * n))) / (h + d * d) ** 3);
    }
    case 'D2ORL': {
      if (sd === 0) return 'pooled-sd-zero';
      const d = difference / sd;
      return effectOf((d * Math.PI) / Math.sqrt(3), (Math.PI ** 2 / 3) * (base + (d * d) / (2 * n)));
    }
  }
}

/** The effect of two arms whose SDs were worked out first: those stand beside it. */
export function afterSds(
  arms: TwoArms,
  options: MeansOptions,
  names: readonly [string, string] = ['sdT', 'sdC'],
): Outcome {
  const effect = twoArmEffect(arms, options);
  return typeof effect === 'string' ? effect : { [names[0]]: arms.sdT, [names[1]]: arms.sdC, ...effect };
}

/** The SD of a mean from the interval around it: √n (high - low) / (2c), c from t(n - 1) or z. */
export function sdFromInterval(
  mean: number,
  low: number,
  high: number,
  n: number,
  level: number,
  distribution: 't' | 'z',
): number | EffectErrorCode {
  const refused = firstOf(sizes(n), interval(mean, low, high));
  if (refused) return refused;
  const tail = 0.5 + level / 2;
  const c = distribution === 'z' ? normalQuantile(tail) : tQuantile(tail, n - 1);
  return (Math.sqrt(n) * (high - low)) / (2 * c);
}

/** The SD within arms from the SD of everybody and the difference between the arms' means. */
export function withinSd(total: number, difference: number, nT: number, nC: number): number {
  const n = nT + nC;
  return Math.sqrt(
    Math.max(0, (total * total * (n - 1) - (difference * difference * nT * nC) / n) / (n - 2)),
  );
}

/** A raw difference standardised by a given SD (SMD), or as it stands (MD). */
export function standardised(
  difference: number,
  sd: number,
  nT: number,
  nC: number,
  { measure, varianceFormula }: { measure: 'SMD' | 'MD'; varianceFormula: VarianceFormula },
): Outcome {
  const refused = firstOf(sizes(nT, nC), spreads(sd));
  if (refused) return refused;
  if (measure === 'MD') return { sdPooled: sd, ...effectOf(difference, sd * sd * (1 / nT + 1 / nC)) };
  if (sd === 0) return 'pooled-sd-zero';
  const smd = smdFromD(difference / sd, nT, nC, varianceFormula);
  return typeof smd === 'string' ? smd : { sdPooled: sd, ...smd };
}

export const twoArmFields = {
  meanT: number,
  sdT: number,
  nT: count,
  meanC: number,
  sdC: number,
  nC: count,
};

const smdFormula = 'd = (meanT − meanC) / sdPooled; g = J(nT + nC − 2) · d';

export const meansShapes: readonly Shape[] = [
  shape({
    id: 'means-sds',
    family: 'means',
    fields: twoArmFields,
    options: meansOptions,
    formula: smdFormula,
    source: 'Hedges 1981; Borenstein et al. 2009, ch. 4',
    compute: twoArmEffect,
  }),
  shape({
    id: 'means-ses',
    family: 'means',
    fields: { meanT: number, seT: number, nT: count, meanC: number, seC: number, nC: count },
    options: meansOptions,
    formula: `sd = se · √n; ${smdFormula}`,
    source: 'Cochrane Handbook 6.5.2.2',
    compute: ({ meanT, seT, nT, meanC, seC, nC }, options) =>
      afterSds({ meanT, sdT: seT * Math.sqrt(nT), nT, meanC, sdC: seC * Math.sqrt(nC), nC }, options),
  }),
  shape({
    id: 'means-cis',
    family: 'means',
    fields: {
      meanT: number,
      ciLowT: number,
      ciHighT: number,
      nT: count,
      meanC: number,
      ciLowC: number,
      ciHighC: number,
      nC: count,
      level,
    },
    options: { ...meansOptions, ciDistribution },
    formula: `sd = √n · (high − low) / (2 t(n − 1)); ${smdFormula}`,
    source: 'Cochrane Handbook 6.5.2.2',
    compute({ meanT, ciLowT, ciHighT, nT, meanC, ciLowC, ciHighC, nC, ...rest }, options) {
      const sdT = sdFromInterval(meanT, ciLowT, ciHighT, nT, rest.level, options.ciDistribution);
      if (typeof sdT === 'string') return sdT;
      const sdC = sdFromInterval(meanC, ciLowC, ciHighC, nC, rest.level, options.ciDistribution);
      return typeof sdC === 'string' ? sdC : afterSds({ meanT, sdT, nT, meanC, sdC, nC }, options);
    },
  }),
  shape({
    id: 'means-pooled-sd',
    family: 'means',
    fields: { meanT: number, meanC: number, sdPooled: number, nT: count, nC: count },
    options: smdOrMd,
    formula: smdFormula,
    source: 'Hedges 1981; standardised by the reported pooled SD',
    compute: ({ meanT, meanC, sdPooled, nT, nC }, options) =>
      standardised(meanT - meanC, sdPooled, nT, nC, options),
  }),
  shape({
    id: 'means-total-sd',
    family: 'means',
    fields: { meanT: number, meanC: number, sdTotal: number, nT: count, nC: count },
    options: smdOrMd,
    formula: `sdPooled² = (sdTotal² (N − 1) − D² nT nC / N) / (N − 2), D = meanT − meanC; ${smdFormula}`,
    source: 'Lipsey & Wilson 2001',
    compute({ meanT, meanC, sdTotal, nT, nC }, options) {
      const refused = firstOf(sizes(nT, nC), spreads(sdTotal));
      if (refused) return refused;
      const difference = meanT - meanC;
      return standardised(difference, withinSd(sdTotal, difference, nT, nC), nT, nC, options);
    },
  }),
];
