import { useRef, useState } from 'react';
import type { Role } from '@shared/review';
import { Button, Dialog, SelectField, TextField } from '../ui-kit';
import { useReview, useTexts } from './app-context';
import { focusMain } from './focus-main';
import styles from './app.module.css';

const roles: readonly Role[] = ['lead', 'coder', 'adjudicator', 'observer'];

/** Who is working; switching shows that coder's own queue and nothing of another's. */
export function CoderMenu() {
  const { app } = useTexts();
  const { session, state, viewer, team, switchCoder } = useReview();
  const [adding, setAdding] = useState(false);
  const byPointer = useRef(false);
  // In a team everybody works on their own machine: nobody works here as somebody from elsewhere.
  const here = team ? new Set([...session.authorsHere, viewer.authorId]) : null;
  const coders = [...state.coders.values()].filter(({ authorId }) => here?.has(authorId) ?? true);
  return (
    <div
      className={styles['coder']}
      onPointerDownCapture={() => (byPointer.current = true)}
      onKeyDownCapture={() => (byPointer.current = false)}
    >
      <SelectField
        label={app.coder.label}
        hideLabel
        value={viewer.authorId as string}
        choices={[
          ...coders.map((coder) => ({
            value: coder.authorId as string,
            label: `${coder.name} · ${app.coder.roles[coder.role]}`,
          })),
          { value: addChoice, label: `+ ${app.coder.add}` },
        ]}
        onChange={(value) => {
          const chosen = coders.find((coder) => coder.authorId === value);
          if (!chosen) setAdding(true);
          else {
            void switchCoder(chosen.authorId);
            // Left in focus, the list of coders would take the next key for the beginning of a name.
            if (byPointer.current) focusMain();
          }
        }}
      />
      {adding ? <AddCoderDialog onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

const addChoice = '+';

function AddCoderDialog({ onClose }: { readonly onClose: () => void }) {
  const { app } = useTexts();
  const { addCoder } = useReview();
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('coder');
  return (
    <Dialog
      title={app.coder.addTitle}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button
            kind="primary"
            disabled={name.trim() === ''}
            onPress={() => {
              void addCoder(name.trim(), role);
              onClose();
            }}
          >
            {app.coder.add}
          </Button>
        </>
      }
    >
      <p>{app.coder.addHint}</p>
      <TextField label={app.coder.name} value={name} autoFocus onChange={setName} />
      <SelectField
        label={app.coder.role}
        value={role}
        choices={roles.map((value) => ({ value, label: app.coder.roles[value] }))}
        hint={app.coder.roleHints[role]}
        onChange={setRole}
      />
    </Dialog>
  );
}
