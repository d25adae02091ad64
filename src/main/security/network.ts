import type { App, Session, WebContents } from 'electron';
import { appIdentity } from '../../shared/kernel/app-identity';
import { isOurs } from './origin';

/**
 * Electron security checklist, "Only load secure content", taken to its end: the window has no network. Names do not
 * resolve, which also stops what no request filter sees (prefetching of names, connecting ahead).
 */
export function cutNetworkBeforeStart(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
}

/** Every request but those for our own files is cancelled. */
export function denyNetwork(session: Session): void {
  session.webRequest.onBeforeRequest((details, decide) => decide({ cancel: !isLocal(details.url) }));
}

/** Calls between browsers (WebRTC) pass request filters by; without a proxy this leaves them no way out. */
export function denyPeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

const isLocal = (address: string): boolean =>
  isOurs(address) ||
  address.startsWith(`blob:${appIdentity.origin}/`) ||
  address.startsWith('data:image/') ||
  address.startsWith('devtools:');
