import { Button, Dialog, Segments } from '../ui-kit';
import { useApp, useTexts } from './app-context';
import styles from './app.module.css';

export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { app } = useTexts();
  const { settings, changeSettings } = useApp();
  const { languages, themes, densities } = app.settings;
  return (
    <Dialog
      title={app.settings.title}
      onClose={onClose}
      actions={
        <Button kind="close" onPress={onClose}>
          {app.close}
        </Button>
      }
    >
      <dl className={styles['settings']}>
        <dt>{app.settings.language}</dt>
        <dd>
          <Segments
            label={app.settings.language}
            value={settings.language}
            choices={[
              { value: 'en', label: languages.en },
              { value: 'nl', label: languages.nl },
            ]}
            onChange={(language) => changeSettings({ language })}
          />
        </dd>
        <dt>{app.settings.theme}</dt>
        <dd>
          <Segments
            label={app.settings.theme}
            value={settings.theme}
            choices={[
              { value: 'system', label: themes.system },
              { value: 'light', label: themes.light },
              { value: 'dark', label: themes.dark },
            ]}
            onChange={(theme) => changeSettings({ theme })}
          />
        </dd>
        <dt>{app.settings.density}</dt>
        <dd>
          <Segments
            label={app.settings.density}
            value={settings.density}
            choices={[
              { value: 'comfortable', label: densities.comfortable },
              { value: 'compact', label: densities.compact },
            ]}
            onChange={(density) => changeSettings({ density })}
          />
        </dd>
      </dl>
    </Dialog>
  );
}
