import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doAtOnce, RecordId } from '@shared/kernel';
import type { CitationRecord } from '@shared/records';
import {
  arrangeReports,
  filterRecords,
  everyRecord,
  sortRecords,
  type ScreeningOrder,
} from '@shared/screening';

const records: readonly CitationRecord[] = [
  ['r1', '“Zeta” and peers', 2001],
  ['r2', 'Álpha and peers', 2020],
  ['r3', undefined, undefined],
  ['r4', 'beta alone', 2010],
  ['r5', 'Gamma and peers', 2020],
].map(([id, title, year]): CitationRecord => ({
  id: RecordId.parse(id),
  title: typeof title === 'string' ? title : undefined,
  year: typeof year === 'number' ? year : undefined,
  authors: [],
  keywords: [],
  line: 1,
}));
const ids = records.map(({ id }) => id);
const recordOf = (id: RecordId): CitationRecord | undefined => records.find((record) => record.id === id);
const factsOf = (id: RecordId) => ({
  record: recordOf(id),
  sources: id === ids[0] ? ['Embase'] : ['PubMed'],
});
const arranged = (order: ScreeningOrder): string => doAtOnce(arrangeReports(order, ids, recordOf)).join(' ');

describe('the order', () => {
  it('is as imported, by year or by title, with what lacks it last', () => {
    expect(arranged({ by: 'imported' })).toBe('r1 r2 r3 r4 r5');
    expect(arranged({ by: 'newest' })).toBe('r2 r5 r4 r1 r3');
    expect(arranged({ by: 'oldest' })).toBe('r1 r4 r2 r5 r3');
    expect(arranged({ by: 'title' })).toBe('r2 r4 r5 r1 r3');
  });

  const many = Array.from({ length: 200 }, (_, index) => RecordId.parse(`m${index}`));
  const random = (seed: number, list: readonly RecordId[]) =>
    doAtOnce(arrangeReports({ by: 'random', seed }, list, () => undefined));

  it('by chance holds every record once, the same for the same seed, another for another', () => {
    expect([...random(7, many)].sort()).toEqual([...many].sort());
    expect(random(7, many)).toEqual(random(7, [...many].reverse()));
    expect(random(7, many)).not.toEqual(random(8, many));
    expect(random(7, many)).not.toEqual(many);
  });

  it('by chance is not moved by records that come later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999 }), fc.subarray([...many]), (seed, some) => {
        const among = new Set(some);
        expect(random(seed, many).filter((id) => among.has(id))).toEqual(random(seed, some));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the list', () => {
  it('narrows by words, source and year', () => {
    const shown = (filter: Partial<typeof everyRecord>) =>
      doAtOnce(filterRecords(ids, { ...everyRecord, ...filter }, factsOf)).join(' ');
    expect(shown({})).toBe('r1 r2 r3 r4 r5');
    expect(shown({ text: 'ti:peers' })).toBe('r1 r2 r5');
    expect(shown({ source: 'Embase' })).toBe('r1');
    expect(shown({ fromYear: 2010 })).toBe('r2 r4 r5');
    expect(shown({ toYear: 2010, text: 'beta' })).toBe('r4');
  });

  it('sorts by a column either way, with empty ones last', () => {
    expect(doAtOnce(sortRecords(ids, 'title', false, factsOf)).join(' ')).toBe('r2 r4 r5 r1 r3');
    expect(doAtOnce(sortRecords(ids, 'title', true, factsOf)).join(' ')).toBe('r1 r5 r4 r2 r3');
    expect(doAtOnce(sortRecords(ids, 'year', true, factsOf)).join(' ')).toBe('r2 r5 r4 r1 r3');
  });
});
