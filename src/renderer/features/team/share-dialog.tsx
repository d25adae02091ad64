import { useState } from 'react';
import { useReview, useTexts, wordsForTeamError } from '../../app/app-context';
import { ServerFields } from '../../app/server-fields';
import { Button, Dialog, Notice, Segments, TextField } from '../../ui-kit';

/** What sharing does, and where: in a folder or on a server. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const texts = useTexts();
  const { app, team: words } = texts;
  const { share } = useReview();
  const [where, setWhere] = useState<'folder' | 'server'>('folder');
  const [url, setUrl] = useState('');
  const [login, setLogin] = useState({ user: '', password: '' });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const choose = async (): Promise<void> => {
    setBusy(true);
    setProblem(undefined);
    const shared = await (where === 'folder' ? share() : share({ url: url.trim(), ...login }));
    setBusy(false);
    if (!shared.ok) setProblem(wordsForTeamError(texts, shared.error.code));
    else if (shared.value) onClose();
  };
  return (
    <Dialog
      title={words.share.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button
            kind="primary"
            disabled={busy || (where === 'server' && !/^https?:\/\/\S+$/u.test(url.trim()))}
            onPress={() => void choose()}
          >
            {where === 'folder' ? words.share.choose : words.server.connect}
          </Button>
        </>
      }
    >
      <Segments
        label={words.server.where}
        value={where}
        choices={[
          { value: 'folder', label: words.server.folder },
          { value: 'server', label: words.server.server },
        ]}
        onChange={setWhere}
      />
      {where === 'folder' ? (
        <p>{words.share.about}</p>
      ) : (
        <>
          <p>{words.server.about}</p>
          <TextField
            label={words.server.url}
            value={url}
            placeholder="https://couch.example.org"
            onChange={setUrl}
          />
          <ServerFields address={url} login={login} onChange={setLogin} />
        </>
      )}
      {problem === undefined ? null : <Notice tone="error">{problem}</Notice>}
      <h3>{words.dialog.visible}</h3>
      <p>{words.dialog.visibleText}</p>
    </Dialog>
  );
}
