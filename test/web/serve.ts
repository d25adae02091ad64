import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import path from 'node:path';

const types: { readonly [ending: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** The policy of the desktop window, for the same pages in a plain browser. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

/** Serves the built window on a free port of this machine. */
export function serveWindow(): Promise<{ readonly address: string; readonly stop: () => void }> {
  const folder = path.resolve('out/renderer');
  const server: Server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = path.join(folder, path.normalize(name === '/' ? '/index.html' : name));
    if (!file.startsWith(folder)) {
      response.writeHead(404).end();
      return;
    }
    readFile(file).then(
      (bytes) => {
        const nonce = Math.random().toString(36).slice(2);
        const page = file.endsWith('.html');
        response.writeHead(200, {
          'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
          ...(page ? { 'Content-Security-Policy': policy(nonce) } : {}),
        });
        response.end(
          page
            ? bytes
                .toString('utf8')
                .replace('<head>', `<head><meta property="csp-nonce" content="${nonce}" nonce="${nonce}" />`)
            : bytes,
        );
      },
      () => response.writeHead(404).end(),
    );
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const bound = server.address();
      const port = typeof bound === 'object' && bound !== null ? bound.port : 0;
      resolve({ address: `http://127.0.0.1:${port}/`, stop: () => server.close() });
    });
  });
}
