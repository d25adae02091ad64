import { useCallback } from 'react';
import type { StudyId } from '@shared/kernel';
import { dualState } from '@shared/reconciliation';
import { currentProtocol, type ReviewState } from '@shared/review';
import { Notice } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { FinalAlarms, OwnAlarms, StudyDesk } from '../../review-kit';
import { ExtractionForm } from './extraction-form';
import { FinalExtraction } from './final-extraction';
import { SettleExtraction } from './settle-extraction';

/** Extraction per study: extract, wait for the other coder, settle, final. */
export function ExtractionScreen() {
  const { extraction: words } = useTexts();
  const { state, viewer } = useReview();
  const dualOf = useCallback(
    (review: ReviewState, studyId: StudyId) =>
      dualState(
        review.extractions.get(studyId),
        review.finalExtractions.get(studyId),
        currentProtocol(review)?.protocol.stages.extraction.codersNeeded ?? 2,
        viewer.authorId,
      ),
    [viewer.authorId],
  );
  const stepOf = useCallback(
    (review: ReviewState, studyId: StudyId) => dualOf(review, studyId).state,
    [dualOf],
  );
  return (
    <StudyDesk words={words} stepOf={stepOf}>
      {(studyId) => {
        const dual = dualOf(state, studyId);
        switch (dual.state) {
          case 'final':
            return (
              <>
                {dual.stale ? <Notice tone="warn">{words.stale}</Notice> : null}
                <FinalAlarms studyId={studyId} />
                <FinalExtraction studyId={studyId} />
              </>
            );
          case 'settle':
            return <SettleExtraction studyId={studyId} works={dual.works} />;
          case 'waiting':
            return (
              <>
                <Notice>
                  {words.waitingFor(dual.finishedBy.map((id) => state.coders.get(id)?.name ?? id).join(', '))}
                </Notice>
                <OwnAlarms studyId={studyId} />
                <ExtractionForm studyId={studyId} />
              </>
            );
          case 'open':
            return (
              <>
                <ExtractionForm studyId={studyId} />
                <OwnAlarms studyId={studyId} />
              </>
            );
        }
      }}
    </StudyDesk>
  );
}
