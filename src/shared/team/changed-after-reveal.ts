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
 * what stood then, and these are not among it. They count, and everybody can see it.
 */
export function changedAfterReveal(state: ReviewState): ChangedVote[] {
  const changed: ChangedVote[] = [];
  for (const stage of ['title-abstract', 'full-text'] as const) {
    for (const [recordId, votes] of state.screening.votes[stage]) {
      const releases = state.sealing.releases.get(sealedPlace(stage, voteItem(recordId)));
      if (!releases) continue;
      for (const { eventId, authorId } of votes.values()) {
        const shown = [...releases].some(
          ([other, { seen }]) => other !== authorId && !seen.includes(eventId),
        );
        if (shown) changed.push({ eventId, authorId, stage });
      }
    }
  }
  return changed;
}
