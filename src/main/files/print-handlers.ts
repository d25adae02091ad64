import { BrowserWindow } from 'electron';
import type { Handlers } from '../ipc/handle-channels';

/** The page as PDF. The window decides by its print styles what is on it; no second window is opened for it. */
export const printHandlers: Pick<Handlers, 'pageAsPdf'> = {
  async pageAsPdf({ width, height }) {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return { ok: false, error: { code: 'internal', detail: 'no window' } };
    const pdf = await window.webContents.printToPDF({
      pageSize: { width, height },
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      printBackground: true,
      pageRanges: '1',
    });
    return { ok: true, value: new Uint8Array(pdf) };
  },
};
