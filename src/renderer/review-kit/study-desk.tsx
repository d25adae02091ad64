import { useCallback, useState, type ReactNode } from 'react';
import type { StudyId } from '@shared/kernel';
import type { DualState } from '@shared/reconciliation';
import { notPoolable, studiesOf, type ReviewState, type Study } from '@shared/review';
import { useApp, useTexts } from '../app/app-context';
import { Badge, EmptyState, NextStep, Segments, useKeys, type Tone } from '../ui-kit';
import { useDerived } from '../app/use-derived';
import { HeldBackNotice, HeldBackState, useHeldBack } from './held-back';
import { PoolabilityField } from './poolability-field';
import { useStudyLabel } from './use-sheet';
import styles from './study-desk.module.css';

type Step = DualState<unknown>['state'];

export type StudyDeskWords = {
  readonly title: string;
  readonly studies: string;
  readonly emptyTitle: string;
  readonly emptyText: string;
  readonly state: {
    readonly final: string;
    readonly differ: string;
    readonly done: string;
    readonly open: string;
  };
};

const stepTone: { readonly [S in Step]: Tone } = {
  final: 'include',
  settle: 'maybe',
  waiting: 'accent',
  open: 'neutral',
};
/** Studies of the review that are told of in words alone. */
const notPooled = (state: ReviewState): ReadonlySet<StudyId> =>
  new Set(studiesOf(state).flatMap((study) => (notPoolable(state, study) ? study.studyId : [])));
const allStudies = (state: ReviewState): Study[] => studiesOf(state);

/** Studies on the left with where each stands, the work on the chosen one beside them: what two coders do apart and settle. */
export function StudyDesk({
  words,
  subtitle,
  stepOf,
  wide = false,
  asksPoolability = false,
  children,
}: {
  readonly words: StudyDeskWords;
  readonly subtitle?: string;
  /** Where the dual work on a study stands for the current coder. */
  readonly stepOf: (state: ReviewState, studyId: StudyId) => Step;
  /** The work takes the whole width: something stands beside it. */
  readonly wide?: boolean;
  /** Whether it is asked here if a study can be pooled. */
  readonly asksPoolability?: boolean;
  readonly children: (studyId: StudyId) => ReactNode;
}) {
  const label = useStudyLabel();
  const { heldBack, poolability } = useTexts();
  const { navigate } = useApp();
  const [chosen, setChosen] = useState<StudyId | null>(null);
  const [onlyNotPooled, showNotPooled] = useState(false);
  const studies = useDerived(allStudies);
  const steps = useDerived(
    useCallback(
      (state: ReviewState) =>
        new Map(studiesOf(state).map(({ studyId }) => [studyId, stepOf(state, studyId)])),
      [stepOf],
    ),
  );
  const held = useHeldBack('full-text');
  const apart = useDerived(notPooled);
  const listed = onlyNotPooled ? studies.filter(({ studyId }) => apart.has(studyId)) : studies;
  const study = listed.find(({ studyId }) => studyId === chosen) ?? listed[0] ?? studies[0];
  const step = (by: 1 | -1): void => {
    const beside = listed[listed.findIndex((one) => one === study) + by];
    if (beside) setChosen(beside.studyId);
  };
  useKeys({ j: () => step(1), k: () => step(-1) });
  if (!study) {
    return (
      <>
        <h1 className="visually-hidden">{words.title}</h1>
        {held ? (
          <HeldBackState held={held} />
        ) : (
          <EmptyState
            title={words.emptyTitle}
            action={
              <NextStep onPress={() => navigate({ at: 'review', screen: 'full-text' })}>
                {heldBack.goOn['full-text']}
              </NextStep>
            }
          >
            {words.emptyText}
          </EmptyState>
        )}
      </>
    );
  }
  const texts: { readonly [S in Step]: string } = {
    final: words.state.final,
    settle: words.state.differ,
    waiting: words.state.done,
    open: words.state.open,
  };
  return (
    <div className={`${styles['desk']} ${wide ? styles['narrowList'] : ''}`}>
      <nav className={styles['studies']} aria-label={words.studies}>
        <h1>{words.title}</h1>
        {held ? <HeldBackNotice held={held} /> : null}
        {apart.size > 0 ? (
          <Segments
            label={poolability.filterLabel}
            value={onlyNotPooled ? 'not-pooled' : 'all'}
            choices={[
              { value: 'all', label: `${poolability.all} ${studies.length}` },
              { value: 'not-pooled', label: `${poolability.filter} ${apart.size}` },
            ]}
            onChange={(value) => showNotPooled(value === 'not-pooled')}
          />
        ) : null}
        <ol>
          {listed.map((candidate) => {
            const step = steps.get(candidate.studyId) ?? 'open';
            return (
              <li key={candidate.studyId}>
                <button
                  type="button"
                  className={styles['entry']}
                  aria-current={candidate.studyId === study.studyId}
                  onClick={() => setChosen(candidate.studyId)}
                >
                  <span>
                    {label(candidate)}
                    {apart.has(candidate.studyId) ? (
                      <span className={styles['notPooled']}> · {poolability.badge}</span>
                    ) : null}
                  </span>
                  <Badge tone={stepTone[step]}>{texts[step]}</Badge>
                </button>
              </li>
            );
          })}
        </ol>
      </nav>
      <section className={`${styles['sheet']} ${wide ? styles['wide'] : ''}`} key={study.studyId}>
        <header className={styles['head']}>
          <h2>{label(study)}</h2>
          {subtitle === undefined ? null : <p className={styles['subtitle']}>{subtitle}</p>}
        </header>
        {asksPoolability ? <PoolabilityField key={study.studyId} study={study} /> : null}
        {children(study.studyId)}
      </section>
    </div>
  );
}
