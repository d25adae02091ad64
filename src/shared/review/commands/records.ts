import { err, ok, type EventId, type RecordId, type Result } from '../../kernel';
import {
  drawJoins,
  RecordChanges,
  ruleJoins,
  Source,
  type BatchImported,
  type DuplicatesFound,
  type RecordPair,
  type RecordsCompleted,
} from '../../records';
import type { EventBody } from '../body';
import type { Refusal } from '../refusal';
import type { ReviewState } from '../review-state';

/** What a person asks for about records, their batches and their duplicates. */
export type RecordsCommand =
  | { readonly do: 'importBatch'; readonly batch: Omit<BatchImported, 'kind' | 'version'> }
  | ({ readonly do: 'joinDuplicates' } & Omit<DuplicatesFound, 'kind' | 'version'>)
  | {
      readonly do: 'decideDuplicates';
      readonly verdict: 'same' | 'different';
      readonly records: readonly RecordId[];
      readonly leaving?: RecordId;
      readonly lead?: RecordId;
    }
  /** Draws joins made by rules, to be checked; `seed` decides which. */
  | { readonly do: 'drawJoinSample'; readonly size: number; readonly seed: string }
  /** A wrong join is taken apart at once. */
  | {
      readonly do: 'checkJoin';
      readonly sample: EventId;
      readonly records: RecordPair;
      readonly verdict: 'right' | 'wrong';
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
      return ok(partsOfRun(command));
    case 'decideDuplicates': {
      const { verdict, records, leaving, lead } = command;
      if (new Set(records).size < 2) return err({ code: 'too-few-records' });
      if (records.some((id) => !state.origins.has(id))) return err({ code: 'unknown-record' });
      if ([leaving, lead].some((id) => id !== undefined && !records.includes(id)))
        return err({ code: 'unknown-record' });
      return ok([
        {
          kind: 'duplicatesDecided',
          version: 1,
          verdict,
          records: [...records],
          ...(leaving === undefined ? {} : { leaving }),
          ...(lead === undefined ? {} : { lead }),
        },
      ]);
    }
    case 'drawJoinSample': {
      const joins = ruleJoins(state.duplicates);
      if (joins.length === 0) return err({ code: 'too-few-records' });
      const pairs = drawJoins(joins, command.size, command.seed);
      return ok([{ kind: 'joinSampleDrawn', version: 1, of: joins.length, pairs }]);
    }
    case 'checkJoin': {
      const { sample, records, verdict } = command;
      const drawn = state.records.joinSamples.find(({ eventId }) => eventId === sample)?.drawn;
      if (!drawn?.pairs.some(([a, b]) => a === records[0] && b === records[1]))
        return err({ code: 'unknown-record' });
      const checked: EventBody = { kind: 'joinChecked', version: 1, sample, records, verdict };
      return ok(
        verdict === 'right'
          ? [checked]
          : [checked, { kind: 'duplicatesDecided', version: 1, verdict: 'different', records: [...records] }],
      );
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

/**
 * A line of the ledger holds at most so many joins and questions, as are sealed in less than a frame; larger runs are several
 * events of one name.
 */
const mostInOneEvent = 1_000;

function partsOfRun({ do: _do, groups, backing, questions, related, ...rest }: RunCommand): EventBody[] {
  if (groups.length === 0 && rest.files === undefined) return [];
  const parts = Math.max(
    1,
    ...[groups, backing ?? [], questions ?? [], related ?? []].map((list) =>
      Math.ceil(list.length / mostInOneEvent),
    ),
  );
  return Array.from({ length: parts }, (_, part): EventBody => {
    const mine = <T>(list: readonly T[]): T[] =>
      list.slice(part * mostInOneEvent, (part + 1) * mostInOneEvent);
    return {
      kind: 'duplicatesFound',
      version: 1,
      ...rest,
      groups: mine(groups),
      ...(backing === undefined ? {} : { backing: mine(backing) }),
      ...(questions === undefined ? {} : { questions: mine(questions) }),
      ...(related === undefined ? {} : { related: mine(related) }),
    };
  });
}

type RunCommand = Extract<RecordsCommand, { do: 'joinDuplicates' }>;
