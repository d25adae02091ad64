import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashText, recordIdOf } from '@shared/kernel';
import {
  changesBetween,
  citationRecord,
  completionRecord,
  emptyRecords,
  planCompletion,
  RecordChanges,
  recordFields,
  standingRecord,
  StandingRecords,
  withChanges,
  type CitationRecord,
  type RecordCompletion,
  type RecordEdit,
} from '@shared/records';
import { anyRecord } from '../formats/any-record';

const id = recordIdOf(hashText('file'), 1);
const other = recordIdOf(hashText('file'), 2);
const record = (fields: Partial<CitationRecord>): CitationRecord => ({
  id,
  authors: [],
  keywords: [],
  line: 1,
  ...fields,
});
const anyCitation = anyRecord.map((parsed) => citationRecord(id, parsed));

describe('corrections of a record', () => {
  it('are exactly what differs, and laid over it give what was wanted', () => {
    fc.assert(
      fc.property(anyCitation, anyCitation, (before, after) => {
        const changes = changesBetween(before, after);
        const made = withChanges(before, changes);
        for (const field of recordFields) expect(made[field] ?? []).toEqual(after[field] ?? []);
        expect(changesBetween(made, after)).toEqual({});
        expect(RecordChanges.safeParse(changes).success).toBe(true);
      }),
    );
  });

  it('refuse a year that is none and a text without end', () => {
    expect(RecordChanges.safeParse({ year: 20190 }).success).toBe(false);
    expect(RecordChanges.safeParse({ title: 'x'.repeat(6_000) }).success).toBe(false);
    expect(RecordChanges.safeParse({ colour: 'red' }).success).toBe(false);
  });

  it('outrank completions, the latest last; the import stays underneath', () => {
    const imported = record({ title: 'As importd', doi: '10.1/a' });
    const standing = standingRecord(
      imported,
      [record({ title: 'Never taken', abstract: 'From the second export' })],
      [{ title: 'As imported' }, { doi: null, abstract: 'Typed over' }, { doi: '10.1/b' }],
    );
    expect(standing).toMatchObject({ title: 'As imported', doi: '10.1/b', abstract: 'Typed over' });
    expect(imported).toMatchObject({ title: 'As importd', doi: '10.1/a' });
  });
});

describe('completing records from a second export', () => {
  const standing = [
    record({ title: 'Peer support for adults', doi: '10.1/A', authors: ['Vos, A.'] }),
    record({ id: other, title: 'Something else', pmid: '123', abstract: 'Here already' }),
  ];

  it('matches by identifier whatever its case, and takes only what is empty', () => {
    const plan = planCompletion(standing, [
      record({ title: 'Peer support for adults.', doi: '10.1/a', abstract: 'New', authors: ['Vos, Anna'] }),
    ]);
    expect(plan.completions).toMatchObject([{ recordId: id, matchedBy: 'doi', fields: ['abstract'] }]);
    const [completion] = plan.completions;
    if (!completion) throw new Error('no completion');
    expect(standingRecord(standing[0] ?? record({}), [completionRecord(completion)], [])).toMatchObject({
      abstract: 'New',
      authors: ['Vos, A.'],
    });
  });

  it('counts what names no record and what brings nothing', () => {
    const plan = planCompletion(standing, [
      record({ title: 'Unheard of', doi: '10.9/z' }),
      record({ title: 'Something else', pmid: '123' }),
    ]);
    expect(plan).toMatchObject({ completions: [], unmatched: 1, nothingNew: 1, contradicted: [] });
  });

  it('does not believe a shared DOI where titles or the other identifier speak against it', () => {
    const abstracts = planCompletion(standing, [
      record({ title: 'Cardiac output in ageing rats', doi: '10.1/a', abstract: 'Of another work' }),
      record({ title: 'Something else', pmid: '123', doi: '10.2/b', journal: 'J' }),
    ]);
    expect(abstracts.contradicted).toHaveLength(1);
    expect(abstracts.completions).toMatchObject([{ recordId: other, fields: ['journal', 'doi'] }]);
    const clash = planCompletion(
      [record({ title: 'Same title', doi: '10.1/a', pmid: '1' })],
      [record({ title: 'Same title', doi: '10.1/a', pmid: '2', abstract: 'x' })],
    );
    expect(clash.contradicted).toHaveLength(1);
  });

  it('never changes a field that was filled', () => {
    fc.assert(
      fc.property(anyCitation, anyRecord, (before, from) => {
        const { completions } = planCompletion([before], [{ ...from, doi: before.doi, title: before.title }]);
        const after = standingRecord(before, completions.map(completionRecord), []);
        for (const field of recordFields) {
          const was = before[field];
          if (was !== undefined && !(Array.isArray(was) && was.length === 0))
            expect(after[field]).toEqual(was);
        }
      }),
    );
  });
});

describe('the records of a review', () => {
  const edit = (changes: RecordChanges): RecordEdit => ({
    eventId: '000000000000-0000-device0000' as RecordEdit['eventId'],
    authorId: 'vos' as RecordEdit['authorId'],
    at: '',
    edited: { kind: 'recordEdited', version: 1, recordId: id, changes, reason: '' },
  });

  it('follow corrections and completions as they come and go', () => {
    const block = hashText('block');
    const records = new StandingRecords();
    records.takeImported([record({ title: 'One' })]);
    records.follow(emptyRecords);
    expect(records.get(id)?.title).toBe('One');
    records.follow({ ...emptyRecords, edits: [edit({ title: 'Two' })] });
    expect(records.get(id)?.title).toBe('Two');
    expect(records.imported(id)?.title).toBe('One');
    const completion: RecordCompletion = {
      ...edit({}),
      completed: {
        kind: 'recordsCompleted',
        version: 1,
        file: { name: 'b', sha256: block, bytes: 1, format: 'ris', encoding: 'utf-8' },
        completionBlocks: [block],
        recordCount: 1,
        fieldCount: 1,
      },
    };
    records.takeCompletion(block, [record({ abstract: 'Added' })]);
    records.follow({ ...emptyRecords, completions: [completion] });
    expect(records.get(id)).toMatchObject({ title: 'One', abstract: 'Added' });
    records.follow(emptyRecords);
    expect(records.get(id)?.abstract).toBeUndefined();
  });
});
