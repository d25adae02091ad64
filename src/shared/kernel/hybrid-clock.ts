import { EventId, type DeviceId } from './ids';

/**
 * Hybrid logical clock (Kulkarni et al. 2014): ids that sort by cause and, as far as clocks agree, by time.
 * Time and device are passed in; there is no hidden clock here.
 */
export type HybridClock = {
  /** The next id of this device; greater than every id made or observed before. `now` in ms since 1970. */
  readonly next: (now: number) => EventId;
  /** Takes note of an id seen from elsewhere. */
  readonly observe: (eventId: EventId, now: number) => void;
};

/**
 * A colleague's clock that runs ahead pulls ours along so that answers sort after questions, but only by so much: a
 * laptop set to 2099 must not drag a whole team there. Beyond this its events merely sort late.
 */
const GREATEST_LEAD_MS = 24 * 60 * 60 * 1000;

const COUNTER_LIMIT = 0x10000;

export function createHybridClock(device: DeviceId, last?: EventId): HybridClock {
  let wall = last ? wallTimeOf(last) : 0;
  let counter = last ? counterOf(last) : -1;

  return {
    next(now) {
      if (now > wall) {
        wall = now;
        counter = 0;
      } else {
        counter += 1;
        if (counter >= COUNTER_LIMIT) {
          wall += 1;
          counter = 0;
        }
      }
      return EventId.parse(`${hex(wall, 12)}-${hex(counter, 4)}-${device}`);
    },
    observe(eventId, now) {
      const seen = wallTimeOf(eventId);
      if (seen > now + GREATEST_LEAD_MS) return;
      const seenCounter = counterOf(eventId);
      if (seen > wall || (seen === wall && seenCounter > counter)) {
        wall = seen;
        counter = seenCounter;
      }
    },
  };
}

/** The wall-clock part of an event id, ms since 1970. */
export const wallTimeOf = (eventId: EventId): number => Number.parseInt(eventId.slice(0, 12), 16);

const counterOf = (eventId: EventId): number => Number.parseInt(eventId.slice(13, 17), 16);

const hex = (value: number, digits: number): string =>
  Math.max(0, Math.floor(value)).toString(16).padStart(digits, '0');
