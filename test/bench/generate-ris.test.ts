import { expect, it } from 'vitest';
import { readReferenceFile } from '@shared/formats';
import { generateCsv, generateNbib, generateRis, inventRecords } from './generate-ris';

it.each([
  ['ris', generateRis],
  ['nbib', generateNbib],
  ['csv', generateCsv],
] as const)(
  'writes %s from which every invented record is read again, without a problem',
  (format, generate) => {
    const invented = [...inventRecords(200)];
    const file = readReferenceFile(new TextEncoder().encode(generate(200)));
    expect(file.format).toBe(format);
    expect(file.problems).toEqual([]);
    expect(
      file.records.map(({ title, authors, year, doi, abstract = '' }) => ({
        title,
        authors,
        year,
        doi,
        abstract,
      })),
    ).toEqual(
      invented.map(({ title, authors, year, doi, abstract }) => ({ title, authors, year, doi, abstract })),
    );
  },
);

it('invents the same records every time, and a shorter list as the start of a longer one', () => {
  expect([...inventRecords(50)]).toEqual([...inventRecords(80)].slice(0, 50));
});
