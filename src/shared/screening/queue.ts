import type { AuthorId, RecordId } from '../kernel';
import type { ScreeningStageRules } from '../protocol';
import { decideStage, votesOn, type StageDecision } from './decision';
import type { ScreeningStage } from './events';
import type { ScreeningSlice, SignedVote } from './slice';

/** What screening needs to know of the rest of a review. */
export type ScreeningContext = {
  readonly slice: ScreeningSlice;
  readonly rules: { readonly [Stage in ScreeningStage]: ScreeningStageRules };
  /** One record per report, in import order. */
  readonly reports: readonly RecordId[];
  /** All records that describe the same report. */
  readonly membersOf: (id: RecordId) => readonly RecordId[];
};

export const stageDecision = (
  context: ScreeningContext,
  stage: ScreeningStage,
  id: RecordId,
): StageDecision => decideStage(context.slice, stage, context.rules[stage], context.membersOf(id));

/** The reports a stage is about: all of them at title and abstract, those that went forward at full text. */
export function stageReports(context: ScreeningContext, stage: ScreeningStage): readonly RecordId[] {
  if (stage === 'title-abstract') return context.reports;
  return context.reports.filter((id) => stageDecision(context, 'title-abstract', id).status === 'include');
}

/** What one coder may know of a record at a stage while it is blind: the coder's own vote and that others worked. */
export type BlindEntry = {
  readonly recordId: RecordId;
  readonly own: SignedVote | undefined;
  /** How many other people have voted; never what. */
  readonly others: number;
};

/**
 * A coder's view of a stage. It is built from the coder's own votes and from the fact that others voted; how they
 * voted is not in it, so no order, count or filter made from it can show it.
 */
export type CoderView = {
  readonly entries: readonly BlindEntry[];
  /** Records that wait for this coder, in order: no own vote, and fewer votes than the protocol asks for. */
  readonly queue: readonly RecordId[];
  readonly done: number;
};

export function coderView(context: ScreeningContext, stage: ScreeningStage, coder: AuthorId): CoderView {
  const entries: BlindEntry[] = [];
  const queue: RecordId[] = [];
  let done = 0;
  const needed = context.rules[stage].codersNeeded;
  for (const recordId of stageReports(context, stage)) {
    const votes = votesOn(context.slice, stage, context.membersOf(recordId));
    const own = votes.find((vote) => vote.authorId === coder);
    const others = own ? votes.length - 1 : votes.length;
    entries.push({ recordId, own, others });
    if (own) done += 1;
    else if (others < needed) queue.push(recordId);
  }
  return { entries, queue, done };
}

/**
 * Whether a person still works blind at a stage: somebody who votes there and has records waiting. While that is so,
 * nothing that depends on how others voted may be shown to them.
 */
export function isBlind(
  context: ScreeningContext,
  stage: ScreeningStage,
  viewer: { readonly authorId: AuthorId; readonly role: 'lead' | 'coder' | 'adjudicator' | 'observer' },
): boolean {
  if (viewer.role === 'observer' || viewer.role === 'adjudicator') return false;
  const view = coderView(context, stage, viewer.authorId);
  if (view.queue.length === 0) return false;
  return viewer.role === 'coder' || view.done > 0;
}

/** How many votes each person has cast at a stage: visible to all, also while blind. */
export function votesPerCoder(
  context: ScreeningContext,
  stage: ScreeningStage,
): ReadonlyMap<AuthorId, number> {
  const counts = new Map<AuthorId, number>();
  for (const id of context.reports) {
    for (const { authorId } of votesOn(context.slice, stage, context.membersOf(id))) {
      counts.set(authorId, (counts.get(authorId) ?? 0) + 1);
    }
  }
  return counts;
}

export type Conflict = {
  readonly recordId: RecordId;
  readonly about: 'decision' | 'reason';
  readonly votes: readonly SignedVote[];
};

/** Records whose votes differ and are not settled. The caller shows them only to somebody who is not blind. */
export function conflictsAt(context: ScreeningContext, stage: ScreeningStage): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const recordId of stageReports(context, stage)) {
    const decision = stageDecision(context, stage, recordId);
    if (decision.status === 'conflict')
      conflicts.push({ recordId, about: decision.about, votes: decision.votes });
  }
  return conflicts;
}

export type StageCounts = {
  readonly total: number;
  readonly pending: number;
  readonly conflict: number;
  readonly include: number;
  readonly exclude: number;
};

export function stageCounts(context: ScreeningContext, stage: ScreeningStage): StageCounts {
  const counts = { total: 0, pending: 0, conflict: 0, include: 0, exclude: 0 };
  for (const id of stageReports(context, stage)) {
    counts.total += 1;
    counts[stageDecision(context, stage, id).status] += 1;
  }
  return counts;
}

/** The reports that passed full text, with the reason list's ids for those that did not. */
export const includedReports = (context: ScreeningContext): RecordId[] =>
  stageReports(context, 'full-text').filter(
    (id) => stageDecision(context, 'full-text', id).status === 'include',
  );

/** Pairs of original votes of two people at a stage, for agreement; resolutions play no part. */
export function votePairs(
  context: ScreeningContext,
  stage: ScreeningStage,
  first: AuthorId,
  second: AuthorId,
): { recordId: RecordId; first: SignedVote; second: SignedVote }[] {
  const pairs: { recordId: RecordId; first: SignedVote; second: SignedVote }[] = [];
  for (const recordId of context.reports) {
    const votes = votesOn(context.slice, stage, context.membersOf(recordId));
    const a = votes.find((vote) => vote.authorId === first);
    const b = votes.find((vote) => vote.authorId === second);
    if (a && b) pairs.push({ recordId, first: a, second: b });
  }
  return pairs;
}
