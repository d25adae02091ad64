import { Dexie, type Table } from 'dexie';
import { appIdentity, type AuthorId, type DeviceId, type ReviewId, type Sha256 } from '@shared/kernel';
import type { LedgerLine, LogKey } from '@shared/ledger';

/** The version of the database of a review. A review is copied before a program with another one opens it. */
export const databaseVersion = 1;

/** Events of one log, at most this many to a row: cost in IndexedDB is per row, not per byte. */
const segmentSize = 500;

type SegmentRow = {
  readonly authorId: AuthorId;
  readonly deviceId: DeviceId;
  readonly first: number;
  readonly lines: string[];
  /** What the last line hashes to; absent in rows from before it was kept. */
  readonly lastHash?: Sha256;
};
type TailRow = {
  readonly authorId: AuthorId;
  readonly deviceId: DeviceId;
  readonly sequence: number;
  readonly line: string;
  /** What the line hashes to; absent in rows from before it was kept. */
  readonly hash?: Sha256;
};
type BlockRow = { readonly sha256: Sha256; readonly text: string };

/** A log; `lastHash` is what its last line was known to hash to when it was written. */
export type StoredLog = LogKey & { readonly lines: readonly string[]; readonly lastHash?: Sha256 };

/**
 * One review in IndexedDB: logs as segments with a short tail of single events, and content-addressed blocks of
 * records. The journal on disk holds the same; either can be rebuilt from the other.
 */
export class ReviewDatabase {
  readonly #db: Dexie;
  readonly #segments: Table<SegmentRow, [AuthorId, DeviceId, number]>;
  readonly #tail: Table<TailRow, [AuthorId, DeviceId, number]>;
  readonly #blocks: Table<BlockRow, Sha256>;

  constructor(reviewId: ReviewId) {
    this.#db = new Dexie(`${appIdentity.databasePrefix}${reviewId}`, {
      chromeTransactionDurability: 'strict',
    });
    this.#db.version(databaseVersion).stores({
      segments: '[authorId+deviceId+first]',
      tail: '[authorId+deviceId+sequence]',
      blocks: 'sha256',
    });
    this.#segments = this.#db.table('segments');
    this.#tail = this.#db.table('tail');
    this.#blocks = this.#db.table('blocks');
  }

  /**
   * Every log, lines in order of sequence, up to the first that is not there: a database that once refused to save may
   * lack some, and what stands behind them only looks like another log. The rest comes back from the journal.
   */
  async readLogs(): Promise<StoredLog[]> {
    type Placed = LogKey & { placed: (string | undefined)[]; hashes: Map<number, Sha256> };
    const logs = new Map<string, Placed>();
    const place = (row: LogKey, first: number, lines: readonly string[], lastHash?: Sha256): void => {
      const key = `${row.authorId} ${row.deviceId}`;
      const { authorId, deviceId } = row;
      const log = logs.get(key) ?? { authorId, deviceId, placed: [], hashes: new Map() };
      logs.set(key, log);
      for (const [index, line] of lines.entries()) log.placed[first - 1 + index] = line;
      if (lastHash !== undefined) log.hashes.set(first - 1 + lines.length, lastHash);
    };
    await this.#db.transaction('r', this.#segments, this.#tail, async () => {
      for (const row of await this.#segments.toArray()) place(row, row.first, row.lines, row.lastHash);
      for (const row of await this.#tail.toArray()) place(row, row.sequence, [row.line], row.hash);
    });
    return [...logs.values()].map(({ placed, hashes, ...key }) => {
      const lines = untilFirstHole(placed);
      const lastHash = hashes.get(lines.length);
      return { ...key, lines, ...(lastHash === undefined ? {} : { lastHash }) };
    });
  }

  /** Puts these lines in the place of everything the database held of a log. */
  async replaceLog(key: LogKey, lines: readonly LedgerLine[]): Promise<void> {
    await this.#db.transaction('rw', this.#segments, this.#tail, async () => {
      await this.#segments
        .where('[authorId+deviceId+first]')
        .between(...rangeOf(key))
        .delete();
      await this.#tail
        .where('[authorId+deviceId+sequence]')
        .between(...rangeOf(key))
        .delete();
      await this.append(key, lines);
    });
  }

  /**
   * Adds lines that continue a log, or gives it lines it lacked; returns after they are on disk. Full tails become
   * segments, without many lines going through the tail; a tail with a hole stays as it is until the hole is filled.
   */
  async append(key: LogKey, lines: readonly LedgerLine[]): Promise<void> {
    const fresh = lines.map(({ line, event, hash }) => ({ ...key, sequence: event.sequence, line, hash }));
    const first = fresh[0]?.sequence ?? 1;
    const last = fresh.at(-1)?.sequence ?? 0;
    await this.#db.transaction('rw', this.#segments, this.#tail, async () => {
      if (Math.floor(last / segmentSize) === Math.floor((first - 1) / segmentSize)) {
        await this.#tail.bulkPut(fresh);
        return;
      }
      const known = await this.#tail
        .where('[authorId+deviceId+sequence]')
        .between(...rangeOf(key))
        .toArray();
      const bySequence = new Map<number, TailRow>([...known, ...fresh].map((row) => [row.sequence, row]));
      const rows = [...bySequence.values()].sort((a, b) => a.sequence - b.sequence);
      const segments = segmentsOf(key, rows);
      const inSegments = segments.length * segmentSize;
      const left = new Set(rows.slice(inSegments));
      for (const segment of segments) await this.#segments.put(segment);
      await this.#tail.bulkDelete(
        known.filter((row) => !left.has(row)).map((row) => [key.authorId, key.deviceId, row.sequence]),
      );
      await this.#tail.bulkPut(fresh.filter((row) => left.has(row)));
    });
  }

  async putBlock(sha256: Sha256, text: string): Promise<void> {
    await this.#blocks.put({ sha256, text });
  }

  async block(sha256: Sha256): Promise<string | undefined> {
    return (await this.#blocks.get(sha256))?.text;
  }

  close(): void {
    this.#db.close();
  }

  async destroy(): Promise<void> {
    await this.#db.delete();
  }
}

/** As many full segments as the rows of a tail, in order, make from its beginning without a hole. */
function segmentsOf(key: LogKey, rows: readonly TailRow[]): SegmentRow[] {
  const segments: SegmentRow[] = [];
  for (let start = 0; start + segmentSize <= rows.length; start += segmentSize) {
    const part = rows.slice(start, start + segmentSize);
    const first = part[0]?.sequence ?? 1;
    const last = part.at(-1);
    if (last?.sequence !== first + segmentSize - 1) break;
    segments.push({
      ...key,
      first,
      lines: part.map((row) => row.line),
      ...(last.hash === undefined ? {} : { lastHash: last.hash }),
    });
  }
  return segments;
}

const rangeOf = (key: LogKey): [unknown[], unknown[]] => [
  [key.authorId, key.deviceId, Dexie.minKey],
  [key.authorId, key.deviceId, Dexie.maxKey],
];

function untilFirstHole(placed: readonly (string | undefined)[]): string[] {
  const lines: string[] = [];
  for (const line of placed) {
    if (line === undefined) break;
    lines.push(line);
  }
  return lines;
}
