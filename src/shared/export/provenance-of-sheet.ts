import type { EventId } from '../kernel';
import { currentProtocol, type ReviewState } from '../review';
import type { SheetProvenance } from './pooling-sheet';

/** From which state of the review a sheet was made: the newest event it rests on, and who settled each study. */
export function provenanceOfSheet(state: ReviewState, studies: ReadonlySet<string>): SheetProvenance {
  const events: EventId[] = [];
  const note = (signed: readonly ({ readonly eventId: EventId } | undefined)[]): void => {
    for (const event of signed) if (event) events.push(event.eventId);
  };
  note([currentProtocol(state)]);
  note([...state.clearedAlarms.values(), ...state.corrections.values()]);
  const settled: SheetProvenance['settled'] = [];
  for (const [studyId, final] of state.finalExtractions) {
    if (!studies.has(studyId)) continue;
    note([final, state.finalAssessments.get(studyId)]);
    const works = [...(state.extractions.get(studyId)?.values() ?? [])];
    const nameOf = (authorId: (typeof final)['authorId']): string =>
      state.coders.get(authorId)?.name ?? authorId;
    settled.push({
      studyId,
      method: final.body.method,
      by: nameOf(final.authorId),
      at: final.at,
      coders: works
        .filter(({ eventId }) => final.body.settles.includes(eventId))
        .map(({ authorId }) => nameOf(authorId))
        .sort(),
    });
  }
  return { dataVersion: events.sort().at(-1) ?? '', settled };
}
