import type { RecordId } from '@shared/kernel';
import { useFormats, useTexts } from '../../app/app-context';
import type { Ranking } from '../../ranking';
import type { Why } from './use-why';
import styles from './screening.module.css';

/** Why the ranking offers this record now: the words that moved it, and what the model is. */
export function WhyHere({
  ranking,
  recordId,
  why,
}: {
  readonly ranking: Ranking;
  readonly recordId: RecordId;
  readonly why: Why;
}) {
  const { ranking: words } = useTexts();
  const formats = useFormats();
  const { reason } = why;
  const place = ranking.order.indexOf(recordId);
  const drawn = ranking.everyNth >= 2 && place >= 0 && (place + 1) % ranking.everyNth === 0;
  if (ranking.order.length === 0) return null;
  return (
    <details
      className={styles['why']}
      open={why.open}
      onToggle={(event) => why.setOpen(event.currentTarget.open)}
    >
      <summary>
        {words.why.title}
        {place >= 0 ? (
          <span className={`${styles['quiet']} numeric`}>
            {words.why.place(formats.count(place + 1), formats.count(ranking.order.length))}
          </span>
        ) : null}
      </summary>
      {drawn ? <p>{words.why.random}</p> : null}
      {ranking.learnedFrom === 0 || reason === null ? (
        <p>{words.why.notYet}</p>
      ) : (
        <dl className={styles['whyWords']}>
          <Words label={words.why.up} sign="↑" terms={reason.up.map(({ term }) => term)} />
          <Words label={words.why.down} sign="↓" terms={reason.down.map(({ term }) => term)} />
        </dl>
      )}
      <p className={styles['quiet']}>{words.why.model}</p>
    </details>
  );
}

function Words({
  label,
  sign,
  terms,
}: {
  readonly label: string;
  readonly sign: string;
  readonly terms: readonly string[];
}) {
  if (terms.length === 0) return null;
  return (
    <>
      <dt>
        <span aria-hidden="true">{sign}</span> {label}
      </dt>
      <dd>{terms.join(' · ')}</dd>
    </>
  );
}
