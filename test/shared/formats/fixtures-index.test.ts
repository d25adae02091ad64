import { readFileSync } from 'node:fs';
import { readReferenceFile, type ParsedFile, type ParsedRecord } from '@shared/formats';
import { describe, expect, it } from 'vitest';
import { importFixtureIndex, importFixtures, type Fixture, type Gold } from './expected-records';

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
const withoutStop = (text: string): string => collapse(text).replace(/\.$/, '');
/** Names may differ in spaces and dots. */
const name = (text: string): string => text.replace(/[\s.]/g, '');
const hyphens = (text: string): string => text.replace(/[\u2010-\u2015]/g, '-');

function expectGold(record: ParsedRecord, gold: Gold): void {
  if (gold.title !== undefined) {
    const accepted = [gold.title, gold.title_plain ?? gold.title].map(withoutStop);
    expect(accepted).toContain(withoutStop(record.title ?? ''));
  }
  if (gold.abstract !== undefined) expect(collapse(record.abstract ?? '')).toBe(collapse(gold.abstract));
  if (gold.authors !== undefined) expect(record.authors.map(name)).toEqual(gold.authors.map(name));
  if (gold.year !== undefined) expect(record.year).toBe(gold.year);
  if (gold.journal !== undefined)
    expect([gold.journal, ...(gold.journal_any ?? [])]).toContain(record.journal);
  if (gold.doi !== undefined) expect(record.doi).toBe(gold.doi.toLowerCase());
  if (gold.pmid !== undefined) expect(record.pmid).toBe(gold.pmid);
  if (gold.volume !== undefined) expect(record.volume).toBe(gold.volume);
  if (gold.issue !== undefined) expect(record.issue).toBe(gold.issue);
  if (gold.pages !== undefined) expect(record.pages).toBe(hyphens(gold.pages));
  if (gold.start_page !== undefined) expect(`${record.pages}-`).toContain(`${hyphens(gold.start_page)}-`);
  if (gold.type !== undefined) expect(record.type).toBe(gold.type);
  if (gold.accession !== undefined) expect(record.accession).toBe(gold.accession);
  if (gold.authors_full !== undefined) {
    const full = (record.other ?? []).filter(([tag]) => tag === 'AF').map(([, value]) => value);
    expect(full.flatMap((value) => value.split(/[;\n]/)).map(name)).toEqual(gold.authors_full.map(name));
  }
}

function expectCounts(parsed: ParsedFile, wanted: Fixture['expect']): void {
  const { records, problems } = parsed;
  expect(records.length).toBeGreaterThanOrEqual(wanted.min ?? wanted.records);
  expect(records.length).toBeLessThanOrEqual(wanted.max ?? wanted.records);
  const having = (has: (record: ParsedRecord) => boolean): number => records.filter(has).length;
  if (wanted.with_title !== undefined) expect(having((r) => r.title !== undefined)).toBe(wanted.with_title);
  if (wanted.with_abstract !== undefined)
    expect(having((r) => r.abstract !== undefined)).toBe(wanted.with_abstract);
  if (wanted.with_year !== undefined) expect(having((r) => r.year !== undefined)).toBe(wanted.with_year);
  if (wanted.with_authors !== undefined)
    expect(having((r) => r.authors.length > 0)).toBe(wanted.with_authors);
  if (wanted.with_doi !== undefined)
    expect(having((r) => r.doi !== undefined)).toBeGreaterThanOrEqual(wanted.with_doi);
  if (wanted.warning === true || wanted.refuse === true) expect(problems).not.toEqual([]);
  if (wanted.refuse === true)
    expect(problems.map((problem) => problem.code)).toContain('not-a-reference-file');
}

/** The names of the list in ours: BibLaTeX is read as BibTeX, a mark is no part of the name, ASCII is UTF-8. */
const ourFormat = (format: string): string => (format === 'biblatex' ? 'bibtex' : format);
const ourEncoding = (encoding: string): string => encoding.replace(/^ascii$/, 'utf-8').replace(/-bom$/, '');

const files = importFixtureIndex();
if (files.length === 0)
  console.log('No ../shared/fixtures/import here: exports of real programs are not tried.');

describe.runIf(files.length > 0)('exports of real programs', () => {
  it.each(files)(
    '$file: every record and every verified field',
    ({ file, format, encoding, expect: wanted, gold }) => {
      const parsed = readReferenceFile(new Uint8Array(readFileSync(importFixtures + file)));
      if (wanted.refuse !== true && wanted.records > 0) {
        expect(parsed.format).toBe(ourFormat(format));
        expect(parsed.encoding).toBe(ourEncoding(encoding));
      }
      expectCounts(parsed, wanted);
      for (const one of gold ?? []) {
        const record = parsed.records[one.index];
        if (record === undefined) throw new Error(`no record ${one.index}`);
        expectGold(record, one);
      }
    },
  );
});
