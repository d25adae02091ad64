import { describe, expect, it } from 'vitest';
import { hashText, recordIdOf } from '@shared/kernel';
import { findByIdentifiers, type CitationRecord } from '@shared/records';

const file = hashText('a file');
const record = (ordinal: number, ids: Partial<CitationRecord>): CitationRecord => ({
  id: recordIdOf(file, ordinal),
  authors: [],
  keywords: [],
  line: 1,
  ...ids,
});
const records = [
  record(1, { doi: '10.1000/abc', pmid: '111' }),
  record(2, { pmid: '222', pmcid: 'PMC987' }),
  record(3, { doi: '10.1016/0005-7916(94)90045-0;extra' }),
  record(4, { doi: '10.1000/ABC' }),
];
const found = (pasted: string) => {
  const result = findByIdentifiers(records, pasted);
  return { places: result.records.map((one) => records.indexOf(one) + 1), notFound: result.notFound };
};

describe('records named by a pasted list', () => {
  it('are found by DOI in any writing, PubMed and PMC number', () => {
    expect(found('https://doi.org/10.1000/ABC').places).toEqual([1, 4]);
    expect(found('doi: 10.1000/abc').places).toEqual([1, 4]);
    expect(found('PMID: 222').places).toEqual([2]);
    expect(found('https://pubmed.ncbi.nlm.nih.gov/111/').places).toEqual([1]);
    expect(found('PMC987').places).toEqual([2]);
  });

  it('may stand on lines or beside one another', () => {
    expect(found('111, 222; 10.1000/abc')).toEqual({ places: [1, 2, 4], notFound: [] });
    expect(found('10.1016/0005-7916(94)90045-0;extra').places).toEqual([3]);
  });

  it('are told where they are not there', () => {
    expect(found('111\n\n333 nonsense')).toEqual({ places: [1], notFound: ['333', 'nonsense'] });
  });
});
