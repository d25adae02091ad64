import type { AuthorId, RecordId } from '../kernel';
import { decideStage, resolutionHolds, votesOn, type StageDecision } from './decision';
import type { ScreeningContext } from './context';
import type { ScreeningStage } from './events';
import type { ScreeningSlice, SignedComment, SignedResolution } from './slice';
import { standingDecisions } from './standing-decisions';

/** What was said about a report at a stage, oldest first. Not for somebody who is blind there (`isBlind`). */
export function discussionOf(
  slice: ScreeningSlice,
  stage: ScreeningStage,
  members: readonly RecordId[],
): readonly SignedComment[] {
  const comments = slice.comments[stage];
  if (comments.size === 0) return [];
  const said = members.flatMap((id) => comments.get(id) ?? []);
  return said.sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
}

/** The settlement of a report that no longer holds, because a vote it names has changed; undefined where none does. */
export function staleResolution(
  { slice, membersOf }: Pick<ScreeningContext, 'slice' | 'membersOf'>,
  stage: ScreeningStage,
  recordId: RecordId,
): SignedResolution | undefined {
  const members = membersOf(recordId);
  const votes = votesOn(slice, stage, members);
  const settled = members.flatMap((id) => slice.resolutions[stage].get(id) ?? []);
  const last = settled.sort((a, b) => (a.eventId < b.eventId ? -1 : 1)).at(-1);
  return last && !resolutionHolds(last, votes) ? last : undefined;
}

/** Whether there is, or was, something to talk about: votes that differ, a settlement, a comment. */
export function isDiscussed(context: ScreeningContext, stage: ScreeningStage, recordId: RecordId): boolean {
  const { slice, rules, membersOf } = context;
  const members = membersOf(recordId);
  return (
    members.some((id) => slice.resolutions[stage].has(id) || slice.comments[stage].has(id)) ||
    decideStage(slice, stage, rules[stage], members).status === 'conflict'
  );
}

/** A report on which votes differ, or differed until somebody settled it. */
export type Difference = { readonly recordId: RecordId; readonly decision: StageDecision };

/** Every conflict of a stage, open and settled, in the order of the reports. Not for somebody who is blind there. */
export function differencesAt(context: ScreeningContext, stage: ScreeningStage): Difference[] {
  const differences: Difference[] = [];
  standingDecisions(context).each(stage, (recordId, decision) => {
    if (decision.status === 'conflict' || ('resolution' in decision && decision.resolution))
      differences.push({ recordId, decision });
  });
  return differences;
}

/** Whether a person has asked how the others voted on a report. */
export const hasAsked = (
  slice: ScreeningSlice,
  stage: ScreeningStage,
  members: readonly RecordId[],
  author: AuthorId,
): boolean => members.some((id) => slice.revealed[stage].get(id)?.has(author));
