import type { RecordId } from '../../kernel';
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
  type RecordCompletion,
  type RecordEdit,
  type RecordEdited,
  type RecordsCompleted,
  type SourceDescribed,
} from '../../records';
import type { ReviewState, Signed } from '../review-state';

export type RecordsEvent = Signed<
  BatchImported | DuplicatesFound | DuplicatesDecided | SourceDescribed | RecordEdited | RecordsCompleted
>;

/** Folds what is known of records; origins and groups are worked out when somebody looks. */
export class RecordsFold {
  readonly #batches: Batch[] = [];
  readonly #rules: DuplicateRule[] = [];
  readonly #decisions: DuplicateDecision[] = [];
  readonly #edits: RecordEdit[] = [];
  readonly #completions: RecordCompletion[] = [];
  #origins: ReadonlyMap<RecordId, Batch> = new Map();
  #duplicates: DuplicateGroups = { leadOf: new Map(), groups: new Map() };
  #outdated = false;

  get slice(): Pick<ReviewState, 'records' | 'origins' | 'duplicates'> {
    const records = {
      batches: this.#batches,
      rules: this.#rules,
      decisions: this.#decisions,
      edits: this.#edits,
      completions: this.#completions,
    };
    if (this.#outdated) {
      this.#origins = recordOrigins(records);
      this.#duplicates = duplicateGroups(records, this.#origins);
      this.#outdated = false;
    }
    return { records, origins: this.#origins, duplicates: this.#duplicates };
  }

  fold({ eventId, authorId, at, body }: RecordsEvent): void {
    switch (body.kind) {
      case 'batchImported':
        this.#outdated = true;
        this.#batches.push({ eventId, authorId, at, imported: body });
        return;
      case 'sourceDescribed':
        this.#describe(body);
        return;
      case 'duplicatesFound':
        this.#outdated = true;
        this.#rules.push({ eventId, found: body });
        return;
      case 'duplicatesDecided':
        this.#outdated = true;
        this.#decisions.push({ eventId, authorId, decided: body });
        return;
      case 'recordEdited':
        this.#edits.push({ eventId, authorId, at, edited: body });
        return;
      case 'recordsCompleted':
        this.#completions.push({ eventId, authorId, at, completed: body });
    }
  }

  /** The batch counts with its new source from now on, also where origins name it. */
  #describe({ batch, source }: SourceDescribed): void {
    const index = this.#batches.findIndex(({ eventId }) => eventId === batch);
    const known = this.#batches[index];
    if (known === undefined) return;
    this.#outdated = true;
    this.#batches[index] = { ...known, imported: { ...known.imported, source } };
  }
}
