import {
  createHybridClock,
  doAtOnce,
  err,
  ok,
  type AuthorId,
  type DeviceId,
  type EventId,
  type HybridClock,
  type Result,
  type ReviewId,
  type Sha256,
  type Work,
} from '../kernel';
import { noPreviousHash, readLine, writeLine, type LedgerEvent, type LedgerLine } from './event';

/** The end of one log: what the next event must continue. */
export type LogHead = { readonly sequence: number; readonly hash: Sha256 };

export const emptyHead: LogHead = { sequence: 0, hash: noPreviousHash };

export type LogKey = { readonly authorId: AuthorId; readonly deviceId: DeviceId };

/** One author's log on one device: the only place events are made. One writer per log. */
export type LogWriter = {
  readonly head: () => LogHead;
  /** Seals bodies into events that continue this log. `now` in ms since 1970. Nothing is stored here. */
  readonly seal: (bodies: readonly LedgerEvent['body'][], now: number) => readonly LedgerLine[];
  /** The same as work. Nothing else may be sealed before it is done. */
  readonly sealing: (bodies: readonly LedgerEvent['body'][], now: number) => Work<readonly LedgerLine[]>;
  /** Takes over a head after the lines sealed from it were stored (or found on disk). */
  readonly advance: (head: LogHead) => void;
};

export function createLogWriter(
  reviewId: ReviewId,
  key: LogKey,
  head: LogHead,
  clock: HybridClock,
): LogWriter {
  let current = head;
  function* sealing(bodies: Parameters<LogWriter['seal']>[0], now: number): Work<LedgerLine[]> {
    const lines: LedgerLine[] = [];
    let { sequence, hash } = current;
    for (const body of bodies) {
      if (lines.length > 0) yield;
      const sealed = writeLine({
        format: 1,
        eventId: clock.next(now),
        reviewId,
        authorId: key.authorId,
        deviceId: key.deviceId,
        sequence: sequence + 1,
        previousHash: hash,
        at: new Date(now).toISOString(),
        body,
      });
      lines.push(sealed);
      sequence = sealed.event.sequence;
      hash = sealed.hash;
    }
    return lines;
  }
  return {
    head: () => current,
    sealing,
    seal: (bodies, now) => doAtOnce(sealing(bodies, now)),
    advance(next) {
      current = next;
    },
  };
}

/** A fresh clock for a device that has already seen these events. */
export function clockFor(deviceId: DeviceId, seen: Iterable<EventId>, now: number): HybridClock {
  const clock = createHybridClock(deviceId);
  for (const eventId of seen) clock.observe(eventId, now);
  return clock;
}

export type ChainProblem = {
  readonly code: 'unreadable-line' | 'gap' | 'broken-chain' | 'foreign-event' | 'repeated-sequence';
  /** 1-based position of the line in the log. */
  readonly position: number;
  readonly detail: string;
};

/** What could be read of a log, up to the first line that breaks it, and what is wrong after that. */
export type CheckedLog = {
  readonly lines: readonly LedgerLine[];
  readonly head: LogHead;
  readonly problem?: ChainProblem;
};

/**
 * Proves a log: sequences without gaps from 1, each event naming the hash of the one before, all of one review, author
 * and device. Stops at the first break; what stands before it is sound.
 *
 * @param from where the log stood before these lines; its beginning without it
 */
export function checkLog(
  texts: readonly string[],
  reviewId: ReviewId,
  key: LogKey,
  from: LogHead = emptyHead,
): CheckedLog {
  const lines: LedgerLine[] = [];
  let head = from;
  for (const [index, text] of texts.entries()) {
    const next = checkNext(text, head, reviewId, key);
    if (!next.ok) return { lines, head, problem: { ...next.error, position: from.sequence + index + 1 } };
    lines.push(next.value);
    head = { sequence: next.value.event.sequence, hash: next.value.hash };
  }
  return { lines, head };
}

function checkNext(
  text: string,
  head: LogHead,
  reviewId: ReviewId,
  key: LogKey,
): Result<LedgerLine, Omit<ChainProblem, 'position'>> {
  const read = readLine(text);
  if (!read.ok) return err({ code: 'unreadable-line', detail: `${read.error.code}: ${read.error.detail}` });
  const { event } = read.value;
  if (event.reviewId !== reviewId || event.authorId !== key.authorId || event.deviceId !== key.deviceId) {
    return err({ code: 'foreign-event', detail: `${event.reviewId} ${event.authorId} ${event.deviceId}` });
  }
  if (event.sequence <= head.sequence) {
    return err({ code: 'repeated-sequence', detail: `${event.sequence} after ${head.sequence}` });
  }
  if (event.sequence !== head.sequence + 1) {
    return err({ code: 'gap', detail: `${event.sequence} after ${head.sequence}` });
  }
  if (event.previousHash !== head.hash) {
    return err({ code: 'broken-chain', detail: `event ${event.sequence} does not continue ${head.hash}` });
  }
  return ok(read.value);
}
