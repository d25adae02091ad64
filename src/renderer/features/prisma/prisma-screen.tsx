import { excludedReportsCsv } from '@shared/export';
import { useCallback, useState } from 'react';
import { RecordId } from '@shared/kernel';
import { deriveFlow, flowCsv, flowDiagram } from '@shared/prisma';
import { shortCitation } from '@shared/records';
import { flowOfReview, screeningContext, type ReviewState } from '@shared/review';
import { isBlind } from '@shared/screening';
import { Button, EmptyState, Notice } from '../../ui-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import { useDerived } from '../../app/use-derived';
import { SavedFigure } from '../../review-kit';
import styles from './prisma.module.css';

const shownBehind = 200;

/** The flow diagram as it stands now; every number opens what is behind it. */
export function PrismaScreen() {
  const { prisma: words } = useTexts();
  const formats = useFormats();
  const { viewer, session, state } = useReview();
  const [box, setBox] = useState<string | null>(null);
  /** The record an id of the diagram names; ids of reports and studies are those of their first record. */
  const recordNamed = (id: string) => {
    const named = RecordId.safeParse(id);
    return named.success ? session.records.get(named.data) : undefined;
  };
  const derive = useCallback(
    (review: ReviewState) => {
      const context = screeningContext(review);
      const blind = isBlind(context, 'title-abstract', viewer) || isBlind(context, 'full-text', viewer);
      return blind ? null : deriveFlow(flowOfReview(review));
    },
    [viewer],
  );
  const flow = useDerived(derive);
  if (flow === null) return <EmptyState title={words.blindTitle}>{words.blindText}</EmptyState>;
  const identified = Object.keys(flow.behind).length;
  if (identified === 0) return <EmptyState title={words.emptyTitle}>{words.emptyText}</EmptyState>;
  const scene = flowDiagram(flow, words, formats.count);
  const behind = box === null ? [] : (flow.behind[box] ?? []);
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
      {flow.broken.length > 0 ? <Notice tone="error">{words.broken(flow.broken.join(', '))}</Notice> : null}
      <div className={styles['body']}>
        <div className={styles['figure']}>
          <SavedFigure scene={scene} fileName="prisma-2020" onMark={setBox} />
        </div>
        <aside className={styles['behind']}>
          {box === null ? (
            <p className={styles['hint']}>{words.behindHint}</p>
          ) : (
            <>
              <h2>{words.behindTitle(box.split(': ').at(-1)?.replaceAll('_', ' ') ?? box)}</h2>
              <ol className={styles['list']}>
                {behind.slice(0, shownBehind).map((id) => {
                  const record = recordNamed(id);
                  return (
                    <li key={id}>
                      <strong>{record ? shortCitation(record) : id}</strong> {record?.title}
                    </li>
                  );
                })}
              </ol>
              {behind.length > shownBehind ? (
                <p>{words.more(formats.count(behind.length - shownBehind))}</p>
              ) : null}
            </>
          )}
        </aside>
      </div>
    </div>
  );
}
