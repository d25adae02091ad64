import { BrowserWindow, dialog } from 'electron';
import path from 'node:path';
import { failureOf } from '../journal/failures';
import { writeAtomically } from '../journal/durable-files';
import type { Handlers } from '../ipc/handle-channels';

/** Files that leave the program: the person chooses the place, the window never names a path. */
export function filesHandlers(): Pick<Handlers, 'saveFile'> {
  return {
    async saveFile({ suggestedName, bytes }) {
      const target = await chooseTarget(path.basename(suggestedName));
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

async function chooseTarget(name: string): Promise<string | null> {
  // Tests have nobody to press a button; the folder is set by whoever starts the program, never by the window.
  const folder = process.env['CONCORD_TEST_SAVE_FOLDER'];
  if (folder) return path.join(folder, name);
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const options = { defaultPath: name };
  const chosen = window ? await dialog.showSaveDialog(window, options) : await dialog.showSaveDialog(options);
  return chosen.canceled || !chosen.filePath ? null : chosen.filePath;
}
