import type { EventId } from '../kernel';
import type { LedgerEvent } from './event';

/**
 * The union of sets of events by event id, in order of event id. Commutative, associative, idempotent: whoever merges
 * what in which order ends with the same list.
 *
 * Two different events under one id cannot come from sound logs; should it happen, the one whose text sorts first is
 * kept by everybody, so that the law still holds.
 */
export function mergeEvents(...sets: readonly (readonly LedgerEvent[])[]): LedgerEvent[] {
  const byId = new Map<EventId, LedgerEvent>();
  for (const set of sets) {
    for (const event of set) {
      const known = byId.get(event.eventId);
      if (!known || (known !== event && textOf(event) < textOf(known))) byId.set(event.eventId, event);
    }
  }
  return [...byId.values()].sort(byEventId);
}

export const byEventId = (a: LedgerEvent, b: LedgerEvent): number =>
  a.eventId < b.eventId ? -1 : a.eventId > b.eventId ? 1 : 0;

const textOf = (event: LedgerEvent): string => JSON.stringify(event);
