import type { WebContents } from 'electron';

/** Electron security checklist, "Verify WebView options before creation": none is created. */
export function denyWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}
