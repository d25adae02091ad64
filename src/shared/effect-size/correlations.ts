import { z } from '../kernel/schema';
import { normalCdf } from '../statistics';
import { properCorrelation, spreads } from './checks';
import { effectOf, ratioOf } from './effect';
import { logOddsPerSmd } from './ratios';
import { count, number, shape, type Shape } from './shape';
import { approximateJ, exactJ } from './small-sample';

/** Correlations as effects, and translations between kinds of effect. */
export const correlationShapes: readonly Shape[] = [
  shape({
    id: 'correlation',
    family: 'correlation',
    fields: { r: number, n: count },
    options: { measure: z.enum(['ZCOR', 'COR', 'UCOR', 'D']).default('ZCOR') },
    formula: 'z = atanh r, v = 1/(n − 3); COR: r, v = (1 − r²)²/(n − 1); D: 2r / √(1 − r²)',
    source: 'Fisher 1921; Olkin & Pratt 1958 (UCOR); Borenstein et al. 2009, ch. 6 and 7',
    compute({ r, n }, { measure }) {
      const refused = properCorrelation(r);
      if (refused) return refused;
      if (n < 4) return 'n-too-small';
      const vr = (1 - r * r) ** 2 / (n - 1);
      switch (measure) {
        case 'ZCOR': {
          const effect = effectOf(Math.atanh(r), 1 / (n - 3));
          return { ...effect, r, rLow: Math.tanh(effect.ciLow), rHigh: Math.tanh(effect.ciHigh) };
        }
        case 'COR':
          return effectOf(r, vr);
        case 'UCOR': {
          const unbiased = r * gauss(0.5, 0.5, (n - 2) / 2, 1 - r * r);
          return effectOf(unbiased, (1 - unbiased * unbiased) ** 2 / (n - 1));
        }
        case 'D':
          return { vr, ...effectOf((2 * r) / Math.sqrt(1 - r * r), (4 * vr) / (1 - r * r) ** 3) };
      }
    },
  }),
  shape({
    id: 'smd-to-r',
    family: 'tool',
    fields: { d: number, vd: number, nT: count, nC: count },
    options: {},
    formula: 'a = N²/(nT nC); r = d / √(d² + a); v = a² vd / (d² + a)³',
    source: 'Borenstein et al. 2009, ch. 7',
    compute({ d, vd, nT, nC }) {
      const refused = spreads(vd);
      if (refused) return refused;
      if (nT < 1 || nC < 1) return 'n-too-small';
      const a = (nT + nC) ** 2 / (nT * nC);
      return { r: d / Math.sqrt(d * d + a), vr: (a * a * vd) / (d * d + a) ** 3, a };
    },
  }),
  shape({
    id: 'smd-to-log-or',
    family: 'tool',
    fields: { d: number, vd: number },
    options: { method: z.enum(['logistic', 'cox']).default('logistic') },
    formula: 'ln OR = d · π/√3 (logistic) or d · 1.65 (Cox)',
    source: 'Hasselblad & Hedges 1995; Cox & Snell 1989',
    compute: ({ d, vd }, { method }) =>
      spreads(vd) ?? ratioOf(d * logOddsPerSmd[method], vd * logOddsPerSmd[method] ** 2),
  }),
  shape({
    id: 'effect-translations',
    family: 'tool',
    fields: { d: number },
    options: {},
    formula: 'Φ(d/√2), Φ(d), 2Φ(−|d|/2), d/√(d² + 4), exp(d π/√3)',
    source: 'McGraw & Wong 1992; Cohen 1988; Chinn 2000',
    compute: ({ d }) => ({
      probabilityOfSuperiority: normalCdf(d / Math.SQRT2),
      cohensU3: normalCdf(d),
      overlap: 2 * normalCdf(-Math.abs(d) / 2),
      r: d / Math.sqrt(d * d + 4),
      oddsRatio: Math.exp(d * logOddsPerSmd.logistic),
    }),
  }),
  shape({
    id: 'smd-to-units',
    family: 'tool',
    fields: { g: number, ciLow: number.optional(), ciHigh: number.optional(), sd: number },
    options: {},
    formula: 'md = g · SD of a familiar instrument',
    source: 'Cochrane Handbook 15.5.3.2',
    compute: ({ g, ciLow, ciHigh, sd }) =>
      spreads(sd) ?? {
        md: g * sd,
        ...(ciLow === undefined ? {} : { ciLow: ciLow * sd }),
        ...(ciHigh === undefined ? {} : { ciHigh: ciHigh * sd }),
      },
  }),
  shape({
    id: 'small-sample-j',
    family: 'tool',
    fields: { df: number },
    options: {},
    formula: 'J(m) = Γ(m/2) / (√(m/2) Γ((m − 1)/2)); approximately 1 − 3/(4m − 1)',
    source: 'Hedges 1981',
    compute: ({ df }) => (df < 2 ? 'df-too-small' : { exact: exactJ(df), approx: approximateJ(df) }),
  }),
];

/** Gauss' hypergeometric series 2F1(a, b; c; x) for 0 <= x < 1 and c > a + b - 1; terms fall at least like x^k. */
function gauss(a: number, b: number, c: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 0; k < 10_000 && Math.abs(term) > sum * 1e-17; k += 1) {
    term *= ((a + k) * (b + k) * x) / ((c + k) * (k + 1));
    sum += term;
  }
  return sum;
}
