import { doAtOnce, type AuthorId, type RecordId } from '../kernel';
import type { Pilot, ScreeningContext } from './context';
import { sealedVoters, votesOn } from './decision';
import { arrangeReports } from './order';

/** A sample of the reports, drawn by chance from a seed. */
export const drawSample = (reports: readonly RecordId[], size: number, seed: number): readonly RecordId[] =>
  doAtOnce(arrangeReports({ by: 'random', seed }, reports, () => undefined)).slice(0, size);

/** How many records of the pilot each of its coders has voted on. */
export function pilotProgress(context: ScreeningContext, pilot: Pilot): ReadonlyMap<AuthorId, number> {
  const done = new Map<AuthorId, number>(pilot.coders.map((coder) => [coder, 0]));
  for (const id of pilot.records) {
    const members = context.membersOf(id);
    const voters = new Set([
      ...votesOn(context.slice, 'title-abstract', members).map((vote) => vote.authorId),
      ...sealedVoters(context.slice, 'title-abstract', members),
    ]);
    for (const coder of pilot.coders) {
      if (voters.has(coder)) done.set(coder, (done.get(coder) ?? 0) + 1);
    }
  }
  return done;
}

/** Whether somebody still has records of an open pilot to vote on: until then all its coders stay blind. */
export const pilotUnderWay = (context: ScreeningContext): boolean => {
  const { pilot } = context;
  if (!pilot?.open) return false;
  return [...pilotProgress(context, pilot).values()].some((done) => done < pilot.records.size);
};
