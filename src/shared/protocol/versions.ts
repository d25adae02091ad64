import type { AuthorId, EventId } from '../kernel';
import type { Protocol } from './protocol';

export type ProtocolVersion = {
  /** 1, 2, 3 ... in ledger order. */
  readonly number: number;
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly at: string;
  readonly note: string;
  readonly protocol: Protocol;
};

/** The parts of a protocol in which two versions differ, by top-level field. */
export function changedParts(before: Protocol, after: Protocol): (keyof Protocol)[] {
  const parts = Object.keys(after) as (keyof Protocol)[];
  return parts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
}
