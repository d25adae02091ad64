import { useCallback, useState } from 'react';
import type { LocalId, StudyId } from '@shared/kernel';
import { dualState } from '@shared/reconciliation';
import { currentProtocol, type ReviewState } from '@shared/review';
import { Notice, Segments } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { StudyDesk } from '../../review-kit';
import { AssessmentForm } from './assessment-form';
import { BiasAgreement } from './bias-agreement';
import { BiasPlots } from './bias-plots';
import { FinalAssessment } from './final-assessment';
import { SettleAssessment } from './settle-assessment';
import styles from './risk-of-bias.module.css';

const views = ['rate', 'agreement', 'plots'] as const;
type View = (typeof views)[number];

/** Risk of bias: the assessments, and the plots of those that are final. */
export function RiskOfBiasScreen() {
  const { bias: words } = useTexts();
  const [view, setView] = useState<View>('rate');
  return (
    <div className={styles['screen']}>
      <div className={styles['views']}>
        <Segments
          label={words.view}
          value={view}
          choices={views.map((value) => ({ value, label: words.views[value] }))}
          onChange={setView}
        />
      </div>
      {view === 'rate' ? <Assessments /> : null}
      {view === 'agreement' ? <BiasAgreement /> : null}
      {view === 'plots' ? <BiasPlots onRate={() => setView('rate')} /> : null}
    </div>
  );
}

/** Per study: rate, wait for the other coder, settle, final. */
function Assessments() {
  const { bias: words } = useTexts();
  const { viewer } = useReview();
  const stepOf = useCallback(
    (review: ReviewState, studyId: StudyId) => dualOf(review, studyId, viewer.authorId).state,
    [viewer.authorId],
  );
  return (
    <StudyDesk words={words} stepOf={stepOf}>
      {(studyId) => <Assessment studyId={studyId} resultId={null} />}
    </StudyDesk>
  );
}

function Assessment({ studyId, resultId }: { readonly studyId: StudyId; readonly resultId: LocalId | null }) {
  const { bias: words } = useTexts();
  const { state, viewer } = useReview();
  const target = { studyId, resultId };
  const dual = dualOf(state, studyId, viewer.authorId);
  switch (dual.state) {
    case 'final':
      return (
        <>
          {dual.stale ? <Notice tone="warn">{words.stale}</Notice> : null}
          <FinalAssessment {...target} />
        </>
      );
    case 'settle':
      return <SettleAssessment {...target} works={dual.works} />;
    case 'waiting':
      return (
        <>
          <Notice>
            {words.waitingFor(dual.finishedBy.map((id) => state.coders.get(id)?.name ?? id).join(', '))}
          </Notice>
          <AssessmentForm {...target} />
        </>
      );
    case 'open':
      return <AssessmentForm {...target} />;
  }
}

const dualOf = (review: ReviewState, studyId: StudyId, viewer: Parameters<typeof dualState>[3]) =>
  dualState(
    review.assessments.get(studyId),
    review.finalAssessments.get(studyId),
    currentProtocol(review)?.protocol.stages['risk-of-bias'].codersNeeded ?? 2,
    viewer,
  );
