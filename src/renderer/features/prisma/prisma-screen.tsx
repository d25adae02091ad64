import { excludedReportsCsv } from '@shared/export';
import { useCallback, useState } from 'react';
import type { Work } from '@shared/kernel';
import { deriveFlowInSteps, flowCsv, flowDiagram, type Flow } from '@shared/prisma';
import { flowOfReviewInSteps, screeningContext, type ReviewState } from '@shared/review';
import { isBlind } from '@shared/screening';
import { Button, EmptyState, Loading, NextStep, Notice, SelectField } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import { useDerivedWork } from '../../app/use-derived';
import { HeldBackNotice, SavedFigure, useHeldBack } from '../../review-kit';
import { Behind, type BehindNumber } from './behind';
import styles from './prisma.module.css';

/** The flow diagram as it stands now; every number opens what is behind it. */
export function PrismaScreen() {
  const { app, heldBack, prisma: words, screening } = useTexts();
  const { navigate } = useApp();
  const formats = useFormats();
  const { viewer, session, state } = useReview();
  const [open, setOpen] = useState<{ readonly box: string } | { readonly rule: string } | null>(null);
  const held = useHeldBack('full-text');
  const derive = useCallback(
    function* (review: ReviewState): Work<Flow | null> {
      // While stages are held back the review itself holds nothing of how others voted, and may be counted.
      const context = screeningContext(review);
      const blind = isBlind(context, 'title-abstract', viewer) || isBlind(context, 'full-text', viewer);
      if (blind && held === null) return null;
      return yield* deriveFlowInSteps(yield* flowOfReviewInSteps(review));
    },
    [viewer, held],
  );
  const flow = useDerivedWork(derive);
  if (flow === undefined) return <Loading>{app.loading}</Loading>;
  if (flow === null) {
    const stage = isBlind(screeningContext(state), 'title-abstract', viewer) ? 'title-abstract' : 'full-text';
    return (
      <EmptyState
        title={words.blindTitle}
        action={
          <NextStep onPress={() => navigate({ at: 'review', screen: stage })}>
            {heldBack.goOn[stage]}
          </NextStep>
        }
      >
        {words.blindText}
      </EmptyState>
    );
  }
  const identified = Object.keys(flow.behind).length;
  if (identified === 0)
    return (
      <EmptyState
        title={words.emptyTitle}
        action={
          <NextStep onPress={() => navigate({ at: 'review', screen: 'import' })}>
            {screening.emptyNoRecords.action}
          </NextStep>
        }
      >
        {words.emptyText}
      </EmptyState>
    );
  const scene = flowDiagram(flow, words, formats.count);
  /** What the diagram says beside the number, put together again where it runs over lines. */
  const said = (box: string): string =>
    scene.shapes
      .flatMap((shape) => (shape.kind === 'text' && shape.mark === box ? shape.text : []))
      .join(' ');
  const marks = [
    ...new Set(scene.shapes.flatMap((shape) => (shape.kind === 'text' ? (shape.mark ?? []) : []))),
  ];
  const shown: BehindNumber | null =
    open === null
      ? null
      : 'box' in open
        ? { title: said(open.box), ids: flow.behind[open.box] ?? [] }
        : { title: wordsOf(words.rules, open.rule), ids: flow.breaking[open.rule] ?? [] };
  return (
    <div className={styles['prisma']}>
      <header className={styles['head']}>
        <h1>{words.title}</h1>
        <Button onPress={() => void saveText('prisma-2020.csv', 'text/csv', flowCsv(flow))}>
          {words.saveCsv}
        </Button>
        <Button
          onPress={() =>
            void saveText(
              'excluded reports.csv',
              'text/csv',
              excludedReportsCsv(state, (id) => session.records.get(id)),
            )
          }
        >
          {words.saveExcluded}
        </Button>
      </header>
      {held ? <HeldBackNotice held={held} /> : null}
      <Broken flow={flow} onOpen={(rule) => setOpen({ rule })} />
      <div className={styles['body']}>
        <div className={styles['figure']}>
          <SavedFigure scene={scene} fileName="prisma-2020" onMark={(box) => setOpen({ box })} />
        </div>
        <aside className={styles['behind']}>
          <SelectField
            label={words.behindChoose}
            value={open !== null && 'box' in open ? open.box : ''}
            choices={[
              { value: '', label: words.behindNothing },
              ...marks.map((box) => ({ value: box, label: said(box) })),
            ]}
            onChange={(box) => setOpen(box === '' ? null : { box })}
          />
          {shown === null ? (
            <p className={styles['hint']}>{words.behindHint}</p>
          ) : (
            <Behind key={shown.title} number={shown} />
          )}
        </aside>
      </div>
    </div>
  );
}

/** What does not add up, in words, and the records that keep it from adding up. */
function Broken({ flow, onOpen }: { readonly flow: Flow; readonly onOpen: (rule: string) => void }) {
  const { prisma: words } = useTexts();
  const formats = useFormats();
  if (flow.broken.length === 0) return null;
  return (
    <Notice tone="error">
      {words.broken}
      <ul className={styles['rules']}>
        {flow.broken.map((rule) => {
          const count = flow.breaking[rule]?.length ?? 0;
          return (
            <li key={rule}>
              {wordsOf(words.rules, rule)}{' '}
              {count > 0 ? (
                <Button small kind="quiet" onPress={() => onOpen(rule)}>
                  {words.brokenBy(formats.count(count))}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

const wordsOf = (rules: { readonly [rule: string]: string }, rule: string): string => rules[rule] ?? rule;
