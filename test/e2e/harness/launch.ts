import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type RunningConcord = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** What went wrong in the window so far: console errors, violations of the security policy, uncaught errors. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
  /** Ends all its processes at once, as a power cut would. */
  readonly killHard: () => Promise<void>;
};

export const newUserData = (): string => mkdtempSync(path.join(os.tmpdir(), 'concord-e2e-'));

/** Starts the built program in real Electron with its own user data; the launcher sets the environment. */
export async function launchConcord({
  userData = newUserData(),
  env = {},
}: { readonly userData?: string; readonly env?: Record<string, string> } = {}): Promise<RunningConcord> {
  const binary = process.env['CONCORD_TEST_ELECTRON'];
  if (!binary) throw new Error('CONCORD_TEST_ELECTRON is not set: start the tests with "npm test"');
  const ownArgs: unknown = JSON.parse(process.env['CONCORD_TEST_ELECTRON_ARGS'] ?? '[]');
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: binary,
    args: [
      ...(Array.isArray(ownArgs) ? ownArgs.map(String) : []),
      ...asRoot,
      `--user-data-dir=${userData}`,
      '--lang=en-GB',
    ],
    env: { ...stringsOf(process.env), ...env },
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.evaluate(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`),
    ),
  );
  return {
    app,
    page,
    userData,
    complaints,
    close: () => app.close(),
    async killHard() {
      const child = app.process();
      const gone = new Promise((resolve) => child.once('exit', resolve));
      process.kill(child.pid ?? 0, 'SIGKILL');
      await gone;
    },
  };
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
