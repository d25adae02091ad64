import { dialog, type App } from 'electron';
import type { MainTexts } from '../texts';
import type { Log } from './log-file';

/** A bug in the main process ends the program with a sentence, never with a stack trace; what was saved is on disk. */
export function closeOnUncaughtErrors(app: App, log: Log, texts: () => MainTexts): void {
  process.on('uncaughtException', (cause) => {
    log.write('uncaught', cause);
    const { title, text } = texts().failed;
    dialog.showErrorBox(title, text(log.file));
    app.exit(1);
  });
  process.on('unhandledRejection', (cause) => log.write('unhandled', cause));
}
