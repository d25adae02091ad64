import { useState } from 'react';
import { recoveryCode } from '@shared/sealing';
import type { Sealer } from '@shared/team';
import { useReview, useTexts } from '../../app/app-context';
import { saveText } from '../../app/save-file';
import type { TeamLink } from '../../ledger/team-link';
import { Button, Checkbox, Dialog, Notice } from '../../ui-kit';
import styles from './team.module.css';

/** The code that opens a coder's work on any machine, to be kept away from this one. */
export function RecoverySheet({
  team,
  sealer,
  onKept,
  onClose,
}: {
  readonly team: TeamLink;
  readonly sealer: Sealer;
  readonly onKept: () => void;
  readonly onClose: () => void;
}) {
  const { app, team: words } = useTexts();
  const { state } = useReview();
  const [kept, setKept] = useState(false);
  const code = recoveryCode(sealer);
  const name = state.coders.get(sealer.authorId)?.name ?? '?';
  return (
    <Dialog
      title={words.sheet.title}
      onClose={onClose}
      actions={
        <>
          <Button
            onPress={() =>
              void saveText(
                words.sheet.fileName(name),
                'text/plain',
                words.sheet.file(state.title, name, code),
              )
            }
          >
            {words.sheet.save}
          </Button>
          <Button kind="primary" disabled={!kept} onPress={onKept}>
            {app.close}
          </Button>
        </>
      }
    >
      <p>{words.sheet.about(name)}</p>
      <code className={styles['code']}>{code}</code>
      {team.status.protection === 'file' ? <Notice tone="warn">{words.sheet.noKeychain}</Notice> : null}
      <Checkbox label={words.sheet.kept} checked={kept} onChange={setKept} />
    </Dialog>
  );
}
