import type { EarlierDecision } from '../formats';
import type { AuthorId, LocalId, RecordId } from '../kernel';
import { countedReason, type Protocol } from '../protocol';
import type { ScreeningStage, Vote } from './events';

/** A vote that somebody cast in another program, as it will stand here. */
export type EarlierVote = {
  readonly recordId: RecordId;
  readonly vote: Vote;
  readonly reasonId: LocalId | null;
  /** The coder's name in that program. */
  readonly coder: string;
  readonly note: string;
  readonly labels: readonly string[];
};

export type EarlierVotes = {
  /** What each person takes over, one vote for a record. */
  readonly votes: ReadonlyMap<AuthorId, readonly EarlierVote[]>;
  /** Records on which the person has voted here already; what was said here counts. */
  readonly alreadyVoted: number;
  /** Exclusions that need a reason here and gave none that the protocol has. */
  readonly withoutReason: number;
  /** "Maybe" where the stage has none; such a record goes on. */
  readonly maybeAsInclude: number;
};

/** The names that decided in another program, with how many decisions each made, most first. */
export function earlierCoders(
  decisions: readonly EarlierDecision[],
): readonly { readonly name: string; readonly decisions: number }[] {
  const counts = new Map<string, number>();
  for (const { coder } of decisions) counts.set(coder, (counts.get(coder) ?? 0) + 1);
  return [...counts]
    .map(([name, count]) => ({ name, decisions: count }))
    .sort((a, b) => b.decisions - a.decisions || (a.name < b.name ? -1 : 1));
}

/**
 * Turns decisions of another program into votes of people here. `people` says who is who; a name without a person is left
 * out. A reason is found by its label; `otherReason` stands in where the stage needs one and none fits. Of several
 * decisions of one person on one record the last counts.
 */
export function votesOfEarlierDecisions(
  decisions: readonly EarlierDecision[],
  recordOf: (recordIndex: number) => RecordId | undefined,
  people: ReadonlyMap<string, AuthorId>,
  {
    stage,
    protocol,
    otherReason,
    hasVoted,
  }: {
    readonly stage: ScreeningStage;
    readonly protocol: Protocol;
    readonly otherReason: LocalId | null;
    readonly hasVoted: (author: AuthorId, record: RecordId) => boolean;
  },
): EarlierVotes {
  const votes = new Map<AuthorId, Map<RecordId, EarlierVote>>();
  let alreadyVoted = 0;
  let withoutReason = 0;
  let maybeAsInclude = 0;
  const { allowMaybe } = protocol.stages[stage];
  for (const decision of decisions) {
    const author = people.get(decision.coder);
    const recordId = recordOf(decision.recordIndex);
    if (author === undefined || recordId === undefined) continue;
    if (hasVoted(author, recordId)) {
      alreadyVoted += 1;
      continue;
    }
    const reasonId =
      decision.vote === 'exclude' ? (namedReason(protocol, decision.reasons) ?? otherReason) : null;
    if (decision.vote === 'exclude' && reasonId === null && stage === 'full-text') {
      withoutReason += 1;
      continue;
    }
    const asInclude = decision.vote === 'maybe' && !allowMaybe;
    if (asInclude) maybeAsInclude += 1;
    const own = votes.get(author) ?? new Map<RecordId, EarlierVote>();
    own.set(recordId, {
      recordId,
      vote: asInclude ? 'include' : decision.vote,
      reasonId,
      coder: decision.coder,
      note: decision.note,
      labels: decision.labels,
    });
    votes.set(author, own);
  }
  return {
    votes: new Map([...votes].map(([author, own]) => [author, [...own.values()]])),
    alreadyVoted,
    withoutReason,
    maybeAsInclude,
  };
}

const normal = (label: string): string => label.trim().toLowerCase();

/** The first reason of the protocol that one of the labels names. */
function namedReason(protocol: Protocol, labels: readonly string[]): LocalId | null {
  const wanted = new Set(labels.map(normal));
  const found = protocol.exclusionReasons.find((reason) => wanted.has(normal(reason.label)));
  return found === undefined ? null : countedReason(protocol, found.id);
}
