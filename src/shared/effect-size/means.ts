import { normalQuantile, tQuantile } from '../statistics';
import { effectOf, ratioOf, type EffectErrorCode, type EffectValues } from './effect';
import { counts, numbers, optional, type InputReader, type OptionReader, type Shape } from './shape';
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

/** Means and standard deviations of two arms on the chosen measure; the heart of most shapes. */
export function twoArmEffect(
  arms: TwoArms,
  options: OptionReader,
  defaultMeasure = 'SMD',
): EffectValues | EffectErrorCode {
  const { meanT, sdT, nT, meanC, sdC, nC } = arms;
  if (nT < 2 || nC < 2) return 'n-too-small';
  if (sdT < 0 || sdC < 0) return 'sd-negative';
  const measure = options.text('measure', defaultMeasure);
  const formula = options.text('varianceFormula', 'LS');
  const difference = meanT - meanC;
  const sd = pooledSd(sdT, nT, sdC, nC);
  const m = nT + nC - 2;
  const n = nT + nC;
  const base = 1 / nT + 1 / nC;
  switch (measure) {
    case 'SMD': {
      if (sd === 0) return 'pooled-sd-zero';
      const smd = smdFromD(difference / sd, nT, nC, formula);
      return typeof smd === 'string' ? smd : { sdPooled: sd, ...smd };
    }
    case 'MD':
      return effectOf(difference, formula === 'HO' ? sd * sd * base : (sdT * sdT) / nT + (sdC * sdC) / nC);
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
    default:
      return 'not-supported';
  }
}

const armsOf = (input: InputReader): TwoArms => ({
  meanT: input.number('meanT'),
  sdT: input.number('sdT'),
  nT: input.number('nT'),
  meanC: input.number('meanC'),
  sdC: input.number('sdC'),
  nC: input.number('nC'),
});

export const twoArmFields = [
  ...numbers('meanT', 'sdT'),
  ...counts('nT'),
  ...numbers('meanC', 'sdC'),
  ...counts('nC'),
];

export const meansShapes: readonly Shape[] = [
  {
    id: 'means-sds',
    fields: twoArmFields,
    source: 'Hedges 1981; Borenstein et al. 2009, ch. 4',
    compute: (input, options) => twoArmEffect(armsOf(input), options),
  },
  {
    id: 'means-ses',
    fields: [...numbers('meanT', 'seT'), ...counts('nT'), ...numbers('meanC', 'seC'), ...counts('nC')],
    source: 'Cochrane Handbook 6.5.2.2: SD = SE √n',
    compute(input, options) {
      const { nT, nC } = { nT: input.number('nT'), nC: input.number('nC') };
      const sdT = input.number('seT') * Math.sqrt(nT);
      const sdC = input.number('seC') * Math.sqrt(nC);
      const arms = { meanT: input.number('meanT'), sdT, nT, meanC: input.number('meanC'), sdC, nC };
      const effect = twoArmEffect(arms, options);
      return typeof effect === 'string' ? effect : { sdT, sdC, ...effect };
    },
  },
  {
    id: 'means-cis',
    fields: [
      ...numbers('meanT', 'ciLowT', 'ciHighT'),
      ...counts('nT'),
      ...numbers('meanC', 'ciLowC', 'ciHighC'),
      ...counts('nC'),
      ...optional('number', 'level'),
    ],
    source: 'Cochrane Handbook 6.5.2.2: SD = √n (upper − lower) / (2 t)',
    compute(input, options) {
      const level = input.maybe('level') ?? 0.95;
      const sdOf = (arm: 'T' | 'C'): number | EffectErrorCode => {
        const n = input.number(`n${arm}`);
        const low = input.number(`ciLow${arm}`);
        const high = input.number(`ciHigh${arm}`);
        const mean = input.number(`mean${arm}`);
        if (n < 2) return 'n-too-small';
        if (low > high) return 'ci-reversed';
        if (mean < low || mean > high) return 'estimate-outside-ci';
        const tail = 0.5 + level / 2;
        const c = options.text('ciDistribution', 't') === 'z' ? normalQuantile(tail) : tQuantile(tail, n - 1);
        return (Math.sqrt(n) * (high - low)) / (2 * c);
      };
      const sdT = sdOf('T');
      if (typeof sdT === 'string') return sdT;
      const sdC = sdOf('C');
      if (typeof sdC === 'string') return sdC;
      const effect = twoArmEffect(
        {
          meanT: input.number('meanT'),
          sdT,
          nT: input.number('nT'),
          meanC: input.number('meanC'),
          sdC,
          nC: input.number('nC'),
        },
        options,
      );
      return typeof effect === 'string' ? effect : { sdT, sdC, ...effect };
    },
  },
  {
    id: 'means-pooled-sd',
    fields: [...numbers('meanT', 'meanC', 'sdPooled'), ...counts('nT', 'nC')],
    source: 'Standardised by the reported pooled SD',
    compute(input, options) {
      const { nT, nC, sd } = { nT: input.number('nT'), nC: input.number('nC'), sd: input.number('sdPooled') };
      if (nT < 2 || nC < 2) return 'n-too-small';
      if (sd < 0) return 'sd-negative';
      return standardised(input.number('meanT') - input.number('meanC'), sd, nT, nC, options);
    },
  },
  {
    id: 'means-total-sd',
    fields: [...numbers('meanT', 'meanC', 'sdTotal'), ...counts('nT', 'nC')],
    source: 'The SD of all participants, freed of the difference between arms',
    compute(input, options) {
      const { nT, nC } = { nT: input.number('nT'), nC: input.number('nC') };
      if (nT < 2 || nC < 2) return 'n-too-small';
      const total = input.number('sdTotal');
      if (total < 0) return 'sd-negative';
      const difference = input.number('meanT') - input.number('meanC');
      return standardised(difference, withinSd(total, difference, nT, nC), nT, nC, options);
    },
  },
];

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
  options: OptionReader,
): EffectValues | EffectErrorCode {
  if (sd === 0) return 'pooled-sd-zero';
  if (options.text('measure', 'SMD') === 'MD') return effectOf(difference, sd * sd * (1 / nT + 1 / nC));
  const smd = smdFromD(difference / sd, nT, nC, options.text('varianceFormula', 'LS'));
  return typeof smd === 'string' ? smd : { sdPooled: sd, ...smd };
}
