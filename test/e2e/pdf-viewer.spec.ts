import { expect, test } from '@playwright/test';
import { launchConcord, takeScreenshot, type RunningConcord } from './harness';
import { expectNoAxeViolations } from './pages/axe';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';
import { inLines, makePdf } from '../support/make-pdf';

/** Reading a report in the real window: pages, search, quotes, files that are not what they seem. */
test.describe.configure({ mode: 'serial' });

let running: RunningConcord;
let concord: ConcordWindow;

const pageOf = (number: number): string[] => [
  `Page ${number} of an invented trial of peer support`,
  ...inLines(
    'In this randomised trial all sessions were led by peers with lived experience of mental illness. Care as usual went on in both groups, and no clinician took part in the meetings.',
  ),
  number === 37 ? 'The needle stands here and nowhere else.' : 'Nothing to see on this one.',
];
const paper = makePdf({ pages: Array.from({ length: 120 }, (_, index) => pageOf(index + 1)) });
const thesis = makePdf({
  pages: Array.from({ length: 500 }, (_, index) => [
    ...Array.from({ length: 9 }, () => pageOf(index + 1)).flat(),
    index === 496 ? 'The bandicoot stands here and nowhere else.' : 'No animals on this page.',
  ]),
});

test.beforeAll(async () => {
  running = await launchConcord();
  concord = new ConcordWindow(running.page);
  await concord.startInEnglish();
  await concord.newReview('Papers, read', 'Lena Lead');
  await concord.importFile(
    { name: 'three.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(3)) },
    'PubMed',
  );
  for (const coder of ['Cora Coder', 'Dirk Coder']) {
    await concord.addCoder(coder, 'Coder');
    await concord.goTo('Titles and abstracts');
    // The dialog gives the focus back to the list of coders, where letters choose a coder.
    await concord.leaveField();
    for (const key of ['i', 'i', 'i'] as const) await concord.voteByKey(key);
  }
  await concord.goTo('Full texts');
});
test.afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

const addFile = (name: string, buffer: Buffer): Promise<void> =>
  running.page
    .getByLabel('Choose PDFs of this report')
    .setInputFiles({ name, mimeType: 'application/pdf', buffer });

test('a PDF added to a report is shown, page by page as they come into sight', async () => {
  const { page } = running;
  await expect(page.getByText('No PDF yet', { exact: false })).toBeVisible();
  await expect(page.getByRole('radiogroup', { name: 'Report' })).toHaveCount(1);
  await addFile('Author1 2020.pdf', paper);
  await expect(page.getByText('of 120')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Page 1', exact: true }).locator('canvas')).toBeVisible();
  await expect(page.getByText('Page 1 of an invented trial of peer support')).toBeAttached();
  // A long paper keeps its place without being drawn.
  expect(await page.locator('[data-page]').count()).toBe(120);
  expect(await page.locator('[data-page] canvas').count()).toBeLessThan(8);
  await takeScreenshot(page, 'pdf-viewer');
});

test('the search goes to the page and comes back with Escape', async () => {
  const { page } = running;
  await page.keyboard.press('/');
  await page.keyboard.type('needle stands');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await expect(page.getByLabel('Page', { exact: true })).toHaveValue('37');
  await expect(page.locator('[data-page="37"] [class*=current-hit]')).toBeVisible();
  await takeScreenshot(page, 'pdf-search');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Home');
  await expect(page.getByLabel('Page', { exact: true })).toHaveValue('1');
  await page.keyboard.press('End');
  await expect(page.getByLabel('Page', { exact: true })).toHaveValue('120');
  await page.keyboard.press('+');
  await expect(page.getByLabel('Page', { exact: true })).toHaveValue('120');
  await page.keyboard.press('0');
});

test('pages are shown small, and lead to the page', async () => {
  const { page } = running;
  await page.keyboard.press('g');
  const small = page.getByRole('list', { name: 'All pages, small' });
  await expect(small.locator('canvas').first()).toBeVisible();
  expect(await small.locator('canvas').count()).toBeLessThan(30);
  await small.getByRole('button', { name: 'Page 3', exact: true }).click();
  await expect(page.getByLabel('Page', { exact: true })).toHaveValue('3');
  await page.keyboard.press('g');
  await expect(small).toBeHidden();
});

test('what is selected becomes a quote for the criterion in focus, kept with its page', async () => {
  const { page } = running;
  await page.getByLabel('Page', { exact: true }).fill('37');
  await page.keyboard.press('Enter');
  await page.locator('[data-page="37"]').getByText('The needle stands here and nowhere else.').selectText();
  await page.keyboard.press('q');
  await expect(page.getByRole('blockquote')).toContainText('The needle stands here and nowhere else.');
  await expect(page.getByRole('radiogroup', { name: 'Report' })).toHaveCount(1);
  await page.keyboard.press('Home');
  await page.getByRole('button', { name: 'Page 37' }).click();
  await expect(page.getByLabel('Page', { exact: true })).toHaveValue('37');
  await expect(page.locator('[data-page="37"] rect').first()).toBeVisible();
  await takeScreenshot(page, 'pdf-quote');
  for (const key of ['y', 'y', 'y', 'y']) await page.keyboard.press(key);
  await concord.voteByKey('Enter');
  await page.keyboard.press('k');
  await expect(page.getByRole('blockquote')).toContainText('The needle stands here');
  await page.keyboard.press('j');
});

test('a supplement stands beside the report, and a better copy takes its place without losing the old one', async () => {
  const { page } = running;
  await addFile('scan.pdf', makePdf({ pages: [['A poor scan']] }));
  await expect(page.getByText('A poor scan')).toBeAttached();
  await addFile('tables.pdf', makePdf({ pages: [['Table S1']] }));
  await page.getByRole('button', { name: 'Supplement', exact: true }).click();
  await expect(page.getByText('Table S1')).toBeAttached();
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await page.getByLabel('Choose the PDF that takes its place').setInputFiles({
    name: 'good.pdf',
    mimeType: 'application/pdf',
    buffer: makePdf({ pages: [['A good copy']] }),
  });
  await page.getByRole('button', { name: 'Replaced', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Report', exact: true }).click();
  await expect(page.getByText('A good copy')).toBeAttached();
  await page.getByRole('button', { name: 'Replaced', exact: true }).click();
  await expect(page.getByText('A poor scan')).toBeAttached();
  await concord.voteByKey('i');
});

test('a locked file, a broken one and one that is no PDF say what they are', async () => {
  const { page } = running;
  await addFile('letter.docx', Buffer.from('PK not a pdf'));
  await expect(page.getByText('letter.docx is not a PDF', { exact: false })).toBeVisible();
  await addFile('locked.pdf', makePdf({ pages: [['Secret']], locked: true }));
  await expect(page.getByRole('heading', { name: 'This PDF is locked with a password' })).toBeVisible();
  await page.getByRole('button', { name: 'Take off' }).click();
  await addFile('broken.pdf', Buffer.from('%PDF-1.4\nthis is where the download stopped'));
  await expect(page.getByRole('heading', { name: 'This file cannot be read as a PDF' })).toBeVisible();
  await page.getByRole('button', { name: 'Take off' }).click();
  await expect(page.getByText('No PDF yet', { exact: false })).toBeVisible();
});

test('a report of 500 pages is drawn where it is looked at, searched to its end and given back', async () => {
  const { page } = running;
  const drawn = page.locator('[data-page] canvas');
  const withText = page.locator('[data-page]:has([class*=textLayer] > *)');
  const field = page.getByLabel('Page', { exact: true });
  await addFile('thesis.pdf', thesis);
  await expect(page.getByText('of 500')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Page 1', exact: true }).locator('canvas')).toBeVisible();
  expect(await drawn.count()).toBeLessThan(8);

  // Read through in leaps: what was left is not kept.
  for (let number = 30; number <= 480; number += 30) {
    await field.fill(String(number));
    await page.keyboard.press('Enter');
    await expect(page.locator(`[data-page="${number}"] canvas`)).toBeVisible();
    await expect(
      page.locator(`[data-page="${number}"]`).getByText(`Page ${number} of`).first(),
    ).toBeAttached();
  }
  await expect.poll(() => drawn.count()).toBeLessThan(8);
  await expect.poll(() => withText.count()).toBeLessThan(8);
  await field.fill('500');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue('500');
  await expect(page.locator('[data-page="500"] canvas')).toBeVisible();
  await expect(page.locator('[data-page="1"] canvas')).toHaveCount(0);

  await page.keyboard.press('/');
  await page.keyboard.type('bandicoot');
  await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
  await expect(field).toHaveValue('497');
  await expect(page.locator('[data-page="497"] [class*=current-hit]')).toBeVisible();
  await page.keyboard.press('Escape');

  // The small pages too are drawn, and given back, as they come and go.
  await page.keyboard.press('g');
  const small = page.getByRole('list', { name: 'All pages, small' });
  await expect(small.getByRole('button', { name: 'Page 497', exact: true }).locator('canvas')).toBeVisible();
  for (const number of [400, 300, 200, 100, 1]) {
    await small.getByRole('button', { name: `Page ${number}`, exact: true }).scrollIntoViewIfNeeded();
    await expect(
      small.getByRole('button', { name: `Page ${number}`, exact: true }).locator('canvas'),
    ).toBeVisible();
  }
  await expect.poll(() => small.locator('canvas').count()).toBeLessThan(16);
  await page.keyboard.press('g');
  await page.getByRole('button', { name: 'Take off' }).click();
  await expect(page.getByText('No PDF yet', { exact: false })).toBeVisible();
});

test('nothing on the screen with a PDF is closed to people who cannot see it', async () => {
  await addFile('Author3.pdf', paper);
  await expect(running.page.getByText('of 120')).toBeVisible();
  await expectNoAxeViolations(running.page, 'full text with a PDF');
});
