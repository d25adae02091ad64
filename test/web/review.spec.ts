import { chromium, expect, test, type BrowserContext, type Page } from '@playwright/test';
import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expectNoAxeViolations } from '../e2e/pages/axe';
import { ConcordWindow } from '../e2e/pages/concord-window';
import { ownRis } from '../e2e/support/own-files';
import { serveWindow } from './serve';

/** The window in a second, newer engine: the same pages in Chromium, without a desktop around them. */
test.describe.configure({ mode: 'serial' });

let served: Awaited<ReturnType<typeof serveWindow>>;
let context: BrowserContext;
let page: Page;
const complaints: string[] = [];
const profile = mkdtempSync(path.join(os.tmpdir(), 'concord-web-'));

async function open(): Promise<void> {
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env['CONCORD_TEST_CHROMIUM'],
    headless: true,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
    locale: 'en-GB',
    viewport: { width: 1280, height: 800 },
  });
  page = context.pages()[0] ?? (await context.newPage());
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(served.address);
}

test.beforeAll(async () => {
  served = await serveWindow();
  await open();
});
test.afterAll(async () => {
  expect(complaints).toEqual([]);
  await context.close();
  served.stop();
});

test('a review is made, records imported in a worker, votes cast by key', async () => {
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await expect(page.getByText('Browser preview', { exact: false })).toBeVisible();
  await concord.newReview('In the browser', 'Bea Browser');
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(5)) },
    'PubMed',
  );
  await concord.goTo('Titles and abstracts');
  for (const key of ['i', 'e', 'm'] as const) await concord.voteByKey(key);
  await expectNoAxeViolations(page, 'titles and abstracts');
});

test('what was saved is there after the browser was closed', async () => {
  await context.close();
  await open();
  const concord = new ConcordWindow(page);
  await concord.openReview('In the browser');
  await concord.goTo('Titles and abstracts');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '3');
});

test('the demonstration pools in this engine too', async () => {
  const concord = new ConcordWindow(page);
  await page.getByRole('button', { name: 'All reviews' }).click();
  await page.getByRole('button', { name: 'Open the demonstration' }).click();
  await concord.goTo('Pooling');
  await expect(page.getByRole('row', { name: /Personal recovery/ }).first()).toContainText('0.31');
  await concord.goTo('PRISMA flow');
  await expect(page.getByRole('img', { name: /PRISMA 2020/ })).toBeVisible();
});
