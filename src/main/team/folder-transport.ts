import path from 'node:path';
import { AuthorId, DeviceId, type Result, type Sha256 } from '../../shared/kernel';
import type {
  BlobState,
  LedgerTransport,
  LogPart,
  SharedReview,
  StampedLog,
  TransportError,
  TransportLog,
} from '../../shared/transport';
import { addBlobPart, blobState, readBlobPart } from '../journal/blobs';
import { isAbsent, nodeDisk, type DiskPort } from '../journal/disk-port';
import { failureOf, Refused } from '../journal/failures';
import { headName, readLogContents, segmentName, segmentSize, sequenceOf } from '../journal/log-contents';
import { LogWriter } from '../journal/log-writer';
import { readReviewFile, reviewFileName, writeReviewFile } from '../journal/review-file';

/** A file that is exchanged while it is read is looked for again so often. */
const mostAttempts = 5;

/**
 * A review folder that some sync service carries between machines (Nextcloud, OneDrive, Dropbox, Syncthing, a network
 * drive). This machine writes the logs of its own coders and blobs under their hash, nothing else; files of others are
 * only read, and whatever state the service left them in is told apart from sound lines. Calls run one after another.
 */
export class FolderTransport implements LedgerTransport {
  readonly #folder: string;
  readonly #disk: DiskPort;
  readonly #writers = new Map<string, LogWriter>();
  #queue: Promise<unknown> = Promise.resolve();

  constructor(folder: string, disk: DiskPort = nodeDisk) {
    this.#folder = folder;
    this.#disk = disk;
  }

  describe = (): Promise<Result<SharedReview | null, TransportError>> =>
    this.#inTurn(() => readReviewFile(this.#disk, this.#folder));

  found = (review: SharedReview): Promise<Result<null, TransportError>> =>
    this.#inTurn(async () => {
      const there = await readReviewFile(this.#disk, this.#folder);
      if (there && there.reviewId === review.reviewId) return null;
      await this.#disk.makeFolder(path.join(this.#folder, 'ledger'));
      await writeReviewFile(this.#disk, this.#folder, review);
      return null;
    });

  listLogs = (): Promise<Result<StampedLog[], TransportError>> =>
    this.#inTurn(async () => {
      await this.#mustBeThere();
      const logs: StampedLog[] = [];
      for (const author of await this.#namesIn('ledger')) {
        const authorId = AuthorId.safeParse(author);
        if (!authorId.success) continue;
        for (const device of await this.#namesIn('ledger', author)) {
          const deviceId = DeviceId.safeParse(device);
          if (!deviceId.success) continue;
          const log = { authorId: authorId.data, deviceId: deviceId.data };
          logs.push({ ...log, stamp: await this.#stampOf(log) });
        }
      }
      return logs;
    });

  readLog = (log: TransportLog, from: number, limit: number): Promise<Result<LogPart, TransportError>> =>
    this.#inTurn(async () => {
      await this.#mustBeThere();
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await this.#readPart(log, from, limit);
        } catch (cause) {
          // A service put another file in the place of one that had just been listed.
          if (!isAbsent(cause) || attempt === mostAttempts) throw cause;
        }
      }
    });

  append = (
    log: TransportLog,
    fromSequence: number,
    lines: readonly string[],
  ): Promise<Result<null, TransportError>> =>
    this.#inTurn(async () => {
      await this.#mustBeThere();
      await this.#writer(log).append(fromSequence, lines);
      return null;
    });

  blobState = (sha256: Sha256): Promise<Result<BlobState, TransportError>> =>
    this.#inTurn(async () => {
      await this.#mustBeThere();
      return blobState(this.#disk, this.#folder, sha256);
    });

  readBlob = (
    sha256: Sha256,
    offset: number,
    length: number,
  ): Promise<Result<Uint8Array<ArrayBuffer>, TransportError>> =>
    this.#inTurn(() => readBlobPart(this.#disk, this.#folder, sha256, offset, length));

  writeBlob = (
    sha256: Sha256,
    part: { readonly offset: number; readonly bytes: Uint8Array<ArrayBuffer>; readonly last: boolean },
  ): Promise<Result<BlobState, TransportError>> =>
    this.#inTurn(async () => {
      await this.#mustBeThere();
      return addBlobPart(this.#disk, this.#folder, sha256, part);
    });

  async #readPart(log: TransportLog, from: number, limit: number): Promise<LogPart> {
    const recent = await this.#readRecent(log, from);
    const { lines, first } = recent ?? {
      lines: (await readLogContents(this.#disk, this.#logFolder(log))).lines,
      first: 1,
    };
    return {
      lines: lines.slice(from - first, from - first + limit),
      total: first - 1 + lines.length,
    };
  }

  /**
   * The end of a long log without reading its beginning: the segment that `from` stands in, those after it, and the head.
   * Null when the files are not exactly as their writer leaves them; then everything has to be looked at.
   */
  async #readRecent(
    log: TransportLog,
    from: number,
  ): Promise<{ readonly lines: readonly string[]; readonly first: number } | null> {
    const names = await this.#namesIn('ledger', log.authorId, log.deviceId);
    const files = names.filter((name) => name.endsWith('.jsonl'));
    const segments = files.filter((name) => name !== headName).length;
    for (let number = 1; number <= segments; number += 1)
      if (!files.includes(segmentName(number))) return null;
    const start = Math.min(Math.floor((from - 1) / segmentSize), segments);
    if (start === 0) return null;
    const first = start * segmentSize + 1;
    const lines: string[] = [];
    const wanted = Array.from({ length: segments - start }, (_, index) => segmentName(start + 1 + index));
    if (files.includes(headName)) wanted.push(headName);
    for (const name of wanted) {
      const text = new TextDecoder().decode(await this.#disk.read(path.join(this.#logFolder(log), name)));
      if (text !== '' && !text.endsWith('\n')) return null;
      lines.push(...text.split('\n').slice(0, -1));
    }
    const inPlace = lines.every((line, index) => sequenceOf(line) === first + index);
    return inPlace ? { lines, first } : null;
  }

  async #stampOf(log: TransportLog): Promise<string> {
    const sizes: string[] = [];
    for (const name of (await this.#namesIn('ledger', log.authorId, log.deviceId)).sort()) {
      if (!name.endsWith('.jsonl')) continue;
      sizes.push(`${name}:${(await this.#disk.size(path.join(this.#logFolder(log), name))) ?? 0}`);
    }
    return sizes.slice(-4).join(' ') + ` ${sizes.length}`;
  }

  #writer(log: TransportLog): LogWriter {
    const key = `${log.authorId} ${log.deviceId}`;
    let writer = this.#writers.get(key);
    if (!writer) {
      writer = new LogWriter(this.#disk, this.#logFolder(log));
      this.#writers.set(key, writer);
    }
    return writer;
  }

  /** A folder with nothing of a review in it is the place where a drive is not mounted, or was emptied: nothing is put there. */
  async #mustBeThere(): Promise<void> {
    for (const name of [reviewFileName, 'ledger'])
      if ((await this.#disk.size(path.join(this.#folder, name))) !== null) return;
    throw new Refused({ code: 'folder-missing', detail: this.#folder });
  }

  async #namesIn(...parts: readonly string[]): Promise<string[]> {
    try {
      return await this.#disk.list(path.join(this.#folder, ...parts));
    } catch (cause) {
      if (isAbsent(cause)) return [];
      throw cause;
    }
  }

  #logFolder = (log: TransportLog): string => path.join(this.#folder, 'ledger', log.authorId, log.deviceId);

  #inTurn<T>(work: () => Promise<T>): Promise<Result<T, TransportError>> {
    const run = this.#queue.then(async (): Promise<Result<T, TransportError>> => {
      try {
        return { ok: true, value: await work() };
      } catch (cause) {
        return { ok: false, error: failureOf(cause) };
      }
    });
    this.#queue = run;
    return run;
  }
}
