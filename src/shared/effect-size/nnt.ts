import { z } from '../kernel/schema';
import { normalCdf, normalQuantile } from '../statistics';
import { eventRate, events, firstOf, positive } from './checks';
import { count, flag, number, shape, type Shape } from './shape';

/**
 * Methods for a number needed to treat from a standardised mean difference. A number is never given without the name of
 * its method: they differ. 1/g is not one of them.
 */
export const nntMethods = ['kraemer-kupfer', 'furukawa-leucht'] as const;
export type NntMethod = (typeof nntMethods)[number];

/** Always printed with the method's name and, where it has one, the control event rate. */
export const nntSources: { readonly [M in NntMethod]: string } = {
  'kraemer-kupfer': 'Kraemer & Kupfer 2006',
  'furukawa-leucht': 'Furukawa & Leucht 2011',
};

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
  shape({
    id: 'nnt',
    family: 'tool',
    fields: {
      g: number,
      gLow: number.optional(),
      gHigh: number.optional(),
      cer: number.optional(),
      eventIsGood: flag.default(true),
    },
    options: { method: z.enum(nntMethods).default('kraemer-kupfer') },
    formula: 'Kraemer–Kupfer 1/(2Φ(g/√2) − 1); Furukawa–Leucht 1/(Φ(g + Φ⁻¹(cer)) − cer)',
    source: 'Kraemer & Kupfer 2006; Furukawa & Leucht 2011',
    compute({ g, gLow, gHigh, cer, eventIsGood }, { method }) {
      const refused = method === 'furukawa-leucht' ? eventRate(cer) : null;
      if (refused) return refused;
      if (g === 0) return 'nnt-infinite';
      const at = (value: number): number => nntFromG(value, method, cer, eventIsGood);
      const nnt = at(g);
      return {
        method,
        nnt,
        nntRoundedUp: Math.ceil(Math.abs(nnt)),
        kind: nnt < 0 ? 'harm' : 'benefit',
        ...(gLow === undefined ? {} : { atGLow: at(gLow) }),
        ...(gHigh === undefined ? {} : { atGHigh: at(gHigh) }),
        ...(gLow === undefined || gHigh === undefined ? {} : { ciCrossesInfinity: gLow <= 0 && gHigh >= 0 }),
      };
    },
  }),
  shape({
    id: 'nnt-binary',
    family: 'tool',
    fields: {
      eventsT: count.optional(),
      nT: count.optional(),
      eventsC: count.optional(),
      nC: count.optional(),
      or: number.optional(),
      rr: number.optional(),
      cer: number.optional(),
    },
    options: { from: z.enum(['rd', 'or', 'rr']).default('rd') },
    formula: '1 / |risk difference|; from OR: eer = OR cer / (1 − cer + OR cer); from RR: eer = RR cer',
    source: 'Cochrane Handbook 15.4.4',
    compute({ eventsT, nT, eventsC, nC, or, rr, cer }, { from }) {
      if (from === 'rd') {
        if (eventsT === undefined || nT === undefined || eventsC === undefined || nC === undefined)
          return 'bad-input';
        const refused = firstOf(events(eventsT, nT), events(eventsC, nC));
        if (refused) return refused;
        if (nT < 1 || nC < 1) return 'n-too-small';
        return ofRiskDifference(eventsT / nT - eventsC / nC, from);
      }
      const ratio = from === 'or' ? or : rr;
      if (ratio === undefined) return 'bad-input';
      const refused = firstOf(positive(ratio), eventRate(cer));
      if (refused || cer === undefined) return refused ?? 'cer-out-of-range';
      const eer = from === 'or' ? (ratio * cer) / (1 - cer + ratio * cer) : ratio * cer;
      return ofRiskDifference(eer - cer, from, { eer });
    },
  }),
];

function ofRiskDifference(riskDifference: number, from: string, beside = {}) {
  if (riskDifference === 0) return 'nnt-infinite';
  const nnt = 1 / Math.abs(riskDifference);
  return { method: from, riskDifference, nnt, nntRoundedUp: Math.ceil(nnt), ...beside };
}
