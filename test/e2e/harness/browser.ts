import { chromium, type Page } from '@playwright/test';
import { createServer } from 'node:http';
import path from 'node:path';
import { appIdentity } from '@shared/kernel';
import { serveFile } from '../../../src/main/protocol/serve-file';
import { listenForComplaints } from './complaints';
import { newUserData } from './launch';

export type BrowserConcord = {
  readonly page: Page;
  readonly complaints: string[];
  readonly close: () => Promise<void>;
};

const builtWindow = path.resolve('out', 'renderer');

/** Serves the built window over HTTP with the very headers the desktop gives it. */
export async function serveWindow(): Promise<{ address: string; close: () => void }> {
  const server = createServer((request, response) => {
    const address = `${appIdentity.origin}${request.url ?? '/'}`;
    void serveFile(builtWindow, request.method ?? 'GET', address).then(({ status, headers, body }) => {
      response.writeHead(status, headers);
      response.end(request.method === 'HEAD' ? undefined : body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const bound = server.address();
  const port = typeof bound === 'object' && bound ? bound.port : 0;
  return { address: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** Opens the window in the Chromium of this system, with a profile on disk so that storage behaves as it does there. */
export async function openInBrowser({
  userData = newUserData(),
  locale = 'en-GB',
} = {}): Promise<BrowserConcord> {
  const server = await serveWindow();
  const context = await chromium.launchPersistentContext(userData, {
    ...engine(),
    locale,
    viewport: { width: 1360, height: 880 },
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(server.address);
  const complaints = await listenForComplaints(page);
  return {
    page,
    complaints,
    async close() {
      await context.close();
      server.close();
    },
  };
}

/** The Chromium the launcher has found; on Windows and macOS the browser that is always or usually there. */
function engine(): { executablePath: string } | { channel: string } {
  const executablePath = process.env['CONCORD_TEST_CHROMIUM'];
  if (executablePath) return { executablePath };
  if (process.platform === 'win32') return { channel: 'msedge' };
  if (process.platform === 'darwin') return { channel: 'chrome' };
  throw new Error('CONCORD_TEST_CHROMIUM is not set: start the tests with "npm test"');
}
