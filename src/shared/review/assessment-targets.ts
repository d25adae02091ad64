import type { AuthorId, LocalId, StudyId } from '../kernel';
import type { Protocol } from '../protocol';
import { assessmentTarget, type AssessmentSaved } from '../risk-of-bias';
import { outcomeTarget } from './assessments';
import { currentProtocol, type ReviewState, type Signed } from './review-state';

/** A group of results that can be rated apart from its study: an outcome, or an outcome in one window. */
export type ResultTarget = { readonly resultId: LocalId; readonly label: string };

/** What the protocol lets coders rate apart; none where a study has one assessment. The same for every coder. */
export function resultTargets({ riskOfBias, outcomeDomains, windows }: Protocol): ResultTarget[] {
  if (riskOfBias.unit !== 'result') return [];
  return outcomeDomains.flatMap(({ id, label }) => [
    { resultId: outcomeTarget(id, null), label },
    ...windows.map((window) => ({
      resultId: outcomeTarget(id, window.id),
      label: `${label}, ${window.label}`,
    })),
  ]);
}

type Work = Signed<AssessmentSaved>;

const ofTarget = (
  state: ReviewState,
  studyId: StudyId,
  resultId: LocalId | null,
): ReadonlyMap<AuthorId, Work> => state.assessments.get(assessmentTarget({ studyId, resultId })) ?? new Map();

/** A coder's own assessment of a result, unless it was set back to that of the study. */
const overrideOf = (
  state: ReviewState,
  studyId: StudyId,
  resultId: LocalId,
  coder: AuthorId,
): Work | undefined => {
  const work = ofTarget(state, studyId, resultId).get(coder);
  return work?.body.content.asStudy === true ? undefined : work;
};

/**
 * What each coder says about a target: of a result the coder's own assessment, or else the one of the study, which
 * holds for every result that was not rated apart.
 */
export function assessmentWorks(
  state: ReviewState,
  studyId: StudyId,
  resultId: LocalId | null,
): ReadonlyMap<AuthorId, Work> {
  const ofStudy = ofTarget(state, studyId, null);
  if (resultId === null) return ofStudy;
  return new Map(
    [...ofStudy].map(([coder, work]) => [coder, overrideOf(state, studyId, resultId, coder) ?? work]),
  );
}

/** Whether as many coders as needed have finished the study, and `viewer` is not still at work on it. */
export function studyIsOpen(state: ReviewState, studyId: StudyId, viewer: AuthorId): boolean {
  const needed = currentProtocol(state)?.protocol.stages['risk-of-bias'].codersNeeded ?? 2;
  const works = ofTarget(state, studyId, null);
  const complete = [...works.values()].filter(({ body }) => body.complete).length;
  return complete >= needed && works.get(viewer)?.body.complete !== false;
}

/**
 * The results of a study that are rated apart, as far as `viewer` may know: the viewer's own; those of others once the
 * study is no longer blind; and those that are final.
 */
export function targetsApart(state: ReviewState, studyId: StudyId, viewer: AuthorId): ResultTarget[] {
  const protocol = currentProtocol(state)?.protocol;
  if (!protocol) return [];
  const open = studyIsOpen(state, studyId, viewer);
  return resultTargets(protocol).filter(({ resultId }) => {
    if (state.finalAssessments.has(assessmentTarget({ studyId, resultId }))) return true;
    const coders = open ? [...state.coders.keys()] : [viewer];
    return coders.some((coder) => overrideOf(state, studyId, resultId, coder) !== undefined);
  });
}

/** Whether the viewer has begun a result of the study and not finished it: then the study cannot be finished either. */
export const hasOpenResult = (state: ReviewState, studyId: StudyId, viewer: AuthorId): boolean =>
  targetsApart(state, studyId, viewer).some(
    ({ resultId }) => overrideOf(state, studyId, resultId, viewer)?.body.complete === false,
  );
