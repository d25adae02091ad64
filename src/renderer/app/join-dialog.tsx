import { useState } from 'react';
import type { AuthorId } from '@shared/kernel';
import type { Role } from '@shared/review';
import type { ReviewSession } from '../ledger/review-session';
import type { TeamLink } from '../ledger/team-link';
import { Button, Dialog, Segments, SelectField, TextField } from '../ui-kit';
import { useTexts, wordsForTeamError } from './app-context';
import type { Installation } from './installation';
import { joinReview, type FoundReview } from './team-work';

const roles: readonly Role[] = ['coder', 'adjudicator', 'observer', 'lead'];

/** Joining a review that was shared: who you are in it, or your recovery sheet when you were there before. */
export function JoinDialog({
  installation,
  review,
  onClose,
  onJoined,
}: {
  readonly installation: Installation;
  readonly review: FoundReview;
  readonly onClose: () => void;
  readonly onJoined: (session: ReviewSession, authorId: AuthorId, team: TeamLink) => void;
}) {
  const texts = useTexts();
  const { app, team } = texts;
  const [as, setAs] = useState<'new' | 'known'>('new');
  const [name, setName] = useState('');
  const [role, setRole] = useState<Role>('coder');
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const ready = as === 'new' ? name.trim() !== '' : code.trim() !== '';

  const join = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const joined = await joinReview(
      installation,
      review,
      as === 'new' ? { as, name: name.trim(), role } : { as, code },
    );
    setBusy(false);
    if (!joined.ok) {
      setProblem(wordsForTeamError(texts, joined.error.code));
      return;
    }
    onClose();
    onJoined(joined.value.session, joined.value.authorId, joined.value.team);
  };

  return (
    <Dialog
      title={team.join.title(review.title)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button kind="primary" disabled={busy || !ready} onPress={() => void join()}>
            {busy ? team.join.busy : team.join.confirm}
          </Button>
        </>
      }
    >
      <Segments
        label={team.join.who}
        value={as}
        choices={[
          { value: 'new', label: team.join.asNew },
          { value: 'known', label: team.join.asKnown },
        ]}
        onChange={setAs}
      />
      {as === 'new' ? (
        <>
          <TextField
            label={app.coder.name}
            hint={app.home.yourNameHint}
            value={name}
            autoFocus
            error={problem}
            onChange={setName}
          />
          <SelectField
            label={app.coder.role}
            value={role}
            choices={roles.map((value) => ({ value, label: app.coder.roles[value] }))}
            hint={role === 'lead' ? team.join.leadHint : app.coder.roleHints[role]}
            onChange={setRole}
          />
          <p>{team.join.blindHint}</p>
        </>
      ) : (
        <TextField
          label={team.join.code}
          hint={team.join.codeHint}
          value={code}
          rows={3}
          error={problem}
          onChange={setCode}
        />
      )}
    </Dialog>
  );
}
