import type { RecordId } from '../kernel';
import type { ParsedRecord } from '../formats';
import type { CitationRecord } from './record';
import { fieldsLacking, type RecordField } from './record-changes';

/** Identifiers that name one record. Trial registrations do not: one trial has many reports. */
const identifiers = ['doi', 'pmid', 'pmcid', 'accession'] as const;
export type MatchedBy = (typeof identifiers)[number];

/** What a later export adds to one record of the review. */
export type Completion = {
  readonly recordId: RecordId;
  readonly matchedBy: MatchedBy;
  /** The fields that are empty in the review and filled in the export. */
  readonly fields: readonly RecordField[];
  readonly from: ParsedRecord;
};

export type CompletionPlan = {
  readonly completions: readonly Completion[];
  /** Records of the export that name no record of the review. */
  readonly unmatched: number;
  /** Records that name one which has everything already. */
  readonly nothingNew: number;
  /** Records that share an identifier with one of the review, but another identifier or the title speaks against it. */
  readonly contradicted: readonly { readonly recordId: RecordId; readonly from: ParsedRecord }[];
};

/**
 * Finds for each record of a later export the records of the review it describes, by identifier, and what these lack.
 * Nothing that is there is replaced. Where two records of the export describe the same one, the first counts.
 */
export function planCompletion(
  standing: readonly CitationRecord[],
  exported: readonly ParsedRecord[],
): CompletionPlan {
  const byIdentifier = new Map<string, CitationRecord[]>();
  for (const record of standing) {
    for (const name of identifiers) {
      const value = record[name];
      if (value === undefined) continue;
      const key = keyOf(name, value);
      const known = byIdentifier.get(key);
      if (known) known.push(record);
      else byIdentifier.set(key, [record]);
    }
  }
  const completions: Completion[] = [];
  const contradicted: { recordId: RecordId; from: ParsedRecord }[] = [];
  const done = new Set<RecordId>();
  let unmatched = 0;
  let nothingNew = 0;
  for (const from of exported) {
    const matches = matchesOf(from, byIdentifier);
    if (matches.size === 0) unmatched += 1;
    for (const [record, matchedBy] of matches) {
      if (contradicts(record, from)) {
        contradicted.push({ recordId: record.id, from });
        continue;
      }
      const fields = fieldsLacking(record, from);
      if (fields.length === 0) nothingNew += 1;
      else if (!done.has(record.id)) {
        done.add(record.id);
        completions.push({ recordId: record.id, matchedBy, fields, from });
      }
    }
  }
  return { completions, unmatched, nothingNew, contradicted };
}

const keyOf = (name: MatchedBy, value: string): string => `${name} ${value.trim().toLowerCase()}`;

function matchesOf(
  from: ParsedRecord,
  byIdentifier: ReadonlyMap<string, readonly CitationRecord[]>,
): Map<CitationRecord, MatchedBy> {
  const matches = new Map<CitationRecord, MatchedBy>();
  for (const name of identifiers) {
    const value = from[name];
    if (value === undefined) continue;
    for (const record of byIdentifier.get(keyOf(name, value)) ?? []) {
      if (!matches.has(record)) matches.set(record, name);
    }
  }
  return matches;
}

/** Below this share of common words two titles are not of one work: abstracts of a supplement share its DOI. */
const LEAST_COMMON = 0.5;

/** Another identifier differs, or the titles have little in common. */
function contradicts(record: CitationRecord, from: ParsedRecord): boolean {
  const differs = (name: 'doi' | 'pmid' | 'pmcid'): boolean =>
    record[name] !== undefined &&
    from[name] !== undefined &&
    keyOf(name, record[name]) !== keyOf(name, from[name]);
  if (differs('pmid') || differs('pmcid') || differs('doi')) return true;
  const titles = [
    [record.title, from.title],
    [record.title, from.translatedTitle],
    [record.translatedTitle, from.title],
  ].flatMap(([a, b]) => (a === undefined || b === undefined ? [] : [commonWords(a, b)]));
  return titles.length > 0 && Math.max(...titles) < LEAST_COMMON;
}

/** Words both titles have, as a share of the shorter one's. */
function commonWords(a: string, b: string): number {
  const left = wordsOf(a);
  const right = wordsOf(b);
  const least = Math.min(left.size, right.size);
  if (least === 0) return 1;
  return [...left].filter((word) => right.has(word)).length / least;
}

const wordsOf = (title: string): ReadonlySet<string> =>
  new Set(
    title
      .normalize('NFKD')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );

/** The part of an export that fills a record, in the form in which it is kept: the record's id and the fields it lacked. */
export const completionRecord = ({ recordId, fields, from }: Completion): CitationRecord => ({
  id: recordId,
  authors: [],
  keywords: [],
  line: from.line,
  ...Object.fromEntries(fields.map((field) => [field, from[field]])),
});
