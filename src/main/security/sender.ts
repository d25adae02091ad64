import type { IpcMainInvokeEvent } from 'electron';
import { isOurs } from './origin';

/**
 * Electron security checklist, "Validate the sender of all IPC messages": only the main frame of our own page is
 * answered, not a frame inside it and not a page of another origin.
 */
export function isOurMainFrame({ senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);
}
