import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { listenForComplaints } from './complaints';
import { killTree } from './processes';

export type LaunchOptions = {
  /** The folder with everything the program remembers; a new one if not given. */
  readonly userData?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The test makes the window complain on purpose and looks at what it says itself. */
  readonly complaintsExpected?: boolean;
  /** Language of the system. */
  readonly language?: 'en-GB' | 'nl-NL';
};

export type RunningConcord = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** Where files go that the person "saves": dialogs are answered by the folder. */
  readonly saveFolder: string;
  /** What went wrong in the window so far: console errors, violations of the security policy, uncaught errors. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
  /** Ends all its processes at once, as a power cut would. */
  readonly killHard: () => Promise<void>;
};

const temporary = (name: string): string => mkdtempSync(path.join(os.tmpdir(), `concord-${name}-`));
export const newUserData = (): string => temporary('e2e');

/** How to start the runtime the launcher has found: its binary, and what goes first on its command line. */
export function electronCommand(userData: string): { executablePath: string; args: string[] } {
  const executablePath = process.env['CONCORD_TEST_ELECTRON'];
  if (!executablePath) throw new Error('CONCORD_TEST_ELECTRON is not set: start the tests with "npm test"');
  const first = z.array(z.string()).parse(JSON.parse(process.env['CONCORD_TEST_ELECTRON_ARGS'] ?? '[]'));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return { executablePath, args: [...first, ...asRoot, `--user-data-dir=${userData}`] };
}

/** Starts the built program in real Electron with its own user data; the launcher sets the environment. */
export async function launchConcord({
  userData = newUserData(),
  env = {},
  language = 'en-GB',
}: LaunchOptions = {}): Promise<RunningConcord> {
  const { executablePath, args } = electronCommand(userData);
  const saveFolder = temporary('saved');
  const start = (): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath,
      args: [...args, `--lang=${language}`],
      env: {
        ...stringsOf(process.env),
        CONCORD_TEST: '1',
        CONCORD_TEST_SAVE_FOLDER: saveFolder,
        ...env,
      },
    });
  // The old runtime for trials now and then dies before it runs anything of ours; what dies twice is a fault.
  const app = await start().catch((cause: unknown) => {
    if (String(cause).includes('Process failed to launch')) return start();
    throw cause;
  });
  const page = await app.firstWindow();
  const complaints = await listenForComplaints(page);
  const child = app.process();
  const gone = new Promise<void>((resolve) => {
    if (child.exitCode === null) child.once('exit', () => resolve());
    else resolve();
  });
  return {
    app,
    page,
    userData,
    saveFolder,
    complaints,
    close: () => app.close(),
    async killHard() {
      if (child.pid !== undefined) killTree(child.pid);
      await gone;
    },
  };
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
