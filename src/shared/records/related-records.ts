import type { RecordId } from '../kernel';
import type { DuplicateGroups } from './duplicate-groups';
import type { DuplicatesFound } from './events';
import type { RecordsSlice } from './slice';

/** How a record belongs to another without being its copy. */
export type RelatedRecord = {
  /** A notice (erratum, retraction) and what it is about; versions of one review; perhaps reports of one study. */
  readonly relation: NonNullable<DuplicatesFound['related']>[number]['relation'];
  /** The record that stands for the other report. */
  readonly lead: RecordId;
};

/**
 * What runs of rules found to belong together, by the record that stands for each report; both sides name each other, each
 * once. What is one group by now belongs together anyway and is left out.
 */
export function relatedRecords(
  { rules }: Pick<RecordsSlice, 'rules'>,
  { leadOf }: Pick<DuplicateGroups, 'leadOf'>,
  known: ReadonlyMap<RecordId, unknown>,
): ReadonlyMap<RecordId, readonly RelatedRecord[]> {
  const related = new Map<RecordId, Map<RecordId, RelatedRecord>>();
  const note = (from: RecordId, { relation, lead }: RelatedRecord): void => {
    const others = related.get(from) ?? new Map<RecordId, RelatedRecord>();
    // That one is a notice about the other says more than that both may tell of one study.
    if (others.get(lead)?.relation !== 'notice') others.set(lead, { relation, lead });
    related.set(from, others);
  };
  for (const { found } of rules) {
    for (const { records, relation } of found.related ?? []) {
      if (!records.every((id) => known.has(id))) continue;
      const [a, b] = records.map((id) => leadOf.get(id) ?? id);
      if (a === undefined || b === undefined || a === b) continue;
      note(a, { relation, lead: b });
      note(b, { relation, lead: a });
    }
  }
  return new Map([...related].map(([id, others]) => [id, [...others.values()]]));
}
