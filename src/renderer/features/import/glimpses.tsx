import { byline } from '@shared/records';
import { useTexts } from '../../app/app-context';
import type { GlimpsedRecord } from '../../workers/import-protocol';
import styles from './import.module.css';

/** The first records as they were read: one look tells whether letters and columns are right. */
export function Glimpses({ records }: { readonly records: readonly GlimpsedRecord[] }) {
  const { imports: words } = useTexts();
  return (
    <ol className={styles['glimpses']}>
      {records.map((record, index) => (
        <li key={index}>
          <span className={styles['glimpseTitle']}>{record.title ?? words.noTitle}</span>{' '}
          <span className={styles['hint']}>
            {[byline(record.authors), record.year].filter(Boolean).join(' · ')}
          </span>
        </li>
      ))}
    </ol>
  );
}
