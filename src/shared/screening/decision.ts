import type { AuthorId, LocalId, RecordId } from '../kernel';
import {
  countedReason,
  usualRouting,
  type Protocol,
  type ScreeningStageRules,
  type VotePair,
  type VoteRoute,
} from '../protocol';
import type { ScreeningStage, Vote } from './events';
import { isNotRetrieved } from './retrieval';
import type { ScreeningSlice, SignedResolution, SignedVote } from './slice';

/** Where a record stands at a stage. `pending`: votes are missing; `conflict`: votes differ and nothing settles them. */
export type StageDecision =
  | { readonly status: 'pending'; readonly votes: readonly SignedVote[] }
  | {
      readonly status: 'conflict';
      readonly about: 'decision' | 'reason';
      readonly votes: readonly SignedVote[];
    }
  | {
      readonly status: 'include' | 'exclude';
      readonly reasonId: LocalId | null;
      readonly votes: readonly SignedVote[];
      /** The resolution that settled it; absent where the votes agreed. */
      readonly resolution?: SignedResolution;
      /** Nobody read it: it was set aside when reading stopped. */
      readonly unread?: true;
    };

/**
 * The standing votes on a report: those on any of the records that describe it. Where an author voted on more than one
 * of them, the last counts. In author order, so that nothing depends on who arrived first.
 */
export function votesOn(
  slice: ScreeningSlice,
  stage: ScreeningStage,
  members: readonly RecordId[],
): readonly SignedVote[] {
  const stageVotes = slice.votes[stage];
  const only = members.length === 1 && members[0] !== undefined ? stageVotes.get(members[0]) : undefined;
  if (members.length === 1) return only ? [...only.values()].sort(byAuthor) : [];
  const latest = new Map<string, SignedVote>();
  for (const id of members) {
    for (const vote of stageVotes.get(id)?.values() ?? []) {
      const known = latest.get(vote.authorId);
      if (!known || known.eventId < vote.eventId) latest.set(vote.authorId, vote);
    }
  }
  return [...latest.values()].sort(byAuthor);
}

const byAuthor = (a: SignedVote, b: SignedVote): number => (a.authorId < b.authorId ? -1 : 1);

const nobody: ReadonlySet<AuthorId> = new Set();

/** Who has voted on a report in a way that cannot be read yet, whether or not they have also voted readably. */
export function sealedVoters(
  slice: ScreeningSlice,
  stage: ScreeningStage,
  members: readonly RecordId[],
): ReadonlySet<AuthorId> {
  const stageSeals = slice.sealedVotes[stage];
  if (stageSeals.size === 0 || !members.some((id) => stageSeals.has(id))) return nobody;
  return new Set(members.flatMap((id) => [...(stageSeals.get(id)?.keys() ?? [])]));
}

/** Whether somebody has voted on a report, readably or not. */
export const hasVoted = (
  slice: ScreeningSlice,
  stage: ScreeningStage,
  members: readonly RecordId[],
  author: AuthorId,
): boolean =>
  members.some(
    (id) => slice.votes[stage].get(id)?.has(author) || slice.sealedVotes[stage].get(id)?.has(author),
  );

/** How many other people have voted, readably or under a seal. */
export function countOthers(
  coder: AuthorId,
  votes: readonly SignedVote[],
  sealed: ReadonlySet<AuthorId>,
): number {
  if (sealed.size === 0)
    return votes.some((vote) => vote.authorId === coder) ? votes.length - 1 : votes.length;
  const hidden = [...sealed].filter((author) => !votes.some((vote) => vote.authorId === author));
  return [...votes.map((vote) => vote.authorId), ...hidden].filter((author) => author !== coder).length;
}

/** How many people other than a coder have voted on a report. */
export const othersVoted = (
  slice: ScreeningSlice,
  stage: ScreeningStage,
  members: readonly RecordId[],
  coder: AuthorId,
): number => countOthers(coder, votesOn(slice, stage, members), sealedVoters(slice, stage, members));

/** A resolution holds while the votes it settled are exactly those that stand. */
export function resolutionHolds(resolution: SignedResolution, votes: readonly SignedVote[]): boolean {
  const settled = new Set(resolution.body.settles);
  return votes.length === settled.size && votes.every((vote) => settled.has(vote.eventId));
}

/** The rules of a stage, with what the protocol says of merged reasons. */
export type StageRules = ScreeningStageRules & {
  /** The reason that counts for a given one; itself where nothing was merged. */
  readonly reasonOf?: (id: LocalId) => LocalId;
  /** Whether a report had come in when reading stopped; absent while nothing stops it. */
  readonly isSetAside?: (members: readonly RecordId[]) => boolean;
};

export function stageRules(protocol: Protocol, stage: ScreeningStage): StageRules {
  const merged = protocol.exclusionReasons.some((reason) => reason.mergedInto !== undefined);
  const rules = protocol.stages[stage];
  return merged ? { ...rules, reasonOf: (id) => countedReason(protocol, id) } : rules;
}

const rank: { readonly [V in Vote]: number } = { include: 0, maybe: 1, exclude: 2 };

const pairOf = (a: Vote, b: Vote): VotePair => {
  const [low, high] = rank[a] <= rank[b] ? [a, b] : [b, a];
  // The names of pairs put include before maybe before exclude; the other three orders do not occur here.
  return `${low}+${high}` as VotePair;
};

/**
 * Where votes of different people take a record by the table for pairs. A vote that is enough decides by itself. Else
 * every pair must point the same way, also among three and more; pairs that do not are a conflict at once, before all
 * votes are in. In whatever order the votes stand.
 */
export function routeVotes(votes: readonly Vote[], rules: ScreeningStageRules): VoteRoute | 'pending' {
  if (votes.length === 0) return 'pending';
  const { pairs, enough } = rules.routing ?? usualRouting;
  const alone = new Set(
    votes.filter((vote) => enough.includes(vote)).map((vote) => pairs[pairOf(vote, vote)]),
  );
  if (alone.size > 0) return onlyRoute(alone);
  const routes = new Set<VoteRoute>();
  for (const [index, vote] of votes.entries()) {
    for (const other of votes.slice(index + 1)) routes.add(pairs[pairOf(vote, other)]);
  }
  if (routes.size > 0 && onlyRoute(routes) === 'conflict') return 'conflict';
  if (votes.length < rules.codersNeeded) return 'pending';
  const [only] = votes;
  if (votes.length === 1 && only) return pairs[pairOf(only, only)];
  return onlyRoute(routes);
}

const onlyRoute = (routes: ReadonlySet<VoteRoute>): VoteRoute => {
  const [route, another] = routes;
  return route === undefined || another !== undefined ? 'conflict' : route;
};

/**
 * Decides a report at a stage. A report that could not be had is pending without votes, and one with a sealed vote is
 * pending; then a holding resolution wins, then the
 * routing table (`routeVotes`). Excludes with different reasons are a conflict about the reason at full text, where every
 * report has exactly one counted reason.
 */
export function decideStage(
  slice: ScreeningSlice,
  stage: ScreeningStage,
  rules: StageRules,
  members: readonly RecordId[],
): StageDecision {
  if (stage === 'full-text' && isNotRetrieved(slice, members)) return { status: 'pending', votes: [] };
  const votes = votesOn(slice, stage, members);
  const counted = (id: LocalId | null): LocalId | null => (id === null ? null : (rules.reasonOf?.(id) ?? id));
  // Whoever does not know all votes cannot know the decision.
  if (sealedVoters(slice, stage, members).size > 0) return { status: 'pending', votes };
  const resolution = latestResolution(slice, stage, members);
  if (resolution && resolutionHolds(resolution, votes)) {
    const { decision, reasonId } = resolution.body;
    return {
      status: decision,
      reasonId: decision === 'exclude' ? counted(reasonId) : null,
      votes,
      resolution,
    };
  }
  const route = routeVotes(
    votes.map((vote) => vote.body.vote),
    rules,
  );
  if (votes.length === 0 && rules.isSetAside?.(members))
    return { status: 'exclude', reasonId: null, votes, unread: true };
  if (route === 'pending') return { status: 'pending', votes };
  if (route === 'conflict') return { status: 'conflict', about: 'decision', votes };
  if (route === 'forward') return { status: 'include', reasonId: null, votes };
  const reasons = new Set(
    votes.filter((vote) => vote.body.vote === 'exclude').map((vote) => counted(vote.body.reasonId)),
  );
  if (stage === 'full-text' && reasons.size > 1) return { status: 'conflict', about: 'reason', votes };
  return { status: 'exclude', reasonId: reasons.size === 1 ? ([...reasons][0] ?? null) : null, votes };
}

function latestResolution(
  slice: ScreeningSlice,
  stage: ScreeningStage,
  members: readonly RecordId[],
): SignedResolution | undefined {
  let latest: SignedResolution | undefined;
  for (const id of members) {
    const resolution = slice.resolutions[stage].get(id);
    if (resolution && (!latest || latest.eventId < resolution.eventId)) latest = resolution;
  }
  return latest;
}
