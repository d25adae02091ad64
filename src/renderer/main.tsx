import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/literata/wght.css';
import '@fontsource-variable/literata/wght-italic.css';
import './ui-kit/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/app';
import { desktopJournal } from './ledger/desktop-journal';
import { desktopTeam } from './ledger/team-port';
import { openInstallation } from './app/installation';

const root = document.getElementById('root');
if (root) {
  const installation = await openInstallation(desktopJournal(), desktopTeam(), () => Date.now());
  createRoot(root).render(
    <StrictMode>
      <App installation={installation} />
    </StrictMode>,
  );
}
