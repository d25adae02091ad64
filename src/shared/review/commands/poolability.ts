import { err, ok, type Result, type StudyId } from '../../kernel';
import { isBlind } from '../../screening';
import type { NotPoolableReason } from '../../studies';
import type { EventBody } from '../body';
import { screeningContext, studiesOf } from '../contexts';
import { extractionStep } from '../extraction-step';
import type { Refusal } from '../refusal';
import type { Coder, ReviewState } from '../review-state';

/** Says of a study that is in the review that it cannot be pooled and why, or that it can after all. */
export type PoolabilityCommand = {
  readonly do: 'notePoolability';
  readonly studyId: StudyId;
  /** Null: it can be pooled. */
  readonly reason: NotPoolableReason | null;
  readonly note: string;
};

/**
 * Refused to somebody who still reads full texts blind, and while coders extract the study apart: it would tell what one
 * of them made of the report.
 */
export function decidePoolability(
  state: ReviewState,
  { studyId, reason, note }: PoolabilityCommand,
  member: Coder,
): Result<EventBody[], Refusal> {
  if (isBlind(screeningContext(state), 'full-text', member)) return err({ code: 'still-blind' });
  if (!studiesOf(state).some((study) => study.studyId === studyId)) return err({ code: 'unknown-study' });
  if (isExtractedApart(state, studyId)) return err({ code: 'extracted-apart' });
  return ok([
    {
      kind: 'poolabilityNoted',
      version: 1,
      studyId,
      poolable: reason === null,
      ...(reason === null ? {} : { reason }),
      note: note.trim(),
    },
  ]);
}

/** Whether somebody has begun the extraction of a study and not all who are to extract it have finished. */
export function isExtractedApart(state: ReviewState, studyId: StudyId): boolean {
  const begun = (state.extractions.get(studyId)?.size ?? 0) + (state.structures.get(studyId)?.size ?? 0) > 0;
  const [anybody] = state.coders.keys();
  if (!begun || anybody === undefined) return false;
  const { phase, dual } = extractionStep(state, studyId, anybody);
  return (
    dual.state === 'open' || dual.state === 'waiting' || (phase === 'structure' && dual.state !== 'final')
  );
}
