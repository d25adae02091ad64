import { Cite } from '@citation-js/core';
import '@citation-js/plugin-ris';
import * as fc from 'fast-check';
import { writeRis, type ParsedRecord } from '@shared/formats';
import { describe, expect, it } from 'vitest';
import { readWithReflib } from '../../support/read-with-reflib';

/** Records as databases have them: what every reader of RIS must find again. */
const word = fc.stringMatching(/^[A-Z][a-zé]{2,9}$/);
const record: fc.Arbitrary<ParsedRecord> = fc.record({
  title: fc.array(word, { minLength: 2, maxLength: 8 }).map((words) => words.join(' ')),
  authors: fc.array(
    fc.tuple(word, word).map(([family, given]) => `${family}, ${given}`),
    { minLength: 1, maxLength: 4 },
  ),
  year: fc.integer({ min: 1900, max: 2030 }),
  journal: fc.tuple(word, word).map(([first, second]) => `${first} of ${second}`),
  volume: fc.integer({ min: 1, max: 300 }).map(String),
  issue: fc.integer({ min: 1, max: 12 }).map(String),
  pages: fc
    .tuple(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 1, max: 20 }))
    .map(([start, length]) => `${start}-${start + length}`),
  doi: fc.integer({ min: 1, max: 99_999 }).map((number) => `10.5555/invented.${number}`),
  abstract: fc.array(word, { minLength: 5, maxLength: 20 }).map((words) => `${words.join(' ')}.`),
  keywords: fc.uniqueArray(word, { maxLength: 4 }),
  type: fc.constant('JOUR'),
  line: fc.constant(1),
});
const records = fc.array(record, { minLength: 1, maxLength: 5 });

describe('RIS written by Concord opens elsewhere', () => {
  it('in reflib', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (written) => {
        const read = await readWithReflib('ris', writeRis(written));
        expect(
          read.map(({ title, authors, year, journal, volume, number, pages, doi, abstract }) => ({
            title,
            authors,
            year,
            journal,
            volume,
            number,
            pages,
            doi,
            abstract,
          })),
        ).toEqual(
          written.map(({ title, authors, year, journal, volume, issue, pages, doi, abstract }) => ({
            title,
            authors,
            year: String(year),
            journal,
            volume,
            number: issue,
            pages,
            doi,
            abstract,
          })),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('in citation-js', () => {
    fc.assert(
      fc.property(records, (written) => {
        const read = new Cite(writeRis(written), { forceType: '@ris/file' }).data;
        expect(
          read.map(({ title, author, DOI, volume, page, abstract }) => ({
            title,
            author,
            DOI,
            volume,
            page,
            abstract,
          })),
        ).toEqual(
          written.map(({ title, authors, doi, volume, pages, abstract }) => ({
            title,
            author: authors.map((name) => {
              const [family, given] = name.split(', ');
              return { family, given };
            }),
            DOI: doi,
            volume,
            page: pages,
            abstract,
          })),
        );
      }),
      { numRuns: 40 },
    );
  });
});
