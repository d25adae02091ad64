import { useCallback, useState } from 'react';
import type { StudyId } from '@shared/kernel';
import { dualState } from '@shared/reconciliation';
import { currentProtocol, studiesOf, type ReviewState, type Study } from '@shared/review';
import { Badge, EmptyState, Notice, type Tone } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import { useStudyLabel } from '../pooling/use-sheet';
import { AssessmentForm } from './assessment-form';
import { FinalAssessment } from './final-assessment';
import { SettleAssessment } from './settle-assessment';
import styles from './risk-of-bias.module.css';

const allStudies = (state: ReviewState): Study[] => studiesOf(state);

/** Studies on the left, the assessment of the chosen one beside them: rate, wait, settle, final. */
export function RiskOfBiasScreen() {
  const { bias: words } = useTexts();
  const { state } = useReview();
  const studies = useDerived(allStudies);
  const label = useStudyLabel();
  const [chosen, setChosen] = useState<StudyId | null>(null);
  const study = studies.find(({ studyId }) => studyId === chosen) ?? studies[0];
  if (!study) return <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>;
  return (
    <div className={styles['bias']}>
      <nav className={styles['studies']} aria-label={words.studies}>
        <h1>{words.title}</h1>
        <ol>
          {studies.map((candidate) => (
            <StudyEntry
              key={candidate.studyId}
              study={candidate}
              name={label(candidate)}
              current={candidate.studyId === study.studyId}
              onChoose={() => setChosen(candidate.studyId)}
            />
          ))}
        </ol>
      </nav>
      <div className={styles['sheet']}>
        <header className={styles['sheetHead']}>
          <h2>{label(study)}</h2>
          <p className={styles['hint']}>{words.tool}</p>
        </header>
        <StudyAssessment
          key={study.studyId}
          studyId={study.studyId}
          protocolReady={currentProtocol(state) !== undefined}
        />
      </div>
    </div>
  );
}

/** Where the dual rating of a study stands for the current coder. */
function useDual(studyId: StudyId) {
  const { viewer } = useReview();
  return useDerived(
    useCallback(
      (state: ReviewState) => {
        const needed = currentProtocol(state)?.protocol.stages['risk-of-bias'].codersNeeded ?? 2;
        return dualState(
          state.assessments.get(studyId),
          state.finalAssessments.get(studyId),
          needed,
          viewer.authorId,
        );
      },
      [studyId, viewer.authorId],
    ),
  );
}

const entryTone: { readonly [S in 'final' | 'settle' | 'waiting' | 'open']: Tone } = {
  final: 'include',
  settle: 'maybe',
  waiting: 'accent',
  open: 'neutral',
};

function StudyEntry({
  study,
  name,
  current,
  onChoose,
}: {
  readonly study: Study;
  readonly name: string;
  readonly current: boolean;
  readonly onChoose: () => void;
}) {
  const { bias: words } = useTexts();
  const dual = useDual(study.studyId);
  const text = {
    final: words.state.final,
    settle: words.state.differ,
    waiting: words.state.done,
    open: words.state.open,
  };
  return (
    <li>
      <button type="button" className={styles['entry']} aria-current={current} onClick={onChoose}>
        <span>{name}</span>
        <Badge tone={entryTone[dual.state]}>{text[dual.state]}</Badge>
      </button>
    </li>
  );
}

function StudyAssessment({
  studyId,
  protocolReady,
}: {
  readonly studyId: StudyId;
  readonly protocolReady: boolean;
}) {
  const { bias: words } = useTexts();
  const { state } = useReview();
  const dual = useDual(studyId);
  if (!protocolReady) return null;
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
}
