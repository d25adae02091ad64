import bibtex from 'bibtex-parse';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
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

const yardstick = 'read the file and cut it into lines';
const runs = 4;

/**
 * Reading exports from disk, against reading the same file and cutting it into lines, and against libraries. Every format
 * is read by Concord before any library runs: what read after reflib in the same process was measured a tenth slower. Both
 * are told against the yardstick beside them.
 */
export async function benchParse(): Promise<BenchReport[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concord-bench-'));
  const files = formats.map((format) => {
    const file = path.join(folder, format.name);
    writeFileSync(file, format.generate(format.count));
    return { ...format, file };
  });
  const own: BenchReport[] = [];
  for (const { name, count, file } of files) {
    const found = readReferenceFile(readFileSync(file)).records.length;
    if (found !== count) throw new Error(`${name}: ${found} records read, ${count} written`);
    const megabytes = Math.round(statSync(file).size / 1_000_000);
    own.push(
      await againstLines(`${name}, ${count.toLocaleString('en')} records, ${megabytes} MB`, file, [
        { what: '**Concord: read every record**', read: () => readReferenceFile(readFileSync(file)) },
      ]),
    );
  }
  const theirs: BenchReport[] = [];
  for (const { name, file, rivals } of files) {
    const readers = rivals.map(({ what, read }) => ({ what, read: () => read(readFileSync(file, 'utf8')) }));
    theirs.push(await againstLines(name, file, readers));
  }
  rmSync(folder, { recursive: true });
  return own.map((report, at) => ({
    ...report,
    lines: [...report.lines, ...(theirs[at]?.lines ?? []).filter(({ what }) => what !== yardstick)],
  }));
}

const againstLines = (
  title: string,
  file: string,
  readers: readonly { readonly what: string; readonly read: () => unknown }[],
): Promise<BenchReport> =>
  compareAwaiting(
    title,
    [
      { what: yardstick, run: async () => readFileSync(file, 'utf8').split(/\r?\n/u) },
      ...readers.map(({ what, read }) => ({ what, against: yardstick, run: async () => read() })),
    ],
    runs,
  );
