import { useState } from 'react';
import type { RecordId } from '@shared/kernel';
import { changesBetween, recordFields, type RecordEdit } from '@shared/records';
import { useApp, useFormats, useReview, useTexts } from '../app/app-context';
import { Button, Dialog, TextField, useKeys } from '../ui-kit';
import { draftOf, RecordForm, recordOfDraft } from './record-form';
import styles from './record-page.module.css';

/** Correcting a record: a dialog with every field, and under the record who corrected what, to be taken back. */
export function CorrectRecord({ recordId }: { readonly recordId: RecordId }) {
  const { imports: words } = useTexts();
  const { state, viewer } = useReview();
  const [open, setOpen] = useState(false);
  const mayCorrect = viewer.role !== 'observer';
  useKeys({ 'mod+e': mayCorrect ? () => setOpen(true) : undefined });
  const edits = state.records.edits.filter(({ edited }) => edited.recordId === recordId);
  return (
    <>
      {mayCorrect ? (
        <span className={styles['alone']}>
          <Button kind="quiet" small shortcut="Ctrl E" onPress={() => setOpen(true)}>
            {words.correct}
          </Button>
        </span>
      ) : null}
      {edits.map((edit) => (
        <Correction key={edit.eventId} edit={edit} />
      ))}
      {open ? <CorrectDialog recordId={recordId} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function Correction({ edit }: { readonly edit: RecordEdit }) {
  const { imports: words } = useTexts();
  const formats = useFormats();
  const { state, dispatch } = useReview();
  const { say } = useApp();
  const { changes, reason } = edit.edited;
  const fields = recordFields.filter((field) => changes[field] !== undefined);
  const takeBack = async (): Promise<void> => {
    const ids = await dispatch({ do: 'withdraw', target: edit.eventId });
    if (ids) say({ text: words.correctionUndone });
  };
  return (
    <span className={styles['correction']}>
      {words.correctedBy(
        state.coders.get(edit.authorId)?.name ?? '',
        formats.moment(edit.at),
        fields.map((field) => words.fields[field]).join(', '),
      )}
      {reason === '' ? '' : ` (${reason})`}{' '}
      <Button kind="quiet" small onPress={() => void takeBack()}>
        {words.takeBack}
      </Button>
    </span>
  );
}

function CorrectDialog({ recordId, onClose }: { readonly recordId: RecordId; readonly onClose: () => void }) {
  const { imports: words, app } = useTexts();
  const { session, dispatch } = useReview();
  const { say } = useApp();
  const record = session.records.get(recordId);
  const imported = session.records.imported(recordId);
  const [draft, setDraft] = useState(() => draftOf(record ?? {}));
  const [reason, setReason] = useState('');
  if (!record || !imported) return null;
  const year = draft.year.trim();
  const yearWrong = year !== '' && !/^[12]\d{3}$/u.test(year);
  const save = async (): Promise<void> => {
    const changes = changesBetween(record, recordOfDraft(draft));
    const ids = await dispatch({ do: 'editRecord', recordId, changes, reason: reason.trim() });
    if (!ids) return;
    if (ids.length > 0) say({ text: words.corrected });
    onClose();
  };
  return (
    <Dialog
      title={words.correctTitle}
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" disabled={yearWrong} onPress={() => void save()}>
            {words.correctSave}
          </Button>
        </>
      }
    >
      <p className={styles['correctHint']}>{words.correctHint}</p>
      <RecordForm draft={draft} onChange={setDraft} imported={draftOf(imported)} />
      <TextField
        label={words.correctReason}
        value={reason}
        onChange={(text) => setReason(text.slice(0, 2_000))}
      />
    </Dialog>
  );
}
