import { z } from '../kernel/schema';
import { correlation, firstOf, sizes, spreads } from './checks';
import { effectOf } from './effect';
import { changeSd } from './pre-post';
import { count, number, shape, type Shape } from './shape';
import { exactJ } from './small-sample';

/** Everybody had both treatments (Cochrane Handbook 23.2.7; Elbourne et al. 2002). */
export const crossoverShapes: readonly Shape[] = [
  shape({
    id: 'crossover',
    family: 'design',
    fields: { meanT: number, sdT: number, meanC: number, sdC: number, n: count, r: number },
    options: {
      measure: z.enum(['MD', 'SMD']).default('MD'),
      smallSample: z.enum(['none', 'exact']).default('none'),
    },
    formula:
      'MD: v = (sdT² + sdC² − 2 r sdT sdC) / n; SMD: d = md / √((sdT² + sdC²)/2), v = (1/n + d²/(2n)) · 2(1 − r)',
    source: 'Cochrane Handbook 23.2.7',
    compute({ meanT, sdT, meanC, sdC, n, r }, { measure, smallSample }) {
      const refused = firstOf(sizes(n), spreads(sdT, sdC), correlation(r));
      if (refused) return refused;
      const difference = meanT - meanC;
      if (measure === 'MD') {
        const sdDifference = changeSd(sdT, sdC, r);
        return { sdDifference, ...effectOf(difference, (sdDifference * sdDifference) / n) };
      }
      const sdPooled = Math.sqrt((sdT * sdT + sdC * sdC) / 2);
      if (sdPooled === 0) return 'pooled-sd-zero';
      const d = difference / sdPooled;
      const v = (1 / n + (d * d) / (2 * n)) * 2 * (1 - r);
      if (smallSample === 'none') return { sdPooled, d, ...effectOf(d, v) };
      if (n - 1 < 2) return 'df-too-small';
      const J = exactJ(n - 1);
      return { sdPooled, d, J, ...effectOf(J * d, J * J * v) };
    },
  }),
  shape({
    id: 'crossover-paired-t',
    family: 'design',
    fields: { md: number, t: number, n: count },
    options: { measure: z.enum(['MD']).default('MD') },
    formula: 'SE = |md / t|, t of the paired test',
    source: 'Cochrane Handbook 23.2.7',
    compute({ md, t, n }) {
      const refused = sizes(n);
      if (refused) return refused;
      const se = Math.abs(md / t);
      return { sdDifference: se * Math.sqrt(n), ...effectOf(md, se * se) };
    },
  }),
];
