import { z } from '../kernel/schema';
import { EventId, LocalId, StudyId } from '../kernel';
import { AssessmentContent } from './assessment-content';

/** What an assessment is about: a study as a whole, or one of its results. */
export const AssessmentTarget = z.object({ studyId: StudyId, resultId: LocalId.nullable() });
export type AssessmentTarget = z.infer<typeof AssessmentTarget>;

/** A coder's assessment as it stands; each save replaces that coder's earlier one, none is lost. */
export const AssessmentSaved = z.object({
  kind: z.literal('assessmentSaved'),
  version: z.literal(1),
  ...AssessmentTarget.shape,
  content: AssessmentContent,
  complete: z.boolean(),
});
export type AssessmentSaved = z.infer<typeof AssessmentSaved>;

/** The final assessment; names the assessments it rests on and is stale when one of them changes. */
export const AssessmentReconciled = z.object({
  kind: z.literal('assessmentReconciled'),
  version: z.literal(1),
  ...AssessmentTarget.shape,
  content: AssessmentContent,
  settles: z.array(EventId),
  method: z.enum(['consensus', 'adjudication', 'single-coder', 'sheet']),
  note: z.string().max(5_000),
});
export type AssessmentReconciled = z.infer<typeof AssessmentReconciled>;

/** One text per target, for maps. */
export const assessmentTarget = (target: AssessmentTarget): string =>
  target.resultId === null ? target.studyId : `${target.studyId} ${target.resultId}`;
