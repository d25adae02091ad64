import { app, dialog, type BrowserWindow } from 'electron';
import type { MainTexts } from '../texts';
import type { Log } from './log-file';

/** A window that is lost twice within this time is not opened a third time without asking: one minute. */
const patienceMs = 60_000;

/** When the process of the window dies (out of memory, a crash), the window opens again; nothing saved is lost. */
export function reviveWindow(
  window: BrowserWindow,
  log: Log,
  texts: () => MainTexts,
  now: () => number,
): void {
  let lastLost = Number.NEGATIVE_INFINITY;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return;
    log.write('window gone', reason);
    const again = now() - lastLost < patienceMs;
    lastLost = now();
    if (!again) window.webContents.reload();
    else void ask(window, log, texts());
  });
}

async function ask(window: BrowserWindow, log: Log, { windowGone }: MainTexts): Promise<void> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: windowGone.message,
    detail: `${windowGone.detail}\n\n${log.file}`,
    buttons: [windowGone.openAgain, windowGone.quit],
    defaultId: 0,
    cancelId: 1,
  });
  if (response === 0) window.webContents.reload();
  else app.quit();
}
