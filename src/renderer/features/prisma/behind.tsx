import { useState } from 'react';
import { RecordId, StudyId } from '@shared/kernel';
import { shortCitation } from '@shared/records';
import { Button } from '../../ui-kit';
import { ReadRecord } from '../../review-kit';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import styles from './prisma.module.css';

/** A number of the diagram: what it counts, and the ids of all it counts. */
export type BehindNumber = { readonly title: string; readonly ids: readonly string[] };

/** So many at first and with every step: each is a line to draw. */
const atOnce = 200;

/** Everything that stands behind a number, by citation and title. */
export function Behind({ number: { title, ids } }: { readonly number: BehindNumber }) {
  const { prisma: words } = useTexts();
  const formats = useFormats();
  const [shown, show] = useState(atOnce);
  const left = ids.length - shown;
  return (
    <>
      <h2>{words.behindTitle(title)}</h2>
      {ids.length === 0 ? (
        <p className={styles['hint']}>{words.behindNone}</p>
      ) : (
        <p className={`${styles['hint']} numeric`}>{words.behindCount(formats.count(ids.length))}</p>
      )}
      <ol className={styles['list']}>
        {ids.slice(0, shown).map((id) => (
          <li key={id}>
            <Named id={id} />
          </li>
        ))}
      </ol>
      {left > 0 ? (
        <Button small onPress={() => show(shown + atOnce)}>
          {words.more(formats.count(Math.min(left, atOnce)))}
        </Button>
      ) : null}
    </>
  );
}

/** A record, or a report or study by its first record; a study without one by its label. */
function Named({ id }: { readonly id: string }) {
  const { session, state } = useReview();
  const named = RecordId.safeParse(id);
  const record = named.success ? session.records.get(named.data) : undefined;
  if (record)
    return (
      <>
        <strong>{shortCitation(record)}</strong> <ReadRecord recordId={record.id} />
      </>
    );
  const study = StudyId.safeParse(id);
  return (study.success ? state.studiesAdded.get(study.data)?.body.label : undefined) ?? id;
}
