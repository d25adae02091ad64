import { err, ok, type EventId, type RecordId, type Result } from '../../kernel';
import {
  RecordChanges,
  Source,
  type BatchImported,
  type DuplicatesFound,
  type RecordsCompleted,
} from '../../records';
import type { EventBody } from '../body';
import type { Refusal } from '../refusal';
import type { ReviewState } from '../review-state';

/** What a person asks for about records, their batches and their duplicates. */
export type RecordsCommand =
  | { readonly do: 'importBatch'; readonly batch: Omit<BatchImported, 'kind' | 'version'> }
  | { readonly do: 'joinDuplicates'; readonly method: string; readonly groups: DuplicatesFound['groups'] }
  | {
      readonly do: 'decideDuplicates';
      readonly verdict: 'same' | 'different';
      readonly records: readonly RecordId[];
    }
  | { readonly do: 'describeSource'; readonly batch: EventId; readonly source: Source }
  | {
      readonly do: 'editRecord';
      readonly recordId: RecordId;
      readonly changes: RecordChanges;
      readonly reason: string;
    }
  | {
      readonly do: 'completeRecords';
      readonly completion: Omit<RecordsCompleted, 'kind' | 'version'>;
    };

export function decideRecords(state: ReviewState, command: RecordsCommand): Result<EventBody[], Refusal> {
  switch (command.do) {
    case 'importBatch':
      return ok([{ kind: 'batchImported', version: 1, ...command.batch }]);
    case 'joinDuplicates':
      if (command.groups.length === 0) return ok([]);
      return ok([{ kind: 'duplicatesFound', version: 1, method: command.method, groups: command.groups }]);
    case 'decideDuplicates': {
      if (command.records.length < 2) return err({ code: 'too-few-records' });
      if (command.records.some((id) => !state.origins.has(id))) return err({ code: 'unknown-record' });
      return ok([
        { kind: 'duplicatesDecided', version: 1, verdict: command.verdict, records: [...command.records] },
      ]);
    }
    case 'describeSource': {
      if (!state.records.batches.some(({ eventId }) => eventId === command.batch))
        return err({ code: 'unknown-batch' });
      const source = Source.safeParse(command.source);
      if (!source.success) return err({ code: 'source-without-name' });
      return ok([{ kind: 'sourceDescribed', version: 1, batch: command.batch, source: source.data }]);
    }
    case 'editRecord': {
      if (!state.origins.has(command.recordId)) return err({ code: 'unknown-record' });
      const changes = RecordChanges.safeParse(command.changes);
      if (!changes.success) return err({ code: 'record-invalid' });
      if (Object.keys(changes.data).length === 0) return ok([]);
      const { recordId, reason } = command;
      return ok([{ kind: 'recordEdited', version: 1, recordId, changes: changes.data, reason }]);
    }
    case 'completeRecords':
      return ok([{ kind: 'recordsCompleted', version: 1, ...command.completion }]);
  }
}
