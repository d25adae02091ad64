import { readDecisions, type EarlierDecision } from '@shared/formats';
import { citationOf } from '@shared/records';

type RecordAt = (ordinal: number) => Parameters<typeof citationOf>[0] | undefined;

/** The decisions in the records of a batch; `recordIndex` counts from 0. A Covidence list counts as included until said otherwise. */
export function decisionsIn(
  count: number,
  recordAt: RecordAt,
  listVote: EarlierDecision['vote'] = 'include',
): readonly EarlierDecision[] {
  const records = Array.from({ length: count }, (_, index) => recordAt(index + 1));
  return records.flatMap((record, recordIndex) =>
    record === undefined
      ? []
      : readDecisions([citationOf(record)], { listVote }).map((decision) => ({ ...decision, recordIndex })),
  );
}
