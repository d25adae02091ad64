import { useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { membersOf } from '@shared/review';
import { NotRetrievedReason, retrievalOf } from '@shared/screening';
import { Segments, SelectField } from '../../ui-kit';
import { useReview, useTexts } from '../../app/app-context';
import styles from './screening.module.css';

/** Whether the report was found; one that has a file or was voted on counts as retrieved even if nobody said so. */
export function RetrievalLine({ recordId }: { readonly recordId: RecordId }) {
  const { screening, documents: words } = useTexts();
  const { state, dispatch } = useReview();
  const [asking, setAsking] = useState(false);
  const { status } = retrievalOf(state.screening, membersOf(state, recordId));
  return (
    <div className={styles['retrieval']}>
      <span className={styles['retrievalLabel']}>{screening.report}</span>
      <Segments
        label={screening.report}
        value={asking ? 'not-retrieved' : status === 'to-seek' ? null : status}
        choices={[
          { value: 'sought', label: screening.retrieval.sought },
          { value: 'retrieved', label: screening.retrieval.retrieved },
          { value: 'not-retrieved', label: screening.retrieval['not-retrieved'] },
        ]}
        onChange={(chosen) => {
          setAsking(chosen === 'not-retrieved');
          if (chosen !== 'not-retrieved')
            void dispatch({ do: 'noteRetrieval', recordId, status: chosen, note: '' });
        }}
      />
      {asking ? (
        <SelectField
          label={words.whyNot}
          value=""
          choices={[
            { value: '', label: words.chooseWhy },
            ...NotRetrievedReason.options.map((value) => ({ value, label: words.notRetrieved[value] })),
          ]}
          onChange={(value) => {
            const reason = NotRetrievedReason.safeParse(value);
            if (!reason.success) return;
            setAsking(false);
            void dispatch({
              do: 'noteRetrieval',
              recordId,
              status: 'not-retrieved',
              reason: reason.data,
              note: '',
            });
          }}
        />
      ) : null}
    </div>
  );
}
