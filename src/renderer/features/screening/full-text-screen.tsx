import { useCallback, useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { screeningContext, type ReviewState } from '@shared/review';
import { stageReports } from '@shared/screening';
import { Segments } from '../../ui-kit';
import { HeldBackNotice, HeldBackState, useHeldBack } from '../../review-kit';
import { useApp, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import { FullTextPage } from './full-text-page';
import { ReportsView } from './reports/reports-view';
import { StudiesView } from './reports/studies-view';
import { RetrievalLine } from './retrieval-line';
import { EmptyQueue, ScreeningDesk } from './screening-desk';
import { useWayOn } from './use-way-on';
import styles from './screening.module.css';

const countReports = (state: ReviewState): number =>
  stageReports(screeningContext(state), 'full-text').length;

const views = ['screen', 'reports', 'studies'] as const;
type View = (typeof views)[number];

/** Full text: reading and voting, and the reports themselves with their files. */
export function FullTextScreen() {
  const { screening, documents: words } = useTexts();
  const { navigate } = useApp();
  const reports = useDerived(countReports);
  const [view, setView] = useState<View>('screen');
  const [start, setStart] = useState<RecordId | null>(null);
  const beside = useCallback(
    (recordId: RecordId) => <RetrievalLine key={`retrieval ${recordId}`} recordId={recordId} />,
    [],
  );
  const held = useHeldBack('title-abstract');
  const done = useWayOn('full-text');
  const none = reports === 0;
  if (none && held) return <HeldBackState held={held} />;
  const way = none ? { ...screening.emptyFullText, screen: 'title-abstract' as const } : done;
  return (
    <div className={styles['fullText']}>
      {held ? <HeldBackNotice held={held} /> : null}
      {none ? null : (
        <div className={styles['views']}>
          <h1>{screening.titles['full-text']}</h1>
          <Segments
            label={words.viewsLabel}
            value={view}
            choices={views.map((value) => ({ value, label: words.views[value] }))}
            onChange={(chosen) => {
              setStart(null);
              setView(chosen);
            }}
          />
        </div>
      )}
      {view === 'studies' ? (
        <StudiesView />
      ) : view === 'reports' ? (
        <ReportsView
          onRead={(id) => {
            setStart(id);
            setView('screen');
          }}
        />
      ) : (
        <ScreeningDesk
          stage="full-text"
          titled={none}
          start={start}
          beside={beside}
          page={FullTextPage}
          empty={<EmptyQueue {...way} onAction={() => navigate({ at: 'review', screen: way.screen })} />}
        />
      )}
    </div>
  );
}
