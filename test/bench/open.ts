import { hashText } from '@shared/kernel';
import { checkLog, type LedgerEvent, type LedgerLine } from '@shared/ledger';
import { RecordBlock } from '@shared/records';
import { flowOfReview, replay } from '@shared/review';
import { deriveFlow } from '@shared/prisma';
import { inventBlocks } from './generate-blocks';
import { inventCoders, joined, opening, reviewId, voteOn } from './generate-review';
import { compare, type BenchReport } from './measure';

const records = 50_000;

/** Opening a review of 50,000 records on which two coders have voted, step by step. */
export function benchOpen(): BenchReport[] {
  return [openLedger(), openRecords()];
}

function openLedger(): BenchReport {
  const { logs, events } = inventLedger(records);
  const yardstick = 'JSON.parse of every line';
  return compare(`The ledger: ${events.length.toLocaleString('en')} events`, [
    {
      what: yardstick,
      run: () => logs.map(({ lines }) => lines.map((line): unknown => JSON.parse(line))),
    },
    {
      what: 'prove the chain of every log (parse, check, hash)',
      against: yardstick,
      run: () => logs.map(({ key, lines }) => checkLog(lines, reviewId, key)),
    },
    { what: 'replay into the state', against: yardstick, run: () => replay(events) },
    {
      what: 'the PRISMA flow of that state',
      against: yardstick,
      run: (
        (state) => () =>
          deriveFlow(flowOfReview(state))
      )(replay(events)),
    },
  ]);
}

function openRecords(): BenchReport {
  const texts = inventBlocks(records);
  const yardstick = 'JSON.parse of every block';
  const size = Math.round(texts.reduce((sum, text) => sum + text.length, 0) / 1_000_000);
  return compare(`The records: ${texts.length} blocks, ${size} million characters`, [
    { what: yardstick, run: () => texts.map((text): unknown => JSON.parse(text)) },
    {
      what: 'parse and check every block, records by id',
      against: yardstick,
      run: () => {
        const byId = new Map<string, unknown>();
        for (const text of texts) {
          for (const record of RecordBlock.parse(JSON.parse(text)).records) byId.set(record.id, record);
        }
        return byId;
      },
    },
    {
      what: 'hash every block (only where the database lost them)',
      against: yardstick,
      run: () => texts.map(hashText),
    },
  ]);
}

/** Two coders, each with a vote on every record, as lines of their logs and as events in order. */
export function inventLedger(count: number): {
  readonly logs: readonly { readonly key: LedgerLogKey; readonly lines: readonly string[] }[];
  readonly events: readonly LedgerEvent[];
} {
  const coders = inventCoders(['first', 'second']);
  const written: LedgerLine[][] = coders.map((coder, index) =>
    index === 0 ? [...coder.write(...opening(count))] : [...coder.write(joined('Second'))],
  );
  for (let record = 0; record < count; record += 1) {
    for (const [index, coder] of coders.entries())
      written[index]?.push(...coder.write(voteOn(record, index)));
  }
  return {
    logs: coders.map(({ key }, index) => ({ key, lines: (written[index] ?? []).map(({ line }) => line) })),
    events: written.flat().map(({ event }) => event),
  };
}

type LedgerLogKey = ReturnType<typeof inventCoders>[number]['key'];
