import bibtex from 'bibtex-parse';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Papa from 'papaparse';
import { readReferenceFile } from '@shared/formats';
import { readWithReflib } from '../support/read-with-reflib';
import { generateBibtex, generateCsv, generateEndnoteXml, generateNbib, generateRis } from './generate-ris';
import { compareAwaiting, type BenchReport } from './measure';

type Rival = { readonly what: string; readonly read: (text: string) => unknown };
const reflib = (format: string): Rival => ({
  what: `reflib (${format})`,
  read: (text) => readWithReflib(format, text),
});

const formats: readonly {
  readonly name: string;
  readonly count: number;
  readonly generate: (count: number) => string;
  /** The fastest library for the format that reads whole records, and others of note. */
  readonly rivals: readonly Rival[];
}[] = [
  { name: 'RIS', count: 50_000, generate: generateRis, rivals: [reflib('ris')] },
  { name: 'nbib', count: 20_000, generate: generateNbib, rivals: [reflib('medline')] },
  { name: 'EndNote XML', count: 3_000, generate: generateEndnoteXml, rivals: [reflib('endnotexml')] },
  {
    name: 'CSV',
    count: 20_000,
    generate: generateCsv,
    rivals: [
      reflib('csv'),
      {
        what: 'papaparse: cells by column name, no records',
        read: (text) => Papa.parse(text, { header: true }).data,
      },
    ],
  },
  {
    name: 'BibTeX',
    count: 5_000,
    generate: generateBibtex,
    rivals: [{ what: 'bibtex-parse: fields as they stand, no records', read: (text) => bibtex.parse(text) }],
  },
];

/** Reading exports from disk, against reading the same file and cutting it into lines, and against libraries. */
export async function benchParse(): Promise<BenchReport[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concord-bench-'));
  const reports: BenchReport[] = [];
  for (const { name, count, generate, rivals } of formats) {
    const file = path.join(folder, 'export');
    writeFileSync(file, generate(count));
    const bytes = (): Uint8Array => readFileSync(file);
    const text = (): string => readFileSync(file, 'utf8');
    const found = readReferenceFile(bytes()).records.length;
    if (found !== count) throw new Error(`${name}: ${found} records read, ${count} written`);
    const yardstick = 'read the file and cut it into lines';
    const megabytes = Math.round(bytes().length / 1_000_000);
    reports.push(
      await compareAwaiting(
        `${name}, ${count.toLocaleString('en')} records, ${megabytes} MB`,
        [
          { what: yardstick, run: async () => text().split(/\r?\n/u) },
          {
            what: '**Concord: read every record**',
            against: yardstick,
            run: async () => readReferenceFile(bytes()),
          },
          ...rivals.map(({ what, read }) => ({ what, against: yardstick, run: async () => read(text()) })),
        ],
        2,
      ),
    );
  }
  rmSync(folder, { recursive: true });
  return reports;
}
