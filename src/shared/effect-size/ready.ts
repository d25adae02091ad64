import { normalQuantile } from '../statistics';
import { effectOf, type EffectErrorCode } from './effect';
import { counts, numbers, optional, type Shape } from './shape';
import { exactJ } from './small-sample';
import { smdFromD } from './smd';

/** Effects that the report gives ready-made. */
export const readyShapes: readonly Shape[] = [
  {
    id: 'reported-d',
    fields: [...numbers('d'), { name: 'isCorrected', kind: 'boolean' }, ...counts('nT', 'nC')],
    source: 'Hedges 1981; d = g / J where the report gives the corrected value',
    compute(input, options) {
      const [nT, nC] = [input.number('nT'), input.number('nC')];
      if (nT < 2 || nC < 2) return 'n-too-small';
      if (nT + nC - 2 < 2) return 'df-too-small';
      const reported = input.number('d');
      const d = input.flag('isCorrected') ? reported / exactJ(nT + nC - 2) : reported;
      return smdFromD(d, nT, nC, options.text('varianceFormula', 'LS'));
    },
  },
  {
    id: 'generic-ci',
    fields: [...numbers('estimate', 'ciLow', 'ciHigh'), ...optional('number', 'level')],
    source: 'SE = (upper − lower) / (2 z)',
    compute(input) {
      const [estimate, low, high] = [input.number('estimate'), input.number('ciLow'), input.number('ciHigh')];
      const refused = intervalProblem(estimate, low, high);
      if (refused) return refused;
      const z = normalQuantile(0.5 + (input.maybe('level') ?? 0.95) / 2);
      return effectOf(estimate, ((high - low) / (2 * z)) ** 2);
    },
  },
  {
    id: 'generic-se',
    fields: numbers('estimate', 'se'),
    source: 'As reported',
    compute(input) {
      const se = input.number('se');
      return se < 0 ? 'sd-negative' : effectOf(input.number('estimate'), se * se);
    },
  },
];

export function intervalProblem(estimate: number, low: number, high: number): EffectErrorCode | null {
  if (low > high) return 'ci-reversed';
  return estimate < low || estimate > high ? 'estimate-outside-ci' : null;
}
