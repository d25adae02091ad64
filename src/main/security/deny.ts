import { session, type App } from 'electron';
import { isOurs } from './origin';

/**
 * Electron security checklist: "Disable or limit navigation", "Disable or limit creation of new windows", "Handle
 * session permission requests", "Verify WebView options". The window shows our own pages and nothing else, asks for
 * no permission but writing to the clipboard, and talks to no network.
 */
export function denyEverythingElse(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, address) => {
      if (!isOurs(address)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  void app.whenReady().then(() => {
    const { defaultSession } = session;
    const allowed = new Set(['clipboard-sanitized-write']);
    defaultSession.setPermissionRequestHandler((contents, permission, decide) =>
      decide(allowed.has(permission) && isOurs(contents.getURL())),
    );
    defaultSession.setPermissionCheckHandler(
      (_contents, permission, origin) => allowed.has(permission) && isOurs(origin),
    );
    defaultSession.webRequest.onBeforeRequest((details, decide) => {
      const own =
        isOurs(details.url) ||
        details.url.startsWith('blob:app://concord/') ||
        details.url.startsWith('data:image/');
      decide({ cancel: !own && !details.url.startsWith('devtools:') });
    });
  });
}
