import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchConcord, type RunningConcord } from '../e2e/harness/launch';
import { ConcordWindow } from '../e2e/pages/concord-window';
import { risWithCopies } from './generate-ris-with-copies';
import type { FactReport } from './measure';

const count = 100_000;
const MEGABYTE = 1_000_000;

/**
 * An import of 100,000 records in the real window: how long it stands still at most, and the most memory its process has
 * at any time (the window, its workers and what they share; the kernel's own account, so that no moment is missed).
 */
export async function benchImportWindow(): Promise<FactReport[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'concord-bench-'));
  const file = path.join(folder, 'export.ris');
  const text = Buffer.from(risWithCopies(count));
  writeFileSync(file, text);
  const running = await launchConcord();
  try {
    const facts = await importing(running, file);
    const megabytes = Math.round(text.length / MEGABYTE);
    return [
      {
        title: `${count.toLocaleString('en')} records of RIS, ${megabytes} MB, into the window: longest pause; time; most memory`,
        facts,
      },
    ];
  } finally {
    await running.close();
    for (const used of [folder, running.userData, running.saveFolder]) rmSync(used, { recursive: true });
  }
}

async function importing(running: RunningConcord, file: string): Promise<FactReport['facts']> {
  const { page } = running;
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('A large import', 'Lena Lead');
  await concord.goTo('Import');
  const facts: (readonly [string, string])[] = [];
  const phase = async (what: string, work: () => Promise<void>): Promise<void> => {
    await page.evaluate(`(() => {${watchPauses}})()`);
    const began = performance.now();
    await work();
    const seconds = (performance.now() - began) / 1_000;
    const pause = await page.evaluate(() => window.longestPause?.() ?? Number.NaN);
    const memory = await peakMemory(running);
    facts.push([
      what,
      `${Math.round(pause)} ms; ${seconds.toFixed(0)} s; ${Math.round(memory / MEGABYTE)} MB so far`,
    ]);
  };
  const timeout = 300_000;
  /** What is begun by the last step goes on a little. */
  const settle = (): Promise<void> => page.waitForTimeout(2_000);
  const firstRecord = page.locator('article h2, [role=row]').first();
  const row = page.locator('[role=row]').nth(5);
  await phase('reading the file', async () => {
    await page.getByLabel('Choose files').setInputFiles(file);
    await page.getByLabel('Database or register').waitFor({ timeout });
  });
  await page.getByLabel('Database or register').fill('PubMed');
  const button = page.getByRole('button', { name: /^Import \d/ });
  await phase('importing what was read', async () => {
    await button.click();
    await button.waitFor({ state: 'hidden', timeout });
    await settle();
  });
  await phase('going to the duplicates, which are being looked for', async () => {
    await concord.goTo('Duplicates');
    await settle();
  });
  await phase('going to the first record to screen', async () => {
    await concord.goTo('Titles and abstracts');
    await firstRecord.waitFor({ timeout });
    await settle();
  });
  await phase('the end of the search for duplicates', async () => {
    await page.getByText('Looking for duplicates').first().waitFor({ state: 'hidden', timeout });
    await settle();
  });
  await phase('two answers to pairs that may be copies', async () => {
    await concord.goTo('Duplicates');
    await page
      .getByRole('button', { name: /^Not duplicates|^Different/ })
      .first()
      .waitFor({ timeout });
    await page.keyboard.press('d');
    await settle();
    await page.keyboard.press('s');
    await settle();
    await concord.goTo('Titles and abstracts');
    await firstRecord.waitFor({ timeout });
  });
  await phase('voting on two records', async () => {
    await page.keyboard.press('i');
    await settle();
    await page.keyboard.press('e');
    await settle();
  });
  await phase('opening the list', async () => {
    await page.keyboard.press('v');
    await row.waitFor({ timeout });
    await settle();
  });
  await phase('typing two words into its search', async () => {
    await page.locator('[data-search] input').pressSequentially('peer support', { delay: 80 });
    await settle();
  });
  await phase('sorting it by title', async () => {
    await page.locator('[data-search] input').fill('');
    await page.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
    await settle();
  });
  await phase('the PRISMA flow', async () => {
    await concord.goTo('PRISMA flow');
    await page.locator('main svg').first().waitFor({ timeout });
    await settle();
  });
  await page.getByRole('button', { name: 'Reviews' }).click();
  await phase('opening the review again', async () => {
    await concord.openReview('A large import');
    await firstRecord.waitFor({ timeout });
    await settle();
  });
  return facts;
}

declare global {
  interface Window {
    /** ms between two answers of the main thread, the longest since the watch began. */
    longestPause?: () => number;
  }
}

/**
 * Notes when the main thread could have answered and did not: a message to itself comes back later than it should. Sent
 * as text, for a compiled function would call what the window has not got.
 */
const watchPauses = `
  let last = performance.now();
  let longest = 0;
  let watching = true;
  const { port1, port2 } = new MessageChannel();
  const note = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  };
  port1.onmessage = () => {
    note();
    if (watching) setTimeout(() => port2.postMessage(null), 5);
  };
  port2.postMessage(null);
  window.longestPause = () => {
    note();
    watching = false;
    return longest;
  };
`;

/** The most bytes the process of the window ever had in memory (VmHWM of proc(5)). */
async function peakMemory({ app }: RunningConcord): Promise<number> {
  const pid = await app.evaluate(
    ({ app: electron }) => electron.getAppMetrics().find(({ type }) => type === 'Tab')?.pid,
  );
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return Number(kilobytes) * 1_024;
}
