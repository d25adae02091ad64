import { doAtOnce, type EventId, type RecordId, type Work } from '../../kernel';
import {
  duplicateGroups,
  recordOrigins,
  type Batch,
  type BatchImported,
  type DuplicateDecision,
  type DuplicateGroups,
  type DuplicateRule,
  type DuplicatesDecided,
  type DuplicatesFound,
  type JoinCheck,
  type JoinChecked,
  type JoinSample,
  type JoinSampleDrawn,
  type RecordCompletion,
  type RecordEdit,
  type RecordEdited,
  type RecordsCompleted,
  type SourceDescribed,
} from '../../records';
import type { ReviewState, Signed } from '../review-state';

export type RecordsEvent = Signed<
  | BatchImported
  | DuplicatesFound
  | DuplicatesDecided
  | JoinSampleDrawn
  | JoinChecked
  | SourceDescribed
  | RecordEdited
  | RecordsCompleted
>;

/** Folds what is known of records; origins and groups are worked out when somebody looks. */
export class RecordsFold {
  readonly #batches: Batch[] = [];
  readonly #rules: DuplicateRule[] = [];
  readonly #decisions: DuplicateDecision[] = [];
  readonly #joinSamples: JoinSample[] = [];
  readonly #joinChecks: JoinCheck[] = [];
  #lastUndoneRun: EventId | undefined;
  readonly #edits: RecordEdit[] = [];
  readonly #completions: RecordCompletion[] = [];
  #origins: ReadonlyMap<RecordId, Batch> = new Map();
  #duplicates: DuplicateGroups = { leadOf: new Map(), groups: new Map(), joins: new Map() };
  #originsOutdated = false;
  #groupsOutdated = false;
  /** Counts what may make outdated what is being worked out. */
  #changes = 0;

  get slice(): Pick<ReviewState, 'records' | 'origins' | 'duplicates'> {
    return doAtOnce(this.work());
  }

  /** The slice as work: long where records came in or were joined. */
  *work(): Work<Pick<ReviewState, 'records' | 'origins' | 'duplicates'>> {
    const records = {
      batches: this.#batches,
      rules: this.#rules,
      decisions: this.#decisions,
      lastUndoneRun: this.#lastUndoneRun,
      joinSamples: this.#joinSamples,
      joinChecks: this.#joinChecks,
      edits: this.#edits,
      completions: this.#completions,
    };
    while (this.#originsOutdated || this.#groupsOutdated) {
      const began = this.#changes;
      const origins = this.#originsOutdated ? yield* recordOrigins(records) : this.#origins;
      const duplicates = yield* duplicateGroups(records, origins);
      // More may have come meanwhile, or somebody asked who could not wait.
      if (began !== this.#changes) continue;
      this.#origins = origins;
      this.#duplicates = duplicates;
      this.#originsOutdated = false;
      this.#groupsOutdated = false;
      this.#changes += 1;
    }
    return { records, origins: this.#origins, duplicates: this.#duplicates };
  }

  fold({ eventId, authorId, at, body }: RecordsEvent): void {
    this.#changes += 1;
    switch (body.kind) {
      case 'batchImported':
        this.#originsOutdated = true;
        this.#batches.push({ eventId, authorId, at, imported: body });
        return;
      case 'sourceDescribed':
        this.#describe(body);
        return;
      case 'duplicatesFound':
        this.#groupsOutdated = true;
        this.#rules.push({ eventId, authorId, at, found: body });
        return;
      case 'duplicatesDecided':
        this.#groupsOutdated = true;
        this.#decisions.push({ eventId, authorId, decided: body });
        return;
      case 'joinSampleDrawn':
        this.#joinSamples.push({ eventId, authorId, at, drawn: body });
        return;
      case 'joinChecked':
        this.#joinChecks.push({ eventId, authorId, checked: body });
        return;
      case 'recordEdited':
        this.#edits.push({ eventId, authorId, at, edited: body });
        return;
      case 'recordsCompleted':
        this.#completions.push({ eventId, authorId, at, completed: body });
    }
  }

  /** Takes a decision about duplicates back; false if there is none with this id. */
  withdrawDecision(eventId: EventId): boolean {
    const index = this.#decisions.findIndex((decision) => decision.eventId === eventId);
    if (index < 0) return false;
    this.#decisions.splice(index, 1);
    this.#changes += 1;
    this.#groupsOutdated = true;
    return true;
  }

  /** A run of rules was taken back; events come in order, so the last one told is the latest. */
  noteUndoneRun(eventId: EventId): void {
    this.#lastUndoneRun = eventId;
  }

  /** The batch counts with its new source from now on, also where origins name it. */
  #describe({ batch, source }: SourceDescribed): void {
    const index = this.#batches.findIndex(({ eventId }) => eventId === batch);
    const known = this.#batches[index];
    if (known === undefined) return;
    this.#originsOutdated = true;
    this.#batches[index] = { ...known, imported: { ...known.imported, source } };
  }
}
