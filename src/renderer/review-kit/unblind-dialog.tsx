import { useState } from 'react';
import type { SealedStage } from '@shared/sealing';
import { useReview, useTexts } from '../app/app-context';
import { Button, Dialog, TextField } from '../ui-kit';

/** The lead ends the blindness of a stage for everybody, and says why. */
export function UnblindDialog({
  stage,
  onClose,
}: {
  readonly stage: SealedStage;
  readonly onClose: () => void;
}) {
  const { app, team: words } = useTexts();
  const { dispatch } = useReview();
  const [reason, setReason] = useState('');
  return (
    <Dialog
      title={words.unblind.title(words.stages[stage])}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button
            kind="primary"
            disabled={reason.trim() === ''}
            onPress={() => {
              void dispatch({ do: 'unblindStage', stage, reason: reason.trim() });
              onClose();
            }}
          >
            {words.unblind.confirm}
          </Button>
        </>
      }
    >
      <p>{words.unblind.about}</p>
      <TextField label={words.unblind.reason} value={reason} rows={2} autoFocus onChange={setReason} />
    </Dialog>
  );
}
