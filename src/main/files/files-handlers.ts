import { BrowserWindow, dialog } from 'electron';
import path from 'node:path';
import type { Handlers } from '../ipc/handle-channels';
import { writeAtomically } from '../journal/durable-files';
import { failureOf } from '../journal/failures';
import { fileNameOf } from './file-name';

export type FilesOptions = {
  /** Tests have nobody to press a button: files go to this folder without asking. Set by whoever starts the program. */
  readonly saveFolder: string | undefined;
};

/** Files that leave the program: the person chooses the place, the window never names a path. */
export function filesHandlers({ saveFolder }: FilesOptions): Pick<Handlers, 'saveFile'> {
  return {
    async saveFile({ suggestedName, bytes }) {
      const name = fileNameOf(suggestedName);
      const target = saveFolder ? path.join(saveFolder, name) : await askForPlace(name);
      if (target === null) return { ok: true, value: false };
      try {
        await writeAtomically(target, bytes);
        return { ok: true, value: true };
      } catch (cause) {
        return { ok: false, error: failureOf(cause) };
      }
    },
  };
}

async function askForPlace(name: string): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const options = { defaultPath: name };
  const chosen = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}
