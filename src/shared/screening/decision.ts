import type { LocalId, RecordId } from '../kernel';
import type { ScreeningStageRules } from '../protocol';
import type { ScreeningStage } from './events';
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

/** A resolution holds while the votes it settled are exactly those that stand. */
export function resolutionHolds(resolution: SignedResolution, votes: readonly SignedVote[]): boolean {
  const settled = new Set(resolution.body.settles);
  return votes.length === settled.size && votes.every((vote) => settled.has(vote.eventId));
}

/**
 * Decides a report at a stage. A holding resolution wins. Else include or maybe beside exclude is a conflict at once;
 * fewer votes than the protocol asks for leave it pending; include and maybe together go forward; excludes with
 * different reasons are a conflict about the reason at full text, where every report has exactly one counted reason.
 */
export function decideStage(
  slice: ScreeningSlice,
  stage: ScreeningStage,
  rules: ScreeningStageRules,
  members: readonly RecordId[],
): StageDecision {
  const votes = votesOn(slice, stage, members);
  const resolution = latestResolution(slice, stage, members);
  if (resolution && resolutionHolds(resolution, votes)) {
    const { decision, reasonId } = resolution.body;
    return { status: decision, reasonId: decision === 'exclude' ? reasonId : null, votes, resolution };
  }
  if (votes.length === 0) return { status: 'pending', votes };
  const excludes = votes.filter((vote) => vote.body.vote === 'exclude');
  if (excludes.length > 0 && excludes.length < votes.length)
    return { status: 'conflict', about: 'decision', votes };
  if (votes.length < rules.codersNeeded) return { status: 'pending', votes };
  if (excludes.length === 0) return { status: 'include', reasonId: null, votes };
  const reasons = new Set(excludes.map((vote) => vote.body.reasonId));
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
