import {
  decodeEntities,
  doiInUrl,
  findPmid,
  findRegistrations,
  normaliseDoi,
  pagesOf,
  pmcidOf,
  pmidOf,
  readableText,
  standardNumbersOf,
  yearOf,
} from '@shared/formats/fields';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

describe('DOIs', () => {
  it.each([
    ['10.1234/ABC.def', '10.1234/abc.def'],
    ['https://doi.org/10.1234/abc', '10.1234/abc'],
    ['http://dx.doi.org/10.1234/abc.', '10.1234/abc'],
    ['doi: 10.1234/abc;', '10.1234/abc'],
    ['(10.1234/abc(1))', '10.1234/abc(1)'],
    [
      '10.1002/(SICI)1097-0258(19980815/30)17:15%3C1661::AID-SIM968%3E3.0.CO;2-2',
      '10.1002/(sici)1097-0258(19980815/30)17:15<1661::aid-sim968>3.0.co;2-2',
    ],
    ['10.1000/xyz&lt;123&gt;', '10.1000/xyz<123>'],
    ['10.1234/abc\u2010def', '10.1234/abc-def'],
    ['10.1234.5/abc', '10.1234.5/abc'],
    ['10.1234/ abc', '10.1234/abc'],
    ['10.1234/a, 10.1234/b', '10.1234/a'],
    ['not available', undefined],
    ['10.12/too-short', undefined],
    ['110.1234/abc', undefined],
  ])('%s', (value, doi) => expect(normaliseDoi(value)).toBe(doi));

  it.each([
    ['https://doi.org/10.1234/ABC', '10.1234/abc'],
    ['https://doi-org.proxy.example.edu/10.1234/abc', '10.1234/abc'],
    ['https://onlinelibrary.wiley.com/doi/pdf/10.1111/add.1', '10.1111/add.1'],
    ['https://example.org/doi/full/10.1111/add.1?af=R', '10.1111/add.1'],
    ['https://www.scopus.com/inward/record.uri?eid=2-s2.0-1&doi=10.1234%2fs1-2&partnerID=40', '10.1234/s1-2'],
    ['http://resolver.example.org/?sid=x&id=pmid:1&id=doi:10.1234%2Fabc&issn=1', '10.1234/abc'],
    ['https://www.cochranelibrary.com/central/doi/10.1002/central/CN-01234567/full', undefined],
    ['https://example.org/article?v=10.1234/abc', undefined],
  ])('in %s', (url, doi) => expect(doiInUrl(url)).toBe(doi));

  it('is a fixed point', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^10\.[0-9]{4,9}\/[!-~]{1,30}$/), (text) => {
        const doi = normaliseDoi(text);
        if (doi !== undefined) expect(normaliseDoi(doi)).toBe(doi);
      }),
    );
  });
});

describe('other identifiers', () => {
  it('PubMed ids', () => {
    expect(['12345678', 'PMID: 123', 'PUBMED 21314913', '12345.1', '2214991469', 'x'].map(pmidOf)).toEqual([
      '12345678',
      '123',
      '21314913',
      '12345',
      undefined,
      undefined,
    ]);
    expect(findPmid('see https://pubmed.ncbi.nlm.nih.gov/12345/')).toBe('12345');
    expect(
      findPmid('http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=12345'),
    ).toBe('12345');
    expect(findPmid('in 12345 patients')).toBeUndefined();
  });
  it('PubMed Central ids', () =>
    expect(['PMC123', 'pmcid: PMC 123.1', 'PMC'].map(pmcidOf)).toEqual(['PMC123', 'PMC123', undefined]));
  it('registrations', () => {
    expect(
      findRegistrations(
        'NCT01234567, ISRCTN12345678; EudraCT: 2004-000123-21 ACTRN12605000123456 ChiCTR-TRC-08000123 DRKS00001234 NTR1234 NCT01234567',
      ),
    ).toEqual([
      'NCT01234567',
      'ISRCTN12345678',
      '2004-000123-21',
      'ACTRN12605000123456',
      'ChiCTR-TRC-08000123',
      'DRKS00001234',
      'NTR1234',
    ]);
  });
  it('ISSN and ISBN', () => {
    expect(standardNumbersOf('1234-567x (print), 12345678; 978-1-2345-6789-7; 1234-567X')).toEqual({
      issn: '1234-567X; 1234-5678',
      isbn: '9781234567897',
    });
    expect(standardNumbersOf('none')).toEqual({});
  });
});

describe('years and pages', () => {
  it.each([
    ['2019//', 2019],
    ['2018/05/03/', 2018],
    ['2006 Jan 13', 2006],
    ['20190115', 2019],
    ['c2005', 2005],
    ['4-8 Aug. 2020', 2020],
    ['2010-2011', 2010],
    ['in press', undefined],
    ['12345', undefined],
    ['0019', undefined],
  ])('%s', (text, year) => expect(yearOf(text)).toBe(year));

  it('joins ends without completing them', () => {
    expect([
      pagesOf('1095', '103'),
      pagesOf('1095-103', '103'),
      pagesOf('7', '7'),
      pagesOf('S12\u2013S18', ''),
      pagesOf('', ''),
    ]).toEqual(['1095-103', '1095-103', '7', 'S12-S18', undefined]);
  });
});

describe('text', () => {
  it('decodes references, also those escaped twice', () => {
    expect(decodeEntities('M&uuml;ller &#8211; &#x3b2; &amp;lt; R&D &unknown; &#150;')).toBe(
      'Müller – β < R&D &unknown; –',
    );
  });
  it('takes markup for markup and comparisons for text', () => {
    expect(
      readableText('T<sub>reg</sub>&nbsp;cells, p<0.05 and n>3: <jats:p>one</jats:p><jats:p>two</jats:p>'),
    ).toBe('Treg cells, p<0.05 and n>3: one two');
  });
  it('never fails and never leaves uneven white space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readableText(text)).not.toMatch(/^\s|\s$|\s\s/);
      }),
    );
  });
});
