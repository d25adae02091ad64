import { protocol, type Session } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { appIdentity } from '../../shared/kernel/app-identity';
import { contentSecurityPolicy } from '../security/content-security-policy';
import { fileOfAddress } from './file-of-address';

/** Before the app is ready: our scheme is a real, secure origin, so IndexedDB and workers live in it for good. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appIdentity.scheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

const types: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Serves the built window from `folder` at app://concord/, and nothing outside that folder. */
export function serveApp(session: Session, folder: string): void {
  session.protocol.handle(appIdentity.scheme, async (request) => {
    const file = fileOfAddress(folder, request.url);
    if (file === null) return new Response('Not found', { status: 404 });
    try {
      const bytes = await readFile(file);
      const type = types[path.extname(file)] ?? 'application/octet-stream';
      return type.startsWith('text/html') ? page(bytes.toString('utf8')) : asset(bytes, type);
    } catch {
      return new Response('Not found', { status: 404 });
    }
  });
}

const common = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' };

/** A page with a nonce of its own, in the policy and where the interface library looks for it. */
function page(html: string): Response {
  const nonce = randomBytes(16).toString('base64');
  const withNonce = html.replace(
    '<head>',
    `<head><meta property="csp-nonce" content="${nonce}" nonce="${nonce}" />`,
  );
  return new Response(withNonce, {
    headers: {
      ...common,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy(nonce),
    },
  });
}

const asset = (bytes: Buffer, type: string): Response =>
  new Response(new Uint8Array(bytes), { headers: { ...common, 'Content-Type': type } });
