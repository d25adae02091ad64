import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { launchConcord, type RunningConcord } from '../e2e/harness/launch';
import { ConcordWindow } from '../e2e/pages/concord-window';
import { generateRis } from './generate-ris';
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
  const text = Buffer.from(generateRis(count));
  writeFileSync(file, text);
  const running = await launchConcord();
  try {
    const facts = await importing(running, file);
    const megabytes = Math.round(text.length / MEGABYTE);
    return [
      { title: `${count.toLocaleString('en')} records of RIS, ${megabytes} MB, into the window`, facts },
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
    facts.push(
      [`${what}: time`, `${seconds.toFixed(0)} s`],
      [`${what}: longest pause of the window`, `${Math.round(pause)} ms`],
      [`${what}: most memory so far, process of the window`, `${Math.round(memory / MEGABYTE)} MB`],
    );
  };
  const timeout = 300_000;
  await phase('reading the file', async () => {
    await page.getByLabel('Choose files').setInputFiles(file);
    await page.getByLabel('Database or register').waitFor({ timeout });
  });
  await page.getByLabel('Database or register').fill('PubMed');
  const button = page.getByRole('button', { name: /^Import \d/ });
  await phase('importing what was read', async () => {
    await button.click();
    await button.waitFor({ state: 'hidden', timeout });
  });
  await phase('showing the list', async () => {
    await concord.goTo('Titles and abstracts');
    await page.locator('article h2, [role=row]').first().waitFor({ timeout });
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
