import type { RecordId } from '../kernel';
import type { DuplicateGroups } from './duplicate-groups';
import { areApart, pairVerdicts } from './pair-verdicts';
import type { RecordsSlice } from './slice';

/** Two records, or groups, that may be one report; a person has to say. */
export type DuplicateQuestion = {
  /** The pair the rules stumbled over. */
  readonly a: RecordId;
  readonly b: RecordId;
  /** The groups they stand in, lead first; the record alone where it stands alone. */
  readonly left: readonly RecordId[];
  readonly right: readonly RecordId[];
  /** From 0 to 1, comparable within one version of the rules. */
  readonly score: number;
  /** What keeps the pair from being certain. */
  readonly why: string;
};

/**
 * The questions nobody has answered: what runs of rules asked, without pairs that are one group by now, and without
 * pairs a person keeps apart, be it through other members of their groups. One for every two groups, strongest first.
 */
export function openQuestions(
  slice: RecordsSlice,
  duplicates: DuplicateGroups,
  known: ReadonlyMap<RecordId, unknown>,
): DuplicateQuestion[] {
  const verdicts = pairVerdicts(slice.decisions);
  const groupOf = (id: RecordId): readonly RecordId[] =>
    duplicates.groups.get(duplicates.leadOf.get(id) ?? id) ?? [id];
  const asked = new Map<string, DuplicateQuestion>();
  for (const { found } of slice.rules) {
    for (const { records, score, why } of found.questions ?? []) {
      const [a, b] = records;
      if (!known.has(a) || !known.has(b)) continue;
      const left = groupOf(a);
      const right = groupOf(b);
      const [first, second] = [left[0] ?? a, right[0] ?? b];
      if (first === second || areApart(verdicts, left, right)) continue;
      const key = first < second ? `${first} ${second}` : `${second} ${first}`;
      const before = asked.get(key);
      if (before === undefined || score > before.score) asked.set(key, { a, b, left, right, score, why });
    }
  }
  return [...asked.values()].sort(
    (x, y) => y.score - x.score || (x.a < y.a ? -1 : x.a > y.a ? 1 : x.b < y.b ? -1 : 1),
  );
}

/** Whether every record of the review was compared with every other by a run of rules that stands. */
export const isSearched = (slice: RecordsSlice): boolean =>
  slice.rules.some(({ found }) =>
    slice.batches.every(({ imported }) => found.files?.includes(imported.file.sha256) === true),
  );

/** Whether somebody took a whole run apart after the last one that stands: the next one joins only after a look. */
export const wasUndone = ({ rules, lastUndoneRun }: RecordsSlice): boolean =>
  lastUndoneRun !== undefined && rules.every(({ eventId }) => eventId < lastUndoneRun);
