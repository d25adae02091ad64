import { useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { shortCitation } from '@shared/records';
import { Button } from '../../ui-kit';
import { ReadRecord } from '../../review-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import styles from './agreement.module.css';

/** Records behind a number: what the number says, and which they are. */
export type OpenedNumber = { readonly title: string; readonly ids: readonly RecordId[] };

const atOnce = 100;

/** A number that shows the records behind it. */
export function Openable({
  count,
  title,
  ids,
  onOpen,
}: {
  readonly count: string;
  readonly onOpen: (opened: OpenedNumber) => void;
} & OpenedNumber) {
  return (
    <button
      type="button"
      className={`${styles['open']} numeric`}
      aria-label={`${title}: ${count}`}
      onClick={() => onOpen({ title, ids })}
    >
      {count}
    </button>
  );
}

export function OpenedRecords({ opened: { title, ids } }: { readonly opened: OpenedNumber }) {
  const { agreement: words } = useTexts();
  const { session } = useReview();
  const formats = useFormats();
  const [shown, show] = useState(atOnce);
  const left = ids.length - shown;
  return (
    <section aria-live="polite">
      <h2>
        {title}: <span className="numeric">{formats.count(ids.length)}</span>
      </h2>
      <ul className={styles['differing']}>
        {ids.slice(0, shown).map((id) => {
          const record = session.records.get(id);
          return (
            <li key={id}>
              <ReadRecord recordId={id} />
              {record ? <span className={styles['hint']}> {shortCitation(record)}</span> : null}
            </li>
          );
        })}
      </ul>
      {left > 0 ? (
        <Button small onPress={() => show(shown + atOnce)}>
          {words.more(formats.count(Math.min(left, atOnce)))}
        </Button>
      ) : null}
    </section>
  );
}
