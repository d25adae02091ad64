import { Button } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import type { EventId } from '@shared/kernel';
import styles from './import.module.css';

/** Later exports that filled empty fields, each with its way back. */
export function Completions() {
  const { imports: words } = useTexts();
  const formats = useFormats();
  const { state, dispatch } = useReview();
  const { say } = useApp();
  const { completions } = state.records;
  if (completions.length === 0) return null;
  const undo = async (target: EventId): Promise<void> => {
    const ids = await dispatch({ do: 'withdraw', target });
    if (ids) say({ text: words.completionUndone });
  };
  return (
    <section className={styles['section']}>
      <h2>{words.completions}</h2>
      <ul className={styles['completions']}>
        {completions.map(({ eventId, authorId, at, completed }) => (
          <li key={eventId}>
            <strong>{completed.file.name}</strong>{' '}
            {words.completionLine(formats.count(completed.fieldCount), formats.count(completed.recordCount))}{' '}
            <span className={styles['hint']}>
              {words.batchBy(state.coders.get(authorId)?.name ?? '', formats.moment(at))}
            </span>{' '}
            <Button
              small
              kind="quiet"
              label={`${words.undoCompletion}: ${completed.file.name}`}
              onPress={() => void undo(eventId)}
            >
              {words.undoCompletion}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
