import path from 'node:path';
import type { ListedReview, LogProblem } from '../../shared/ipc';
import {
  appIdentity,
  AuthorId as AuthorIdSchema,
  DeviceId as DeviceIdSchema,
  type AuthorId,
  type DeviceId,
  type Result,
  type ReviewId,
  type Sha256,
} from '../../shared/kernel';
import type { BlobPlace } from '../../shared/transport';
import {
  backUpBefore,
  backUpDaily,
  listBackups,
  placeOf,
  restoreBackup,
  showBackups,
  type BackupPlaces,
  type ShownBackup,
} from './backups';
import {
  addBlobPart,
  beginBlob,
  blobState,
  bringBlobBack,
  isBlobSound,
  readBlob,
  readBlobPart,
  writeBlob,
} from './blobs';
import { isAbsent, nodeDisk, type DiskPort } from './disk-port';
import { failureOf, Refused, type JournalFailure } from './failures';
import type { LogContents } from './log-contents';
import { LogWriter } from './log-writer';
import { readMembers, writeMember, type Member, type MemberOnDisk } from './members';
import { noteOpenedBy, readOpenedBy, reasonToCopy } from './opened-by';
import { listReviewFolders, mendReviewFile, writeReviewFile } from './review-file';

export type LogName = {
  readonly reviewId: ReviewId;
  readonly authorId: AuthorId;
  readonly deviceId: DeviceId;
};

/** A part of a log; `total` counts the lines of the whole. */
export type LogPart = {
  readonly lines: string[];
  readonly total: number;
  readonly torn: string | null;
  readonly problems: LogProblem[];
};

type Answer<T> = Promise<Result<T, JournalFailure>>;

/** Less than this free, and the person should be told before it is too late: 500 MB. */
const lowBytes = 500_000_000;

const usualFloor = 20_000_000;

export type JournalOptions = {
  /** Where the reviews are: one folder `<id>.review` each. */
  readonly folder: string;
  /** Where a deleted review goes. */
  readonly backups: string;
  /** ms since 1970; names the copy of a deleted review. */
  readonly now: () => number;
  readonly disk?: DiskPort;
  /** Version of the program: a review that another one opened last is copied before this one opens it. */
  readonly program?: string;
  /** Less than this free, and nothing is written any more, before the system itself begins to fail; bytes. */
  readonly floor?: number;
};

/**
 * The copy of every review on disk, in the review-folder format: `<id>.review/` with review.json, members, ledger and
 * blobs. Every call answers with a value; an error of the file system becomes a code. Calls run one after another.
 */
export class Journal {
  readonly location: string;
  readonly #backups: string;
  readonly #now: () => number;
  readonly #disk: DiskPort;
  readonly #floor: number;
  readonly #program: string;
  readonly #writers = new Map<string, LogWriter>();
  /** The log last read, so that reading it in parts reads its files once. */
  #lastRead: { readonly key: string; readonly contents: LogContents } | null = null;
  #queue: Promise<unknown> = Promise.resolve();

  constructor({ folder, backups, now, disk = nodeDisk, floor = usualFloor, program = '' }: JournalOptions) {
    this.#program = program;
    this.#floor = floor;
    this.location = folder;
    this.#backups = backups;
    this.#now = now;
    this.#disk = disk;
  }

  listReviews(): Answer<ListedReview[]> {
    return this.#inTurn(async () => {
      await this.#disk.makeFolder(this.location);
      return listReviewFolders(this.#disk, this.location);
    });
  }

  createReview(review: { reviewId: ReviewId; title: string; fictitious: boolean }): Answer<null> {
    return this.#inTurn(async () => {
      const folder = this.#reviewFolder(review.reviewId);
      await this.#disk.makeFolder(path.join(folder, 'ledger'));
      await writeReviewFile(this.#disk, folder, review);
      await this.#disk.syncFolder(this.location);
      return null;
    });
  }

  /** Out of the list, not out of the world: the folder moves to the backups. */
  deleteReview(reviewId: ReviewId): Answer<null> {
    return this.#inTurn(async () => {
      await this.#mustExist(reviewId);
      await this.#disk.makeFolder(this.#backups);
      await this.#disk.rename(
        this.#reviewFolder(reviewId),
        path.join(this.#backups, `${reviewId}.${this.#now()}.review`),
      );
      this.#forget(reviewId);
      return null;
    });
  }

  listBackups(): Answer<ShownBackup[]> {
    return this.#inTurn(() => showBackups(this.#disk, this.#backups));
  }

  /** Copies a review folder once a day; false when today's copy is there. Work goes on meanwhile. */
  backUp(reviewId: ReviewId): Answer<boolean> {
    return this.#besideTurns(reviewId, (places) => backUpDaily(places, this.#now()));
  }

  /**
   * To be asked before a review is opened: copies it if another program, or one with another format or database, opened it
   * last, and notes that this one did. Why it was copied; null where it was not.
   *
   * @param database version of the database the window keeps the review in
   */
  prepare(reviewId: ReviewId, database: number): Answer<'before-update' | 'before-migration' | null> {
    return this.#besideTurns(reviewId, async (places) => {
      const { disk, reviewFolder } = places;
      const by = { program: this.#program, format: appIdentity.format, database };
      const last = await readOpenedBy(disk, reviewFolder);
      const why = reasonToCopy(last, by);
      if (why === null) return null;
      const hasWork = (await this.#foldersIn(path.join(reviewFolder, 'ledger'))).length > 0;
      if (hasWork) await backUpBefore(places, why, this.#now());
      await noteOpenedBy(disk, reviewFolder, by);
      return hasWork ? why : null;
    });
  }

  /** Puts a copy in the place of a review; what stood there becomes a backup itself. */
  restore(reviewId: ReviewId, at: number): Answer<null> {
    return this.#inTurn(async () => {
      await this.#disk.makeFolder(this.location);
      await restoreBackup(
        this.#disk,
        this.#reviewFolder(reviewId),
        this.#backups,
        { reviewId, at },
        this.#now(),
      );
      this.#forget(reviewId);
      return null;
    });
  }

  listLogs(reviewId: ReviewId): Answer<{ authorId: AuthorId; deviceId: DeviceId }[]> {
    return this.#inTurn(async () => {
      await this.#mustExist(reviewId);
      const ledger = path.join(this.#reviewFolder(reviewId), 'ledger');
      const logs = [];
      for (const author of await this.#foldersIn(ledger)) {
        const authorId = AuthorIdSchema.safeParse(author);
        if (!authorId.success) continue;
        for (const device of await this.#foldersIn(path.join(ledger, author))) {
          const deviceId = DeviceIdSchema.safeParse(device);
          if (deviceId.success) logs.push({ authorId: authorId.data, deviceId: deviceId.data });
        }
      }
      return logs;
    });
  }

  /** @param from sequence of the first line wanted, 1 without it. @param limit all further lines without it. */
  readLog(name: LogName, from = 1, limit?: number): Answer<LogPart> {
    return this.#inTurn(async () => {
      const key = keyOf(name);
      const read = from > 1 && this.#lastRead?.key === key ? this.#lastRead.contents : null;
      const contents = read ?? (await this.#writer(name).read());
      const end = limit === undefined ? contents.lines.length : from - 1 + limit;
      this.#lastRead = end < contents.lines.length ? { key, contents } : null;
      return {
        lines: contents.lines.slice(from - 1, end),
        total: contents.lines.length,
        torn: contents.torn,
        problems: [...contents.problems],
      };
    });
  }

  append(name: LogName, fromSequence: number, lines: readonly string[]): Answer<null> {
    return this.#inTurn(async () => {
      await this.#mustExist(name.reviewId);
      await this.#mustHaveRoom();
      this.#lastRead = null;
      await this.#writer(name).append(fromSequence, lines);
      return null;
    });
  }

  /** Writes anew what a log's folder holds wrongly; `lines` is the whole log. What was there is kept beside it. */
  mend(name: LogName, lines: readonly string[]): Answer<null> {
    return this.#inTurn(async () => {
      await this.#mustExist(name.reviewId);
      await this.#mustHaveRoom();
      this.#lastRead = null;
      await this.#writer(name).mend(lines);
      return null;
    });
  }

  /** Makes review.json say what the review itself says; false when it did. What stood there otherwise is kept beside it. */
  mendReviewFile(review: { reviewId: ReviewId; title: string; fictitious: boolean }): Answer<boolean> {
    return this.#inTurn(async () => {
      await this.#mustExist(review.reviewId);
      return mendReviewFile(this.#disk, this.#reviewFolder(review.reviewId), review);
    });
  }

  /**
   * Which of these blobs are not here, or (`content`) no longer fit their name. One of which a backup has a sound copy is
   * put back from there; a damaged one is set aside.
   */
  checkBlobs(
    reviewId: ReviewId,
    named: readonly Sha256[],
    content: boolean,
  ): Answer<{ restored: Sha256[]; lost: Sha256[] }> {
    return this.#besideTurns(reviewId, async ({ disk, reviewFolder, folder }) => {
      const copies = (await listBackups(disk, folder)).filter((backup) => backup.reviewId === reviewId);
      const found = { restored: [] as Sha256[], lost: [] as Sha256[] };
      for (const sha256 of named) {
        if (await isBlobSound(disk, reviewFolder, sha256, content)) continue;
        const restored = await bringBlobBack(
          disk,
          reviewFolder,
          sha256,
          copies.map((copy) => placeOf(folder, copy)),
        );
        (restored ? found.restored : found.lost).push(sha256);
      }
      return found;
    });
  }

  putBlob(reviewId: ReviewId, sha256: Sha256, bytes: Uint8Array): Answer<null> {
    return this.#inTurn(async () => {
      await this.#mustExist(reviewId);
      await this.#mustHaveRoom();
      await writeBlob(this.#disk, this.#reviewFolder(reviewId), sha256, bytes);
      return null;
    });
  }

  /** A part of a blob from the window, which sends a large one in pieces. */
  putBlobPart(
    reviewId: ReviewId,
    sha256: Sha256,
    part: { offset: number; bytes: Uint8Array<ArrayBuffer>; last: boolean },
  ): Answer<null> {
    return this.#inTurn(async () => {
      await this.#mustExist(reviewId);
      await this.#mustHaveRoom();
      const folder = this.#reviewFolder(reviewId);
      if (part.offset === 0) await beginBlob(this.#disk, folder, sha256);
      await addBlobPart(this.#disk, folder, sha256, part);
      return null;
    });
  }

  getBlob(reviewId: ReviewId, sha256: Sha256): Answer<Uint8Array<ArrayBuffer>> {
    return this.#inTurn(() => readBlob(this.#disk, this.#reviewFolder(reviewId), sha256));
  }

  /** The blobs of a review as a place to copy from and to in parts. */
  blobsOf(reviewId: ReviewId): BlobPlace {
    const folder = this.#reviewFolder(reviewId);
    return {
      blobState: (sha256) => this.#inTurn(() => blobState(this.#disk, folder, sha256)),
      readBlob: (sha256, offset, length) =>
        this.#inTurn(() => readBlobPart(this.#disk, folder, sha256, offset, length)),
      writeBlob: (sha256, part) => this.#inTurn(() => addBlobPart(this.#disk, folder, sha256, part)),
    };
  }

  writeMember(reviewId: ReviewId, authorId: AuthorId, member: Member): Answer<null> {
    return this.#inTurn(async () => {
      await this.#mustExist(reviewId);
      await writeMember(this.#disk, this.#reviewFolder(reviewId), authorId, member);
      return null;
    });
  }

  readMembers(reviewId: ReviewId): Answer<MemberOnDisk[]> {
    return this.#inTurn(() => readMembers(this.#disk, this.#reviewFolder(reviewId)));
  }

  diskSpace(): Answer<{ freeBytes: number | null; low: boolean }> {
    return this.#inTurn(async () => {
      try {
        await this.#disk.makeFolder(this.location);
        const freeBytes = await this.#disk.freeBytes(this.location);
        return { freeBytes, low: freeBytes < lowBytes };
      } catch {
        return { freeBytes: null, low: false };
      }
    });
  }

  /** One at a time, so that two writes cannot pass each other. */
  #inTurn<T>(work: () => Promise<T>): Answer<T> {
    const run = this.#queue.then(async (): Promise<Result<T, JournalFailure>> => {
      try {
        return { ok: true, value: await work() };
      } catch (cause) {
        return { ok: false, error: failureOf(cause) };
      }
    });
    this.#queue = run;
    return run;
  }

  /** Work on backups, which takes turns with writing only where it must. */
  async #besideTurns<T>(reviewId: ReviewId, work: (places: BackupPlaces) => Promise<T>): Answer<T> {
    try {
      await this.#mustExist(reviewId);
      const value = await work({
        disk: this.#disk,
        reviewFolder: this.#reviewFolder(reviewId),
        folder: this.#backups,
        reviewId,
        alone: async (copy) => {
          const done = await this.#inTurn(copy);
          if (!done.ok) throw new Refused(done.error);
          return done.value;
        },
      });
      return { ok: true, value };
    } catch (cause) {
      return { ok: false, error: failureOf(cause) };
    }
  }

  #writer(name: LogName): LogWriter {
    const key = keyOf(name);
    let writer = this.#writers.get(key);
    if (!writer) {
      const folder = path.join(this.#reviewFolder(name.reviewId), 'ledger', name.authorId, name.deviceId);
      writer = new LogWriter(this.#disk, folder);
      this.#writers.set(key, writer);
    }
    return writer;
  }

  #forget(reviewId: ReviewId): void {
    this.#lastRead = null;
    for (const key of this.#writers.keys()) {
      if (key.startsWith(`${reviewId} `)) this.#writers.delete(key);
    }
  }

  /** @throws {Refused} `disk-nearly-full` */
  async #mustHaveRoom(): Promise<void> {
    const free = await this.#disk.freeBytes(this.location).catch(() => null);
    if (free !== null && free < this.#floor) throw new Refused({ code: 'disk-nearly-full' });
  }

  async #mustExist(reviewId: ReviewId): Promise<void> {
    if ((await this.#disk.size(this.#reviewFolder(reviewId))) !== null) return;
    throw new Refused({ code: 'folder-missing', detail: reviewId });
  }

  async #foldersIn(folder: string): Promise<string[]> {
    try {
      return await this.#disk.list(folder);
    } catch (cause) {
      if (isAbsent(cause)) return [];
      throw cause;
    }
  }

  #reviewFolder = (reviewId: ReviewId): string => path.join(this.location, `${reviewId}.review`);
}

const keyOf = (name: LogName): string => `${name.reviewId} ${name.authorId} ${name.deviceId}`;
