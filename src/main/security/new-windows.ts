import type { WebContents } from 'electron';

/** Electron security checklist, "Disable or limit creation of new windows": there is one window, and it opens no other. */
export function denyNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
