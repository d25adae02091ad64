import { useState } from 'react';
import { isOutstanding, type ReviewAlarm } from '@shared/export';
import { Notice, Segments } from '../../ui-kit';
import { useTexts } from '../../app/app-context';
import { AlarmList } from '../../review-kit';
import styles from './hand-over.module.css';

/** Every alarm about the sheet as one list, those nobody answered first to be seen. */
export function ChecksSection({ alarms }: { readonly alarms: readonly ReviewAlarm[] }) {
  const { checks: words } = useTexts();
  const open = alarms.filter(isOutstanding);
  const [shown, setShown] = useState<'open' | 'all'>('open');
  if (alarms.length === 0) {
    return (
      <section className={styles['section']}>
        <h2>{words.title}</h2>
        <p className={styles['hint']}>{words.none}</p>
      </section>
    );
  }
  const listed = shown === 'open' ? open : alarms;
  return (
    <section className={styles['section']}>
      <div className={styles['sectionHead']}>
        <h2>{words.title}</h2>
        <Segments
          label={words.show}
          value={shown}
          choices={[
            { value: 'open', label: `${words.filters.open} (${open.length})` },
            { value: 'all', label: `${words.filters.all} (${alarms.length})` },
          ]}
          onChange={setShown}
        />
      </div>
      <Notice tone={open.length === 0 ? 'info' : 'warn'}>{words.outstanding(open.length)}</Notice>
      {listed.length === 0 ? null : (
        <div className={styles['alarms']} tabIndex={0} role="region" aria-label={words.list}>
          <AlarmList alarms={listed} withStudy />
        </div>
      )}
    </section>
  );
}
