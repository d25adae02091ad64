import type { AuthorId, RecordId } from '../kernel';
import { isOffered } from './allocation';
import type { BlindEntry, ScreeningContext } from './context';
import { countOthers, decideStage, sealedVoters, type StageDecision } from './decision';
import type { ScreeningStage } from './events';
import { isNotRetrieved } from './retrieval';

/** What a coder may know of a report, and whether it waits for the coder's vote. */
export type CoderRow = { readonly entry: BlindEntry; readonly waits: boolean };

/** Made from the coder's own vote and from who else has voted, for a report of the stage that stands as `decision` says. */
export function coderRow(
  context: ScreeningContext,
  stage: ScreeningStage,
  coder: AuthorId,
  recordId: RecordId,
  decision: StageDecision,
): CoderRow {
  const { slice, rules, membersOf } = context;
  const { votes } = decision;
  const own = votes.find((vote) => vote.authorId === coder);
  const sealed = sealedVoters(slice, stage, membersOf(recordId));
  const voted = own !== undefined || sealed.has(coder);
  const entry = { recordId, own, voted, others: countOthers(coder, votes, sealed) };
  const waits = (): boolean => {
    if (voted || 'unread' in decision) return false;
    if (stage === 'full-text' && isNotRetrieved(slice, membersOf(recordId))) return false;
    const atTitles = stage === 'title-abstract';
    const { pilot, allocation } = atTitles ? context : { pilot: undefined, allocation: undefined };
    if (pilot?.open) return pilot.records.has(recordId) && pilot.coders.includes(coder);
    const { codersNeeded, routing } = rules[stage];
    if (routing?.settledLeavesQueue && isSettled(context, stage, recordId, decision)) return false;
    const voters = [...votes.map((vote) => vote.authorId), ...sealed];
    return isOffered(allocation, recordId, coder, voters, codersNeeded);
  };
  return { entry, waits: waits() };
}

/** Whether votes have decided a report, also ones the viewer may not read: the protocol lets it leave the queue. */
function isSettled(
  { whole }: ScreeningContext,
  stage: ScreeningStage,
  recordId: RecordId,
  { status }: StageDecision,
): boolean {
  const known =
    status === 'pending' && whole
      ? decideStage(whole.slice, stage, whole.rules[stage], whole.membersOf(recordId)).status
      : status;
  return known === 'include' || known === 'exclude';
}
