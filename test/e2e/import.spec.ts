import { expect, test, type Locator } from '@playwright/test';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { launchConcord, type RunningConcord } from './harness/launch';
import { ConcordWindow } from './pages/concord-window';
import { embaseTable, found, psycinfoTurkish, pubmedExport, works } from './support/three-databases';

/** One search in three databases: encoding and columns put right by hand, copies joined, one import undone. */
test.describe.configure({ mode: 'serial' });

let running: RunningConcord;
let concord: ConcordWindow;

test.beforeAll(async () => {
  running = await launchConcord();
  concord = new ConcordWindow(running.page);
  await concord.startInEnglish();
  await concord.newReview('Imports, tested', 'Lena Lead');
});
test.afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

/** Of the pairs in doubt, so many are told to be different. */
const wronglyAlike = 2;
const settledDuplicates = 2_000 - works.all - wronglyAlike;

const staged = (name: string): Locator => running.page.getByRole('region', { name, exact: true });

/** The boxes of the flow, as the program itself hands them on. */
async function flow(): Promise<ReadonlyMap<string, string>> {
  await concord.goTo('PRISMA flow');
  const file = path.join(running.saveFolder, 'prisma-2020.csv');
  rmSync(file, { force: true });
  await running.page.getByRole('button', { name: 'Save counts (PRISMA2020 CSV)' }).click();
  await expect.poll(() => readCsv(file).size).toBeGreaterThan(0);
  return readCsv(file);
}

test('three exports are dropped at once, and what they are is told', async () => {
  const { page } = running;
  await concord.goTo('Import');
  await page.getByLabel('Choose files').setInputFiles([
    { name: 'pubmed-search.nbib', mimeType: 'text/plain', buffer: pubmedExport() },
    { name: 'embase-search.csv', mimeType: 'text/csv', buffer: embaseTable() },
    { name: 'psycinfo-search.ris', mimeType: 'text/plain', buffer: psycinfoTurkish() },
  ]);
  await expect(staged('pubmed-search.nbib')).toContainText('800 records');
  await expect(staged('pubmed-search.nbib')).toContainText('PubMed (nbib / MEDLINE)');
  await expect(staged('pubmed-search.nbib').getByLabel('Database or register')).toHaveValue('PubMed');
  await expect(staged('psycinfo-search.ris')).toContainText('500 records');
});

test('an encoding no program can tell is chosen by hand, seeing at once how names read', async () => {
  const { page } = running;
  const file = staged('psycinfo-search.ris');
  await expect(file).not.toContainText('Turkish');
  await file.getByRole('button', { name: 'How it is read' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('list')).not.toContainText('Yıldız');
  await dialog.getByLabel('Encoding').first().selectOption({ label: 'Turkish (Windows)' });
  await expect(dialog.getByRole('list')).toContainText('Yıldız');
  await dialog.getByRole('button', { name: 'Read it so' }).click();
  await expect(file).toContainText('Turkish (Windows) (chosen by hand)');
  await expect(file).toContainText('Søndergård');
});

test('columns under headings nobody knows are mapped in a preview', async () => {
  const { page } = running;
  const file = staged('embase-search.csv');
  await file.getByRole('button', { name: 'Columns' }).click();
  const dialog = page.getByRole('dialog');
  for (const [heading, field] of [
    ['Naam van het stuk', 'Title'],
    ['Wie', 'Authors'],
    ['Wanneer', 'Year'],
    ['Waar', 'Journal'],
    ['Nummer', 'DOI'],
    ['Tekst', 'Abstract'],
  ] as const) {
    await dialog.getByLabel(`Holds: ${heading}`).selectOption({ label: field });
  }
  await expect(dialog.getByRole('listitem').first()).toContainText('Peer support and');
  await dialog.getByRole('button', { name: 'Read it so' }).click();
  await expect(file).toContainText('700 records');
  await expect(file.getByRole('listitem').first()).toContainText('project 14848');
});

test('every record is imported, copies are joined, and PRISMA counts both', async () => {
  const { page } = running;
  const embase = staged('embase-search.csv');
  await embase.getByText('Strategy, limits and hits').click();
  await embase.getByLabel('Hits reported').fill('712');
  await expect(embase).toContainText('712 hits; the file holds 700');
  await page.getByRole('button', { name: 'Import 2,000 records' }).click();
  await expect(page.getByText(/2,000 records imported/)).toBeVisible({ timeout: 60_000 });
  await concord.duplicatesSearched();
  const boxes = await flow();
  expect(boxes.get('database_results')).toBe('2000');
  expect(boxes.get('duplicates')).toBe(String(2_000 - works.all - works.inDoubt));
  expect(boxes.get('records_screened')).toBe('0');
});

test('what rules cannot tell is settled side by side, and PRISMA counts every answer', async () => {
  const { page } = running;
  await concord.goTo('Duplicates');
  await expect(page.getByRole('status').filter({ hasText: `1 of ${works.inDoubt}` })).toBeVisible();
  await expect(page.getByRole('row', { name: /^Year/ })).toContainText('differs');
  for (let left = works.inDoubt; left > 0; left -= 1) {
    await expect(page.getByRole('radio', { name: `To settle (${left})` })).toBeAttached();
    await page.keyboard.press(left > wronglyAlike ? 's' : 'd');
  }
  await expect(page.getByRole('heading', { name: 'No pair left to settle' })).toBeVisible();
  const boxes = await flow();
  expect(boxes.get('database_results')).toBe('2000');
  expect(boxes.get('duplicates')).toBe(String(settledDuplicates));
  await concord.goTo('Duplicates');
  await page.getByRole('radio', { name: 'Account' }).check();
  await expect(page.getByRole('row', { name: /^Copies joined by hand/ })).toContainText(
    String(works.inDoubt - wronglyAlike),
  );
  await expect(page.getByRole('row', { name: /^Records left to screen/ })).toContainText('1,202');
});

test('a sample of what rules joined is checked, and a wrong join is taken apart until it is taken back', async () => {
  const { page } = running;
  await concord.goTo('Duplicates');
  await page.getByRole('radio', { name: 'Check' }).check();
  await page.getByLabel('How many').selectOption('20');
  await page.getByRole('button', { name: 'Draw a sample' }).click();
  await expect(page.getByText('0 of 20 checked').first()).toBeVisible();
  await page.keyboard.press('w');
  await expect(page.getByText('0 of 1 were right: 0% (95% confidence interval 0% to 97.5%)')).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByText(/^1 of 2 was right: 50%/)).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText(/^0 of 1 were right/)).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByText('0 of 20 checked').first()).toBeVisible();
  expect((await flow()).get('duplicates')).toBe(String(settledDuplicates));
  await concord.goTo('Duplicates');
});

test('a run of rules is taken apart as a whole, and joined again after a look', async () => {
  const { page } = running;
  await page.getByRole('radio', { name: 'Account' }).check();
  await page.getByRole('button', { name: 'Take the run apart' }).click();
  await expect(page.getByText(/copies stand alone again/)).toBeVisible();
  expect((await flow()).get('duplicates')).toBe(String(works.inDoubt - wronglyAlike));
  await concord.goTo('Duplicates');
  await page.getByRole('button', { name: 'Look for duplicates', exact: true }).click();
  await page.getByRole('button', { name: 'Join them all' }).click();
  await expect(page.getByText(/^Duplicates: .* more copies joined/).last()).toBeVisible();
  const boxes = await flow();
  // What people said was never touched.
  expect(boxes.get('duplicates')).toBe(String(settledDuplicates));
});

test('one import is undone and brought back; PRISMA follows both ways', async () => {
  const { page } = running;
  await concord.goTo('Import');
  const batch = page.getByRole('row', { name: /psycinfo-search/ });
  await batch.getByRole('button', { name: 'Undo import' }).click();
  await expect(page.getByText('500 records are taken out')).toBeVisible();
  const undone = await flow();
  expect(undone.get('database_results')).toBe(String(found.pubmed + found.embase));
  expect(undone.get('duplicates')).toBe(String(found.pubmed + found.embase - works.withoutPsycinfo));
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(page.getByText('The batch is back')).toBeVisible();
  const back = await flow();
  expect(back.get('database_results')).toBe('2000');
  expect(back.get('duplicates')).toBe(String(settledDuplicates));
});

test('a record is corrected, and the correction taken back; the import stays as it was', async () => {
  const { page } = running;
  await concord.goTo('Titles and abstracts');
  const title = (await concord.title()) ?? '';
  await page.getByRole('button', { name: /^Correct/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Title', { exact: true }).fill('A corrected title');
  await expect(dialog.getByText(`As imported: ${title}`)).toBeVisible();
  await dialog.getByLabel('Why, or from where').fill('Read in the article');
  await dialog.getByRole('button', { name: 'Save the correction' }).click();
  await expect(page.locator('article h2')).toHaveText('A corrected title');
  await expect(page.getByText(/Corrected by Lena Lead.*: Title \(Read in the article\)/)).toBeVisible();
  await page.getByRole('button', { name: 'Take back' }).click();
  await expect(page.locator('article h2')).toHaveText(title);
});

test('a record is added by hand, and counts under its own source', async () => {
  const { page } = running;
  await concord.goTo('Import');
  await page.getByRole('button', { name: 'Add a record by hand' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Database or register').fill('Reference lists');
  await dialog.getByLabel('Title', { exact: true }).fill('A book nobody indexed');
  await dialog.getByLabel('Year').fill('2011');
  await dialog.getByRole('button', { name: 'Add the record' }).click();
  await expect(page.getByRole('row', { name: /Reference lists/ })).toBeVisible();
  const boxes = await flow();
  expect(boxes.get('citations_results')).toBe('1');
  expect(boxes.get('database_results')).toBe('2000');
});

test('records are completed from a second export, only where they are empty', async () => {
  const { page } = running;
  const second = [
    'TY  - JOUR',
    'TI  - Peer support and hope in Utrecht, project 48: a cohort study',
    'DO  - 10.99999/INVENTED.1',
    'PY  - 1900',
    'KW  - peers',
    'SN  - 1234-5679',
    'ER  - ',
    '',
  ].join('\r\n');
  await concord.goTo('Import');
  await page.getByRole('button', { name: 'Complete from another export' }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByLabel('Complete from another export')
    .setInputFiles({ name: 'second.ris', mimeType: 'text/plain', buffer: Buffer.from(second) });
  await expect(dialog).toContainText('1 record gets 2 fields: Keywords 1 · ISSN 1');
  await dialog.getByRole('button', { name: 'Complete 1 record' }).click();
  await expect(page.getByText('2 fields of 1 record')).toBeVisible();
  await page.getByRole('button', { name: 'Undo: second.ris' }).click();
  await expect(page.getByText('What was filled is empty again')).toBeVisible();
});

test('remarks and the original file can be saved, and all records handed on', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Original file: psycinfo-search.ris' }).click();
  const original = path.join(running.saveFolder, 'psycinfo-search.ris');
  await expect.poll(() => sizeOf(original)).toBe(psycinfoTurkish().length);
  expect(readFileSync(original).equals(psycinfoTurkish())).toBe(true);
  await page.getByLabel('Which').selectOption({ label: 'One record for each report' });
  await page.getByRole('button', { name: 'Save the file' }).click();
  const records = path.join(running.saveFolder, 'records.ris');
  await expect.poll(() => sizeOf(records)).toBeGreaterThan(0);
  const text = readFileSync(records, 'utf8');
  expect(text.match(/^TY {2}- /gm)).toHaveLength(works.all + wronglyAlike + 1);
  expect(text).toContain('Lefèvre');
});

function sizeOf(file: string): number {
  try {
    return readFileSync(file).length;
  } catch {
    return 0;
  }
}

function readCsv(file: string): ReadonlyMap<string, string> {
  const text = sizeOf(file) === 0 ? '' : readFileSync(file, 'utf8');
  return new Map(
    text.split(/\r?\n/).flatMap((line): [string, string][] => {
      const [, box = '', count = ''] = /^([^,]*),.*,([^,"]*|"[^"]*")$/u.exec(line) ?? [];
      return box === '' ? [] : [[box, count]];
    }),
  );
}
