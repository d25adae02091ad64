import { useCallback, useState } from 'react';
import type { StudyId } from '@shared/kernel';
import { dualState } from '@shared/reconciliation';
import { currentProtocol, studiesOf, type ReviewState, type Study } from '@shared/review';
import { Badge, EmptyState, Notice, type Tone } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import { useStudyLabel } from '../pooling/use-sheet';
import { ExtractionForm } from './extraction-form';
import { FinalExtraction } from './final-extraction';
import { SettleExtraction } from './settle-extraction';
import styles from './extraction.module.css';

const allStudies = (state: ReviewState): Study[] => studiesOf(state);

/** Studies on the left, the extraction of the chosen one beside them: extract, wait, settle, final. */
export function ExtractionScreen() {
  const { extraction: words } = useTexts();
  const studies = useDerived(allStudies);
  const label = useStudyLabel();
  const [chosen, setChosen] = useState<StudyId | null>(null);
  const study = studies.find(({ studyId }) => studyId === chosen) ?? studies[0];
  if (!study) return <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>;
  return (
    <div className={styles['extraction']}>
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
        <h2 className={styles['studyTitle']}>{label(study)}</h2>
        <StudyExtraction key={study.studyId} studyId={study.studyId} />
      </div>
    </div>
  );
}

function useDual(studyId: StudyId) {
  const { viewer } = useReview();
  return useDerived(
    useCallback(
      (state: ReviewState) => {
        const needed = currentProtocol(state)?.protocol.stages.extraction.codersNeeded ?? 2;
        return dualState(
          state.extractions.get(studyId),
          state.finalExtractions.get(studyId),
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
  const { extraction: words } = useTexts();
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

function StudyExtraction({ studyId }: { readonly studyId: StudyId }) {
  const { extraction: words } = useTexts();
  const { state } = useReview();
  const dual = useDual(studyId);
  switch (dual.state) {
    case 'final':
      return (
        <>
          {dual.stale ? <Notice tone="warn">{words.stale}</Notice> : null}
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
          <ExtractionForm studyId={studyId} />
        </>
      );
    case 'open':
      return <ExtractionForm studyId={studyId} />;
  }
}
