import { expect, test as base } from '@playwright/test';
import { openInBrowser, type BrowserConcord } from './browser';
import { launchConcord, type LaunchOptions, type RunningConcord } from './launch';

type Harness = {
  /** Starts the program; it is closed after the test, which fails if the window complained about anything. */
  readonly launch: (options?: LaunchOptions) => Promise<RunningConcord>;
  /** The same for the window in Chromium. */
  readonly browse: (options?: { userData?: string; locale?: string }) => Promise<BrowserConcord>;
};

type Running = { readonly complaints: string[]; readonly close: () => Promise<void> };

export const test = base.extend<Harness>({
  // Playwright reads from the parameter what a fixture needs; these need nothing.
  // eslint-disable-next-line no-empty-pattern
  launch: async ({}, use) => {
    const running: Running[] = [];
    await use(async (options) => {
      const concord = await launchConcord(options);
      running.push(options?.complaintsExpected === true ? { ...concord, complaints: [] } : concord);
      return concord;
    });
    await finish(running);
  },
  // eslint-disable-next-line no-empty-pattern
  browse: async ({}, use) => {
    const running: Running[] = [];
    await use(async (options) => {
      const concord = await openInBrowser(options);
      running.push(concord);
      return concord;
    });
    await finish(running);
  },
});

async function finish(running: readonly Running[]): Promise<void> {
  for (const { close } of running) await close().catch(() => undefined);
  expect(
    running.flatMap(({ complaints }) => complaints),
    'errors in the window',
  ).toEqual([]);
}

export { expect } from '@playwright/test';
