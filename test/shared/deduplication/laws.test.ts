import fc from 'fast-check';
import {
  findDuplicates,
  judgePair,
  normalise,
  type Citation,
  type FoundDuplicates,
} from '@shared/deduplication';
import { describe, expect, it } from 'vitest';
import { inventDuplicates } from '../../bench/generate-duplicates';
import { measure, pairsOf } from './measure';

const invented = inventDuplicates(1_500);

/** A handful of records in which copies and near copies are frequent: few words, names and numbers, any may be missing. */
const word = fc.constantFrom(
  'peer',
  'support',
  'trial',
  'of',
  'Part',
  'II',
  '2',
  'recovery',
  'randomised',
  'Reply',
  'Erratum:',
);
const some = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const citation = fc.record({
  title: some(fc.array(word, { maxLength: 6 }).map((words) => words.join(' '))),
  authors: fc.array(fc.constantFrom('Vos, A.', 'Vos, Anna', 'Li W', 'de Vries, B.', 'UNKNOWN'), {
    maxLength: 3,
  }),
  year: some(fc.integer({ min: 2000, max: 2002 })),
  journal: some(
    fc.constantFrom(
      'J Inv Med',
      'Journal of Invented Medicine',
      'Lancet',
      'medRxiv',
      'ClinicalTrials.gov',
      'ISRCTN',
    ),
  ),
  registrations: some(fc.subarray(['NCT00000001', 'NCT00000002', 'ISRCTN00000001'])),
  volume: some(fc.constantFrom('1', '2', '3 Suppl 1')),
  issue: some(fc.constantFrom('1', 'Suppl. 1')),
  pages: some(fc.constantFrom('1-9', '12-20', '12-8', 'S12', '01-Oct')),
  doi: some(
    fc.constantFrom('10.5555/a', '10.5555/b', 'https://doi.org/10.5555/A', '10.1002/14651858.CD000001.pub2'),
  ),
  pmid: some(fc.constantFrom('11111', '22222')),
  abstract: some(fc.constantFrom('short', 'word '.repeat(40))),
});
const citations = fc
  .array(citation, { minLength: 2, maxLength: 14 })
  .map((list) => list.map((one, at): Citation => ({ ...one, id: `c${String(at).padStart(2, '0')}` })));

const essence = ({ groups, certain, probable, related }: FoundDuplicates) => ({
  groups,
  certain: certain.map(({ a, b }) => `${a} ${b}`),
  probable: probable.map(({ a, b, judgement }) => `${a} ${b} ${judgement.score}`),
  related: related.map(({ a, b, relation }) => `${a} ${b} ${relation}`).sort(),
});

describe('whatever the records', () => {
  it('the score of two records is the same both ways', () => {
    fc.assert(
      fc.property(citation, citation, (one, other) => {
        const [a, b] = [normalise({ ...one, id: 'a' }), normalise({ ...other, id: 'b' })];
        expect(judgePair(a, b)).toEqual(judgePair(b, a));
      }),
    );
  });

  it('their order does not matter', () => {
    fc.assert(
      fc.property(
        citations.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(essence(findDuplicates(shuffled))).toEqual(essence(findDuplicates(list)));
        },
      ),
    );
  });

  it('what is certain holds together: no two records of a group contradict each other', () => {
    fc.assert(
      fc.property(citations, (list) => {
        const normal = new Map(list.map((one) => [one.id, normalise(one)]));
        for (const group of findDuplicates(list).groups) {
          for (const x of group) {
            for (const y of group) {
              const [a, b] = [normal.get(x), normal.get(y)];
              if (a && b && x !== y) expect(judgePair(a, b).band).not.toBe('no');
            }
          }
        }
      }),
    );
  });

  it('what people keep apart stays apart and is not asked again', () => {
    fc.assert(
      fc.property(citations, (list) => {
        const before = findDuplicates(list);
        const pairs = [...before.certain, ...before.probable].map(({ a, b }) => `${a} ${b}`);
        const apart = (a: string, b: string): boolean => pairs.includes(a < b ? `${a} ${b}` : `${b} ${a}`);
        const after = findDuplicates(list, { apart });
        for (const { a, b } of [...after.certain, ...after.probable]) expect(apart(a, b)).toBe(false);
      }),
    );
  });

  it('an exact copy of a record with a telling title and a place is certain', () => {
    const [record] = invented.records;
    if (!record) throw new Error('No record invented');
    expect(findDuplicates([record, { ...record, id: 'copy' }]).groups).toEqual([['copy', record.id]]);
  });
});

describe('when a record leaves its group', () => {
  it('the others still stand together: every certain pair of a new group is told, of an old one none again', () => {
    const [record] = invented.records;
    if (!record) throw new Error('No record invented');
    const copies = ['a', 'b', 'c'].map((id) => ({ ...record, id }));
    const told = (found: FoundDuplicates): string[] =>
      [...found.certain, ...found.backing].map(({ a, b }) => `${a} ${b}`).sort();
    const found = findDuplicates(copies);
    expect(found.certain).toHaveLength(2);
    expect(told(found)).toEqual(['a b', 'a c', 'b c']);
    expect(told(findDuplicates(copies, { together: found.groups }))).toEqual([]);
    expect(told(findDuplicates(copies, { together: [['a', 'b']] }))).toEqual(['a c', 'b c']);
  });
});

describe('invented records with known copies and hard negatives', () => {
  const ids = invented.records.map(({ id }) => id);
  const found = findDuplicates(invented.records);

  it('loses no work and finds nearly every copy', () => {
    const { lost, sensitivity } = measure(ids, invented.groups, pairsOf(found.groups));
    expect(lost).toBe(0);
    expect(sensitivity).toBeGreaterThan(0.97);
  });

  it('run again on one record of each group finds nothing new', () => {
    const gone = new Set(found.groups.flatMap((group) => group.slice(1)));
    const left = invented.records.filter(({ id }) => !gone.has(id));
    expect(findDuplicates(left).groups).toEqual([]);
  });

  it('compares a number of pairs that grows with the records, not with their square', () => {
    expect(found.compared).toBeLessThan(10 * ids.length);
  });
});
