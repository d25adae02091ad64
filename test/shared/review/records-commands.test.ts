import { describe, expect, it } from 'vitest';
import { hashText, recordIdOf } from '@shared/kernel';
import type { EventBody } from '@shared/review';
import { decide, flowOfReview, replay, type Command } from '@shared/review';
import { deriveFlow } from '@shared/prisma';
import {
  castVote,
  first,
  lead,
  ledgerOf,
  recordCount,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';

const otherFile = hashText('another file');
const otherBatch = (database: string): EventBody => ({
  kind: 'batchImported',
  version: 1,
  source: { database, platform: 'Ovid', kind: 'register', searchedOn: '', strategy: '', limits: '', hits: 5 },
  file: { name: 'b.ris', sha256: otherFile, bytes: 6, format: 'ris', encoding: 'utf-8' },
  recordCount: 5,
  recordBlocks: [],
  problemCount: 0,
  problemsBlob: null,
});

const flow = (events: Parameters<typeof replay>[0]) => deriveFlow(flowOfReview(replay(events)));
const ask = (events: Parameters<typeof replay>[0], command: Command) =>
  decide(replay(events), command, { authorId: lead });

describe('undoing a whole batch', () => {
  const [copy] = recordIds;
  const brought = recordIdOf(otherFile, 1);
  const steps: readonly Step[] = [
    { author: lead, body: otherBatch('CENTRAL') },
    {
      author: lead,
      body: { kind: 'duplicatesDecided', version: 1, verdict: 'same', records: [copy ?? brought, brought] },
    },
    { author: first, body: castVote(recordIdOf(otherFile, 2), 'exclude') },
    { author: second, body: castVote(recordIdOf(otherFile, 2), 'exclude') },
  ];

  it('takes its records, their duplicates and their votes out of the PRISMA flow', () => {
    const before = ledgerOf(steps);
    expect(flow(before).boxes).toMatchObject({
      database_results: recordCount,
      register_results: 5,
      duplicates: 1,
      records_excluded: 1,
    });
    const batch = replay(before).records.batches[1];
    if (!batch) throw new Error('no batch');
    const undone = ledgerOf([
      ...steps,
      { author: first, body: { kind: 'judgementWithdrawn', version: 1, target: batch.eventId } },
    ]);
    expect(flow(undone)).toEqual(flow(ledgerOf([])));
  });
});

describe('describing a source later', () => {
  it('changes what the flow calls it, and nothing else', () => {
    const events = ledgerOf([{ author: lead, body: otherBatch('CENTRL') }]);
    const batch = replay(events).records.batches[1];
    if (!batch) throw new Error('no batch');
    const source = { ...batch.imported.source, database: 'CENTRAL', hits: 7 };
    const decided = ask(events, { do: 'describeSource', batch: batch.eventId, source });
    if (!decided.ok || !decided.value[0]) throw new Error('refused');
    const after = replay(
      ledgerOf([
        { author: lead, body: otherBatch('CENTRL') },
        { author: lead, body: decided.value[0] },
      ]),
    );
    expect(after.records.batches[1]?.imported).toEqual({ ...batch.imported, source });
    expect(after.origins.get(recordIdOf(otherFile, 1))?.imported.source.hits).toBe(7);
  });

  it('is refused without a name, and for a batch that is not there', () => {
    const events = ledgerOf([{ author: lead, body: otherBatch('CENTRAL') }]);
    const batch = replay(events).records.batches[1];
    if (!batch) throw new Error('no batch');
    const source = { ...batch.imported.source, database: '' };
    expect(ask(events, { do: 'describeSource', batch: batch.eventId, source })).toMatchObject({
      error: { code: 'source-without-name' },
    });
    expect(ask(ledgerOf([]), { do: 'describeSource', batch: batch.eventId, source })).toMatchObject({
      error: { code: 'unknown-batch' },
    });
  });
});

describe('correcting a record', () => {
  const [recordId] = recordIds;
  if (!recordId) throw new Error('no record');

  it('is an event of its own', () => {
    expect(
      ask(ledgerOf([]), { do: 'editRecord', recordId, changes: { year: 2019 }, reason: 'Misprint' }),
    ).toEqual({
      ok: true,
      value: [{ kind: 'recordEdited', version: 1, recordId, changes: { year: 2019 }, reason: 'Misprint' }],
    });
    expect(ask(ledgerOf([]), { do: 'editRecord', recordId, changes: {}, reason: '' })).toEqual({
      ok: true,
      value: [],
    });
  });

  it('is refused for values no record can have, and for records that are not there', () => {
    expect(
      ask(ledgerOf([]), { do: 'editRecord', recordId, changes: { year: 3.5 }, reason: '' }),
    ).toMatchObject({ error: { code: 'record-invalid' } });
    const gone = recordIdOf(otherFile, 1);
    expect(
      ask(ledgerOf([]), { do: 'editRecord', recordId: gone, changes: { year: 2019 }, reason: '' }),
    ).toMatchObject({ error: { code: 'unknown-record' } });
  });
});
