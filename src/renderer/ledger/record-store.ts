import { ok, err, type RecordId, type Result, type Sha256 } from '@shared/kernel';
import { RecordBlock, StandingRecords, type CitationRecord, type RecordsSlice } from '@shared/records';
import type { ReviewDatabase } from '../storage/review-database';
import { hashBytesApart } from './hash-bytes-apart';
import type { JournalError } from './journal-port';

export type BlockError = { readonly code: 'block-missing' | 'block-damaged'; readonly sha256: Sha256 };

/**
 * The imported records of a review, in memory. Blocks come from IndexedDB or, where it has lost them, from the journal;
 * either way the hash proves that they are what was imported.
 */
export class RecordStore {
  readonly #standing = new StandingRecords();
  readonly #loaded = new Set<Sha256>();
  readonly #mended = new Set<Sha256>();

  constructor(
    private readonly database: ReviewDatabase,
    private readonly blob: (sha256: Sha256) => Promise<Result<Uint8Array, JournalError>>,
  ) {}

  /** The record as it stands: what was imported, completed by later exports and corrected by people. */
  get(id: RecordId): CitationRecord | undefined {
    return this.#standing.get(id);
  }

  /** The record as the file gave it. */
  imported(id: RecordId): CitationRecord | undefined {
    return this.#standing.imported(id);
  }

  /** Blocks the database held damaged, and that came back from the journal. */
  get mended(): ReadonlySet<Sha256> {
    return this.#mended;
  }

  get size(): number {
    return this.#standing.size;
  }

  /** Brings in the blocks that are not in memory yet; returns the ones that could not be had. */
  async load(slice: RecordsSlice): Promise<BlockError[]> {
    const problems: BlockError[] = [];
    for (const { imported } of slice.batches) {
      for (const sha256 of imported.recordBlocks) {
        const failed = await this.#bring(sha256, (records) => this.#standing.takeImported(records));
        if (failed) problems.push(failed);
      }
    }
    for (const { completed } of slice.completions) {
      for (const sha256 of completed.completionBlocks) {
        const failed = await this.#bring(sha256, (records) => this.#standing.takeCompletion(sha256, records));
        if (failed) problems.push(failed);
      }
    }
    this.#standing.follow(slice);
    return problems;
  }

  /** Takes a block of imported records whose text is at hand. */
  take(sha256: Sha256, text: string): Result<null, BlockError> {
    const records = recordsOfBlock(sha256, text);
    if (!records.ok) return records;
    this.#standing.takeImported(records.value);
    this.#loaded.add(sha256);
    return ok(null);
  }

  async #bring(
    sha256: Sha256,
    keep: (records: readonly CitationRecord[]) => void,
  ): Promise<BlockError | undefined> {
    if (this.#loaded.has(sha256)) return undefined;
    const text = await this.#text(sha256);
    const records = text.ok ? recordsOfBlock(sha256, text.value) : text;
    if (!records.ok) return records.error;
    keep(records.value);
    this.#loaded.add(sha256);
    return undefined;
  }

  async #text(sha256: Sha256): Promise<Result<string, BlockError>> {
    const stored = await this.database.block(sha256);
    if (stored !== undefined && (await isWhatItsNameSays(sha256, stored))) return ok(stored);
    const blob = await this.blob(sha256);
    if (!blob.ok) return err({ code: stored === undefined ? 'block-missing' : 'block-damaged', sha256 });
    const text = new TextDecoder().decode(blob.value);
    if (!(await isWhatItsNameSays(sha256, text))) return err({ code: 'block-damaged', sha256 });
    await this.database.putBlock(sha256, text);
    if (stored !== undefined) this.#mended.add(sha256);
    return ok(text);
  }
}

const isWhatItsNameSays = async (sha256: Sha256, text: string): Promise<boolean> =>
  (await hashBytesApart(new TextEncoder().encode(text))) === sha256;

function recordsOfBlock(sha256: Sha256, text: string): Result<readonly CitationRecord[], BlockError> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ code: 'block-damaged', sha256 });
  }
  const block = RecordBlock.safeParse(value);
  return block.success ? ok(block.data.records) : err({ code: 'block-damaged', sha256 });
}
