import { z } from '../kernel/schema';
import {
  AuthorId,
  DeviceId,
  EventId,
  ReviewId,
  Sha256,
  canonicalJson,
  err,
  hashText,
  ok,
  type Json,
  type Result,
} from '../kernel';

/**
 * The envelope of every judgement and fact of a review. `body` is opaque here: the ledger carries, orders and proves
 * events; what they mean belongs to the stages.
 */
export const LedgerEvent = z.object({
  /** 1; a higher one is from a newer Concord: kept and passed on, and not understood. */
  format: z.number().int().min(1),
  eventId: EventId,
  reviewId: ReviewId,
  authorId: AuthorId,
  deviceId: DeviceId,
  /** Position in the log of this author on this device, from 1, without gaps. */
  sequence: z.number().int().min(1),
  /** Hash of the line before it in the same log; 64 zeros for the first. */
  previousHash: Sha256,
  /** When the author's device says it happened: ISO 8601, UTC. For people; order comes from `eventId`. */
  at: z.string().max(40),
  body: z.looseObject({ kind: z.string().min(1).max(80), version: z.number().int().min(1) }),
});
export type LedgerEvent = z.infer<typeof LedgerEvent>;

/** An event with the exact text it was written as: the line is what is hashed, stored and passed on. */
export type LedgerLine = { readonly event: LedgerEvent; readonly line: string; readonly hash: Sha256 };

export type LineError = {
  readonly code: 'not-json' | 'not-an-event' | 'newer-format';
  readonly detail: string;
};

export const noPreviousHash = Sha256.parse('0'.repeat(64));

/**
 * The text of an event, one line. The event that comes back is the one the line says, so that whoever wrote it and whoever
 * reads it have the same, down to the order of members.
 */
export function writeLine(event: LedgerEvent): LedgerLine {
  const line = canonicalJson(event as Json);
  return { event: LedgerEvent.parse(JSON.parse(line)), line, hash: hashText(line) };
}

/** Reads a line as it stands on disk, in the database or in a colleague's folder. */
export function readLine(line: string): Result<LedgerLine, LineError> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    return err({ code: 'not-json', detail: String(cause) });
  }
  const parsed = LedgerEvent.safeParse(value);
  if (!parsed.success) {
    const newer = NewerFormat.safeParse(value);
    if (newer.success) return err({ code: 'newer-format', detail: `format ${newer.data.format}` });
    return err({ code: 'not-an-event', detail: z.prettifyError(parsed.error) });
  }
  return ok({ event: parsed.data, line, hash: hashText(line) });
}

const NewerFormat = z.looseObject({ format: z.number().int().min(2), eventId: z.string() });
