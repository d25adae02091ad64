import path from 'node:path';
import type { Citation } from '@shared/deduplication';
import { readReferenceFile } from '@shared/formats';
import { z } from '@shared/kernel/schema';
import { readBytes, tell } from './io';

/** A record of a file under the id it is printed with: its own where the file gives one (a number stays a number). */
export type NamedCitation = { readonly id: string | number; readonly citation: Citation };

const text = z
  .union([z.string(), z.number()])
  .transform(String)
  .pipe(z.string().trim())
  .transform((value) => (value === '' ? undefined : value))
  .nullish()
  .transform((value) => value ?? undefined);

const people = z
  .union([z.array(z.string()), z.string().transform((list) => list.split(/\s*;\s*|\s+and\s+/))])
  .nullish()
  .transform((list) => (list ?? []).map((name) => name.trim()).filter((name) => name !== ''));

/** A line of a JSONL set: an id, the rest as far as it is known. */
const line = z.looseObject({
  id: z.union([z.string().min(1), z.number()]),
  title: text,
  translatedTitle: text,
  authors: people,
  author: people,
  year: text,
  journal: text,
  volume: text,
  issue: text,
  number: text,
  pages: text,
  articleNumber: text,
  doi: text,
  pmid: text,
  abstract: text,
  type: text,
  issn: text,
});

/** Reads records to compare from a set with one JSON object a line, or from any export file that can be imported. */
export async function readCitations(
  file: string,
): Promise<{ readonly records: readonly NamedCitation[]; readonly unreadable: number }> {
  const bytes = await readBytes(file);
  const lines = jsonLines(file, bytes);
  if (lines !== null) return readLines(file, lines);
  const parsed = readReferenceFile(bytes);
  const name = path.basename(file);
  for (const { line, message } of parsed.problems) tell(`${name}: line ${line}: ${message}`);
  return {
    records: parsed.records.map((record, index) => {
      const id = `${name}:${index + 1}`;
      return { id, citation: { ...record, id } };
    }),
    unreadable: parsed.records.length === 0 ? 1 : 0,
  };
}

/** The lines of a JSONL file; null for any other. One object alone counts only where the name says so. */
function jsonLines(file: string, bytes: Uint8Array): readonly string[] | null {
  if (bytes.find((byte) => byte > 0x20 && byte < 0x80) !== 0x7b) return null;
  const lines = new TextDecoder().decode(bytes).split(/\r?\n/u);
  const filled = lines.filter((one) => one.trim() !== '');
  const needed = /\.(?:jsonl|ndjson)$/i.test(file) ? 1 : 2;
  const isSet =
    filled.length >= needed && filled.slice(0, needed).every((one) => objectIn(one) !== undefined);
  return isSet ? lines : null;
}

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

function readLines(
  file: string,
  lines: readonly string[],
): { readonly records: readonly NamedCitation[]; readonly unreadable: number } {
  const records: NamedCitation[] = [];
  let unreadable = 0;
  for (const [index, written] of lines.entries()) {
    if (written.trim() === '') continue;
    const read = line.safeParse(objectIn(written));
    if (!read.success) {
      unreadable += 1;
      tell(`${path.basename(file)}: line ${index + 1} holds no record with an id; it was left out.`);
      continue;
    }
    const { id, author, authors, number, year, ...fields } = read.data;
    records.push({
      id,
      citation: {
        ...fields,
        id: String(id),
        issue: fields.issue ?? number,
        authors: authors.length > 0 ? authors : author,
        year: yearIn(year),
      },
    });
  }
  return { records, unreadable };
}

const yearIn = (text: string | undefined): number | undefined => {
  const found = /\b(?:1[5-9]|20)\d\d\b/.exec(text ?? '')?.[0];
  return found === undefined ? undefined : Number(found);
};
