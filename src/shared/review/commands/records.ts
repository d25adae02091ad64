import { err, ok, type RecordId, type Result } from '../../kernel';
import type { BatchImported, DuplicatesFound } from '../../records';
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
  }
}
