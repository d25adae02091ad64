import { mayStop, type AuthorId, type RecordId, type Work } from '../kernel';
import type { CoderView, ScreeningContext } from './context';
import { decideStage, sealedVoters, votesOn, type StageDecision } from './decision';
import { ScreeningStage } from './events';
import { originalVote } from './original-votes';
import { pilotUnderWay } from './pilot';
import type { SignedVote } from './slice';
import { standingDecisions } from './standing-decisions';

export const stageDecision = (
  context: ScreeningContext,
  stage: ScreeningStage,
  id: RecordId,
): StageDecision => decideStage(context.slice, stage, context.rules[stage], context.membersOf(id));

/** The reports a stage is about: all of them at title and abstract, those that went forward at full text. */
export const stageReports = (context: ScreeningContext, stage: ScreeningStage): readonly RecordId[] =>
  standingDecisions(context).reportsAt(stage);

export const coderView = (context: ScreeningContext, stage: ScreeningStage, coder: AuthorId): CoderView =>
  standingDecisions(context).viewOf(stage, coder);

/** Works out beforehand what `coderView` and `isBlind` need at a stage, so that they answer at once. */
export const prepareStage = (context: ScreeningContext, stage: ScreeningStage, coder: AuthorId): Work<void> =>
  standingDecisions(context).prepare(stage, coder);

/** Somebody who looks at a review. */
export type Viewer = {
  readonly authorId: AuthorId;
  readonly role: 'lead' | 'coder' | 'adjudicator' | 'observer';
};

/**
 * Whether a person still works blind at a stage: somebody who votes there and has records waiting. While that is so,
 * nothing that depends on how others voted may be shown to them. Which reports come to full text depends on the votes on
 * titles: who is blind there is blind at full text too, unless the protocol opens it as records are decided. The lead can
 * end the blindness of a stage for everybody.
 */
export function isBlind(context: ScreeningContext, stage: ScreeningStage, viewer: Viewer): boolean {
  if (viewer.role === 'observer' || viewer.role === 'adjudicator') return false;
  if (stage === 'full-text' && !context.opensAsDecided && isBlind(context, 'title-abstract', viewer))
    return true;
  if (context.unblinded?.has(stage)) return false;
  const view = coderView(context, stage, viewer.authorId);
  const inPilot = stage === 'title-abstract' && (context.pilot?.coders.includes(viewer.authorId) ?? false);
  if (view.queue.length === 0 && !(inPilot && pilotUnderWay(context))) return false;
  return viewer.role === 'coder' || view.done > 0;
}

/** The stage a person has to finish before later ones show what was decided, and how much waits there. */
export type HeldBack = { readonly stage: ScreeningStage; readonly waiting: number };

/** What keeps later stages closed to a person; null where nothing does. */
export function heldBack(context: ScreeningContext, viewer: Viewer): HeldBack | null {
  if (context.opensAsDecided) return null;
  const stage = ScreeningStage.options.find((candidate) => isBlind(context, candidate, viewer));
  return stage === undefined
    ? null
    : { stage, waiting: coderView(context, stage, viewer.authorId).queue.length };
}

/** Those of these people who have voted readably at a stage, in the order given. */
export function* votersAmong(
  context: ScreeningContext,
  stage: ScreeningStage,
  coders: readonly AuthorId[],
): Work<readonly AuthorId[]> {
  const voters = new Set<AuthorId>();
  for (const [turn, id] of context.reports.entries()) {
    if (mayStop(turn)) yield;
    for (const { authorId } of votesOn(context.slice, stage, context.membersOf(id))) voters.add(authorId);
  }
  return coders.filter((coder) => voters.has(coder));
}

/** How many votes each person has cast at a stage: visible to all, also while blind. */
export function votesPerCoder(
  context: ScreeningContext,
  stage: ScreeningStage,
): ReadonlyMap<AuthorId, number> {
  const counts = new Map<AuthorId, number>();
  for (const id of context.reports) {
    const members = context.membersOf(id);
    const readable = votesOn(context.slice, stage, members).map(({ authorId }) => authorId);
    for (const authorId of new Set([...readable, ...sealedVoters(context.slice, stage, members)])) {
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
  standingDecisions(context).eachDecided(stage, 'conflict', (recordId, decision) => {
    if (decision.status === 'conflict')
      conflicts.push({ recordId, about: decision.about, votes: decision.votes });
  });
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
  standingDecisions(context).each(stage, (_, { status }) => {
    counts.total += 1;
    counts[status] += 1;
  });
  return counts;
}

/** The reports that passed full text, with the reason list's ids for those that did not. */
export function includedReports(context: ScreeningContext): RecordId[] {
  const included: RecordId[] = [];
  standingDecisions(context).eachDecided('full-text', 'include', (recordId) => included.push(recordId));
  return included;
}

export type VotePairOn = {
  readonly recordId: RecordId;
  readonly first: SignedVote;
  readonly second: SignedVote;
};

/** Pairs of original votes of two people at a stage, for agreement; resolutions play no part. */
export function* votePairs(
  context: ScreeningContext,
  stage: ScreeningStage,
  first: AuthorId,
  second: AuthorId,
): Work<readonly VotePairOn[]> {
  const pairs: VotePairOn[] = [];
  for (const [turn, recordId] of context.reports.entries()) {
    if (mayStop(turn)) yield;
    const members = context.membersOf(recordId);
    const a = originalVote(context, stage, members, first);
    const b = originalVote(context, stage, members, second);
    if (a && b) pairs.push({ recordId, first: a, second: b });
  }
  return pairs;
}

/** The two of these people who voted on most reports in common at a stage, in the order given; null where no two did. */
export function* pairWithMostInCommon(
  context: ScreeningContext,
  stage: ScreeningStage,
  coders: readonly AuthorId[],
): Work<readonly [AuthorId, AuthorId] | null> {
  let best: { readonly pair: readonly [AuthorId, AuthorId]; readonly count: number } | null = null;
  for (const [at, second] of coders.entries()) {
    for (const first of coders.slice(0, at)) {
      const { length: count } = yield* votePairs(context, stage, first, second);
      if (count > (best?.count ?? 0)) best = { pair: [first, second], count };
    }
  }
  return best?.pair ?? null;
}
