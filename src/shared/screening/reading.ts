import type { AuthorId, EventId, RecordId } from '../kernel';
import type { ScreeningContext } from './context';
import { sealedVoters, votesOn, type StageDecision } from './decision';
import type { OfferedBy, ScreeningStage } from './events';
import { isBlind, type Viewer } from './queue';
import type { SignedStop, SignedVote } from './slice';
import { standingDecisions } from './standing-decisions';

/** A record that was read, with what was made of it. */
export type ReadRecord = {
  readonly recordId: RecordId;
  readonly relevant: boolean;
  /** The vote that says so: own while blind, the earliest of all after. Its id tells when. */
  readonly eventId: EventId;
  readonly at: string;
  /** How long the record was in focus; null where nobody measured. */
  readonly seconds: number | null;
  /** The order that offered the record; undefined where nobody noted it. */
  readonly offeredBy: OfferedBy | undefined;
};

/**
 * What a person has read at a stage, in the order of reading, and whether it was relevant: what ranking learns from and
 * the stopping test rests on. While blind it is made of the person's own votes alone; after, of what was decided, and
 * where nothing is yet, a record somebody wants to keep is relevant. "Maybe" is relevant. A vote changed later counts
 * from when it was changed.
 */
export function readingOf(context: ScreeningContext, stage: ScreeningStage, viewer: Viewer): ReadRecord[] {
  const blind = isBlind(context, stage, viewer);
  const read: ReadRecord[] = [];
  standingDecisions(context).each(stage, (recordId, decision) => {
    const votes = blind
      ? decision.votes.filter((vote) => vote.authorId === viewer.authorId)
      : [...decision.votes].sort(byEvent);
    const [first] = votes;
    if (!first) return;
    read.push({
      recordId,
      relevant: blind ? keeps(first) : isRelevant(decision),
      eventId: first.eventId,
      at: first.at,
      seconds: first.body.seconds,
      offeredBy: first.body.offeredBy,
    });
  });
  return read.sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
}

const byEvent = (a: SignedVote, b: SignedVote): number => (a.eventId < b.eventId ? -1 : 1);
const keeps = (vote: SignedVote): boolean => vote.body.vote !== 'exclude';

const isRelevant = (decision: StageDecision): boolean => {
  if (decision.status === 'include') return true;
  if (decision.status === 'exclude') return false;
  return decision.votes.some(keeps);
};

/** The reports that were named as known to be relevant before anything was read. */
export function knownRelevant(context: ScreeningContext): ReadonlySet<RecordId> {
  const named = new Set(context.slice.namings.flatMap((naming) => naming.body.recordIds));
  if (named.size === 0) return named;
  return new Set(context.reports.filter((id) => context.membersOf(id).some((member) => named.has(member))));
}

/** The stop that holds at titles and abstracts, with how many reports it sets aside unread; undefined if none does. */
export function standingStop(
  context: ScreeningContext,
): { readonly stop: SignedStop; readonly unread: number } | undefined {
  const stop = context.slice.stops.at(-1);
  if (!stop) return undefined;
  let unread = 0;
  standingDecisions(context).each('title-abstract', (_, decision) => {
    if ('unread' in decision) unread += 1;
  });
  return { stop, unread };
}

/** Reports that nobody has voted on at titles and abstracts: what a stop would set aside. */
export function unreadReports(context: ScreeningContext): RecordId[] {
  return context.reports.filter((id) => {
    const members = context.membersOf(id);
    return (
      votesOn(context.slice, 'title-abstract', members).length === 0 &&
      sealedVoters(context.slice, 'title-abstract', members).size === 0
    );
  });
}

/** Whether a person who has looked again at an excluded record left it so. */
export const hasUpheld = (
  context: ScreeningContext,
  stage: ScreeningStage,
  recordId: RecordId,
  authorId: AuthorId,
): boolean =>
  context
    .membersOf(recordId)
    .some((id) => context.slice.upheld[stage].get(id)?.some((upholding) => upholding.authorId === authorId));
