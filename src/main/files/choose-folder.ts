import { BrowserWindow, dialog } from 'electron';

/** Lets the person choose a folder; null when they change their mind. */
export async function chooseFolder(title: string): Promise<string | null> {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0];
  const options = { title, properties: ['openDirectory' as const, 'createDirectory' as const] };
  const chosen = window ? await dialog.showOpenDialog(window, options) : await dialog.showOpenDialog(options);
  return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
}
