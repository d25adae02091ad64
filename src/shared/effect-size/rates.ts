import { z } from '../kernel/schema';
import { firstOf, positive } from './checks';
import { effectOf, ratioOf, type EffectErrorCode } from './effect';
import { twoArmEffect, twoArmFields } from './means';
import { properCorrelation } from './checks';
import { zeroCells } from './options';
import { count, higherArm, number, shape, type Shape } from './shape';
import { signOf } from './test-statistics';

/** Events over person-time, tests of a table of events, and skewed amounts such as days in hospital. */
export const rateShapes: readonly Shape[] = [
  shape({
    id: 'rates',
    family: 'events',
    fields: { eventsT: count, personTimeT: number, eventsC: count, personTimeC: number },
    options: {
      measure: z.enum(['IRR', 'IRD']).default('IRR'),
      add: zeroCells.add,
      to: zeroCells.to,
      drop00: zeroCells.drop00,
    },
    formula: 'IRR: ln((eT/pT) / (eC/pC)), v = 1/eT + 1/eC; IRD: eT/pT − eC/pC, v = eT/pT² + eC/pC²',
    source: 'Cochrane Handbook 6.7.1',
    compute({ eventsT, personTimeT, eventsC, personTimeC }, { measure, add = 0.5, to, drop00 }) {
      const negative: EffectErrorCode | null = eventsT < 0 || eventsC < 0 ? 'events-negative' : null;
      const refused = firstOf(negative, personTimeT <= 0 || personTimeC <= 0 ? 'n-too-small' : null);
      if (refused) return refused;
      if (drop00 && eventsT === 0 && eventsC === 0) return 'double-zero-dropped';
      const corrects = to === 'all' || (to === 'only0' && (eventsT === 0 || eventsC === 0));
      const [eT, eC] = corrects ? [eventsT + add, eventsC + add] : [eventsT, eventsC];
      return measure === 'IRR'
        ? ratioOf(Math.log(eT / personTimeT / (eC / personTimeC)), 1 / eT + 1 / eC)
        : effectOf(eT / personTimeT - eC / personTimeC, eT / personTimeT ** 2 + eC / personTimeC ** 2);
    },
  }),
  shape({
    id: 'chi-square',
    family: 'events',
    fields: { chi2: number, n: count, higherArm },
    options: { measure: z.enum(['D', 'ZCOR']).default('D') },
    formula: 'φ = ±√(χ²/n); d = 2φ / √(1 − φ²), v = d² / χ²; ZCOR: atanh φ, v = 1/(n − 3)',
    source: 'Lipsey & Wilson 2001; Borenstein et al. 2009, ch. 6',
    compute({ chi2, n, higherArm: higher }, { measure }) {
      if (higher === undefined) return 'direction-missing';
      if (chi2 < 0) return 'bad-input';
      if (n < (measure === 'ZCOR' ? 4 : 2)) return 'n-too-small';
      const phi = signOf(higher) * Math.sqrt(chi2 / n);
      const refused = properCorrelation(phi);
      if (refused) return refused;
      if (measure === 'ZCOR') return { phi, ...effectOf(Math.atanh(phi), 1 / (n - 3)) };
      // d²/χ² written without χ² below the line, so that χ² = 0 has a variance too.
      return { phi, ...effectOf((2 * phi) / Math.sqrt(1 - phi * phi), 4 / (n * (1 - phi * phi))) };
    },
  }),
  shape({
    id: 'lognormal-means',
    family: 'means',
    fields: twoArmFields,
    options: { measure: z.enum(['MD']).default('MD') },
    formula: 'ln mean′ = ln mean − ½ ln(sd²/mean² + 1); ln sd′ = √ln(sd²/mean² + 1); difference of these',
    source: 'Higgins, White & Anzures-Cabrera 2008, method 1',
    compute({ meanT, sdT, nT, meanC, sdC, nC }) {
      const refused = positive(meanT, meanC);
      if (refused) return refused;
      const log = (mean: number, sd: number): readonly [number, number] => {
        const spread = Math.log((sd * sd) / (mean * mean) + 1);
        return [Math.log(mean) - spread / 2, Math.sqrt(spread)];
      };
      if (sdT < 0 || sdC < 0) return 'sd-negative';
      const [logMeanT, logSdT] = log(meanT, sdT);
      const [logMeanC, logSdC] = log(meanC, sdC);
      const effect = twoArmEffect(
        { meanT: logMeanT, sdT: logSdT, nT, meanC: logMeanC, sdC: logSdC, nC },
        { measure: 'MD', varianceFormula: 'LS' },
      );
      if (typeof effect === 'string') return effect;
      return {
        logMeanT,
        logSdT,
        logMeanC,
        logSdC,
        ...ratioOf(Number(effect['yi']), Number(effect['vi'])),
      };
    },
  }),
];
