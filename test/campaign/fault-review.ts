import 'fake-indexeddb/auto';
import { cpSync, existsSync, linkSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Dexie } from 'dexie';
import { IDBFactory } from 'fake-indexeddb';
import { appIdentity, AuthorId, DeviceId, hashText, recordIdOf, ReviewId, Sha256 } from '@shared/kernel';
import { templateById } from '@shared/protocol';
import type { Command } from '@shared/review';
import { Journal } from '../../src/main/journal/journal';
import { journalHandlers } from '../../src/main/journal/journal-handlers';
import { journalOver } from '../../src/renderer/ledger/desktop-journal';
import { ReviewSession } from '../../src/renderer/ledger/review-session';
import { inventedBlock } from '../support/invented-import';

const reviewId = ReviewId.parse('campaign');
const deviceId = DeviceId.parse('machine001');
const anna = AuthorId.parse('anna');
const bram = AuthorId.parse('bram');
const title = 'Peers 🌱 שלום';
const moment = 1_780_000_000_000;

/** A machine that has worked: its folder with reviews and backups, and what stands in the window's database. */
export type Machine = {
  readonly userData: string;
  readonly reviewFolder: string;
  /** The rows of each table of the window's database. */
  readonly rows: ReadonlyMap<string, readonly unknown[]>;
  /** Every event that was acknowledged. */
  readonly acknowledged: ReadonlySet<string>;
};

const journalOf = (userData: string, now = moment) =>
  journalOver(
    journalHandlers(
      new Journal({
        folder: path.join(userData, 'reviews'),
        backups: path.join(userData, 'backups'),
        now: () => now,
        program: '0.1.0',
        // Faults fill disks to the last byte.
        floor: 0,
      }),
    ) as never,
  );

/** Opens the review of a machine as the program does, with whatever database is there now. */
export const openReview = (userData: string): Promise<ReviewSession> =>
  ReviewSession.open({ reviewId, deviceId, journal: journalOf(userData), now: () => moment });

/** Records imported, a document, more than two segments of votes by one coder and some by another; one backup. */
export async function machineThatWorked(): Promise<Machine> {
  const userData = mkdtempSync(path.join(os.tmpdir(), 'concord-faults-'));
  Dexie.dependencies.indexedDB = new IDBFactory();
  const journal = journalOf(userData);
  await journal.createReview(reviewId, title, true);
  const session = await openReview(userData);
  const acknowledged = new Set<string>();
  const work = async (author: AuthorId, ...commands: readonly Command[]): Promise<void> => {
    const written = await session.dispatch(author, ...commands);
    if (!written.ok) throw new Error(JSON.stringify(written.error));
    for (const id of written.value) acknowledged.add(id);
  };
  const keep = async (text: string): Promise<Sha256> => {
    const kept = await session.files.keep(new TextEncoder().encode(text));
    if (!kept.ok) throw new Error(kept.error.code);
    return kept.value;
  };
  const template = templateById('peer-support');
  if (!template) throw new Error('the template is gone');
  const create = { do: 'createReview', title, templateId: template.id, fictitious: true } as const;
  await work(
    anna,
    { ...create, protocol: { ...template.protocol.en, title } },
    { do: 'joinReview', name: 'Anna', role: 'lead' },
  );
  await work(bram, { do: 'joinReview', name: 'Bram', role: 'coder' });
  const fileText = 'an invented export';
  const fileHash = hashText(fileText);
  const ids = Array.from({ length: 560 }, (_, index) => recordIdOf(fileHash, index + 1));
  const block = await session.keepRecordBlock(inventedBlock(ids));
  if (!block.ok) throw new Error(block.error.code);
  await keep(fileText);
  await work(anna, {
    do: 'importBatch',
    batch: {
      source: {
        database: 'Own',
        platform: '',
        kind: 'database',
        searchedOn: '',
        strategy: '',
        limits: '',
        hits: null,
      },
      file: { name: 'own.ris', sha256: fileHash, bytes: fileText.length, format: 'ris', encoding: 'utf-8' },
      recordCount: ids.length,
      recordBlocks: [block.value],
      problemCount: 0,
      problemsBlob: null,
    },
  });
  const votes = { do: 'castVotes', stage: 'title-abstract', recordIds: ids } as const;
  await work(anna, { ...votes, vote: 'maybe', reasonId: null, together: 'first' });
  await work(anna, { ...votes, vote: 'include', reasonId: null, together: 'second' });
  await work(bram, {
    ...votes,
    recordIds: ids.slice(0, 60),
    vote: 'include',
    reasonId: null,
    together: 'his',
  });
  const [first] = ids;
  if (first === undefined) throw new Error('no records');
  const document = 'an invented PDF';
  const sha256 = await keep(document);
  await work(anna, {
    do: 'attachDocument',
    recordId: first,
    name: 'first report.pdf',
    sha256,
    bytes: document.length,
  } as Command);
  for (const recordId of ids.slice(0, 12))
    await work(anna, { do: 'writeNote', stage: 'title-abstract', recordId, text: 'seen', shared: false });
  await journal.prepare(reviewId, 1);
  await journal.backUp(reviewId);
  session.close();
  const rows = await databaseRows();
  return { userData, reviewFolder: path.join(userData, 'reviews', 'campaign.review'), rows, acknowledged };
}

/** A machine of its own with the same folder and the same database, on which something can go wrong. */
export async function copyOf(machine: Machine, into: string): Promise<Machine> {
  cpSync(machine.userData, into, { recursive: true });
  const reviewFolder = path.join(into, 'reviews', 'campaign.review');
  shareBlobs(reviewFolder, path.join(into, 'backups'));
  Dexie.dependencies.indexedDB = new IDBFactory();
  // Opening makes the tables.
  (await openReview(path.join(into, 'nothing-there'))).close();
  await changeDatabase(async (table) => {
    for (const [name, rows] of machine.rows) await table(name).bulkPut(rows);
  });
  return { ...machine, userData: into, reviewFolder };
}

/** A backup holds a blob as another name for the same file; a damage to one is a damage to both. */
function shareBlobs(reviewFolder: string, backups: string): void {
  for (const name of readdirSync(backups)) {
    const folder = path.join(backups, name, 'blobs');
    if (!existsSync(folder)) continue;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const file = path.join(entry.parentPath, entry.name);
      rmSync(file);
      linkSync(path.join(reviewFolder, 'blobs', entry.name.slice(0, 2), entry.name), file);
    }
  }
}

type TableOf = (name: string) => ReturnType<Dexie['table']>;

/** Works on the window's database behind the program's back. */
export async function changeDatabase<T>(work: (table: TableOf) => Promise<T>): Promise<T> {
  const database = new Dexie(`${appIdentity.databasePrefix}${reviewId}`);
  await database.open();
  try {
    return await work((name) => database.table(name));
  } finally {
    database.close();
  }
}

const databaseRows = (): Promise<Map<string, unknown[]>> =>
  changeDatabase(async (table) => {
    const rows = new Map<string, unknown[]>();
    for (const name of ['segments', 'tail', 'blocks']) rows.set(name, await table(name).toArray());
    return rows;
  });

/** Everything that stands in the window's logs, in an order that does not depend on rows. */
export const databaseLines = (): Promise<ReadonlySet<string>> =>
  changeDatabase(async (table) => {
    const segments = (await table('segments').toArray()) as { lines: string[] }[];
    const tail = (await table('tail').toArray()) as { line: string }[];
    return new Set([...segments.flatMap(({ lines }) => lines), ...tail.map(({ line }) => line)]);
  });

export const forgetDatabase = (): void => {
  Dexie.dependencies.indexedDB = new IDBFactory();
};

export { anna, bram, deviceId };
