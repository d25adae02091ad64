import { z } from '../kernel/schema';
import { firstOf, sizes, spreads } from './checks';
import { count, number, shape, type Shape } from './shape';

/** Scores moved to another scale, and SDs put together. */
export const scaleShapes: readonly Shape[] = [
  shape({
    id: 'reverse-scale',
    family: 'tool',
    fields: { mean: number, sd: number, scaleMin: number, scaleMax: number },
    options: {},
    formula: 'mean′ = min + max − mean; SD unchanged',
    source: 'Cochrane Handbook 6.5.1.2',
    compute: ({ mean, sd, scaleMin, scaleMax }) => spreads(sd) ?? { mean: scaleMin + scaleMax - mean, sd },
  }),
  shape({
    id: 'rescale-scale',
    family: 'tool',
    fields: { mean: number, sd: number, fromMin: number, fromMax: number, toMin: number, toMax: number },
    options: {},
    formula: 'mean′ = toMin + (mean − fromMin) · k, sd′ = sd · |k|, k = (toMax − toMin)/(fromMax − fromMin)',
    source: 'Thorlund et al. 2011',
    compute({ mean, sd, fromMin, fromMax, toMin, toMax }) {
      const refused = spreads(sd);
      if (refused) return refused;
      if (fromMax === fromMin) return 'bad-input';
      const k = (toMax - toMin) / (fromMax - fromMin);
      return { mean: toMin + (mean - fromMin) * k, sd: sd * Math.abs(k) };
    },
  }),
  shape({
    id: 'pooled-sd',
    family: 'tool',
    fields: { sds: z.array(number).min(1), ns: z.array(count).min(1) },
    options: {},
    formula: 'sd = √(Σ (n − 1) s² / Σ (n − 1))',
    source: 'Furukawa et al. 2006',
    compute({ sds, ns }) {
      if (sds.length !== ns.length) return 'bad-input';
      const refused = firstOf(sizes(...ns), spreads(...sds));
      if (refused) return refused;
      const squares = sds.reduce((sum, sd, at) => sum + ((ns[at] ?? 0) - 1) * sd * sd, 0);
      return { sd: Math.sqrt(squares / ns.reduce((sum, n) => sum + n - 1, 0)) };
    },
  }),
];
