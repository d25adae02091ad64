import type { RecordId } from '../kernel';
import { citationOf, mergeRecords, type CitationRecord } from '../records';
import type { ParsedRecord } from '../formats';
import { leadOf, membersOf, screeningContext, type ReviewState } from '../review';
import { includedReports } from '../screening';

/** Which records are handed on: every one, one for each report, or one for each report included at full text. */
export const recordSelections = ['all', 'reports', 'included'] as const;
export type RecordSelection = (typeof recordSelections)[number];

/** Records of a review for another program, in import order. Those whose block is missing are passed over. */
export function recordsOfReview(
  state: ReviewState,
  recordOf: (id: RecordId) => CitationRecord | undefined,
  selection: RecordSelection,
): readonly ParsedRecord[] {
  const included = selection === 'included' ? new Set(includedReports(screeningContext(state))) : undefined;
  const chosen: ParsedRecord[] = [];
  for (const id of state.origins.keys()) {
    if (selection !== 'all' && leadOf(state, id) !== id) continue;
    if (included !== undefined && !included.has(id)) continue;
    const record = recordOf(id);
    if (record === undefined) continue;
    // One record for a report says what any of its copies says.
    const copies = selection === 'all' ? [] : membersOf(state, id).filter((member) => member !== id);
    const others = copies.flatMap((member) => recordOf(member) ?? []);
    chosen.push(citationOf(mergeRecords(record, others).record));
  }
  return chosen;
}
