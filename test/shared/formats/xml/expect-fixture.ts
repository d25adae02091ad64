import { readFileSync } from 'node:fs';
import type { FormatName, ParsedRecord, ParseProblem, ParseSink } from '@shared/formats';
import { decodeBytes } from '@shared/formats';
import { describe, expect, it } from 'vitest';
import { importFixtureIndex, importFixtures, type Fixture, type Gold } from '../expected-records';

export type Read = {
  readonly records: readonly ParsedRecord[];
  readonly problems: readonly ParseProblem[];
  readonly codes: readonly string[];
};

/** What a reader gives to its sink. */
export function collect(read: (sink: ParseSink) => void): Read {
  const records: ParsedRecord[] = [];
  const problems: ParseProblem[] = [];
  read({ record: (record) => records.push(record), problem: (problem) => problems.push(problem) });
  return { records, problems, codes: problems.map(({ code }) => code) };
}

const spaced = (text: string): string => text.replace(/\s+/g, ' ').trim();
const withoutStop = (text: string): string => spaced(text).replace(/\.$/, '');
const bareName = (text: string): string => text.replace(/[\s.]/g, '');

function expectGold(record: ParsedRecord, gold: Gold): void {
  if (gold.title !== undefined) expect(withoutStop(record.title ?? '')).toBe(withoutStop(gold.title));
  if (gold.abstract !== undefined) expect(spaced(record.abstract ?? '')).toBe(spaced(gold.abstract));
  if (gold.authors !== undefined) expect(record.authors.map(bareName)).toEqual(gold.authors.map(bareName));
  if (gold.year !== undefined) expect(record.year).toBe(gold.year);
  if (gold.journal !== undefined)
    expect([gold.journal, ...(gold.journal_any ?? [])]).toContain(record.journal);
  if (gold.doi !== undefined) expect(record.doi).toBe(gold.doi.toLowerCase());
  if (gold.pmid !== undefined) expect(record.pmid).toBe(gold.pmid);
  if (gold.volume !== undefined) expect(record.volume).toBe(gold.volume);
  if (gold.issue !== undefined) expect(record.issue).toBe(gold.issue);
  if (gold.pages !== undefined) expect(record.pages).toBe(gold.pages.replace(/[\u2010-\u2015]/g, '-'));
  if (gold.type !== undefined) expect(record.type).toBe(gold.type);
  if (gold.accession !== undefined) expect(record.accession).toBe(gold.accession);
}

function expectCounts({ records, problems }: Read, wanted: Fixture['expect']): void {
  expect(records.length).toBeGreaterThanOrEqual(wanted.min ?? wanted.records);
  expect(records.length).toBeLessThanOrEqual(wanted.max ?? wanted.records);
  const having = (has: (record: ParsedRecord) => unknown): number =>
    records.filter((record) => has(record) !== undefined).length;
  if (wanted.with_title !== undefined) expect(having((r) => r.title)).toBe(wanted.with_title);
  if (wanted.with_abstract !== undefined) expect(having((r) => r.abstract)).toBe(wanted.with_abstract);
  if (wanted.with_year !== undefined) expect(having((r) => r.year)).toBe(wanted.with_year);
  if (wanted.with_authors !== undefined) expect(having((r) => r.authors[0])).toBe(wanted.with_authors);
  if (wanted.with_doi !== undefined) expect(having((r) => r.doi)).toBeGreaterThanOrEqual(wanted.with_doi);
  if (wanted.warning === true && records.length > 0) expect(problems).not.toEqual([]);
}

/** Tests every listed file of some formats with a reader that gets bytes and text. */
export function describeFixtures(
  formats: Readonly<
    Partial<Record<FormatName | 'biblatex', (text: string, sink: ParseSink, bytes: Uint8Array) => void>>
  >,
): void {
  const files = importFixtureIndex().flatMap((fixture) => {
    const reader = Object.entries(formats).find(([name]) => name === fixture.format)?.[1];
    return reader === undefined ? [] : [{ ...fixture, reader }];
  });
  if (files.length === 0) {
    console.log(
      `No ../shared/fixtures/import here: exports in ${Object.keys(formats).join(', ')} are not tried.`,
    );
  }
  describe.runIf(files.length > 0)('exports of real programs', () => {
    it.each(files)(
      '$file: every record and every verified field',
      ({ file, reader, expect: wanted, gold }) => {
        const bytes = new Uint8Array(readFileSync(importFixtures + file));
        const read = collect((sink) => reader(decodeBytes(bytes).text, sink, bytes));
        expectCounts(read, wanted);
        for (const one of gold ?? []) {
          const record = read.records[one.index];
          if (record === undefined) throw new Error(`no record ${one.index}`);
          expectGold(record, one);
        }
      },
    );
  });
}
