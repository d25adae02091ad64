import { createHash } from 'node:crypto';
import { z } from '../../shared/kernel/schema';
import { AuthorId, DeviceId, ReviewId, type Result, type Sha256 } from '../../shared/kernel';
import type {
  BlobState,
  LedgerTransport,
  LogPart,
  SharedReview,
  StampedLog,
  TransportError,
  TransportLog,
} from '../../shared/transport';
import { failureOf, Refused } from '../journal/failures';
import { CouchClient, type CouchDoc, type CouchOptions } from './couch-client';

/** Lines written or read in one call. */
const batch = 500;

const ReviewDoc = z.looseObject({ reviewId: ReviewId, title: z.string(), fictitious: z.boolean() });
const LogDoc = z.looseObject({ authorId: AuthorId, deviceId: DeviceId });
const HeadDoc = z.looseObject({ total: z.number().int().min(0) });
const LineDoc = z.looseObject({ line: z.string() });
const BlobDoc = z.looseObject({
  bytes: z.number().int().min(0),
  complete: z.boolean(),
  /** Where each part begins. */
  parts: z.array(z.number().int().min(0)),
});
const PartDoc = z.looseObject({ base64: z.string() });

/**
 * A review on a server that speaks the CouchDB protocol. A database for the review and the list of its logs, one for its
 * blobs, and one for each author, so that the server's own rules can say who writes and who reads whose work. A line is a
 * document; a small document says how many there are without a gap, and is written after them.
 */
export class CouchTransport implements LedgerTransport {
  readonly #client: CouchClient;
  readonly #review: string;
  #queue: Promise<unknown> = Promise.resolve();

  /** @param reviewName what the databases of the review are called by; the review's id */
  constructor(options: CouchOptions, reviewName: string) {
    this.#client = new CouchClient(options);
    this.#review = `concord-${inDatabaseName(reviewName)}`;
  }

  describe = (): Promise<Result<SharedReview | null, TransportError>> =>
    this.#inTurn(() => this.#described());

  found = (review: SharedReview): Promise<Result<null, TransportError>> =>
    this.#inTurn(async () => {
      const there = await this.#described();
      if (there && there.reviewId !== review.reviewId)
        throw new Refused({ code: 'review-exists', detail: there.title });
      if (there) return null;
      await this.#client.makeDatabase(this.#review);
      await this.#client.makeDatabase(this.#blobs);
      await this.#client.put(this.#review, [{ _id: 'review', format: 1, ...review }]);
      return null;
    });

  listLogs = (): Promise<Result<StampedLog[], TransportError>> =>
    this.#inTurn(async () => {
      const logs: StampedLog[] = [];
      for (const { _id: id, ...doc } of await this.#client.getAll(this.#review)) {
        const log = id.startsWith('log ') ? LogDoc.safeParse(doc) : null;
        if (!log?.success) continue;
        const { authorId, deviceId } = log.data;
        const stamp = (await this.#client.stampOf(this.#author(authorId))) ?? '';
        logs.push({ authorId, deviceId, stamp });
      }
      return logs;
    });

  readLog = (log: TransportLog, from: number, limit: number): Promise<Result<LogPart, TransportError>> =>
    this.#inTurn(async () => {
      const { total } = await this.#head(log);
      const last = Math.min(total, from - 1 + limit);
      return { lines: await this.#lines(log, from, last), total };
    });

  append = (
    log: TransportLog,
    fromSequence: number,
    lines: readonly string[],
  ): Promise<Result<null, TransportError>> =>
    this.#inTurn(async () => {
      const head = await this.#head(log);
      if (fromSequence > head.total + 1) throw new Refused({ code: 'sequence-gap' });
      const known = await this.#lines(
        log,
        fromSequence,
        Math.min(head.total, fromSequence - 1 + lines.length),
      );
      if (known.some((line, index) => line !== lines[index])) throw new Refused({ code: 'log-differs' });
      const fresh = lines.slice(known.length);
      if (fresh.length === 0) return null;
      const database = this.#author(log.authorId);
      if (head.total === 0) await this.#begin(log);
      const first = fromSequence + known.length;
      for (let start = 0; start < fresh.length; start += batch)
        await this.#write(log, first + start, fresh.slice(start, start + batch));
      const refused = await this.#client.put(database, [
        { ...head.doc, _id: headId(log), total: first - 1 + fresh.length },
      ]);
      // Somebody else writes this log at the same time, which nobody may.
      if (refused.length > 0) throw new Refused({ code: 'log-differs', detail: headId(log) });
      return null;
    });

  blobState = (sha256: Sha256): Promise<Result<BlobState, TransportError>> =>
    this.#inTurn(async () => {
      const { bytes, complete } = await this.#blob(sha256);
      return { bytes, complete };
    });

  readBlob = (
    sha256: Sha256,
    offset: number,
    length: number,
  ): Promise<Result<Uint8Array<ArrayBuffer>, TransportError>> =>
    this.#inTurn(async () => {
      const blob = await this.#blob(sha256);
      if (!blob.complete) throw new Refused({ code: 'blob-missing', detail: sha256 });
      return this.#bytes(sha256, blob, offset, Math.min(blob.bytes, offset + length));
    });

  writeBlob = (
    sha256: Sha256,
    part: { readonly offset: number; readonly bytes: Uint8Array<ArrayBuffer>; readonly last: boolean },
  ): Promise<Result<BlobState, TransportError>> =>
    this.#inTurn(async () => {
      const there = await this.#blob(sha256);
      if (there.complete) return { bytes: there.bytes, complete: true };
      if (part.offset !== there.bytes)
        throw new Refused({ code: 'wrong-offset', detail: String(there.bytes) });
      const id = partId(sha256, part.offset);
      const old = await this.#client.get(this.#blobs, id);
      const base64 = Buffer.from(part.bytes).toString('base64');
      await this.#client.put(this.#blobs, [{ _id: id, ...revOf(old), base64 }]);
      const bytes = part.offset + part.bytes.length;
      const blob = { bytes, complete: part.last, parts: [...there.parts, part.offset] };
      if (part.last) {
        const whole = await this.#bytes(sha256, blob, 0, bytes);
        if (createHash('sha256').update(whole).digest('hex') !== sha256) {
          await this.#client.put(this.#blobs, [{ ...there.doc, _id: sha256, ...nothing }]);
          throw new Refused({ code: 'hash-differs', detail: sha256 });
        }
      }
      await this.#client.put(this.#blobs, [{ ...there.doc, _id: sha256, ...blob }]);
      return { bytes, complete: part.last };
    });

  async #described(): Promise<SharedReview | null> {
    const doc = await this.#client.get(this.#review, 'review');
    const review = ReviewDoc.safeParse(doc);
    if (!review.success) return null;
    const { reviewId, title, fictitious } = review.data;
    return { reviewId, title, fictitious };
  }

  /** The author's database, and the log in the list of logs: after that others find it. */
  async #begin(log: TransportLog): Promise<void> {
    await this.#client.makeDatabase(this.#author(log.authorId));
    const { authorId, deviceId } = log;
    await this.#client.put(this.#review, [{ _id: `log ${authorId} ${deviceId}`, authorId, deviceId }]);
  }

  async #write(log: TransportLog, first: number, lines: readonly string[]): Promise<void> {
    const docs = lines.map((line, index) => ({ _id: lineId(log, first + index), line }));
    const there = await this.#client.put(this.#author(log.authorId), docs);
    if (there.length === 0) return;
    // Written by an earlier attempt that was cut off before it could say so.
    const known = await this.#client.getMany(this.#author(log.authorId), there);
    for (const [index, id] of there.entries()) {
      const line = LineDoc.safeParse(known[index]);
      const mine = docs.find(({ _id: own }) => own === id)?.line;
      if (!line.success || line.data.line !== mine) throw new Refused({ code: 'log-differs', detail: id });
    }
  }

  async #head(log: TransportLog): Promise<{ readonly total: number; readonly doc: CouchDoc | null }> {
    const doc = await this.#client.get(this.#author(log.authorId), headId(log));
    const head = HeadDoc.safeParse(doc);
    return { total: head.success ? head.data.total : 0, doc };
  }

  /** Lines of sequences `from` to `to`, both included. */
  async #lines(log: TransportLog, from: number, to: number): Promise<string[]> {
    const lines: string[] = [];
    for (let start = from; start <= to; start += batch) {
      const ids = Array.from({ length: Math.min(batch, to - start + 1) }, (_, index) =>
        lineId(log, start + index),
      );
      for (const doc of await this.#client.getMany(this.#author(log.authorId), ids)) {
        const line = LineDoc.safeParse(doc);
        if (!line.success) throw new Refused({ code: 'lines-missing', detail: ids[0] ?? '' });
        lines.push(line.data.line);
      }
    }
    return lines;
  }

  async #blob(sha256: Sha256): Promise<z.infer<typeof BlobDoc> & { readonly doc: CouchDoc | null }> {
    const doc = await this.#client.get(this.#blobs, sha256);
    const blob = BlobDoc.safeParse(doc);
    return blob.success ? { ...blob.data, doc } : { ...nothing, doc };
  }

  async #bytes(
    sha256: Sha256,
    { bytes, parts }: Pick<z.infer<typeof BlobDoc>, 'bytes' | 'parts'>,
    from: number,
    to: number,
  ): Promise<Uint8Array<ArrayBuffer>> {
    const wanted = parts.filter((at, index) => at < to && (parts[index + 1] ?? bytes) > from);
    const docs = await this.#client.getMany(
      this.#blobs,
      wanted.map((at) => partId(sha256, at)),
    );
    const read = docs.map((doc) => PartDoc.safeParse(doc));
    if (read.some((part) => !part.success)) throw new Refused({ code: 'blob-damaged', detail: sha256 });
    const joined = Buffer.concat(
      read.map((part) => Buffer.from(part.success ? part.data.base64 : '', 'base64')),
    );
    const begin = from - (wanted[0] ?? 0);
    return new Uint8Array(joined.subarray(begin, begin + Math.max(0, to - from)));
  }

  get #blobs(): string {
    return `${this.#review}-blobs`;
  }

  #author = (authorId: AuthorId): string => `${this.#review}-by-${inDatabaseName(authorId)}`;

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

const nothing = { bytes: 0, complete: false, parts: [] };
const headId = ({ deviceId }: TransportLog): string => `head ${deviceId}`;
const lineId = ({ deviceId }: TransportLog, sequence: number): string =>
  `line ${deviceId} ${String(sequence).padStart(8, '0')}`;
const partId = (sha256: Sha256, offset: number): string => `${sha256} ${String(offset).padStart(12, '0')}`;
function revOf(doc: CouchDoc | null): { readonly _rev?: string } {
  const { _rev: rev } = doc ?? {};
  return rev === undefined ? {} : { _rev: rev };
}

/** Database names hold lower-case letters, digits and a few signs; anything else is written as its code. */
const inDatabaseName = (id: string): string =>
  [...id]
    .map((letter) => (/[a-z0-9]/u.test(letter) ? letter : `$${letter.charCodeAt(0).toString(16)}`))
    .join('');
