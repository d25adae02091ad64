import { hashText, ok, err, type RecordId, type Result, type ReviewId, type Sha256 } from '@shared/kernel';
import { RecordBlock, type Batch, type CitationRecord } from '@shared/records';
import type { ReviewDatabase } from '../storage/review-database';
import type { JournalPort } from './journal-port';

export type BlockError = { readonly code: 'block-missing' | 'block-damaged'; readonly sha256: Sha256 };

/**
 * The imported records of a review, in memory. Blocks come from IndexedDB or, where it has lost them, from the journal;
 * either way the hash proves that they are what was imported.
 */
export class RecordStore {
  readonly #records = new Map<RecordId, CitationRecord>();
  readonly #loaded = new Set<Sha256>();

  constructor(
    private readonly reviewId: ReviewId,
    private readonly database: ReviewDatabase,
    private readonly journal: JournalPort | null,
  ) {}

  get(id: RecordId): CitationRecord | undefined {
    return this.#records.get(id);
  }

  get size(): number {
    return this.#records.size;
  }

  /** Brings in the blocks of batches that are not in memory yet; returns the ones that could not be had. */
  async load(batches: readonly Batch[]): Promise<BlockError[]> {
    const problems: BlockError[] = [];
    for (const { imported } of batches) {
      for (const sha256 of imported.recordBlocks) {
        if (this.#loaded.has(sha256)) continue;
        const text = await this.#text(sha256);
        const taken = text.ok ? this.take(sha256, text.value) : text;
        if (!taken.ok) problems.push(taken.error);
      }
    }
    return problems;
  }

  /** Takes a block whose text is at hand. */
  take(sha256: Sha256, text: string): Result<null, BlockError> {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return err({ code: 'block-damaged', sha256 });
    }
    const block = RecordBlock.safeParse(value);
    if (!block.success) return err({ code: 'block-damaged', sha256 });
    for (const record of block.data.records) this.#records.set(record.id, record);
    this.#loaded.add(sha256);
    return ok(null);
  }

  async #text(sha256: Sha256): Promise<Result<string, BlockError>> {
    const stored = await this.database.block(sha256);
    if (stored !== undefined) return ok(stored);
    const blob = await this.journal?.getBlob(this.reviewId, sha256);
    if (!blob?.ok) return err({ code: 'block-missing', sha256 });
    const text = new TextDecoder().decode(blob.value);
    if (hashText(text) !== sha256) return err({ code: 'block-damaged', sha256 });
    await this.database.putBlock(sha256, text);
    return ok(text);
  }
}
