import { useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { screeningContext } from '@shared/review';
import { isBlind, knownLabels, readableAnnotations, type ScreeningStage } from '@shared/screening';
import { Button, Checkbox, TextField } from '../../ui-kit';
import { useApp, useReview, useTexts } from '../../app/app-context';
import { useDeskKeys } from '../../app/desk-keys';
import styles from './screening.module.css';

/** Labels and notes on a record: one's own, and what colleagues chose to share. */
export function Annotations({
  stage,
  recordId,
}: {
  readonly stage: ScreeningStage;
  readonly recordId: RecordId;
}) {
  const { session, state, viewer } = useReview();
  const { screening } = useTexts();
  const context = screeningContext(state);
  const blind = isBlind(context, stage, viewer);
  const { notes, labels } = readableAnnotations(
    state.screening,
    stage,
    context.membersOf(recordId),
    viewer.authorId,
    blind,
  );
  const own = notes.find((note) => note.authorId === viewer.authorId);
  const locked = session.readOnly || viewer.role === 'observer';
  return (
    <>
      <Labels
        stage={stage}
        recordId={recordId}
        labels={labels}
        known={knownLabels(state.screening, stage, viewer.authorId, blind)}
        locked={locked}
      />
      {locked ? null : (
        <Note stage={stage} recordId={recordId} saved={own?.text} shared={own?.shared ?? false} />
      )}
      {notes
        .filter((note) => note.authorId !== viewer.authorId)
        .map((note) => (
          <blockquote key={note.authorId} className={styles['sharedNote']}>
            <p>{note.text}</p>
            <footer>{screening.sharedBy(state.coders.get(note.authorId)?.name ?? note.authorId)}</footer>
          </blockquote>
        ))}
    </>
  );
}

function Labels({
  stage,
  recordId,
  labels,
  known,
  locked,
}: {
  readonly stage: ScreeningStage;
  readonly recordId: RecordId;
  readonly labels: ReturnType<typeof readableAnnotations>['labels'];
  readonly known: readonly string[];
  /** For somebody who only reads. */
  readonly locked: boolean;
}) {
  const { screening } = useTexts();
  const { dispatch } = useReview();
  const keys = useDeskKeys();
  const [text, setText] = useState('');
  const [shared, setShared] = useState(false);
  const put = (label: string, on: boolean, share: boolean): void => {
    void dispatch({ do: 'labelRecord', stage, recordId, label, on, shared: share });
  };
  const add = (): void => {
    if (text.trim() === '') return;
    put(text, true, shared);
    setText('');
  };
  const offered = known.filter((label) => !labels.some((given) => given.own && given.label === label));
  return (
    <section className={styles['annotation']} aria-label={screening.labels}>
      {labels.length > 0 ? (
        <ul className={styles['labels']}>
          {labels.map((given) => (
            <li key={given.label}>
              {given.own && !locked ? (
                <Button
                  small
                  label={screening.removeLabel(given.label)}
                  onPress={() => put(given.label, false, given.shared)}
                >
                  {given.label}
                  {given.shared ? ` · ${screening.sharedMark}` : ''} ×
                </Button>
              ) : (
                <span className={styles['quiet']}>
                  {given.label} · {screening.sharedMark}
                </span>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      {locked ? null : (
        <form
          className={styles['labelForm']}
          data-label-form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <TextField
            label={keyed(screening.addLabel, keys.printed('label'))}
            value={text}
            suggestions={offered}
            onChange={setText}
            onCommit={add}
          />
          <Checkbox label={screening.noteShared} checked={shared} onChange={setShared} />
        </form>
      )}
    </section>
  );
}

const keyed = (text: string, key: string | undefined): string =>
  key === undefined ? text : `${text} · ${key}`;

function Note({
  stage,
  recordId,
  saved,
  shared,
}: {
  readonly stage: ScreeningStage;
  readonly recordId: RecordId;
  readonly saved: string | undefined;
  readonly shared: boolean;
}) {
  const { screening } = useTexts();
  const { dispatch } = useReview();
  const { say } = useApp();
  const keys = useDeskKeys();
  const [text, setText] = useState(saved ?? '');
  const save = (share: boolean): void => {
    if (text.trim() === '' || (text === saved && share === shared)) return;
    void dispatch({ do: 'writeNote', stage, recordId, text, shared: share }).then((ids) => {
      if (ids) say({ text: screening.noteSaved });
    });
  };
  return (
    <section className={styles['annotation']} data-note-form>
      <TextField
        label={keyed(screening.note, keys.printed('note'))}
        placeholder={screening.notePlaceholder}
        rows={2}
        value={text}
        onChange={setText}
        onCommit={() => save(shared)}
      />
      {saved === undefined ? null : (
        <Checkbox label={screening.noteShared} checked={shared} onChange={(share) => save(share)} />
      )}
    </section>
  );
}
