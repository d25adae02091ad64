import { useState } from 'react';
import type { TeamPort } from '../ledger/team-port';
import { Button, Dialog, Segments, TextField } from '../ui-kit';
import { useTexts, wordsForTeamError } from './app-context';
import { ServerFields } from './server-fields';
import type { FoundReview } from './team-work';

/** Where the review is that somebody wants to join: in a folder, or on a server. */
export function FindDialog({
  port,
  onClose,
  onFound,
}: {
  readonly port: TeamPort;
  readonly onClose: () => void;
  readonly onFound: (review: FoundReview) => void;
}) {
  const texts = useTexts();
  const { app, team } = texts;
  const [where, setWhere] = useState<'folder' | 'server'>('folder');
  const [address, setAddress] = useState('');
  const [login, setLogin] = useState({ user: '', password: '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();

  const look = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const found = await port.lookForReview(where === 'server' ? { server: { address, ...login } } : {});
    setBusy(false);
    if (!found.ok) setProblem(wordsForTeamError(texts, found.error.code));
    else if (found.value) onFound(found.value);
  };

  return (
    <Dialog
      title={team.join.action}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button
            kind="primary"
            disabled={busy || (where === 'server' && address.trim() === '')}
            onPress={() => void look()}
          >
            {where === 'folder' ? team.share.choose : team.server.connect}
          </Button>
        </>
      }
    >
      <Segments
        label={team.server.where}
        value={where}
        choices={[
          { value: 'folder', label: team.server.folder },
          { value: 'server', label: team.server.server },
        ]}
        onChange={setWhere}
      />
      {where === 'folder' ? (
        <p>{team.join.folderHint}</p>
      ) : (
        <>
          <TextField
            label={team.server.address}
            hint={team.server.addressHint}
            value={address}
            placeholder="https://couch.example.org/#…"
            onChange={setAddress}
          />
          <ServerFields address={address} login={login} onChange={setLogin} />
        </>
      )}
      {problem === undefined ? null : <p role="alert">{problem}</p>}
    </Dialog>
  );
}
