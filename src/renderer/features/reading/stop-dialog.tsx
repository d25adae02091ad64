import { useState } from 'react';
import { rankingSettings, type StoppingAdvice } from '@shared/ranking';
import { Button, Dialog, Notice, TextField } from '../../ui-kit';
import { useApp, useFormats, useReview, useTexts } from '../../app/app-context';
import type { Reading } from './use-reading';
import styles from './reading.module.css';

/** Asks why reading may stop and says what follows. */
export function StopDialog({
  reading,
  advice,
  onClose,
}: {
  readonly reading: Reading;
  readonly advice: StoppingAdvice;
  readonly onClose: () => void;
}) {
  const { ranking: words, app } = useTexts();
  const formats = useFormats();
  const { dispatch } = useReview();
  const { say } = useApp();
  const { recall, confidence, seed } = reading.rules;
  const [reason, setReason] = useState(
    advice.mayStop ? words.advice.yes(formats.percent(recall, 1), formats.percent(confidence, 1)) : '',
  );
  const stop = async (): Promise<void> => {
    const { read, found, p } = advice;
    const ids = await dispatch({
      do: 'stopScreening',
      reason,
      basis: { read, found, total: reading.total, p, recall, confidence },
      model: reading.read.some(({ offeredBy }) => offeredBy === 'likely')
        ? { name: rankingSettings.name, seed }
        : null,
    });
    if (!ids) return;
    say({ text: words.stop.done });
    onClose();
  };
  return (
    <Dialog
      title={words.stop.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" disabled={reason.trim() === ''} onPress={() => void stop()}>
            {words.stop.confirm}
          </Button>
        </>
      }
    >
      <p className={styles['sentence']}>{words.stop.consequence(formats.count(reading.unread))}</p>
      {advice.mayStop ? null : <Notice tone="warn">{words.stop.against}</Notice>}
      <TextField label={words.stop.reason} rows={3} value={reason} onChange={setReason} />
    </Dialog>
  );
}
