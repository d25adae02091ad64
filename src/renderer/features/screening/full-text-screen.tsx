import { useCallback } from 'react';
import type { RecordId } from '@shared/kernel';
import { screeningContext, type ReviewState } from '@shared/review';
import { stageReports } from '@shared/screening';
import { useApp, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import { FullTextPage } from './full-text-page';
import { RetrievalLine } from './retrieval-line';
import { EmptyQueue, ScreeningDesk } from './screening-desk';

const countReports = (state: ReviewState): number =>
  stageReports(screeningContext(state), 'full-text').length;

export function FullTextScreen() {
  const { screening } = useTexts();
  const { navigate } = useApp();
  const reports = useDerived(countReports);
  const beside = useCallback(
    (recordId: RecordId) => <RetrievalLine key={`retrieval ${recordId}`} recordId={recordId} />,
    [],
  );
  const none = reports === 0;
  const words = none ? screening.emptyFullText : screening.emptyDone;
  return (
    <ScreeningDesk
      stage="full-text"
      beside={beside}
      page={FullTextPage}
      empty={
        <EmptyQueue
          {...words}
          onAction={() => navigate({ at: 'review', screen: none ? 'title-abstract' : 'conflicts' })}
        />
      }
    />
  );
}
