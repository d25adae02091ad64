import { writeBibtex, writeCslJson, writeCsv, type ParsedRecord } from '@shared/formats';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { anyRecord } from './any-record';
import { readText } from './read-text';

const record = (fields: Partial<ParsedRecord>): ParsedRecord => ({
  authors: [],
  keywords: [],
  line: 1,
  ...fields,
});

/** Guarded against spreadsheets by an apostrophe, which stays. */
const isFormula = (value: unknown): boolean => typeof value === 'string' && /^'*[=+\-@]/.test(value);

describe('CSV', () => {
  const cells = (text: string): readonly Readonly<Record<string, string>>[] =>
    Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
      .data;

  it('gives every value back through another CSV reader', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), (records) => {
        const rows = cells(writeCsv(records));
        const plain = (text: string | undefined): string =>
          (text ?? '').replace(/^'(?='*[=+\-@])/, '').replace(/;$/, '');
        expect(
          rows.map((row) =>
            [row['Title'], row['Authors'], row['DOI'], row['Publication Year'], row['Abstract']].map(plain),
          ),
        ).toEqual(
          records.map(({ title, authors, doi, year, abstract }) =>
            [title, authors.join('; '), doi, String(year ?? ''), abstract].map((value) => value ?? ''),
          ),
        );
      }),
    );
  });

  it('comes back the same through our own reader', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), (records) => {
        fc.pre(records.every((record) => !Object.values(record).flat().some(isFormula)));
        const { records: read, problems } = readText(writeCsv(records), 'csv');
        expect(read.map((record) => ({ ...record, line: 1 }))).toEqual(records);
        expect(problems).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(['=HYPERLINK("http://example.org")', '+1+1', '-cmd', '@SUM(A1)', "'=1"])(
    'lets no spreadsheet run %s',
    (title) => {
      expect(cells(writeCsv([record({ title })]))[0]?.['Title']).toBe(`'${title}`);
    },
  );

  it('leaves negative numbers and dashes inside alone', () => {
    expect(cells(writeCsv([record({ title: 'A - B', volume: '-3' })]))[0]).toMatchObject({
      Title: 'A - B',
      Volume: '-3',
    });
  });
});

describe('CSL-JSON', () => {
  it('has names in parts, a date, and no empty members', () => {
    const text = writeCslJson([
      record({
        title: 'One',
        authors: ['de Vries, Anna', 'Recovery Group'],
        year: 2019,
        type: 'JOUR',
        journal: 'J',
        pages: '1-9',
        doi: '10.1234/a',
      }),
    ]);
    expect(JSON.parse(text)).toEqual([
      {
        id: 'record-1',
        type: 'article-journal',
        genre: 'JOUR',
        title: 'One',
        author: [{ family: 'de Vries', given: 'Anna' }, { literal: 'Recovery Group' }],
        issued: { 'date-parts': [[2019]] },
        'container-title': 'J',
        page: '1-9',
        DOI: '10.1234/a',
      },
    ]);
  });
});

describe('BibTeX', () => {
  it('escapes what TeX would take for commands and keeps names whole', () => {
    const text = writeBibtex([
      record({
        title: 'Cost & effect: 5% of $ {x}_1',
        authors: ['de Vries, Anna', 'Help and Care Group'],
        year: 2019,
        type: 'JOUR',
        journal: 'J',
        pages: '1095-103',
        doi: '10.1234/a_b',
      }),
    ]);
    expect(text).toBe(
      '@article{deVries2019,\n  author = {de Vries, Anna and {Help and Care Group}},\n  title = {{Cost \\& effect: 5\\% of \\$ \\{x\\}\\_1}},\n' +
        '  journal = {J},\n  year = {2019},\n  pages = {1095--103},\n  doi = {10.1234/a_b},\n  type = {JOUR},\n}\n',
    );
  });

  it('gives every entry a key of its own', () => {
    const one = record({ title: 'One', authors: ['A, B'], year: 2001 });
    const keys = Array.from(
      writeBibtex([one, one, one, record({})]).matchAll(/^@\w+\{([^,]+),/gm),
      (match) => match[1],
    );
    expect(keys).toEqual(['A2001', 'A2001-2', 'A2001-3', 'record']);
  });

  it('never leaves a brace open', () => {
    fc.assert(
      fc.property(anyRecord, (any) => {
        let depth = 0;
        for (const [, brace] of writeBibtex([any])
          .replace(/\\[{}]/g, '')
          .matchAll(/([{}])/g))
          depth += brace === '{' ? 1 : -1;
        expect(depth).toBe(0);
      }),
    );
  });
});
