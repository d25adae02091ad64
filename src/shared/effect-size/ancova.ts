import { z } from '../kernel/schema';
import { firstOf, properCorrelation, sizes, spreads } from './checks';
import { seFromInterval } from './differences';
import { effectOf } from './effect';
import { count, higherArm, level, number, shape, type Outcome, type Shape } from './shape';
import { exactJ } from './small-sample';
import { pooledSd } from './smd';
import { signOf } from './test-statistics';

/**
 * Differences adjusted for covariates, standardised by the raw SD (Borenstein, in Cooper, Hedges & Valentine 2009, ch.
 * 12). r is the correlation between covariates and outcome, √R².
 */

type Adjusted = {
  readonly d: number;
  readonly nT: number;
  readonly nC: number;
  readonly r: number;
  readonly nCovariates: number;
};

const ancovaOptions = {
  measure: z.enum(['SMD']).default('SMD'),
  varianceFormula: z.enum(['LS2', 'LS']).default('LS2'),
};
const common = { nT: count, nC: count, r: number, nCovariates: count.min(0).default(1) };
const tail = 'g = J(nT + nC − 2 − q) · d; v = J² ((1 − r²)(1/nT + 1/nC) + d²/(2N))';

function adjustedSmd({ d, nT, nC, r, nCovariates }: Adjusted, formula: 'LS' | 'LS2', beside = {}): Outcome {
  const df = nT + nC - 2 - nCovariates;
  if (df < 2) return 'df-too-small';
  const J = exactJ(df);
  const g = J * d;
  const base = (1 - r * r) * (1 / nT + 1 / nC);
  const n = nT + nC;
  const v = formula === 'LS2' ? J * J * (base + (d * d) / (2 * n)) : base + (g * g) / (2 * n);
  return { ...beside, d, J, ...effectOf(g, v) };
}

/** An adjusted difference divided by the raw SD. */
function overRawSd(
  difference: number,
  sdStandardizer: number,
  rest: Omit<Adjusted, 'd'>,
  formula: 'LS' | 'LS2',
  beside = {},
): Outcome {
  const refused = firstOf(sizes(rest.nT, rest.nC), spreads(sdStandardizer), properCorrelation(rest.r));
  if (refused) return refused;
  if (sdStandardizer === 0) return 'pooled-sd-zero';
  return adjustedSmd({ d: difference / sdStandardizer, ...rest }, formula, { ...beside, sdStandardizer });
}

export const ancovaShapes: readonly Shape[] = [
  shape({
    id: 'ancova-means-sd',
    family: 'adjusted',
    fields: { adjMeanT: number, sdT: number, adjMeanC: number, sdC: number, ...common },
    options: ancovaOptions,
    formula: `d = (adjMeanT − adjMeanC) / pooled raw SD; ${tail}`,
    source: 'Borenstein 2009, in Cooper, Hedges & Valentine, ch. 12',
    compute({ adjMeanT, adjMeanC, sdT, sdC, ...rest }, { varianceFormula }) {
      const refused = firstOf(sizes(rest.nT, rest.nC), spreads(sdT, sdC));
      if (refused) return refused;
      return overRawSd(adjMeanT - adjMeanC, pooledSd(sdT, rest.nT, sdC, rest.nC), rest, varianceFormula);
    },
  }),
  shape({
    id: 'ancova-means-residual-sd',
    family: 'adjusted',
    fields: { adjMeanT: number, adjMeanC: number, sdResidual: number, ...common },
    options: ancovaOptions,
    formula: `raw SD = sdResidual / √(1 − r²); ${tail}`,
    source: 'Borenstein 2009, in Cooper, Hedges & Valentine, ch. 12',
    compute({ adjMeanT, adjMeanC, sdResidual, ...rest }, { varianceFormula }) {
      const refused = firstOf(sizes(rest.nT, rest.nC), spreads(sdResidual), properCorrelation(rest.r));
      if (refused) return refused;
      const raw = sdResidual / Math.sqrt(1 - rest.r ** 2);
      return overRawSd(adjMeanT - adjMeanC, raw, rest, varianceFormula);
    },
  }),
  shape({
    id: 'ancova-means-se',
    family: 'adjusted',
    fields: { adjMeanT: number, seT: number, adjMeanC: number, seC: number, ...common },
    options: ancovaOptions,
    formula: `residual SD = se · √n per arm, pooled; raw SD = residual SD / √(1 − r²); ${tail}`,
    source: 'Borenstein 2009, in Cooper, Hedges & Valentine, ch. 12; Cochrane Handbook 6.5.2.2',
    compute({ adjMeanT, adjMeanC, seT, seC, ...rest }, { varianceFormula }) {
      const refused = firstOf(sizes(rest.nT, rest.nC), spreads(seT, seC), properCorrelation(rest.r));
      if (refused) return refused;
      const sdResidualT = seT * Math.sqrt(rest.nT);
      const sdResidualC = seC * Math.sqrt(rest.nC);
      const residual = pooledSd(sdResidualT, rest.nT, sdResidualC, rest.nC);
      return overRawSd(adjMeanT - adjMeanC, residual / Math.sqrt(1 - rest.r ** 2), rest, varianceFormula, {
        sdResidualT,
        sdResidualC,
      });
    },
  }),
  shape({
    id: 'ancova-t',
    family: 'adjusted',
    fields: { t: number, ...common },
    options: ancovaOptions,
    formula: `d = t · √(1/nT + 1/nC) · √(1 − r²); ${tail}`,
    source: 'Borenstein 2009, in Cooper, Hedges & Valentine, ch. 12',
    compute: ({ t, ...rest }, { varianceFormula }) => fromAdjustedT(t, rest, varianceFormula),
  }),
  shape({
    id: 'ancova-f',
    family: 'adjusted',
    fields: { f: number, higherArm, ...common },
    options: ancovaOptions,
    formula: `t = ±√F; d = t · √(1/nT + 1/nC) · √(1 − r²); ${tail}`,
    source: 'Borenstein 2009, in Cooper, Hedges & Valentine, ch. 12',
    compute({ f, higherArm: higher, ...rest }, { varianceFormula }) {
      if (higher === undefined) return 'direction-missing';
      if (f < 0) return 'bad-input';
      return fromAdjustedT(signOf(higher) * Math.sqrt(f), rest, varianceFormula);
    },
  }),
  shape({
    id: 'ancova-md-ci',
    family: 'adjusted',
    fields: {
      md: number,
      ciLow: number,
      ciHigh: number,
      level,
      nT: count,
      nC: count,
      nCovariates: count.min(0).default(1),
      r: number.optional(),
      sdRaw: number.optional(),
    },
    options: { ...ancovaOptions, measure: z.enum(['MD', 'SMD']).default('MD') },
    formula: `SE = (high − low) / (2 t(nT + nC − 2 − q)); raw SD as given, else SE / √(1/nT + 1/nC) / √(1 − r²); ${tail}`,
    source: 'Borenstein 2009, in Cooper, Hedges & Valentine, ch. 12; Cochrane Handbook 6.5.2.3',
    compute({ md, ciLow, ciHigh, nT, nC, nCovariates, r, sdRaw, ...rest }, { measure, varianceFormula }) {
      const df = nT + nC - 2 - nCovariates;
      const refused = sizes(nT, nC) ?? (df < 1 ? 'df-too-small' : null);
      if (refused) return refused;
      const seMd = seFromInterval(md, ciLow, ciHigh, rest.level, df);
      if (typeof seMd === 'string') return seMd;
      if (measure === 'MD') return { seMd, ...effectOf(md, seMd * seMd) };
      if (r === undefined) return 'bad-input';
      const outside = properCorrelation(r);
      if (outside) return outside;
      const raw = sdRaw ?? seMd / Math.sqrt(1 / nT + 1 / nC) / Math.sqrt(1 - r * r);
      return overRawSd(md, raw, { nT, nC, r, nCovariates }, varianceFormula, { seMd });
    },
  }),
];

function fromAdjustedT(t: number, rest: Omit<Adjusted, 'd'>, formula: 'LS' | 'LS2'): Outcome {
  const refused = firstOf(sizes(rest.nT, rest.nC), properCorrelation(rest.r));
  if (refused) return refused;
  const d = t * Math.sqrt(1 / rest.nT + 1 / rest.nC) * Math.sqrt(1 - rest.r ** 2);
  return adjustedSmd({ d, ...rest }, formula);
}
