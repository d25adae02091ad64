import { expect, test } from '@playwright/test';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inLines, makePdf } from '../support/make-pdf';
import { launchConcord, takeScreenshot, type RunningConcord } from './harness';
import { expectNoAxeViolations } from './pages/axe';
import { ConcordWindow } from './pages/concord-window';

/**
 * Full text in the real window: 34 reports, 30 PDFs matched from a folder, two blind coders, conflicts settled, reports of
 * one study linked, and the PRISMA boxes equal to a count by hand.
 */
test.describe.configure({ mode: 'serial' });

let running: RunningConcord;
let concord: ConcordWindow;

const places = ['Utrecht', 'Leeds', 'Porto', 'Graz', 'Tartu', 'Ghent', 'Lyon', 'Cork', 'Bergen'];
const subjects = ['hope', 'housing', 'loneliness', 'work', 'self-stigma', 'symptoms', 'empowerment'];
const of = <T>(list: readonly T[], at: number): T => {
  const one = list[at % list.length];
  if (one === undefined) throw new Error('empty list');
  return one;
};
const report = (index: number) => ({
  title: `Peers and ${of(subjects, index)} in ${of(places, Math.floor(index / 7))}, project ${index * 37 + 11}: a trial`,
  author: `Inventor${index}`,
  year: 1990 + index,
  doi: `10.99999/full.${index}`,
  pmid: String(30_000_100 + index),
});
const all = 36;
const forward = 34;

const ris = Array.from({ length: all }, (_, index) => {
  const { title, author, year, doi, pmid } = report(index);
  const registered = index < 2 ? ' Registered as NCT01234567.' : '';
  return `TY  - JOUR\r\nTI  - ${title}\r\nAU  - ${author}, A.\r\nAU  - Helper${index}, B.\r\nPY  - ${year}\r\nJO  - Journal of Invented Trials\r\nDO  - ${doi}\r\nAN  - ${pmid}\r\nDB  - PubMed\r\nAB  - Adults met peers weekly.${registered}\r\nER  - \r\n`;
}).join('\r\n');

const paper = (index: number): Buffer => {
  const { title, author, year } = report(index);
  return makePdf({
    pages: [
      [
        `Journal of Invented Trials ${year}`,
        ...inLines(title),
        `A. ${author} and B. Helper${index}`,
        'Abstract',
      ],
      ['Methods', 'Adults were allocated at random.', 'All sessions were led by peers.'],
    ],
  });
};
const scan = (mark: string): Buffer => makePdf({ pages: [[mark]] });

/** The 30 files: 25 beyond doubt, 4 to ask about, 1 like nothing. */
function folderOfPdfs(): string {
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'concord-pdfs-')), 'papers');
  mkdirSync(path.join(folder, 'more'), { recursive: true });
  const write = (name: string, bytes: Buffer): void => writeFileSync(path.join(folder, name), bytes);
  for (let index = 0; index < 8; index += 1)
    write(`${report(index).doi.replace('/', '_')}.pdf`, scan(`scan ${index}`));
  for (let index = 8; index < 16; index += 1)
    write(path.join('more', `download (${index}).pdf`), paper(index));
  for (let index = 16; index < 24; index += 1) {
    const { doi, title } = report(index);
    write(`main-${index}.pdf`, makePdf({ pages: [[`https://doi.org/${doi}`, ...inLines(title)]] }));
  }
  write('10.99999_full.24.pdf', makePdf({ pages: [['Secret']], locked: true }));
  write(
    'Supplementary tables.pdf',
    makePdf({ pages: [[...inLines(report(8).title), report(8).author, '1998', 'Helper8']] }),
  );
  for (const index of [25, 26])
    write(`${report(index).author} ${report(index).year}.pdf`, scan(`poor scan ${index}`));
  write(
    'copy of 9.pdf',
    makePdf({ pages: [[...inLines(report(9).title), 'Inventor9 Helper9 1999', 'preprint']] }),
  );
  write('invoice.pdf', scan('Invoice. Please pay.'));
  writeFileSync(path.join(folder, 'notes.txt'), 'no PDF');
  return folder;
}

const boxOf = async (): Promise<string> => {
  await concord.goTo('PRISMA flow');
  const figure = running.page.getByRole('img', { name: /PRISMA 2020 flow diagram/ });
  return ((await figure.getAttribute('aria-label')) ?? '').replaceAll('\u00a0', ' ');
};

/** Lets go of the list of coders, where a letter would choose somebody. */
const leaveField = (): Promise<void> => concord.leaveField();

test.beforeAll(async () => {
  test.setTimeout(180_000);
  running = await launchConcord();
  concord = new ConcordWindow(running.page);
  await concord.startInEnglish();
  await concord.newReview('Full text, tested', 'Lena Lead');
  await concord.importFile({ name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ris) }, 'PubMed');
  for (const coder of ['Cora Coder', 'Dirk Coder']) {
    await concord.addCoder(coder, 'Coder');
    await concord.goTo('Titles and abstracts');
    await leaveField();
    for (let index = 0; index < all; index += 1) await concord.voteByKey(index < forward ? 'i' : 'e');
  }
});
test.afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

const showPart = (name: string): Promise<void> =>
  running.page.getByRole('radio', { name, exact: true }).check();

test('30 PDFs of a folder find their reports; what is in doubt is asked', async () => {
  const { page } = running;
  await concord.goTo('Full texts');
  await showPart('Reports and files');
  await expect(page.getByText('Without a file 34')).toBeVisible();
  await leaveFieldInReports();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Choose a folder').setInputFiles(folderOfPdfs());
  await expect(dialog.getByRole('heading', { name: 'Beyond doubt (25)' })).toBeVisible({ timeout: 60_000 });
  await expect(dialog.getByRole('heading', { name: 'Please say which (4)' })).toBeVisible();
  await expect(dialog.getByRole('heading', { name: 'Like no report (1)' })).toBeVisible();
  await expect(dialog.getByText('No PDF (1)')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Keep 25 files' })).toBeEnabled();
  for (const index of [25, 26]) {
    const { author, year } = report(index);
    await dialog
      .getByLabel(`Report of ${author} ${year}.pdf`)
      .selectOption({ label: `${author} ${year} · ${report(index).title}` });
  }
  // Two files are equally sure to be report 9: neither is ticked.
  await dialog
    .getByLabel('Report of download (9).pdf')
    .selectOption({ label: `Inventor9 1999 · ${report(9).title}` });
  await takeScreenshot(page, 'folder-dialog');
  await expectNoAxeViolations(page, 'PDFs from a folder');
  await dialog.getByRole('button', { name: 'Keep 28 files' }).click();
  await expect(page.getByText('28 files are kept')).toBeVisible();
  await expect(page.getByText('Without a file 7')).toBeVisible();
  await expect(page.getByText('To find 7')).toBeVisible();
  await takeScreenshot(page, 'reports');
  await expectNoAxeViolations(page, 'reports and files');
});

async function leaveFieldInReports(): Promise<void> {
  await running.page.getByRole('complementary').getByRole('heading', { level: 2 }).click();
}

test('the same folder again brings nothing twice', async () => {
  const { page } = running;
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Choose a folder').setInputFiles(folderOfPdfs());
  await expect(dialog.getByRole('heading', { name: 'Kept already (28)' })).toBeVisible({ timeout: 60_000 });
  await page.keyboard.press('Escape');
});

test('what is still sought goes out as a list, and is looked for in the browser by number only', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Request list, CSV' }).click();
  await expect(page.getByText('7 reports on the list')).toBeVisible();
  const list = readFileSync(path.join(running.saveFolder, 'reports to find.csv'), 'utf8')
    .trim()
    .split('\r\n');
  expect(list).toHaveLength(8);
  expect(list[1]).toContain(report(27).doi);
  await expect(page.getByRole('button', { name: 'Unpaywall' })).toBeVisible();
});

test('five reports are given up with a reason, after attempts that are kept', async () => {
  const { page } = running;
  await page.getByLabel('Author, title, year or DOI').fill('Inventor27');
  await page.getByLabel('Where or how').selectOption('authors');
  await page.getByLabel('Note', { exact: true }).fill('Wrote on Monday');
  await page.getByRole('button', { name: 'Note it' }).click();
  await expect(page.getByText('Sought: Asked the authors')).toBeVisible();
  for (let index = 27; index < 32; index += 1) {
    await page.getByLabel('Author, title, year or DOI').fill(`Inventor${index}`);
    await page.getByLabel('What came of it').selectOption('not-retrieved');
    await page.getByLabel('Why not?').selectOption('no-answer');
    await page.getByRole('button', { name: 'Note it' }).click();
    await expect(page.getByText('Nobody is asked to assess it', { exact: false })).toBeVisible();
  }
  await page.getByLabel('Author, title, year or DOI').fill('');
  await expect(page.getByText('Not retrieved 5')).toBeVisible();
});

/** How each coder votes on the 29 reports left: included, or excluded for the reason under that digit. */
const votesOfCora = (index: number): 'i' | '6' | '7' => (index % 3 === 0 ? '6' : index === 31 ? '7' : 'i');
const votesOfDirk = (index: number): 'i' | '6' | '7' => {
  // Three differ in the decision (1, 4, 7), one in the reason (3).
  if ([1, 4, 7].includes(index)) return '6';
  return index === 3 ? '7' : votesOfCora(index);
};
const assessed = Array.from({ length: forward }, (_, index) => index).filter(
  (index) => index < 27 || index > 31,
);

async function screenAll(votes: (index: number) => 'i' | '6' | '7'): Promise<void> {
  const { page } = running;
  for (const index of assessed) {
    await expect(page.getByRole('heading', { name: new RegExp(`^Inventor${index} `) })).toBeVisible();
    const vote = votes(index);
    if (vote === 'i') await concord.voteByKey('i');
    else {
      const before = await concord.progress();
      await page.keyboard.press('e');
      await expect(page.getByText('Why is it excluded?', { exact: false })).toBeVisible();
      await page.keyboard.press(vote);
      await expect(page.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow', before);
      await concord.saved();
    }
  }
}

test('two coders read and vote, and neither sees anything of the other', async () => {
  test.setTimeout(180_000);
  const { page } = running;
  await concord.workAs('Cora Coder', 'Coder');
  await concord.goTo('Full texts');
  await showPart('Screen');
  await leaveField();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '29');
  await screenAll(votesOfCora);
  await expect(page.getByRole('heading', { name: 'You have voted on everything here' })).toBeVisible();

  await concord.workAs('Dirk Coder', 'Coder');
  await concord.goTo('Full texts');
  await leaveField();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');
  await expect(page.getByText('One other coder has voted')).toBeVisible();
  await expect(page.getByText('Your vote', { exact: true })).toBeHidden();
  await showPart('Reports and files');
  await expect(page.getByText('Without a file 7')).toBeVisible();
  const seen = await page.getByRole('main').or(page.locator('body')).first().innerText();
  expect(seen).not.toMatch(/Exclude|No outcome of interest/u);
  await concord.goTo('Conflicts');
  await page.getByRole('radio', { name: 'Full texts' }).check();
  await expect(page.getByRole('heading', { name: 'Still blind' })).toBeVisible();
  await concord.goTo('PRISMA flow');
  await expect(
    page.getByText('Here stands only what does not depend on the votes of others', { exact: false }),
  ).toBeVisible();
  await concord.goTo('Full texts');
  await leaveField();
  await screenAll(votesOfDirk);
});

test('conflicts are settled beside the PDF, with exactly one reason for an exclusion', async () => {
  const { page } = running;
  await concord.addCoder('Ada Adjudicator', 'Adjudicator');
  await concord.goTo('Conflicts');
  await page.getByRole('radio', { name: 'Full texts' }).check();
  await expect(page.getByText('4 to settle')).toBeVisible();
  await takeScreenshot(page, 'full-text-conflict');
  for (let left = 4; left > 0; left -= 1) {
    const about = (await page.getByRole('complementary').last().innerText()).includes('reason');
    await page.getByRole('button', { name: 'Show how they voted' }).click();
    const aside = page.getByRole('complementary').last();
    if (about) {
      await aside.getByRole('button', { name: 'Exclude' }).click();
      await expect(aside.getByRole('button', { name: 'Settle', exact: true })).toBeDisabled();
      await aside.getByLabel('Reason').selectOption({ value: 'no-results' });
    } else await aside.getByRole('button', { name: 'Include' }).click();
    await aside.getByRole('button', { name: 'Settle', exact: true }).click();
    if (left > 1) await expect(page.getByText(`${left - 1} to settle`)).toBeVisible();
  }
  await expect(page.getByRole('heading', { name: 'No conflicts' })).toBeVisible();
});

test('two reports of one registered trial are linked as a study', async () => {
  const { page } = running;
  await concord.goTo('Full texts');
  await showPart('Studies');
  await expect(page.getByRole('heading', { name: '1 pair may be one study' })).toBeVisible();
  await takeScreenshot(page, 'studies');
  await expectNoAxeViolations(page, 'studies');
  await page.getByRole('button', { name: 'One study', exact: true }).click();
  await expect(page.getByRole('heading', { name: '1 study with several reports' })).toBeVisible();
  await page.getByRole('button', { name: 'Take out' }).first().click();
  await expect(page.getByRole('heading', { name: '0 studies with several reports' })).toBeVisible();
  await page.getByLabel('Author, title, year or DOI').fill('Inventor');
  await page.getByRole('checkbox', { name: /^Inventor1 / }).check();
  await page.getByRole('checkbox', { name: /^Inventor2 / }).check();
  await page.getByRole('button', { name: 'Link 2 as one study' }).click();
  await expect(page.getByRole('heading', { name: '1 study with several reports' })).toBeVisible();
});

test('the PRISMA boxes equal a count by hand', async () => {
  const { page } = running;
  // By hand: excluded are the multiples of three below 27 and above 31 (0, 3, ..., 24, 33): ten, of which report 3 ended
  // under another reason. 29 assessed - 10 excluded = 19 reports; 1 and 2 are one study.
  const said = await boxOf();
  for (const text of [
    'Databases (n = 36)',
    'Records screened (n = 36)',
    'Records excluded (n = 2)',
    'Reports sought for retrieval (n = 34)',
    'Reports not retrieved (n = 5)',
    'Reports assessed for eligibility (n = 29)',
    'No outcome of interest (n = 9)',
    'No results reported (n = 1)',
    'Studies included in review (n = 18)',
    'Reports of included studies (n = 19)',
  ]) {
    expect(said).toContain(text);
  }
  await page.getByRole('button', { name: /CSV/ }).first().click();
  await expect(() => {
    const csv = readFileSync(path.join(running.saveFolder, 'prisma-2020.csv'), 'utf8').replaceAll('\r', '');
    for (const row of [
      /^dbr_sought_reports,.*,34$/mu,
      /^dbr_notretrieved_reports,.*,5$/mu,
      /^dbr_assessed,.*,29$/mu,
      /^dbr_excluded,.*,"No outcome of interest, 9; No results reported, 1"$/mu,
      /^new_studies,.*,18$/mu,
      /^new_reports,.*,19$/mu,
    ]) {
      expect(csv).toMatch(row);
    }
  }).toPass();
  await page.getByRole('button', { name: 'Excluded reports, CSV' }).click();
  await expect(() => {
    const rows = readFileSync(path.join(running.saveFolder, 'excluded reports.csv'), 'utf8')
      .trim()
      .split('\r\n');
    expect([rows.length - 1, rows.filter((row) => row.includes('not retrieved')).length]).toEqual([15, 5]);
  }).toPass({ timeout: 10_000 });
});
