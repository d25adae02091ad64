import { app, session } from 'electron';
import path from 'node:path';
import { z } from 'zod';
import { filesHandlers } from './files/files-handlers';
import { handleChannels } from './ipc/handle-channels';
import { Journal } from './journal/journal';
import { journalHandlers } from './journal/journal-handlers';
import { installMenu } from './menu/menu';
import { registerScheme, serveApp } from './protocol/app-protocol';
import { denyEverythingElse } from './security/deny';
import { openWindow, raiseWindow } from './window/window';

z.config({ jitless: true });
registerScheme();

const trialRuntime = process.env['CONCORD_TRIAL_RUNTIME'] === '1';

// Electron security checklist: one instance owns the data; a second start raises the first window.
if (!app.requestSingleInstanceLock()) app.quit();
else start();

function start(): void {
  app.on('second-instance', raiseWindow);
  app.on('window-all-closed', () => app.quit());
  denyEverythingElse(app);
  void app.whenReady().then(() => {
    const reviewsFolder = path.join(app.getPath('userData'), 'reviews');
    const journal = new Journal({
      folder: reviewsFolder,
      backups: path.join(app.getPath('userData'), 'backups'),
      now: () => Date.now(),
    });
    serveApp(session.defaultSession, path.join(__dirname, '../renderer'));
    handleChannels({
      appInfo: async () => ({ ok: true, value: { version: app.getVersion(), trialRuntime, reviewsFolder } }),
      ...journalHandlers(journal),
      ...filesHandlers(),
    });
    installMenu();
    openWindow({ preload: path.join(__dirname, '../preload/index.cjs'), trialRuntime });
  });
}
