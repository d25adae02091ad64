import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { build, preview } from 'vite';
import { lineOf, type BenchReport } from './measure';
import type { StorageTimes } from './storage/page';

const runs = 3;

/** Things measured in the page and the row-by-row way each is told against. */
const measured = [
  { what: 'write events, a row each' },
  { what: 'write events, in segments and nothing else', against: 'write events, a row each' },
  { what: 'write events, the program’s database', against: 'write events, a row each' },
  { what: 'read and fold events, a row each' },
  { what: 'read and fold events, the program’s database', against: 'read and fold events, a row each' },
  { what: 'votes one by one, a row each' },
  { what: 'votes one by one, the program’s database', against: 'votes one by one, a row each' },
  { what: 'write records, a row each' },
  { what: 'write records, in blocks', against: 'write records, a row each' },
  { what: 'read records, a row each' },
  { what: 'read records, in blocks', against: 'read records, a row each' },
] as const;

/**
 * IndexedDB in a real Chromium: the database of the program against a row for each thing. The profile lies on disk,
 * because a passing one keeps IndexedDB in memory. Everything made for the bench is deleted at the end.
 */
export async function benchStorage(): Promise<BenchReport[]> {
  const executablePath = process.env['CONCORD_BENCH_CHROMIUM'];
  if (executablePath === undefined) throw new Error('CONCORD_BENCH_CHROMIUM names no browser.');
  const folder = await mkdtemp(path.join(tmpdir(), 'concord-bench-'));
  try {
    const address = await servePage(path.join(folder, 'page'));
    const { times, version } = await measureIn(executablePath, path.join(folder, 'profile'), address.url);
    await address.stop();
    return [
      {
        title: `100,000 events and 50,000 records in IndexedDB, Chromium ${version}`,
        runs,
        lines: measured.map((one) => lineOf(one, times)),
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function servePage(
  outDir: string,
): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const common = {
    configFile: false,
    root: path.resolve('test/bench/storage'),
    resolve: { alias: { '@shared': path.resolve('src/shared') } },
    logLevel: 'error',
    build: { outDir, target: 'chrome114', emptyOutDir: true },
  } as const;
  await build(common);
  const server = await preview({ ...common, preview: { host: '127.0.0.1', port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('The page of the bench could not be served.');
  return { url, stop: () => server.close() };
}

async function measureIn(
  executablePath: string,
  profile: string,
  url: string,
): Promise<{ readonly times: ReadonlyMap<string, readonly number[]>; readonly version: string }> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(600_000);
    await page.goto(url, { timeout: 600_000 });
    await page.waitForFunction(() => 'benchStorage' in window);
    const times = new Map<string, number[]>(measured.map(({ what }) => [what, []]));
    for (let turn = 0; turn <= runs; turn += 1) {
      const found: StorageTimes = await page.evaluate((number) => window.benchStorage(number), turn);
      if (turn > 0) for (const [what, ms] of Object.entries(found)) times.get(what)?.push(ms);
    }
    return {
      times,
      version: context.browser()?.version() ?? '',
    };
  } finally {
    await context.close();
  }
}
