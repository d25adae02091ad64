import { normalCdf, normalQuantile } from '../statistics';
import type { Shape } from './shape';
import { numbers, optional } from './shape';

/** Methods for a number needed to treat from a standardised mean difference. 1/g is not one of them. */
export type NntMethod = 'kraemer-kupfer' | 'furukawa-leucht';

/**
 * Patients to treat for one more good outcome; negative values are a number needed to harm.
 * @param g oriented so that positive favours the intervention
 * @param cer control event rate, for Furukawa & Leucht 2011
 */
export function nntFromG(
  g: number,
  method: NntMethod,
  cer: number | undefined,
  eventIsGood: boolean,
): number {
  if (method === 'kraemer-kupfer') return 1 / (2 * normalCdf(g / Math.SQRT2) - 1);
  const rate = cer ?? Number.NaN;
  return eventIsGood
    ? 1 / (normalCdf(g + normalQuantile(rate)) - rate)
    : 1 / (rate - normalCdf(normalQuantile(rate) - g));
}

export const nntShapes: readonly Shape[] = [
  {
    id: 'nnt',
    fields: [
      ...numbers('g'),
      ...optional('number', 'gLow', 'gHigh', 'cer'),
      ...optional('boolean', 'eventIsGood'),
    ],
    source: 'Kraemer & Kupfer 2006; Furukawa & Leucht 2011',
    compute(input, options) {
      const method =
        options.text('method', 'kraemer-kupfer') === 'furukawa-leucht' ? 'furukawa-leucht' : 'kraemer-kupfer';
      const cer = input.maybe('cer') ?? options.maybe('cer');
      if (method === 'furukawa-leucht' && (cer === undefined || cer <= 0 || cer >= 1))
        return 'cer-out-of-range';
      const good = input.values['eventIsGood'] ?? options.values['eventIsGood'];
      const at = (g: number): number => nntFromG(g, method, cer, good !== false);
      const g = input.number('g');
      if (g === 0) return 'nnt-infinite';
      const [low, high] = [input.maybe('gLow'), input.maybe('gHigh')];
      const nnt = at(g);
      return {
        nnt,
        nntRoundedUp: Math.ceil(Math.abs(nnt)),
        kind: nnt < 0 ? 'harm' : 'benefit',
        ...(low === undefined ? {} : { atGLow: at(low) }),
        ...(high === undefined ? {} : { atGHigh: at(high) }),
        ...(low === undefined || high === undefined ? {} : { ciCrossesInfinity: low <= 0 && high >= 0 }),
      };
    },
  },
];
