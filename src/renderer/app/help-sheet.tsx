import { Button, Dialog, Kbd } from '../ui-kit';
import { useTexts, type Screen } from './app-context';
import { DeskKeyList } from './desk-key-list';
import styles from './app.module.css';

/** Every key there is, the ones of this screen first. */
export function HelpSheet({ screen, onClose }: { readonly screen: Screen; readonly onClose: () => void }) {
  const { app, help } = useTexts();
  const here = help[screen];
  return (
    <Dialog
      title={app.help.title}
      wide
      onClose={onClose}
      actions={
        <Button kind="close" onPress={onClose}>
          {app.close}
        </Button>
      }
    >
      <p>{here.about}</p>
      {screen === 'title-abstract' || screen === 'full-text' ? <DeskKeyList /> : null}
      {here.keys.length > 0 ? <KeyList title={here.title} keys={here.keys} /> : null}
      <KeyList
        title={app.help.anywhere}
        keys={[
          ['?', app.help.openHelp],
          ['Ctrl 1 – 9', app.help.goTo],
          ['Ctrl PgUp / PgDn', app.help.beside],
          ['Ctrl 0', app.help.team],
          ['Esc', app.help.close],
        ]}
      />
    </Dialog>
  );
}

function KeyList({
  title,
  keys,
}: {
  readonly title: string;
  readonly keys: readonly (readonly [key: string, does: string])[];
}) {
  return (
    <section>
      <h3>{title}</h3>
      <dl className={styles['keys']}>
        {keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
