import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchConcord, type RunningConcord } from './harness/launch';
import { ConcordWindow } from './pages/concord-window';
import { doubtfulSheet } from './support/doubtful-sheet';

/** A sheet with three mistakes: each is answered in its own way, and the sheet handed over says so. */
test.describe.configure({ mode: 'serial' });

let running: RunningConcord;
let concord: ConcordWindow;

test.beforeAll(async () => {
  running = await launchConcord();
  concord = new ConcordWindow(running.page);
  await concord.startInEnglish();
  await concord.newReview('Checks, tested', 'Lena Lead');
  await concord.importSheet({ name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(doubtfulSheet) });
  await expect(running.page.getByText('look like standard errors').first()).toBeVisible();
});
test.afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

const rowOf = (study: string, text: string) =>
  running.page.getByRole('row').filter({ hasText: study }).filter({ hasText: text });

test('what nobody answered is counted where the sheet is handed over', async () => {
  const { page } = running;
  await concord.goTo('Hand over');
  await expect(page.getByText('3 alarms are not answered yet')).toBeVisible();
  await expect(rowOf('Kuiper, 2021', 'standard errors')).toBeVisible();
});

test('an alarm is checked and stands, with a reason, and can be opened again', async () => {
  const { page } = running;
  await rowOf('Kuiper, 2021', 'unusually large').getByRole('button', { name: 'Checked, stands' }).click();
  await page.getByLabel('Why').fill('The paper says so on page 7');
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 alarms are not answered yet')).toBeVisible();
  await page.getByRole('radio', { name: /^All/ }).check();
  await expect(page.getByText('Stands (Lena Lead): The paper says so on page 7')).toBeVisible();
  await page.getByRole('button', { name: /^Reopen/ }).click();
  await expect(page.getByText('3 alarms are not answered yet')).toBeVisible();
});

test('an alarm found true becomes a correction, beside the study too', async () => {
  const { page } = running;
  await concord.goTo('Extraction');
  await page.getByRole('button', { name: /^Kuiper, 2021/ }).click();
  const panel = page.getByRole('region', { name: 'Checks' });
  const line = panel.getByRole('row').filter({ hasText: 'look like standard errors' });
  await line.getByRole('button', { name: /^Read differently/ }).click();
  await expect(panel.getByLabel('Read it as')).toHaveValue('sd-is-se');
  await panel.getByLabel('Why').fill('Note under table 2');
  await panel.getByRole('button', { name: 'Save' }).click();
  await expect(line).toContainText('The SDs are standard errors (Lena Lead): Note under table 2');
  await concord.goTo('Hand over');
  await expect(page.getByText('1 alarm is not answered yet')).toBeVisible();
});

test('the sheet carries the correction and what was answered', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Save: Pooling sheet, complete (JSON)' }).click();
  const file = path.join(running.saveFolder, 'pooling-sheet.json');
  await expect
    .poll(() => {
      try {
        return JSON.parse(readFileSync(file, 'utf8')) as unknown;
      } catch {
        return null;
      }
    })
    .toMatchObject({
      corrections: [{ change: 'sd-is-se', reason: 'Note under table 2', by: 'Lena Lead' }],
      provenance: { settled: expect.arrayContaining([expect.objectContaining({ method: 'sheet' })]) },
    });
});

test('documents are saved, and a frozen version keeps what went out', async () => {
  const { page } = running;
  const start = (name: string): string => {
    try {
      return readFileSync(path.join(running.saveFolder, name)).subarray(0, 2).toString();
    } catch {
      return '';
    }
  };
  for (const [label, name] of [
    ['Table of characteristics (Word)', 'characteristics.docx'],
    ['Extraction sheet with every coder (Excel)', 'extraction.xlsx'],
  ] as const) {
    await page.getByRole('button', { name: `Save: ${label}` }).click();
    await expect.poll(() => start(name)).toBe('PK');
  }
  await page.getByRole('button', { name: 'Save all as one file (ZIP)' }).click();
  await expect.poll(() => start('hand-over.zip')).toBe('PK');
  await page.getByRole('button', { name: 'Freeze this sheet' }).click();
  await expect(page.getByText('Nothing has changed since version 1.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Freeze this sheet' })).toBeDisabled();
  await expect(page.getByText('1 alarm not answered, 1 result read differently')).toBeVisible();
  await page.getByRole('button', { name: 'Save version 1 (JSON)' }).click();
  await expect.poll(() => start('pooling-sheet-v1.json')).toBe('{"');
});

test('the sheet handed over comes into another review as the same rows', async () => {
  const { page } = running;
  const sheet = readFileSync(path.join(running.saveFolder, 'pooling-sheet.json'));
  await page.getByRole('button', { name: /All reviews/ }).click();
  await concord.newReview('The same again', 'Lena Lead');
  await concord.goTo('Import');
  await page
    .getByLabel('Choose a sheet')
    .setInputFiles({ name: 'pooling-sheet.json', mimeType: 'application/json', buffer: sheet });
  await expect(page.getByText('4 rows of 3 studies').first()).toBeVisible();
  await concord.goTo('Hand over');
  await page.getByRole('button', { name: 'Save: Pooling sheet, Metapsy standard (CSV)' }).click();
  await expect
    .poll(() => {
      try {
        return readFileSync(path.join(running.saveFolder, 'pooling-sheet.csv'), 'utf8');
      } catch {
        return '';
      }
    })
    .toContain('"Kuiper, 2021",Personal recovery,Peer support');
});
