import type { RecordId } from '../kernel';
import { recordFields, type RecordField } from './record-changes';
import type { CitationRecord } from './record';

/** A value of a field and the copies that give it. */
export type GivenValue = { readonly value: string; readonly from: readonly RecordId[] };

/** Copies of one report as one record, with everything any of them says. */
export type MergedRecord = {
  /** The lead's fields; what it lacks comes from the first copy that has it. Keywords and registrations are all of them. */
  readonly record: CitationRecord;
  /** For every field any copy has: its values as text, the one that is used first. */
  readonly given: ReadonlyMap<RecordField, readonly GivenValue[]>;
};

const collected: ReadonlySet<RecordField> = new Set(['keywords', 'registrations']);

/** `members` lead first; at least one. */
export function mergeRecords(lead: CitationRecord, others: readonly CitationRecord[]): MergedRecord {
  const members = [lead, ...others];
  const merged: { [field: string]: unknown } = { ...lead };
  const given = new Map<RecordField, readonly GivenValue[]>();
  for (const field of recordFields) {
    const having = members.filter((member) => !isAbsent(member[field]));
    if (having.length === 0) continue;
    merged[field] = collected.has(field)
      ? allOf(having.flatMap((member) => listOf(member[field])))
      : having[0]?.[field];
    given.set(field, valuesOf(having, field));
  }
  return { record: { ...lead, ...merged }, given };
}

const isAbsent = (value: unknown): boolean =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

/** Each once, whatever the case; the first spelling stays. */
const allOf = (texts: readonly string[]): string[] => {
  const seen = new Map<string, string>();
  for (const text of texts) if (!seen.has(text.toLowerCase())) seen.set(text.toLowerCase(), text);
  return [...seen.values()];
};

function valuesOf(members: readonly CitationRecord[], field: RecordField): GivenValue[] {
  const values = new Map<string, RecordId[]>();
  for (const member of members) {
    const held = member[field];
    const value = Array.isArray(held) ? held.join('; ') : String(held);
    values.set(value, [...(values.get(value) ?? []), member.id]);
  }
  return [...values].map(([value, from]) => ({ value, from }));
}
