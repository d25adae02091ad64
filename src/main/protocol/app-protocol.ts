import { protocol, type Session } from 'electron';
import { appIdentity } from '../../shared/kernel/app-identity';
import { serveFile } from './serve-file';

/** Before the app is ready: our scheme is a real, secure origin, so IndexedDB and workers live in it for good. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appIdentity.scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

/**
 * Electron security checklist, "Avoid usage of the file:// protocol": the built window in `folder` is served at
 * app://concord/, and nothing outside that folder.
 */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appIdentity.scheme, async ({ method, url }) => {
    const { status, headers, body } = await serveFile(folder, method, url);
    return new Response(body, { status, headers });
  });
}
