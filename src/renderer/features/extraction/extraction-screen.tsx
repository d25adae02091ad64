import { useCallback, useMemo, useState } from 'react';
import type { StudyId } from '@shared/kernel';
import type { DualState } from '@shared/reconciliation';
import { extractionStep, type ExtractionStep, type ReviewState } from '@shared/review';
import { Notice } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import { FinalAlarms, OwnAlarms, StudyDesk } from '../../review-kit';
import { AlignStructure } from './align-structure';
import { ReportBeside } from './beside-report';
import { ExtractionForm } from './extraction-form';
import { FinalExtraction } from './final-extraction';
import { SettleExtraction } from './settle-extraction';
import { StructureForm } from './structure-form';
import styles from './extraction.module.css';

/** Extraction per study: structure first where the protocol says so, then values; extract, wait, settle, final. */
export function ExtractionScreen() {
  const { extraction: words } = useTexts();
  const { state, viewer } = useReview();
  const stepOf = useCallback(
    (review: ReviewState, studyId: StudyId): DualState<unknown>['state'] =>
      extractionStep(review, studyId, viewer.authorId).dual.state,
    [viewer.authorId],
  );
  const [wanted, want] = useState(false);
  const beside = useMemo(() => ({ wanted, want }), [wanted]);
  return (
    <ReportBeside.Provider value={beside}>
      <StudyDesk words={words} stepOf={stepOf} wide={wanted} asksPoolability>
        {(studyId) => {
          const step = extractionStep(state, studyId, viewer.authorId);
          return (
            <>
              <Phases step={step} />
              {step.phase === 'structure' ? (
                <Structure studyId={studyId} dual={step.dual} />
              ) : (
                <Values studyId={studyId} step={step} />
              )}
            </>
          );
        }}
      </StudyDesk>
    </ReportBeside.Provider>
  );
}

/** Which of the two steps a study is at; nothing where there is only one. */
function Phases({ step }: { readonly step: ExtractionStep }) {
  const { extraction } = useTexts();
  const words = extraction.structure;
  if (step.phase === 'values' && step.structure === undefined) return null;
  const current = (phase: ExtractionStep['phase']) => (step.phase === phase ? 'step' : undefined);
  return (
    <ol className={styles['phases']}>
      <li aria-current={current('structure')}>
        {words.step}
        {step.phase === 'values' ? ' ✓' : ''}
      </li>
      <li aria-current={current('values')}>
        {words.valuesStep}
        {step.dual.state === 'final' ? ' ✓' : ''}
      </li>
    </ol>
  );
}

function WaitingFor({ dual }: { readonly dual: Extract<DualState<unknown>, { state: 'waiting' }> }) {
  const { extraction: words } = useTexts();
  const { state } = useReview();
  return (
    <Notice>
      {words.waitingFor(dual.finishedBy.map((id) => state.coders.get(id)?.name ?? id).join(', '))}
    </Notice>
  );
}

function Structure({
  studyId,
  dual,
}: {
  readonly studyId: StudyId;
  readonly dual: Extract<ExtractionStep, { phase: 'structure' }>['dual'];
}) {
  switch (dual.state) {
    case 'settle':
      return <AlignStructure studyId={studyId} works={dual.works} />;
    case 'waiting':
      return (
        <>
          <WaitingFor dual={dual} />
          <StructureForm studyId={studyId} />
        </>
      );
    case 'open':
      return <StructureForm studyId={studyId} />;
    case 'final':
      return null;
  }
}

function Values({
  studyId,
  step: { dual, structure },
}: {
  readonly studyId: StudyId;
  readonly step: Extract<ExtractionStep, { phase: 'values' }>;
}) {
  const { extraction: words } = useTexts();
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
          <WaitingFor dual={dual} />
          <OwnAlarms studyId={studyId} />
          <ExtractionForm key={structure?.eventId} studyId={studyId} structure={structure} />
        </>
      );
    case 'open':
      return (
        <>
          <ExtractionForm key={structure?.eventId} studyId={studyId} structure={structure} />
          <OwnAlarms studyId={studyId} />
        </>
      );
  }
}
