import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { contentSecurityPolicy } from '../security/content-security-policy';
import { fileOfAddress } from './file-of-address';

export type ServedFile = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer> | string;
};

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

const common = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/**
 * What is answered to a request for an address of our origin: a file of the built window in `folder`, with the security
 * policy it has to live under; 404 for anything that is not there or lies outside the folder.
 */
export async function serveFile(folder: string, method: string, address: string): Promise<ServedFile> {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, 'Only reading');
  const file = fileOfAddress(folder, address);
  if (file === null) return refusal(404, 'Not found');
  try {
    const bytes = new Uint8Array(await readFile(file));
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    return type.startsWith('text/html') ? page(new TextDecoder().decode(bytes)) : asset(bytes, type);
  } catch {
    return refusal(404, 'Not found');
  }
}

/** A page with a nonce of its own, in the policy and where the interface library looks for it. */
function page(html: string): ServedFile {
  const nonce = randomBytes(16).toString('base64');
  const body = html.replace(
    '<head>',
    `<head><meta property="csp-nonce" content="${nonce}" nonce="${nonce}" />`,
  );
  return served(200, 'text/html; charset=utf-8', body, nonce);
}

/** A worker lives under the policy its own script came with, so every file carries one. */
const asset = (bytes: Uint8Array<ArrayBuffer>, type: string): ServedFile => served(200, type, bytes, null);

const refusal = (status: number, text: string): ServedFile =>
  served(status, 'text/plain; charset=utf-8', text, null);

const served = (
  status: number,
  type: string,
  body: ServedFile['body'],
  nonce: string | null,
): ServedFile => ({
  status,
  body,
  headers: { ...common, 'Content-Type': type, 'Content-Security-Policy': contentSecurityPolicy(nonce) },
});
