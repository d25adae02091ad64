import { tQuantile } from '../statistics';
import { firstOf, probability, sizes, spreads } from './checks';
import { afterSds, sdFromInterval, twoArmEffect } from './means';
import { meansOptions } from './options';
import { count, level, number, shape, type Shape } from './shape';

/** Change from baseline within each arm; standardised by the SD of change where the measure is SMD. */

const names = ['sdChangeT', 'sdChangeC'] as const;
const smdFormula = 'd = (changeT − changeC) / sdPooled of change; g = J(nT + nC − 2) · d';

export const changeScoreShapes: readonly Shape[] = [
  shape({
    id: 'change-scores-sd',
    family: 'change',
    fields: {
      changeT: number,
      sdChangeT: number,
      nT: count,
      changeC: number,
      sdChangeC: number,
      nC: count,
    },
    options: meansOptions,
    formula: smdFormula,
    source: 'Hedges 1981; Cochrane Handbook 6.5.2.8',
    compute: ({ changeT, sdChangeT, nT, changeC, sdChangeC, nC }, options) =>
      twoArmEffect({ meanT: changeT, sdT: sdChangeT, nT, meanC: changeC, sdC: sdChangeC, nC }, options),
  }),
  shape({
    id: 'change-scores-se',
    family: 'change',
    fields: {
      changeT: number,
      seChangeT: number,
      nT: count,
      changeC: number,
      seChangeC: number,
      nC: count,
    },
    options: meansOptions,
    formula: `sdChange = se · √n; ${smdFormula}`,
    source: 'Cochrane Handbook 6.5.2.2',
    compute: ({ changeT, seChangeT, nT, changeC, seChangeC, nC }, options) =>
      afterSds(
        {
          meanT: changeT,
          sdT: seChangeT * Math.sqrt(nT),
          nT,
          meanC: changeC,
          sdC: seChangeC * Math.sqrt(nC),
          nC,
        },
        options,
        names,
      ),
  }),
  shape({
    id: 'change-scores-ci',
    family: 'change',
    fields: {
      changeT: number,
      ciLowT: number,
      ciHighT: number,
      nT: count,
      changeC: number,
      ciLowC: number,
      ciHighC: number,
      nC: count,
      level,
    },
    options: meansOptions,
    formula: `sdChange = √n · (high − low) / (2 t(n − 1)); ${smdFormula}`,
    source: 'Cochrane Handbook 6.5.2.2',
    compute({ changeT, ciLowT, ciHighT, nT, changeC, ciLowC, ciHighC, nC, ...rest }, options) {
      const sdT = sdFromInterval(changeT, ciLowT, ciHighT, nT, rest.level, 't');
      if (typeof sdT === 'string') return sdT;
      const sdC = sdFromInterval(changeC, ciLowC, ciHighC, nC, rest.level, 't');
      if (typeof sdC === 'string') return sdC;
      return afterSds({ meanT: changeT, sdT, nT, meanC: changeC, sdC, nC }, options, names);
    },
  }),
  shape({
    id: 'change-scores-t',
    family: 'change',
    fields: { changeT: number, tT: number, nT: count, changeC: number, tC: number, nC: count },
    options: meansOptions,
    formula: `sdChange = |change / t| · √n, t of the paired test within the arm; ${smdFormula}`,
    source: 'Cochrane Handbook 6.5.2.3',
    compute: ({ changeT, tT, nT, changeC, tC, nC }, options) =>
      afterSds(
        {
          meanT: changeT,
          sdT: Math.abs(changeT / tT) * Math.sqrt(nT),
          nT,
          meanC: changeC,
          sdC: Math.abs(changeC / tC) * Math.sqrt(nC),
          nC,
        },
        options,
        names,
      ),
  }),
  shape({
    id: 'change-scores-p',
    family: 'change',
    fields: { changeT: number, pT: number, nT: count, changeC: number, pC: number, nC: count },
    options: meansOptions,
    formula: `sdChange = |change| / t(1 − p/2, n − 1) · √n, p two-sided within the arm; ${smdFormula}`,
    source: 'Cochrane Handbook 6.5.2.3',
    compute({ changeT, pT, nT, changeC, pC, nC }, options) {
      const refused = firstOf(sizes(nT, nC), probability(pT), probability(pC));
      if (refused) return refused;
      const sdOf = (change: number, p: number, n: number): number =>
        (Math.abs(change) / tQuantile(1 - p / 2, n - 1)) * Math.sqrt(n);
      const arms = {
        meanT: changeT,
        sdT: sdOf(changeT, pT, nT),
        nT,
        meanC: changeC,
        sdC: sdOf(changeC, pC, nC),
        nC,
      };
      return firstOf(spreads(arms.sdT, arms.sdC)) ?? afterSds(arms, options, names);
    },
  }),
];
