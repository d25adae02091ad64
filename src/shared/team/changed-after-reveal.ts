import type { AuthorId, EventId } from '../kernel';
import { sealedPlace, voteItem, type ReviewState } from '../review';
import type { ScreeningStage } from '../screening';

export type ChangedVote = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly stage: ScreeningStage;
};

/**
 * Standing votes that were cast after another coder had given out the key of theirs on the same record: the release names
 * what stood then, and these are not among it. The same holds of votes of a lead who had taken the key of a coder out of the
 * escrow, on records which that coder had judged before. They count, and everybody can see it.
 */
export function changedAfterReveal(state: ReviewState): ChangedVote[] {
  const changed: ChangedVote[] = [];
  for (const stage of ['title-abstract', 'full-text'] as const) {
    for (const [recordId, votes] of state.screening.votes[stage]) {
      const releases = state.sealing.releases.get(sealedPlace(stage, voteItem(recordId)));
      const openings = state.sealing.escrow.uses.filter(
        ({ eventId, body }) => body.stage === stage && (votes.get(body.coder)?.eventId ?? eventId) < eventId,
      );
      if (!releases && openings.length === 0) continue;
      for (const { eventId, authorId } of votes.values()) {
        const shown = [...(releases ?? [])].some(
          ([other, { seen }]) => other !== authorId && !seen.includes(eventId),
        );
        const opened = openings.some(
          (use) => use.authorId === authorId && use.body.coder !== authorId && use.eventId < eventId,
        );
        if (shown || opened) changed.push({ eventId, authorId, stage });
      }
    }
  }
  return changed;
}
