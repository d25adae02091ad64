import { z } from '../kernel/schema';
import { firstOf, properCorrelation, sizes, spreads } from './checks';
import { effectOf } from './effect';
import { standardised, withinSd } from './means';
import { smdOnly } from './options';
import { count, number, shape, type Shape } from './shape';
import { smdFromD } from './smd';

/** Coefficients of the arm (1 intervention, 0 comparator) in a regression. */
export const regressionShapes: readonly Shape[] = [
  shape({
    id: 'regression-b',
    family: 'regression',
    fields: { b: number, sdY: number, nT: count, nC: count },
    options: smdOnly,
    formula: 'sdPooled² = (sdY² (N − 1) − b² nT nC / N) / (N − 2); d = b / sdPooled; g = J(N − 2) · d',
    source: 'Lipsey & Wilson 2001',
    compute({ b, sdY, nT, nC }, { varianceFormula }) {
      const refused = firstOf(sizes(nT, nC), spreads(sdY));
      if (refused) return refused;
      return standardised(b, withinSd(sdY, b, nT, nC), nT, nC, { measure: 'SMD', varianceFormula });
    },
  }),
  shape({
    id: 'regression-beta',
    family: 'regression',
    fields: { beta: number, nT: count, nC: count },
    options: smdOnly,
    formula: 'd = β · √(N (N − 2) / (nT nC (1 − β²))); g = J(N − 2) · d',
    source: 'Lipsey & Wilson 2001',
    compute({ beta, nT, nC }, { varianceFormula }) {
      const refused = firstOf(sizes(nT, nC), properCorrelation(beta));
      if (refused) return refused;
      const n = nT + nC;
      const d = beta * Math.sqrt((n * (n - 2)) / (nT * nC * (1 - beta * beta)));
      return smdFromD(d, nT, nC, varianceFormula);
    },
  }),
  shape({
    id: 'regression-b-se',
    family: 'regression',
    fields: { b: number, se: number, sd: number.optional() },
    options: { measure: z.enum(['MD', 'SMD']).default('MD') },
    formula: 'MD = b, v = SE²; SMD = b / sd, v = (SE / sd)², no small-sample correction',
    source: 'Cochrane Handbook 6.5.2.3; a reference SD counts as known',
    compute({ b, se, sd }, { measure }) {
      const refused = spreads(se, sd ?? 0);
      if (refused) return refused;
      const t = b / se;
      if (measure === 'MD') return { t, ...effectOf(b, se * se) };
      if (sd === undefined) return 'bad-input';
      if (sd === 0) return 'pooled-sd-zero';
      return { t, ...effectOf(b / sd, (se / sd) ** 2) };
    },
  }),
];
