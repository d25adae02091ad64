import { hashText, ReviewId } from '@shared/kernel';
import type { LedgerEvent, LedgerLine } from '@shared/ledger';
import { RecordBlock, type CitationRecord } from '@shared/records';
import { replay } from '@shared/review';
import { ReviewDatabase } from '../../../src/renderer/storage/review-database';
import { inventCoders, joined, opening, voteOn } from '../generate-review';
import { inventBlocks } from '../generate-blocks';
import { BareSegments, RowDatabase } from './rows';

/** ms on the clock by what was measured, one turn of everything. */
export type StorageTimes = { readonly [what: string]: number };

const eventCount = 100_000;
const voteCount = eventCount - 6;
const recordCount = 50_000;
/** Events that reach the database in one transaction: an import or a colleague's log, not single votes. */
const chunk = 5_000;

declare global {
  interface Window {
    benchStorage: (turn: number) => Promise<StorageTimes>;
  }
}

const [coder] = inventCoders(['first']);
if (!coder) throw new Error('A coder is needed');
const { key, write } = coder;
/** Votes cast one after another, each durable before the next. */
const singleVotes = 200;
const lines: readonly LedgerLine[] = [
  ...write(...opening(eventCount)),
  ...write(joined('First')),
  ...Array.from({ length: voteCount }, (_, index) => write(voteOn(index, 0))).flat(),
];
const votes = Array.from({ length: singleVotes }, (_, index) => write(voteOn(index, 0)));
const blocks = inventBlocks(recordCount).map((text) => ({ sha256: hashText(text), text }));
const recordsOf = (text: string): CitationRecord[] => RecordBlock.parse(JSON.parse(text)).records;

window.benchStorage = async (turn) => {
  const times: { [what: string]: number } = {};
  const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    times[what] = performance.now() - start;
    return result;
  };
  await measureRows(turn, timed);
  await measureBareSegments(turn, timed);
  await measureBlocks(turn, timed);
  return times;
};

type Timed = <T>(what: string, work: () => Promise<T>) => Promise<T>;

async function measureRows(turn: number, timed: Timed): Promise<void> {
  const database = new RowDatabase(`rows-${turn}`);
  await timed('write events, a row each', async () => {
    for (let start = 0; start < lines.length; start += chunk)
      await database.append(lines.slice(start, start + chunk));
  });
  const state = await timed('read and fold events, a row each', async () =>
    replay(await database.readEvents()),
  );
  check(state.screening.votes['title-abstract'].size);
  await timed('votes one by one, a row each', async () => {
    for (const vote of votes) await database.append(vote);
  });
  await timed('write records, a row each', async () => {
    for (const { text } of blocks) await database.putRecords(recordsOf(text));
  });
  const records = await timed('read records, a row each', () => database.readRecords());
  if (records.length !== recordCount) throw new Error(`${records.length} records read from rows`);
  await database.destroy();
}

async function measureBareSegments(turn: number, timed: Timed): Promise<void> {
  const database = new BareSegments(`bare-${turn}`);
  await timed('write events, in segments and nothing else', async () => {
    for (let start = 0; start < lines.length; start += chunk)
      await database.append(lines.slice(start, start + chunk));
  });
  await database.destroy();
}

async function measureBlocks(turn: number, timed: Timed): Promise<void> {
  const database = new ReviewDatabase(ReviewId.parse(`segments-${turn}`));
  await timed('write events, the program’s database', async () => {
    for (let start = 0; start < lines.length; start += chunk)
      await database.append(key, lines.slice(start, start + chunk));
  });
  const state = await timed('read and fold events, the program’s database', async () => {
    const logs = await database.readLogs();
    return replay(logs.flatMap((log) => log.lines.map((line): LedgerEvent => JSON.parse(line))));
  });
  check(state.screening.votes['title-abstract'].size);
  await timed('votes one by one, the program’s database', async () => {
    for (const vote of votes) await database.append(key, vote);
  });
  await timed('write records, in blocks', async () => {
    for (const { sha256, text } of blocks) await database.putBlock(sha256, text);
  });
  const found = await timed('read records, in blocks', async () => {
    const all: CitationRecord[] = [];
    for (const { sha256 } of blocks) all.push(...recordsOf((await database.block(sha256)) ?? ''));
    return all;
  });
  if (found.length !== recordCount) throw new Error(`${found.length} records read from blocks`);
  await database.destroy();
}

function check(votes: number): void {
  if (votes !== voteCount) throw new Error(`${votes} votes came back of ${voteCount}`);
}
