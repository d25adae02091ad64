import { useState } from 'react';
import { useReview, useTexts } from '../../app/app-context';
import { ServerFields } from '../../app/server-fields';
import { Button, Dialog, Segments, TextField } from '../../ui-kit';

/** What sharing does, and where: in a folder or on a server. */
export function ShareDialog({ onClose }: { readonly onClose: () => void }) {
  const { app, team: words } = useTexts();
  const { share } = useReview();
  const [where, setWhere] = useState<'folder' | 'server'>('folder');
  const [url, setUrl] = useState('');
  const [login, setLogin] = useState({ user: '', password: '' });
  return (
    <Dialog
      title={words.share.title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{app.cancel}</Button>
          <Button
            kind="primary"
            disabled={where === 'server' && !/^https?:\/\/\S+$/u.test(url.trim())}
            onPress={() => {
              onClose();
              void (where === 'folder' ? share() : share({ url: url.trim(), ...login }));
            }}
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
          <ServerFields login={login} onChange={setLogin} />
        </>
      )}
      <h3>{words.dialog.visible}</h3>
      <p>{words.dialog.visibleText}</p>
    </Dialog>
  );
}
