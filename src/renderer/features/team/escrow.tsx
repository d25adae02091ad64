import { useState } from 'react';
import type { AuthorId } from '@shared/kernel';
import { currentProtocol } from '@shared/review';
import { SealedStage } from '@shared/sealing';
import { keyFromEscrow } from '@shared/team';
import { useFormats, useReview, useTexts } from '../../app/app-context';
import type { TeamLink } from '../../ledger/team-link';
import { Button, Dialog, Notice, SelectField, TextField } from '../../ui-kit';
import styles from './team.module.css';

/** Whose keys the lead holds, where the protocol says so, and every use that was ever made of them. */
export function Escrow({ onOpen }: { readonly onOpen: () => void }) {
  const { team: words } = useTexts();
  const formats = useFormats();
  const { state, viewer } = useReview();
  const { entrusted, uses } = state.sealing.escrow;
  const isHeld = currentProtocol(state)?.protocol.keyEscrow === true;
  if (!isHeld && uses.length === 0) return null;
  const nameOf = (authorId: AuthorId): string => state.coders.get(authorId)?.name ?? '?';
  return (
    <>
      <h3>{words.escrow.title}</h3>
      {isHeld ? (
        <>
          <p>{words.escrow.about}</p>
          <div className={styles['row']}>
            <p>
              {entrusted.size === 0
                ? words.escrow.none
                : words.escrow.entrusted([...entrusted.keys()].map(nameOf).join(', '))}
            </p>
            {viewer.role === 'lead' && entrusted.size > 0 ? (
              <Button small onPress={onOpen}>
                {words.escrow.open}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      {uses.length > 0 ? (
        <ul className={styles['sealed']}>
          {uses.map(({ eventId, authorId, at, body }) => (
            <li key={eventId}>
              {words.escrow.used(
                nameOf(authorId),
                nameOf(body.coder),
                words.stages[body.stage],
                formats.moment(at),
                body.reason,
              )}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

/** The lead takes a coder's key of a stage out of the escrow, for everybody, and says why. */
export function UseEscrowDialog({
  team,
  onClose,
}: {
  readonly team: TeamLink;
  readonly onClose: () => void;
}) {
  const { app, team: words } = useTexts();
  const { state, viewer, dispatch } = useReview();
  const { entrusted } = state.sealing.escrow;
  const coders = [...entrusted.keys()].filter((coder) => entrusted.get(coder)?.has(viewer.authorId));
  const [coder, setCoder] = useState<AuthorId | undefined>(coders[0]);
  const [stage, setStage] = useState<SealedStage>('title-abstract');
  const [reason, setReason] = useState('');
  const sealer = team.sealers.find(({ authorId }) => authorId === viewer.authorId);
  const key = sealer && coder !== undefined ? keyFromEscrow(state, sealer, coder, stage) : null;
  return (
    <Dialog
      title={words.escrow.dialogTitle}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button
            kind="primary"
            disabled={reason.trim() === '' || key === null || coder === undefined}
            onPress={() => {
              if (key === null || coder === undefined) return;
              void dispatch({ do: 'useEscrow', coder, stage, reason, key });
              onClose();
            }}
          >
            {words.escrow.confirm}
          </Button>
        </>
      }
    >
      <p>{words.escrow.dialogAbout}</p>
      {key === null ? <Notice tone="warn">{words.escrow.notHere}</Notice> : null}
      <SelectField
        label={words.escrow.coder}
        value={coder ?? ''}
        choices={coders.map((value) => ({ value, label: state.coders.get(value)?.name ?? '?' }))}
        onChange={(chosen) => setCoder(coders.find((each) => each === chosen))}
      />
      <SelectField
        label={words.escrow.stage}
        value={stage}
        choices={SealedStage.options.map((value) => ({ value, label: words.stages[value] }))}
        onChange={setStage}
      />
      <TextField label={words.unblind.reason} value={reason} rows={2} autoFocus onChange={setReason} />
    </Dialog>
  );
}
