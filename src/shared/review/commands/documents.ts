import { err, ok, type EventId, type RecordId, type Result } from '../../kernel';
import { documentsOf, type DocumentAttached, type RetrievalNoted } from '../../screening';
import type { EventBody } from '../body';
import type { Refusal } from '../refusal';
import { membersOf, type ReviewState } from '../review-state';

/** What a person asks for about reports: the search for them and the files kept with them. */
export type DocumentsCommand =
  | {
      readonly do: 'noteRetrieval';
      readonly recordId: RecordId;
      readonly status: RetrievalNoted['status'];
      readonly reason?: RetrievalNoted['reason'];
      readonly attempt?: RetrievalNoted['attempt'];
      readonly note: string;
    }
  | {
      readonly do: 'attachDocument';
      readonly recordId: RecordId;
      readonly name: string;
      /** The bytes are kept before this is asked. */
      readonly sha256: DocumentAttached['sha256'];
      readonly bytes: number;
      readonly role?: DocumentAttached['role'];
      readonly replaces?: EventId;
      readonly matchedBy?: DocumentAttached['matchedBy'];
    };

export function decideDocuments(state: ReviewState, command: DocumentsCommand): Result<EventBody[], Refusal> {
  if (!state.origins.has(command.recordId)) return err({ code: 'unknown-record' });
  switch (command.do) {
    case 'noteRetrieval': {
      const { recordId, status, reason, attempt, note } = command;
      if (status === 'not-retrieved' && reason === undefined)
        return err({ code: 'retrieval-reason-required' });
      return ok([
        {
          kind: 'retrievalNoted',
          version: 1,
          recordId,
          status,
          ...(status === 'not-retrieved' ? { reason } : {}),
          ...(attempt === undefined ? {} : { attempt }),
          note,
        },
      ]);
    }
    case 'attachDocument': {
      const { recordId, name, sha256, bytes, role, replaces, matchedBy } = command;
      const there = documentsOf(state.screening, membersOf(state, recordId));
      if (replaces !== undefined && !there.some(({ eventId }) => eventId === replaces))
        return err({ code: 'document-unknown' });
      const same = there.find((document) => document.body.sha256 === sha256);
      // The same file twice is one.
      if (same && !same.replaced && (same.body.role ?? 'report') === (role ?? 'report') && !replaces)
        return ok([]);
      return ok([
        {
          kind: 'documentAttached',
          version: 1,
          recordId,
          name,
          sha256,
          bytes,
          ...(role === undefined ? {} : { role }),
          ...(replaces === undefined ? {} : { replaces }),
          ...(matchedBy === undefined ? {} : { matchedBy }),
        },
      ]);
    }
  }
}
