import { useCallback, useContext, useState } from 'react';
import type { AuthorId, LocalId, StudyId } from '@shared/kernel';
import { dualState } from '@shared/reconciliation';
import {
  assessmentWorks,
  currentProtocol,
  resultTargets,
  studyIsOpen,
  targetsApart,
  type ReviewState,
} from '@shared/review';
import { assessmentTarget } from '@shared/risk-of-bias';
import { Button, Notice, Segments, SelectField, useKeys } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { StudyDesk } from '../../review-kit';
import { AssessmentForm } from './assessment-form';
import { BesideReport, ReportBeside } from './beside-report';
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
  const [beside, setBeside] = useState(false);
  useKeys({ p: () => setBeside(!beside) }, view === 'rate');
  return (
    <div className={styles['screen']}>
      <div className={styles['views']}>
        <Segments
          label={words.view}
          value={view}
          choices={views.map((value) => ({ value, label: words.views[value] }))}
          onChange={setView}
        />
        {view === 'rate' ? (
          <Button small pressed={beside} shortcut="P" onPress={() => setBeside(!beside)}>
            {words.reportBeside}
          </Button>
        ) : null}
      </div>
      {view === 'rate' ? (
        <ReportBeside.Provider value={beside}>
          <Assessments />
        </ReportBeside.Provider>
      ) : null}
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
    (review: ReviewState, studyId: StudyId) => stepOfStudy(review, studyId, viewer.authorId),
    [viewer.authorId],
  );
  return (
    <StudyDesk words={words} stepOf={stepOf} wide={useContext(ReportBeside)}>
      {(studyId) => <StudyAssessments studyId={studyId} />}
    </StudyDesk>
  );
}

/** The study as a whole, and what is rated apart from it. */
function StudyAssessments({ studyId }: { readonly studyId: StudyId }) {
  const { bias: words } = useTexts();
  const { state, viewer, session } = useReview();
  const [chosen, setChosen] = useState<LocalId | null>(null);
  const protocol = currentProtocol(state)?.protocol;
  const possible = protocol ? resultTargets(protocol) : [];
  if (possible.length === 0) return <Assessment studyId={studyId} resultId={null} />;
  const apart = targetsApart(state, studyId, viewer.authorId);
  const shown = possible.filter(
    ({ resultId }) => resultId === chosen || apart.some((one) => one.resultId === resultId),
  );
  const own = state.assessments.get(studyId)?.get(viewer.authorId)?.body;
  const mayAdd =
    own?.complete !== true && !session.readOnly && viewer.role !== 'observer' && own !== undefined;
  const others = possible.filter(({ resultId }) => !shown.some((one) => one.resultId === resultId));
  return (
    <>
      <div className={styles['preliminaries']}>
        <Segments
          label={words.target}
          value={chosen ?? wholeStudy}
          choices={[
            { value: wholeStudy, label: words.wholeStudy },
            ...shown.map(({ resultId, label }) => ({ value: resultId, label })),
          ]}
          onChange={(value) => setChosen(value === wholeStudy ? null : value)}
        />
        {mayAdd && others.length > 0 ? (
          <SelectField
            label={words.rateApart}
            hideLabel
            value={wholeStudy}
            choices={[
              { value: wholeStudy, label: `${words.rateApart} …` },
              ...others.map(({ resultId, label }) => ({ value: resultId, label })),
            ]}
            onChange={(value) => setChosen(value === wholeStudy ? null : value)}
          />
        ) : null}
      </div>
      <Assessment key={chosen ?? wholeStudy} studyId={studyId} resultId={chosen} />
    </>
  );
}

const wholeStudy = 'study';

function Assessment({ studyId, resultId }: { readonly studyId: StudyId; readonly resultId: LocalId | null }) {
  const { bias: words } = useTexts();
  const { state, viewer } = useReview();
  const target = { studyId, resultId };
  const dual = dualOf(state, studyId, resultId, viewer.authorId);
  switch (dual.state) {
    case 'final':
      return (
        <>
          {dual.stale ? <Notice tone="warn">{words.stale}</Notice> : null}
          <BesideReport studyId={studyId}>
            <FinalAssessment {...target} />
          </BesideReport>
        </>
      );
    case 'settle':
      return (
        <BesideReport studyId={studyId}>
          <SettleAssessment {...target} works={dual.works} />
        </BesideReport>
      );
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

const dualOf = (review: ReviewState, studyId: StudyId, resultId: LocalId | null, viewer: AuthorId) =>
  dualState(
    // Of a result nothing is shared before the study is.
    resultId === null || studyIsOpen(review, studyId, viewer)
      ? assessmentWorks(review, studyId, resultId)
      : undefined,
    review.finalAssessments.get(assessmentTarget({ studyId, resultId })),
    currentProtocol(review)?.protocol.stages['risk-of-bias'].codersNeeded ?? 2,
    viewer,
  );

/** A study is final when it is and every result rated apart is. */
function stepOfStudy(review: ReviewState, studyId: StudyId, viewer: AuthorId) {
  const { state } = dualOf(review, studyId, null, viewer);
  if (state !== 'final') return state;
  const apart = targetsApart(review, studyId, viewer);
  return apart.every(({ resultId }) => dualOf(review, studyId, resultId, viewer).state === 'final')
    ? state
    : 'settle';
}
