import { app, safeStorage, session } from 'electron';
import path from 'node:path';
import { isForDevelopment, isTest, isTrialRuntime, keepTrialDataApart } from './environment';
import { chooseFolder } from './files/choose-folder';
import { filesHandlers } from './files/files-handlers';
import { printHandlers } from './files/print-handlers';
import { handleChannels } from './ipc/handle-channels';
import { nodeDisk } from './journal/disk-port';
import { Journal } from './journal/journal';
import { journalHandlers } from './journal/journal-handlers';
import { linksHandlers } from './links/links-handlers';
import { installMenu } from './menu/menu';
import { registerScheme, serveApp } from './protocol/app-protocol';
import { Keychain } from './secrets/keychain';
import { secureApp, secureSession } from './security';
import { teamHandlers } from './team/team-handlers';
import { TeamPlaces } from './team/team-places';
import { textsFor, type MainTexts } from './texts';
import { logIn } from './trouble/log-file';
import { reviveWindow } from './trouble/lost-window';
import { closeOnUncaughtErrors } from './trouble/uncaught-errors';
import { openWindow, raiseWindow } from './window/window';

keepTrialDataApart(app, isTrialRuntime);
const now = (): number => Date.now();
const texts = (): MainTexts => textsFor(app.getLocale());
const log = logIn(path.join(app.getPath('userData'), 'logs'), now);
closeOnUncaughtErrors(app, log, texts);
registerScheme();
secureApp(app);

// Two programs writing one log would tear it: the first keeps the data, a second one raises its window and leaves.
if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  app.on('second-instance', raiseWindow);
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(() => {
    const userData = app.getPath('userData');
    const journal = new Journal({
      folder: path.join(userData, 'reviews'),
      backups: path.join(userData, 'backups'),
      now,
      program: CONCORD_VERSION,
    });
    secureSession(session.defaultSession);
    serveApp(session.defaultSession, path.join(__dirname, '../renderer'));
    const appInfo = {
      version: CONCORD_VERSION,
      trialRuntime: isTrialRuntime,
      reviewsFolder: journal.location,
    };
    handleChannels(
      {
        appInfo: async () => ({ ok: true, value: appInfo }),
        ...journalHandlers(journal),
        ...teamHandlers({
          journal,
          places: new TeamPlaces(
            path.join(userData, 'team.json'),
            nodeDisk,
            new Keychain(path.join(userData, 'servers'), safeStorage, nodeDisk),
          ),
          keychain: new Keychain(path.join(userData, 'keys'), safeStorage, nodeDisk),
          chooseFolder: async (title) =>
            (isTest(app) ? process.env['CONCORD_TEST_TEAM_FOLDER'] : undefined) ?? chooseFolder(title),
          titles: () => texts().folders,
        }),
        ...printHandlers,
        ...filesHandlers({ saveFolder: isTest(app) ? process.env['CONCORD_TEST_SAVE_FOLDER'] : undefined }),
        ...linksHandlers({ silent: isTest(app) }),
      },
      (cause) => log.write('channel', cause),
    );
    installMenu(texts(), isForDevelopment(app));
    const window = openWindow({
      preload: path.join(__dirname, '../preload/index.cjs'),
      trialRuntime: isTrialRuntime,
    });
    reviveWindow(window, log, texts, now);
  });
}
