import {
  mayStop,
  recordIdOf,
  type AuthorId,
  type EventId,
  type RecordId,
  type Sha256,
  type Work,
} from '../kernel';
import type {
  BatchImported,
  DuplicatesDecided,
  DuplicatesFound,
  JoinChecked,
  JoinSampleDrawn,
  RecordEdited,
  RecordsCompleted,
  Source,
} from './events';

/** A batch that stands (was not withdrawn). */
export type Batch = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly at: string;
  readonly imported: BatchImported;
};

/** What rules found in one run, or a part of it. */
export type DuplicateRule = {
  readonly eventId: EventId;
  /** On whose machine the rules ran. */
  readonly authorId: AuthorId;
  readonly at: string;
  readonly found: DuplicatesFound;
};
export type DuplicateDecision = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly decided: DuplicatesDecided;
};

export type JoinSample = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly at: string;
  readonly drawn: JoinSampleDrawn;
};
export type JoinCheck = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly checked: JoinChecked;
};

/** A correction of a record that stands. */
export type RecordEdit = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly at: string;
  readonly edited: RecordEdited;
};

/** A later export that filled empty fields, and stands. */
export type RecordCompletion = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly at: string;
  readonly completed: RecordsCompleted;
};

export type RecordsSlice = {
  readonly batches: readonly Batch[];
  readonly rules: readonly DuplicateRule[];
  readonly decisions: readonly DuplicateDecision[];
  /** The latest run of rules that somebody took back, if any. */
  readonly lastUndoneRun: EventId | undefined;
  readonly joinSamples: readonly JoinSample[];
  readonly joinChecks: readonly JoinCheck[];
  /** In the order in which they were made. */
  readonly edits: readonly RecordEdit[];
  readonly completions: readonly RecordCompletion[];
};

export const emptyRecords: RecordsSlice = {
  batches: [],
  rules: [],
  decisions: [],
  lastUndoneRun: undefined,
  joinSamples: [],
  joinChecks: [],
  edits: [],
  completions: [],
};

/** Every record id of the standing batches with the batch that brought it first, in import order. */
export function* recordOrigins(slice: RecordsSlice): Work<ReadonlyMap<RecordId, Batch>> {
  const origins = new Map<RecordId, Batch>();
  for (const batch of slice.batches) {
    const { file, recordCount } = batch.imported;
    for (let ordinal = 1; ordinal <= recordCount; ordinal += 1) {
      const id = recordIdOf(file.sha256, ordinal);
      if (!origins.has(id)) origins.set(id, batch);
      if (mayStop(ordinal)) yield;
    }
  }
  return origins;
}

/** Batches whose file was already brought in by an earlier batch. */
export const repeatedFiles = (slice: RecordsSlice, file: Sha256): Batch | undefined =>
  slice.batches.find((batch) => batch.imported.file.sha256 === file);

export const sourceOf = (origins: ReadonlyMap<RecordId, Batch>, id: RecordId): Source | undefined =>
  origins.get(id)?.imported.source;
