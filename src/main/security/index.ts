import type { App, Session } from 'electron';
import { denyNavigation } from './navigation';
import { cutNetworkBeforeStart, denyNetwork, denyPeerConnections } from './network';
import { denyNewWindows } from './new-windows';
import { denyPermissions } from './permissions';
import { denyWebviews } from './webviews';

/** Before the app is ready: what holds for every window there will ever be. */
export function secureApp(app: App): void {
  // Electron security checklist, "Enable process sandboxing": also for a window somebody forgets to say it for.
  // Root cannot have it (containers, tests); whoever starts the program then says so, and the page stays without Node.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  cutNetworkBeforeStart(app);
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    denyNewWindows(contents);
    denyWebviews(contents);
    denyPeerConnections(contents);
  });
}

/** Before the first page loads. */
export function secureSession(session: Session): void {
  denyPermissions(session);
  denyNetwork(session);
}
