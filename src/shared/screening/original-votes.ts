import type { AuthorId, EventId, RecordId } from '../kernel';
import type { ScreeningContext } from './context';
import type { ScreeningStage } from './events';
import { voteKey, type SignedVote } from './slice';

/**
 * The vote an author gave on a report independently of the others: the last one before anybody saw the votes on it or
 * settled them, so that a slip put right at once counts as put right; where there is none before, the first. Agreement is
 * counted from these, whatever was voted after a discussion. Undefined where the author has not voted readably.
 */
export function originalVote(
  { slice }: Pick<ScreeningContext, 'slice'>,
  stage: ScreeningStage,
  members: readonly RecordId[],
  author: AuthorId,
): SignedVote | undefined {
  const cast = members.flatMap((id) => slice.voteHistory[stage].get(voteKey(id, author)) ?? []);
  const [only] = cast;
  if (cast.length <= 1) return only;
  const votes = [...cast].sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
  const opened = members
    .flatMap((id) => slice.opened[stage].get(id) ?? [])
    .reduce<EventId | undefined>((first, id) => (first === undefined || id < first ? id : first), undefined);
  return votes.filter(({ eventId }) => opened === undefined || eventId < opened).at(-1) ?? votes[0];
}
