import { createHash } from 'node:crypto';
import { access, mkdir, readdir, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { AuthorId, DeviceId, ReviewId, Sha256 } from '../../shared/kernel';
import {
  AuthorId as AuthorIdSchema,
  DeviceId as DeviceIdSchema,
  ReviewId as ReviewIdSchema,
} from '../../shared/kernel';
import { writeAtomically } from './durable-files';
import { failureOf, type JournalFailure } from './failures';
import { appendToLog, readLogFolder, type LogOnDisk } from './log-files';

type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: JournalFailure };

/** The file that makes a folder a review; written once. */
const ReviewFile = z.looseObject({
  format: z.number().int(),
  reviewId: ReviewIdSchema,
  title: z.string(),
  fictitious: z.boolean(),
});

export type LogName = {
  readonly reviewId: ReviewId;
  readonly authorId: AuthorId;
  readonly deviceId: DeviceId;
};

/**
 * The copy of every review on disk, in the review-folder format: `<id>.review/` with review.json, ledger and blobs.
 * Every call answers with a value; an error of the file system becomes a code.
 */
export class Journal {
  readonly #folder: string;
  /** What was last read of a log, so that an append need not read it again. This process is its only writer. */
  readonly #logs = new Map<string, LogOnDisk>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(folder: string) {
    this.#folder = folder;
  }

  listReviews(): Promise<Answer<{ reviewId: ReviewId; title: string; fictitious: boolean }[]>> {
    return answered(async () => {
      await mkdir(this.#folder, { recursive: true });
      const reviews = [];
      for (const name of await readdir(this.#folder)) {
        if (!name.endsWith('.review')) continue;
        const review = await readReviewFile(path.join(this.#folder, name, 'review.json'));
        if (review)
          reviews.push({ reviewId: review.reviewId, title: review.title, fictitious: review.fictitious });
      }
      return reviews;
    });
  }

  createReview(review: { reviewId: ReviewId; title: string; fictitious: boolean }): Promise<Answer<null>> {
    return answered(async () => {
      const folder = this.#reviewFolder(review.reviewId);
      await mkdir(path.join(folder, 'ledger'), { recursive: true });
      await writeAtomically(
        path.join(folder, 'review.json'),
        `${JSON.stringify({ format: 1, ...review }, null, 2)}\n`,
      );
      return null;
    });
  }

  /** Out of the list, not out of the world: the folder moves to `deleted/`. */
  deleteReview(reviewId: ReviewId): Promise<Answer<null>> {
    return answered(async () => {
      const kept = path.join(this.#folder, 'deleted');
      await mkdir(kept, { recursive: true });
      await rename(this.#reviewFolder(reviewId), path.join(kept, `${reviewId}.${Date.now()}.review`));
      return null;
    });
  }

  listLogs(reviewId: ReviewId): Promise<Answer<{ authorId: AuthorId; deviceId: DeviceId }[]>> {
    return answered(async () => {
      const ledger = path.join(this.#reviewFolder(reviewId), 'ledger');
      const logs = [];
      for (const author of await readdir(ledger)) {
        const authorId = AuthorIdSchema.safeParse(author);
        if (!authorId.success) continue;
        for (const device of await readdir(path.join(ledger, author))) {
          const deviceId = DeviceIdSchema.safeParse(device);
          if (deviceId.success) logs.push({ authorId: authorId.data, deviceId: deviceId.data });
        }
      }
      return logs;
    });
  }

  readLog(name: LogName): Promise<Answer<{ lines: string[]; torn: string | null }>> {
    return this.#inTurn(async () => {
      const log = await readLogFolder(this.#logFolder(name));
      this.#logs.set(keyOf(name), log);
      return { lines: [...log.lines], torn: log.torn };
    });
  }

  append(name: LogName, fromSequence: number, lines: readonly string[]): Promise<Answer<null>> {
    return this.#inTurn(async () => {
      const folder = this.#logFolder(name);
      await access(this.#reviewFolder(name.reviewId));
      await mkdir(folder, { recursive: true });
      const known = this.#logs.get(keyOf(name)) ?? (await readLogFolder(folder));
      // Forgotten until the append has succeeded: after a failure the disk is read again.
      this.#logs.delete(keyOf(name));
      const appended = await appendToLog(folder, known, fromSequence, lines);
      if (!appended.ok) throw new Refused(appended.error);
      this.#logs.set(keyOf(name), appended.log);
      return null;
    });
  }

  putBlob(reviewId: ReviewId, sha256: Sha256, bytes: Uint8Array): Promise<Answer<null>> {
    return answered(async () => {
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
        throw new Refused({ code: 'hash-differs', detail: sha256 });
      }
      const file = this.#blobFile(reviewId, sha256);
      if (await exists(file)) return null;
      await access(this.#reviewFolder(reviewId));
      await mkdir(path.dirname(file), { recursive: true });
      await writeAtomically(file, bytes);
      return null;
    });
  }

  getBlob(reviewId: ReviewId, sha256: Sha256): Promise<Answer<Uint8Array<ArrayBuffer>>> {
    return answered(async () => {
      const file = this.#blobFile(reviewId, sha256);
      if (!(await exists(file))) throw new Refused({ code: 'blob-missing', detail: sha256 });
      const bytes = new Uint8Array(await readFile(file));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) {
        throw new Refused({ code: 'blob-damaged', detail: sha256 });
      }
      return bytes;
    });
  }

  /** One at a time, so that two appends to a log cannot pass each other. */
  #inTurn<T>(work: () => Promise<T>): Promise<Answer<T>> {
    const run = this.#queue.then(() => answered(work));
    this.#queue = run;
    return run;
  }

  #reviewFolder = (reviewId: ReviewId): string => path.join(this.#folder, `${reviewId}.review`);
  #logFolder = (name: LogName): string =>
    path.join(this.#reviewFolder(name.reviewId), 'ledger', name.authorId, name.deviceId);
  #blobFile = (reviewId: ReviewId, sha256: Sha256): string =>
    path.join(this.#reviewFolder(reviewId), 'blobs', sha256.slice(0, 2), sha256);
}

/** A refusal with a code of its own, as opposed to an error of the file system. */
class Refused extends Error {
  constructor(readonly failure: JournalFailure) {
    super(failure.code);
  }
}

async function answered<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (cause) {
    return { ok: false, error: cause instanceof Refused ? cause.failure : failureOf(cause) };
  }
}

async function readReviewFile(file: string): Promise<z.infer<typeof ReviewFile> | null> {
  try {
    const parsed = ReviewFile.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}

const keyOf = (name: LogName): string => `${name.reviewId} ${name.authorId} ${name.deviceId}`;
