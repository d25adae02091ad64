import type { App } from 'electron';
import path from 'node:path';

/** The old runtime is running, because the current one could not be downloaded; whoever starts the program says so. */
export const isTrialRuntime = process.env['CONCORD_TRIAL_RUNTIME'] === '1';

/** Started by `npm run dev`. */
export const isForDevelopment = (app: App): boolean => !app.isPackaged && process.env['CONCORD_DEV'] === '1';

/** Started by a test, which may answer dialogs in a person's place. Never true in a packaged program. */
export const isTest = (app: App): boolean => !app.isPackaged && process.env['CONCORD_TEST'] === '1';

/**
 * The old runtime gets a folder of its own: a browser database that a newer Chromium has written cannot be opened by an
 * older one. A folder given on the command line goes first.
 */
export function keepTrialDataApart(
  app: Pick<App, 'commandLine' | 'getPath' | 'setPath'>,
  trialRuntime: boolean,
): void {
  if (!trialRuntime || app.commandLine.hasSwitch('user-data-dir')) return;
  app.setPath('userData', path.join(app.getPath('appData'), 'Concord trial'));
}
