import { normalQuantile } from '../statistics';
import { interval, spreads } from './checks';
import { effectOf } from './effect';
import { level, number, shape, type Shape } from './shape';

/** Effects that the report gives ready-made, on the scale of the analysis. */
export const genericShapes: readonly Shape[] = [
  shape({
    id: 'generic-ci',
    family: 'ready',
    fields: { estimate: number, ciLow: number, ciHigh: number, level },
    options: {},
    formula: 'SE = (high − low) / (2 z)',
    source: 'Cochrane Handbook 6.3.1',
    compute({ estimate, ciLow, ciHigh, level: confidence }) {
      const refused = interval(estimate, ciLow, ciHigh);
      if (refused) return refused;
      return effectOf(estimate, ((ciHigh - ciLow) / (2 * normalQuantile(0.5 + confidence / 2))) ** 2);
    },
  }),
  shape({
    id: 'generic-se',
    family: 'ready',
    fields: { estimate: number, se: number },
    options: {},
    formula: 'as reported',
    source: 'as reported',
    compute: ({ estimate, se }) => spreads(se) ?? effectOf(estimate, se * se),
  }),
];
