import { useCallback } from 'react';
import type { RecordId } from '@shared/kernel';
import { screeningContext, type ReviewState } from '@shared/review';
import { stageReports } from '@shared/screening';
import { Segments } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { useDerived } from '../../app/use-derived';
import { EmptyQueue, ScreeningDesk } from './screening-desk';
import styles from './screening.module.css';

const countReports = (state: ReviewState): number =>
  stageReports(screeningContext(state), 'full-text').length;

export function FullTextScreen() {
  const { screening } = useTexts();
  const { navigate } = useApp();
  const reports = useDerived(countReports);
  const beside = useCallback((recordId: RecordId) => <Retrieval recordId={recordId} />, []);
  const none = reports === 0;
  const words = none ? screening.emptyFullText : screening.emptyDone;
  return (
    <ScreeningDesk
      stage="full-text"
      beside={beside}
      empty={
        <EmptyQueue
          {...words}
          onAction={() => navigate({ at: 'review', screen: none ? 'title-abstract' : 'conflicts' })}
        />
      }
    />
  );
}

/** Whether the report was found; one that was voted on counts as retrieved even if nobody said so. */
function Retrieval({ recordId }: { readonly recordId: RecordId }) {
  const { screening } = useTexts();
  const { state, dispatch } = useReview();
  const status = state.screening.retrievals.get(recordId)?.body.status ?? null;
  return (
    <div className={styles['retrieval']}>
      <span className={styles['retrievalLabel']}>{screening.report}</span>
      <Segments
        label={screening.report}
        value={status}
        choices={[
          { value: 'sought', label: screening.retrieval.sought },
          { value: 'retrieved', label: screening.retrieval.retrieved },
          { value: 'not-retrieved', label: screening.retrieval['not-retrieved'] },
        ]}
        onChange={(chosen) => void dispatch({ do: 'noteRetrieval', recordId, status: chosen, note: '' })}
      />
    </div>
  );
}
