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
} from '../../records';
import type { ReviewState, Signed } from '../review-state';

export type RecordsEvent = Signed<BatchImported | DuplicatesFound | DuplicatesDecided>;

/** Folds what is known of records; origins and groups are worked out when somebody looks. */
export class RecordsFold {
  readonly #batches: Batch[] = [];
  readonly #rules: DuplicateRule[] = [];
  readonly #decisions: DuplicateDecision[] = [];
  #origins: ReadonlyMap<RecordId, Batch> = new Map();
  #duplicates: DuplicateGroups = { leadOf: new Map(), groups: new Map() };
  #outdated = false;

  get slice(): Pick<ReviewState, 'records' | 'origins' | 'duplicates'> {
    const records = { batches: this.#batches, rules: this.#rules, decisions: this.#decisions };
    if (this.#outdated) {
      this.#origins = recordOrigins(records);
      this.#duplicates = duplicateGroups(records, this.#origins);
      this.#outdated = false;
    }
    return { records, origins: this.#origins, duplicates: this.#duplicates };
  }

  fold({ eventId, authorId, at, body }: RecordsEvent): void {
    this.#outdated = true;
    switch (body.kind) {
      case 'batchImported':
        this.#batches.push({ eventId, authorId, at, imported: body });
        return;
      case 'duplicatesFound':
        this.#rules.push({ eventId, found: body });
        return;
      case 'duplicatesDecided':
        this.#decisions.push({ eventId, authorId, decided: body });
    }
  }
}
