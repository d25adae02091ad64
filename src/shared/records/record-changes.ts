import { z } from '../kernel/schema';
import type { ParsedRecord } from '../formats';
import type { CitationRecord } from './record';

const text = (most: number) => z.string().trim().min(1).max(most).nullable().optional();
const texts = (most: number, each: number) =>
  z.array(z.string().trim().min(1).max(each)).max(most).optional();

/**
 * What a person corrected in a record: each field with its new value, null where it was emptied; fields that are not
 * named stay as they were imported. Lists are given whole.
 */
export const RecordChanges = z.strictObject({
  title: text(5_000),
  translatedTitle: text(5_000),
  authors: texts(5_000, 500),
  year: z.number().int().min(1000).max(2999).nullable().optional(),
  date: text(100),
  journal: text(1_000),
  journalAbbreviation: text(500),
  volume: text(100),
  issue: text(100),
  pages: text(100),
  articleNumber: text(100),
  doi: text(500),
  pmid: text(20),
  pmcid: text(20),
  accession: text(200),
  registrations: texts(100, 100),
  abstract: text(100_000),
  keywords: texts(1_000, 1_000),
  type: text(500),
  language: text(200),
  issn: text(100),
  isbn: text(100),
  url: text(5_000),
});
export type RecordChanges = z.infer<typeof RecordChanges>;
export type RecordField = keyof RecordChanges;

/** Every field a person can correct, in the order in which a form shows them. */
export const recordFields: readonly RecordField[] = RecordChanges.keyof().options;

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

const same = (a: unknown, b: unknown): boolean =>
  (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);

/** The changes that make `after` of `before`; fields that do not differ are left out. */
export function changesBetween(before: Partial<ParsedRecord>, after: Partial<ParsedRecord>): RecordChanges {
  const changes: { [field: string]: unknown } = {};
  for (const field of recordFields) {
    const value = after[field];
    if (same(before[field], value)) continue;
    changes[field] = isEmpty(value) ? (isList(field) ? [] : null) : value;
  }
  return RecordChanges.parse(changes);
}

const isList = (field: RecordField): boolean =>
  field === 'authors' || field === 'keywords' || field === 'registrations';

/** A record with changes laid over it; a field that was emptied is absent. */
export function withChanges(record: CitationRecord, changes: RecordChanges): CitationRecord {
  const named = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...record, ...Object.fromEntries(named.map(([field, value]) => [field, value ?? undefined])) };
}

/** The fields `from` has and `record` lacks. */
export function fieldsLacking(
  record: Partial<ParsedRecord>,
  from: Partial<ParsedRecord>,
): readonly RecordField[] {
  return recordFields.filter((field) => isEmpty(record[field]) && !isEmpty(from[field]));
}

/** A record with what it lacks taken from another; what it has stays. */
export function withFieldsOf(record: CitationRecord, from: Partial<ParsedRecord>): CitationRecord {
  const lacking = fieldsLacking(record, from);
  return { ...record, ...Object.fromEntries(lacking.map((field) => [field, from[field]])) };
}

/**
 * A record as it stands: as imported, its empty fields filled by later exports (in the order in which these came in), and
 * over that what people corrected, the latest last.
 */
export function standingRecord(
  imported: CitationRecord,
  completions: readonly Partial<ParsedRecord>[],
  edits: readonly RecordChanges[],
): CitationRecord {
  const completed = completions.reduce(withFieldsOf, imported);
  return edits.reduce(withChanges, completed);
}
