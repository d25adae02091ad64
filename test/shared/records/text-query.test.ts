import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RecordId } from '@shared/kernel';
import { matchesQuery, readQuery, type CitationRecord } from '@shared/records';

const record: CitationRecord = {
  id: RecordId.parse('a'),
  title: 'Peer support for psychosis: a randomised trial',
  abstract: 'Careers of peers. Recovery in Zürich was measured.',
  authors: ['Müller, Jörg', 'Smit, D.'],
  keywords: ['Peer Group', 'Mental Disorders'],
  journal: 'Schizophrenia Research',
  year: 2020,
  line: 1,
};
const finds = (query: string): boolean => matchesQuery(record, readQuery(query));

describe('a search', () => {
  it.each([
    ['', true],
    ['peer', true],
    ['PEERS', true],
    ['eer', false],
    ['career', true],
    ['ti:career', false],
    ['ab:career', true],
    ['ti:psych', true],
    ['ti:psych*', true],
    ['"peer support"', true],
    ['"peer supp"', false],
    ['"support peer"', false],
    ['ti:"peer support" au:smit', true],
    ['au:muller zurich', true],
    ['au:Müller', true],
    ['kw:mental', true],
    ['ti:mental', false],
    ['schizophrenia', true],
    ['-rct peer', true],
    ['-ti:randomised', false],
    ['-"peer group"', false],
    ['peer cancer', false],
    ['"peer support', true],
    ['-', true],
  ])('for %j finds it: %s', (query, found) => {
    expect(finds(query)).toBe(found);
  });

  it('with one term more never finds more', () => {
    const terms = fc.array(
      fc.constantFrom('peer', 'ti:peer', '-cancer', '"peer support"', 'ab:zurich', 'xyz'),
    );
    fc.assert(
      fc.property(terms, fc.string(), (some, another) => {
        const query = some.join(' ');
        if (!finds(query)) expect(finds(`${query} ${another.replaceAll('"', '')}`)).toBe(false);
      }),
    );
  });
});
