import type { RecordId, Sha256 } from '../kernel';
import type { CitationRecord } from './record';
import { standingRecord, type RecordChanges } from './record-changes';
import type { RecordsSlice } from './slice';

/**
 * All records of a review as they stand. Blocks are taken in as they arrive; `follow` tells which completions and
 * corrections stand. Only records that were touched by one are worked out, and each once.
 */
export class StandingRecords {
  readonly #imported = new Map<RecordId, CitationRecord>();
  readonly #blocks = new Map<Sha256, readonly CitationRecord[]>();
  #touched = new Map<RecordId, { completions: CitationRecord[]; edits: RecordChanges[] }>();
  #workedOut = new Map<RecordId, CitationRecord>();
  #followed: { slice: RecordsSlice; edits: number; completions: number; blocks: number } | undefined;

  get size(): number {
    return this.#imported.size;
  }

  imported(id: RecordId): CitationRecord | undefined {
    return this.#imported.get(id);
  }

  get(id: RecordId): CitationRecord | undefined {
    const imported = this.#imported.get(id);
    const touched = imported === undefined ? undefined : this.#touched.get(id);
    if (imported === undefined || touched === undefined) return imported;
    const known = this.#workedOut.get(id);
    if (known !== undefined) return known;
    const standing = standingRecord(imported, touched.completions, touched.edits);
    this.#workedOut.set(id, standing);
    return standing;
  }

  takeImported(records: readonly CitationRecord[]): void {
    for (const record of records) this.#imported.set(record.id, record);
    this.#workedOut.clear();
  }

  takeCompletion(block: Sha256, records: readonly CitationRecord[]): void {
    this.#blocks.set(block, records);
  }

  /** Takes over which completions and corrections stand; cheap where they are those of the last call. */
  follow(slice: RecordsSlice): void {
    const now = {
      slice,
      edits: slice.edits.length,
      completions: slice.completions.length,
      blocks: this.#blocks.size,
    };
    const last = this.#followed;
    if (
      last?.slice.edits === slice.edits &&
      last.slice.completions === slice.completions &&
      last.edits === now.edits &&
      last.completions === now.completions &&
      last.blocks === now.blocks
    )
      return;
    this.#followed = now;
    this.#touched = new Map();
    this.#workedOut = new Map();
    for (const { completed } of slice.completions) {
      for (const block of completed.completionBlocks) {
        for (const record of this.#blocks.get(block) ?? []) this.#touch(record.id).completions.push(record);
      }
    }
    for (const { edited } of slice.edits) this.#touch(edited.recordId).edits.push(edited.changes);
  }

  #touch(id: RecordId): { completions: CitationRecord[]; edits: RecordChanges[] } {
    const known = this.#touched.get(id);
    if (known) return known;
    const fresh = { completions: [], edits: [] };
    this.#touched.set(id, fresh);
    return fresh;
  }
}
