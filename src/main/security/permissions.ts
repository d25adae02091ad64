import type { Session } from 'electron';
import { isOurs } from './origin';

/** Copying a citation or a figure; everything else (camera, place, notifications, devices, reading the clipboard) is denied. */
const allowed = new Set(['clipboard-sanitized-write']);

/** Electron security checklist, "Handle session permission requests from remote content". */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, decide) =>
    decide(allowed.has(permission) && isOurs(contents.getURL())),
  );
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => allowed.has(permission) && isOurs(origin),
  );
  session.setDevicePermissionHandler(() => false);
}
