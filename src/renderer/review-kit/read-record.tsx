import { useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { shortCitation } from '@shared/records';
import { useReview, useTexts } from '../app/app-context';
import { Button, Dialog } from '../ui-kit';
import { RecordPage } from './record-page';
import styles from './read-record.module.css';

/** The title of a record in a list; pressed, it opens the record to read. */
export function ReadRecord({ recordId }: { readonly recordId: RecordId }) {
  const { app, screening } = useTexts();
  const { session } = useReview();
  const [reading, setReading] = useState(false);
  const record = session.records.get(recordId);
  if (!record) return <>{screening.noTitle}</>;
  return (
    <>
      <button type="button" className={styles['title']} onClick={() => setReading(true)}>
        {record.title ?? screening.noTitle}
      </button>
      {reading ? (
        <Dialog
          title={shortCitation(record)}
          onClose={() => setReading(false)}
          actions={<Button onPress={() => setReading(false)}>{app.close}</Button>}
        >
          <RecordPage recordId={recordId} narrow />
        </Dialog>
      ) : null}
    </>
  );
}
