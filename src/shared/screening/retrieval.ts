import type { RecordId } from '../kernel';
import type { RetrievalNoted } from './events';
import { documentsOf } from './report-documents';
import type { ScreeningSlice, SignedRetrieval } from './slice';

/** Where the search for a report stands. `to-seek`: nobody has looked for it yet. */
export type RetrievalStatus = RetrievalNoted['status'] | 'to-seek';

export type Retrieval = {
  readonly status: RetrievalStatus;
  /** Everything that was noted about the search, oldest first. */
  readonly log: readonly SignedRetrieval[];
};

/**
 * Where the search for a report stands, from what was noted last on any of its records and the documents kept with it.
 * A document is the report: whatever was noted before it came no longer counts. Votes play no part, so that somebody who
 * works blind may see it.
 */
export function retrievalOf(slice: ScreeningSlice, members: readonly RecordId[]): Retrieval {
  const log = members.flatMap((id) => slice.retrievalLog.get(id) ?? []);
  if (members.length > 1) log.sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
  const noted = log.at(-1);
  const documents = documentsOf(slice, members).filter(({ body }) => body.role !== 'supplement');
  const newest = documents.reduce<string>((last, { eventId }) => (last < eventId ? eventId : last), '');
  if (documents.length > 0 && (noted?.body.status !== 'not-retrieved' || noted.eventId < newest))
    return { status: 'retrieved', log };
  return { status: noted?.body.status ?? 'to-seek', log };
}

/** Whether a report was given up: nobody assesses it, and votes from before count nowhere. */
export const isNotRetrieved = (slice: ScreeningSlice, members: readonly RecordId[]): boolean =>
  members.some((id) => slice.retrievalLog.has(id)) && retrievalOf(slice, members).status === 'not-retrieved';
