import { useCallback } from 'react';
import type { StudyId } from '@shared/kernel';
import { dualState } from '@shared/reconciliation';
import { currentProtocol, type ReviewState } from '@shared/review';
import { Notice } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { StudyDesk } from '../../review-kit';
import { AssessmentForm } from './assessment-form';
import { FinalAssessment } from './final-assessment';
import { SettleAssessment } from './settle-assessment';

/** Risk of bias per study: rate, wait for the other coder, settle, final. */
export function RiskOfBiasScreen() {
  const { bias: words } = useTexts();
  const { state, viewer } = useReview();
  const dualOf = useCallback(
    (review: ReviewState, studyId: StudyId) =>
      dualState(
        review.assessments.get(studyId),
        review.finalAssessments.get(studyId),
        currentProtocol(review)?.protocol.stages['risk-of-bias'].codersNeeded ?? 2,
        viewer.authorId,
      ),
    [viewer.authorId],
  );
  const stepOf = useCallback(
    (review: ReviewState, studyId: StudyId) => dualOf(review, studyId).state,
    [dualOf],
  );
  return (
    <StudyDesk words={words} subtitle={words.tool} stepOf={stepOf}>
      {(studyId) => {
        const dual = dualOf(state, studyId);
        switch (dual.state) {
          case 'final':
            return (
              <>
                {dual.stale ? <Notice tone="warn">{words.stale}</Notice> : null}
                <FinalAssessment studyId={studyId} />
              </>
            );
          case 'settle':
            return <SettleAssessment studyId={studyId} works={dual.works} />;
          case 'waiting':
            return (
              <>
                <Notice>
                  {words.waitingFor(dual.finishedBy.map((id) => state.coders.get(id)?.name ?? id).join(', '))}
                </Notice>
                <AssessmentForm studyId={studyId} />
              </>
            );
          case 'open':
            return <AssessmentForm studyId={studyId} />;
        }
      }}
    </StudyDesk>
  );
}
