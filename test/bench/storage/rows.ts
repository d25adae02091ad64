import { Dexie, type Table } from 'dexie';
import type { AuthorId, DeviceId, RecordId } from '@shared/kernel';
import type { LedgerEvent, LedgerLine } from '@shared/ledger';
import type { CitationRecord } from '@shared/records';

/** What storing a log as segments costs at the least: 500 lines to a row, no tail. */
export class BareSegments {
  readonly #db: Dexie;
  readonly #segments: Table<{ readonly first: number; readonly lines: readonly string[] }, number>;

  constructor(name: string) {
    this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' });
    this.#db.version(1).stores({ segments: 'first' });
    this.#segments = this.#db.table('segments');
  }

  async append(lines: readonly LedgerLine[]): Promise<void> {
    const rows: { first: number; lines: string[] }[] = [];
    for (let start = 0; start < lines.length; start += 500) {
      const part = lines.slice(start, start + 500);
      rows.push({ first: part[0]?.event.sequence ?? 0, lines: part.map(({ line }) => line) });
    }
    await this.#segments.bulkAdd(rows);
  }

  async destroy(): Promise<void> {
    await this.#db.delete();
  }
}

type EventRow = LedgerEvent & { readonly authorId: AuthorId; readonly deviceId: DeviceId };

/** What a straightforward store would be: one row for each event and each record, indexed by key. */
export class RowDatabase {
  readonly #db: Dexie;
  readonly #events: Table<EventRow, string>;
  readonly #records: Table<CitationRecord, RecordId>;

  constructor(name: string) {
    this.#db = new Dexie(name, { chromeTransactionDurability: 'strict' });
    this.#db.version(1).stores({ events: 'eventId', records: 'id' });
    this.#events = this.#db.table('events');
    this.#records = this.#db.table('records');
  }

  async append(lines: readonly LedgerLine[]): Promise<void> {
    await this.#events.bulkAdd(lines.map(({ event }) => event));
  }

  /** In order of event id. */
  async readEvents(): Promise<LedgerEvent[]> {
    return this.#events.toArray();
  }

  async putRecords(records: readonly CitationRecord[]): Promise<void> {
    await this.#records.bulkPut(records);
  }

  async readRecords(): Promise<CitationRecord[]> {
    return this.#records.toArray();
  }

  async destroy(): Promise<void> {
    await this.#db.delete();
  }
}
