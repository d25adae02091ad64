import { err, ok, type Result, type ReviewId, type Sha256 } from '@shared/kernel';
import type { ReviewDatabase } from '../storage/review-database';
import { hashBytesApart } from './hash-bytes-apart';
import type { JournalError, JournalPort } from './journal-port';

/** What a look at the files found: those that were brought back, and those that are nowhere to be had. */
export type FilesChecked = { readonly restored: readonly Sha256[]; readonly lost: readonly Sha256[] };

/**
 * The files kept with one review (import files, PDFs, blocks of records), each under the hash of its bytes: on disk,
 * blocks in the window's database too. In a plain browser, without a journal, only blocks are kept.
 */
export class KeptFiles {
  #bring: ((sha256: Sha256) => Promise<boolean>) | null = null;

  constructor(
    private readonly reviewId: ReviewId,
    private readonly journal: JournalPort | null,
    private readonly database: ReviewDatabase,
  ) {}

  /** Keeps bytes; their hash. */
  async keep(bytes: Uint8Array): Promise<Result<Sha256, JournalError>> {
    const sha256 = await hashBytesApart(bytes);
    const kept = await this.journal?.putBlob(this.reviewId, sha256, bytes);
    return kept?.ok === false ? kept : ok(sha256);
  }

  /**
   * Keeps a file whose hash is known, piece by piece: handing over a large one at once would hold the window for
   * seconds. Error `hash-differs` or `file-unreadable` if the file is no longer what it was, or gone.
   */
  async keepFile(file: Blob, sha256: Sha256): Promise<Result<Sha256, JournalError>> {
    for (let offset = 0, last = this.journal === null; !last; offset += filePiece) {
      last = offset + filePiece >= file.size;
      const bytes = await bytesOf(file.slice(offset, offset + filePiece));
      if (bytes === null) return err({ code: 'file-unreadable' });
      const kept = await this.journal?.putBlobPart(this.reviewId, sha256, { offset, bytes, last });
      if (kept?.ok === false) return kept;
    }
    return ok(sha256);
  }

  /** Keeps a block of records or completions on disk and in the window's database. */
  async keepBlock(text: string): Promise<Result<Sha256, JournalError>> {
    const kept = await this.keep(new TextEncoder().encode(text));
    if (kept.ok) await this.database.putBlock(kept.value, text);
    return kept;
  }

  /** The bytes under a hash; fetched from where the team keeps them when this machine has not got them yet. */
  async bytes(sha256: Sha256): Promise<Result<Uint8Array, JournalError>> {
    if (!this.journal) return err({ code: 'no-journal' });
    const here = await this.journal.getBlob(this.reviewId, sha256);
    if (here.ok || !this.#bring || !(await this.#bring(sha256))) return here;
    return this.journal.getBlob(this.reviewId, sha256);
  }

  /** Says where files come from that this machine has not got. True when the file is here then. */
  bringBy(bring: (sha256: Sha256) => Promise<boolean>): void {
    this.#bring = bring;
  }

  /**
   * Looks whether files are on disk, and brings back what is not: from a backup, from the window's database, from where
   * the team keeps it.
   *
   * @param content reads every file and compares it with its name, which takes time; else only looks whether it is there
   * @returns null where there is no disk to look at, or it could not be read
   */
  async check(names: readonly Sha256[], content: boolean): Promise<FilesChecked | null> {
    const checked = await this.journal?.checkBlobs(this.reviewId, names, content);
    if (!checked?.ok) return null;
    const restored = [...checked.value.restored];
    const lost: Sha256[] = [];
    for (const sha256 of checked.value.lost) ((await this.#bringBack(sha256)) ? restored : lost).push(sha256);
    return { restored, lost };
  }

  async #bringBack(sha256: Sha256): Promise<boolean> {
    const block = await this.database.block(sha256);
    const bytes = block === undefined ? null : new TextEncoder().encode(block);
    if (this.journal && bytes && (await hashBytesApart(bytes)) === sha256)
      return (await this.journal.putBlob(this.reviewId, sha256, bytes)).ok;
    return (await this.#bring?.(sha256)) ?? false;
  }
}

/** Bytes of a file that are handed over at once. */
const filePiece = 4 * 1024 * 1024;

/** The bytes of a file on disk, or of a piece of it; null if it is gone or was changed since it was chosen. */
async function bytesOf(file: Blob): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return null;
  }
}
