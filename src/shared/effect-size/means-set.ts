import { z } from '../kernel/schema';
import { twoArmEffect, twoArmFields } from './means';
import { varianceFormula } from './options';
import { shape, type Shape } from './shape';

/** Effects of a whole set at once: the variance AV needs the mean effect of all of them. */
export const meansSetShapes: readonly Shape[] = [
  shape({
    id: 'means-sds-set',
    family: 'tool',
    fields: { rows: z.array(z.object(twoArmFields)).min(1) },
    options: {
      measure: z.enum(['SMD']).default('SMD'),
      varianceFormula: z.union([z.literal('AV'), varianceFormula]).default('AV'),
    },
    formula: 'v = 1/nT + 1/nC + ḡ² / (2N), ḡ the mean of all g weighted by N',
    source: 'Hedges 1982; metafor escalc(vtype = "AV")',
    compute({ rows }, options) {
      const averaged = options.varianceFormula === 'AV';
      const effects = [];
      for (const row of rows) {
        const formula = options.varianceFormula === 'AV' ? 'LS' : options.varianceFormula;
        const effect = twoArmEffect(row, { measure: 'SMD', varianceFormula: formula });
        if (typeof effect === 'string') return effect;
        effects.push({ yi: Number(effect['yi']), vi: Number(effect['vi']), n: row.nT + row.nC, row });
      }
      const people = effects.reduce((sum, { n }) => sum + n, 0);
      const mean = effects.reduce((sum, { yi, n }) => sum + yi * n, 0) / people;
      return {
        yi: effects.map(({ yi }) => yi),
        vi: effects.map(({ vi, n, row }) =>
          averaged ? 1 / row.nT + 1 / row.nC + (mean * mean) / (2 * n) : vi,
        ),
      };
    },
  }),
];
