import type { AuthorId, EventId, RecordId } from '../kernel';
import {
  openQuestions,
  relatedRecords,
  ruleJoins,
  wasUndone,
  type DuplicateGroups,
  type DuplicateQuestion,
  type RelatedRecord,
} from '../records';
import { currentProtocol, leadOf, screenableRecords, type ReviewState } from './review-state';

/** A run of rules as it stands: who let it run, when, and how many of its joins hold. */
export type DuplicateRun = {
  /** The events of the run, which are taken back together. */
  readonly events: readonly EventId[];
  readonly authorId: AuthorId;
  readonly at: string;
  readonly method: string;
  /** Copies out of screening because of this run. */
  readonly copies: number;
  readonly questions: number;
  readonly afterLook: boolean;
};

/** Where the number of duplicates comes from. `identified` = `byRules` + `byPeople` + `left`. */
export type DuplicateAccount = {
  readonly identified: number;
  /** Copies out of screening by a rule, and by which; the rules with most first. */
  readonly byRules: number;
  readonly rules: readonly (readonly [why: string, copies: number])[];
  /** Copies out of screening by the word of a person, and by whose. */
  readonly byPeople: number;
  readonly people: readonly (readonly [who: AuthorId, copies: number])[];
  /** Pairs a person told to be different reports, as decisions that stand. */
  readonly keptApart: number;
  readonly left: number;
  /** The latest first. */
  readonly runs: readonly DuplicateRun[];
};

export function duplicateAccount(state: ReviewState): DuplicateAccount {
  const rules = new Map<string, number>();
  const people = new Map<AuthorId, number>();
  const byEvent = new Map<EventId, number>();
  for (const joins of state.duplicates.joins.values()) {
    for (const { joinedBy } of joins) {
      if (joinedBy.by === 'person') count(people, joinedBy.authorId);
      else {
        count(rules, joinedBy.why);
        count(byEvent, joinedBy.eventId);
      }
    }
  }
  return {
    identified: state.origins.size,
    byRules: total(rules),
    rules: mostFirst(rules),
    byPeople: total(people),
    people: mostFirst(people),
    keptApart: state.records.decisions.filter(({ decided }) => decided.verdict === 'different').length,
    left: screenableRecords(state).length,
    runs: runsOf(state, byEvent),
  };
}

const lastQuestions = new WeakMap<DuplicateGroups, readonly DuplicateQuestion[]>();

/** The pairs that wait for a person; worked out once for every change of records and groups. */
export function questionsOf({ records, duplicates, origins }: ReviewState): readonly DuplicateQuestion[] {
  const known = lastQuestions.get(duplicates);
  if (known !== undefined) return known;
  const questions = openQuestions(records, duplicates, origins);
  lastQuestions.set(duplicates, questions);
  return questions;
}

const lastRelated = new WeakMap<DuplicateGroups, ReadonlyMap<RecordId, readonly RelatedRecord[]>>();

/** What belongs to a report without being a copy: notices about it, other versions, perhaps reports of the same study. */
export function relatedTo(state: ReviewState, id: RecordId): readonly RelatedRecord[] {
  const { records, duplicates, origins } = state;
  let related = lastRelated.get(duplicates);
  if (related === undefined) {
    related = relatedRecords(records, duplicates, origins);
    lastRelated.set(duplicates, related);
  }
  return related.get(leadOf(state, id)) ?? [];
}

/** Whether a person has to look before certain pairs are joined: the protocol says so, or a run was taken apart. */
export const mustLookFirst = (state: ReviewState): boolean =>
  currentProtocol(state)?.protocol.duplicates?.certain === 'after-look' || wasUndone(state.records);

/** Whether rules joined anything, so that there is something to check. */
export const hasRuleJoins = (state: ReviewState): boolean => ruleJoins(state.duplicates).length > 0;

function runsOf({ records }: ReviewState, copies: ReadonlyMap<EventId, number>): DuplicateRun[] {
  const runs = new Map<string, DuplicateRun>();
  for (const { eventId, authorId, at, found } of records.rules) {
    const name = found.run ?? eventId;
    const before = runs.get(name);
    runs.set(name, {
      events: [...(before?.events ?? []), eventId],
      authorId,
      at: before?.at ?? at,
      method: found.method,
      copies: (before?.copies ?? 0) + (copies.get(eventId) ?? 0),
      questions: (before?.questions ?? 0) + (found.questions?.length ?? 0),
      afterLook: found.afterLook === true,
    });
  }
  return [...runs.values()].reverse();
}

const count = <Key>(counts: Map<Key, number>, key: Key): unknown =>
  counts.set(key, (counts.get(key) ?? 0) + 1);
const total = (counts: ReadonlyMap<unknown, number>): number =>
  [...counts.values()].reduce((sum, one) => sum + one, 0);
const mostFirst = <Key extends string>(counts: ReadonlyMap<Key, number>): [Key, number][] =>
  [...counts].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
