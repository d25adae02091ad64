import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inLines, makePdf } from '../support/make-pdf';
import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';

/** What each coder thinks of record N: 25 both keep (3, 11, ..., 195), 15 only Dirk keeps, 160 neither. */
const bothKeep = (n: number): boolean => n % 8 === 3;
/** 101 to 117 are 17 records; both keep 107 and 115. */
const onlyDirk = (n: number): boolean => n >= 101 && n <= 117 && !bothKeep(n);

/**
 * Counted by hand. Identified: 200 records of the first database and 10 of the second, which are copies of the first ten:
 * 210, of which 10 are removed and 200 screened. Both keep 25; of the 15 conflicts the adjudicator keeps the first 7. So
 * 25 + 7 = 32 go on and 200 - 32 = 168 are excluded. Of 32 reports 30 have a PDF in the folder and 2 cannot be had: 30 are
 * assessed. Every third of them (the 1st, 4th, ..., 28th) is excluded, 10 in all, one of these (the 4th) for another reason;
 * the conflict about the 2nd ends as included. 30 - 10 = 20 reports are included, each a study of its own.
 */
const byHand = {
  database_results: '210',
  database_specific_results: '"Own database, 200; Second database, 10"',
  register_results: '0',
  register_specific_results: 'NA',
  duplicates: '10',
  excluded_automatic: '0',
  excluded_other: '0',
  records_screened: '200',
  records_excluded: '168',
  dbr_sought_reports: '32',
  dbr_notretrieved_reports: '2',
  dbr_assessed: '30',
  dbr_excluded: '"No outcome of interest, 9; No results reported, 1"',
  new_studies: '20',
  new_reports: '20',
  // No other methods were used, and it is no update.
  website_results: 'NA',
  organisation_results: 'NA',
  citations_results: 'NA',
  other_sought_reports: 'NA',
  other_notretrieved_reports: 'NA',
  other_assessed: 'NA',
  other_excluded: 'NA',
  previous_studies: 'NA',
  previous_reports: 'NA',
  total_studies: 'NA',
  total_reports: 'NA',
  total_studies_ma: 'NA',
  total_reports_ma: 'NA',
};
/** The same in the boxes of the diagram, from top to bottom. */
const drawnByHand = [
  'Databases (n = 210)',
  'Registers (n = 0)',
  'Own database (n = 200)',
  'Second database (n = 10)',
  'Duplicate records removed (n = 10)',
  'Records marked as ineligible by automation tools (n = 0)',
  'Records removed for other reasons (n = 0)',
  'Records screened (n = 200)',
  'Records excluded (n = 168)',
  'Reports sought for retrieval (n = 32)',
  'Reports not retrieved (n = 2)',
  'Reports assessed for eligibility (n = 30)',
  'No outcome of interest (n = 9)',
  'No results reported (n = 1)',
  'Studies included in review (n = 20)',
  'Reports of included studies (n = 20)',
];

const forward = Array.from({ length: 200 }, (_, index) => index + 1).filter(
  (n) => bothKeep(n) || (onlyDirk(n) && n <= 108),
);
const [assessed, notRetrieved] = [forward.slice(0, 30), forward.slice(30)];

/** 30 PDFs of our own making: half are named by their DOI, half say whose they are on their first page. */
function folderOfPdfs(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'concord-whole-'));
  for (const [index, n] of assessed.entries()) {
    const title = `Peer support trial number ${n} in an invented town: a randomised comparison`;
    const doi = `10.99999/own.${n}`;
    const [name, lines] =
      index % 2 === 0
        ? [`${doi.replace('/', '_')}.pdf`, [`scan of ${n}`]]
        : [`download ${index}.pdf`, [`https://doi.org/${doi}`, ...inLines(title)]];
    writeFileSync(path.join(folder, name), makePdf({ pages: [lines] }));
  }
  return folder;
}

test('two coders, a pilot, 200 records, 15 conflicts, 30 PDFs: agreement and every PRISMA box equal a count by hand', async ({
  launch,
}) => {
  test.setTimeout(600_000);
  const { page, saveFolder } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('Whole screening', 'Lena Lead');
  await page.getByLabel('Per cent agreed at least').fill('60');
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(200)) },
    'Own database',
  );
  await concord.importFile(
    { name: 'second.ris', mimeType: 'text/plain', buffer: Buffer.from(`${ownRis(10)}\r\n`) },
    'Second database',
  );
  await concord.addCoder('Cora Coder', 'Coder');
  await concord.addCoder('Dirk Coder', 'Coder');
  await concord.workAs('Lena Lead', 'Lead');

  const openWork = async (): Promise<void> => {
    await concord.goTo('Titles and abstracts');
    await page.getByRole('button', { name: /^Work/ }).click();
  };
  await openWork();
  await page.getByLabel('Records', { exact: true }).fill('20');
  await page.getByRole('button', { name: 'Draw the sample' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  /** Votes on everything that waits for this coder, as the rule says. */
  const screenAll = async (keeps: (n: number) => boolean, count: number): Promise<void> => {
    await concord.leaveField();
    for (let done = 0; done < count; done += 1) {
      const number = Number(/number (\d+) /.exec((await concord.title()) ?? '')?.[1]);
      await concord.voteByKey(keeps(number) ? 'i' : 'e');
    }
    await expect(page.getByRole('heading', { name: 'You have voted on everything here' })).toBeVisible();
  };
  const coders = [
    ['Cora Coder', bothKeep],
    ['Dirk Coder', (n: number) => bothKeep(n) || onlyDirk(n)],
  ] as const;
  for (const [name, keeps] of coders) {
    await concord.workAs(name, 'Coder');
    await concord.goTo('Titles and abstracts');
    await expect(page.getByText('Pilot round: 0 of 20', { exact: false })).toBeVisible();
    await screenAll(keeps, 20);
    if (name === 'Cora Coder') {
      await concord.goTo('Conflicts');
      await expect(page.getByRole('heading', { name: 'Still blind' })).toBeVisible();
    }
  }

  await concord.workAs('Lena Lead', 'Lead');
  await openWork();
  await expect(page.getByText('Cora Coder: 20 of 20 · Dirk Coder: 20 of 20')).toBeVisible();
  await expect(page.getByText('Every pair reaches what the protocol asks for.')).toBeVisible();
  await page.getByRole('button', { name: 'Close the pilot' }).click();
  await expect(page.getByText('criteria frozen as version 2', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');

  for (const [name, keeps] of coders) {
    await concord.workAs(name, 'Coder');
    await concord.goTo('Titles and abstracts');
    await screenAll(keeps, 180);
  }

  await concord.addCoder('Ada Adjudicator', 'Adjudicator');
  await concord.goTo('Agreement');
  await page.getByLabel('First coder').selectOption({ label: 'Cora Coder' });
  await page.getByLabel('Second coder').selectOption({ label: 'Dirk Coder' });
  await expect(page.getByText('Rated by both: 200')).toBeVisible();
  // 25 both forward, 15 apart, 160 both out: 92.5%; chance 0.125 · 0.2 + 0.875 · 0.8 = 0.725, kappa 0.2 / 0.275 = 0.727.
  await expect(page.getByText('92.5%').first()).toBeVisible();
  await expect(page.getByText('0.73', { exact: true }).first()).toBeVisible();

  await concord.goTo('Conflicts');
  for (let left = 15; left > 0; left -= 1) {
    await expect(page.getByText(`${left} to settle`)).toBeVisible();
    await page.getByRole('button', { name: 'Show how they voted' }).click();
    await page
      .getByRole('complementary')
      .getByRole('button', { name: left > 8 ? 'Include' : 'Exclude' })
      .click();
    await page.getByRole('button', { name: 'Settle', exact: true }).click();
  }
  await expect(page.getByRole('heading', { name: 'No conflicts' })).toBeVisible();

  await concord.workAs('Cora Coder', 'Coder');
  await concord.goTo('Full texts');
  const showPart = (name: string): Promise<void> => page.getByRole('radio', { name, exact: true }).check();
  await showPart('Reports and files');
  await expect(page.getByText('Without a file 32')).toBeVisible();
  await page.getByRole('complementary').getByRole('heading', { level: 2 }).click();
  await page.keyboard.press('f');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Choose a folder').setInputFiles(folderOfPdfs());
  await expect(dialog.getByRole('heading', { name: 'Beyond doubt (30)' })).toBeVisible({ timeout: 60_000 });
  await dialog.getByRole('button', { name: 'Keep 30 files' }).click();
  await expect(page.getByText('Without a file 2')).toBeVisible();
  for (const n of notRetrieved) {
    await page.getByLabel('Author, title, year or DOI').fill(`Author${n}`);
    await page.getByLabel('What came of it').selectOption('not-retrieved');
    await page.getByLabel('Why not?').selectOption('no-answer');
    await page.getByRole('button', { name: 'Note it' }).click();
    await expect(page.getByText('Nobody is asked to assess it', { exact: false })).toBeVisible();
  }
  await page.getByLabel('Author, title, year or DOI').fill('');

  /** The 1st, 4th, ... are excluded by both, the 4th for another reason; Dirk would exclude the 2nd as well. */
  const readAll = async (dirk: boolean): Promise<void> => {
    await showPart('Screen');
    await concord.leaveField();
    for (let index = 0; index < assessed.length; index += 1) {
      const name = new RegExp(`^Author${assessed[index]} `, 'u');
      await expect(page.getByRole('heading', { name })).toBeVisible();
      if (index % 3 !== 0 && !(dirk && index === 1)) await concord.voteByKey('i');
      else {
        const before = await concord.progress();
        await page.keyboard.press('e');
        await expect(page.getByText('Why is it excluded?', { exact: false })).toBeVisible();
        await page.keyboard.press(index === 3 ? '7' : '6');
        await expect(page.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow', before);
        await concord.saved();
      }
    }
    await expect(page.getByRole('heading', { name: 'You have voted on everything here' })).toBeVisible();
  };
  await readAll(false);
  await concord.workAs('Dirk Coder', 'Coder');
  await concord.goTo('Full texts');
  await readAll(true);

  await concord.workAs('Ada Adjudicator', 'Adjudicator');
  await concord.goTo('Conflicts');
  await page.getByRole('radio', { name: 'Full texts' }).check();
  await expect(page.getByText('1 to settle')).toBeVisible();
  await page.getByRole('button', { name: 'Show how they voted' }).click();
  const aside = page.getByRole('complementary').last();
  await aside.getByRole('button', { name: 'Include' }).click();
  await aside.getByRole('button', { name: 'Settle', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'No conflicts' })).toBeVisible();

  await concord.goTo('PRISMA flow');
  const saved = async (name: string, button: string): Promise<Buffer> => {
    await page.getByRole('button', { name: button }).first().click();
    const file = path.join(saveFolder, name);
    await expect(() => expect(readFileSync(file).length).toBeGreaterThan(0)).toPass({ timeout: 20_000 });
    return readFileSync(file);
  };
  const csv = (await saved('prisma-2020.csv', 'Save counts (PRISMA2020 CSV)')).toString('utf8');
  const counted = csv
    .trim()
    .split('\r\n')
    .slice(1)
    .flatMap((line) => {
      const [, box = '', n = ''] = /^([^,]*),.*?,NA,("[^"]*"|[^,"]*)$/u.exec(line) ?? [];
      return box === 'NA' || ['identification', 'screening', 'included'].includes(box) ? [] : [[box, n]];
    });
  expect(Object.fromEntries(counted)).toEqual(byHand);

  const svg = (await saved('prisma-2020.svg', 'Save figure as SVG')).toString('utf8');
  const said = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)]
    .map(([, text = '']) => text)
    .join(' ')
    .replaceAll(/\u00a0|&#160;|&nbsp;/gu, ' ');
  for (const box of drawnByHand) expect(said).toContain(box);
  // No number is drawn that was not counted by hand.
  expect(said.match(/\(n = [\d,]+\)/gu)?.sort()).toEqual(
    drawnByHand.map((box) => /\(n = .*\)/u.exec(box)?.[0]).sort(),
  );

  const png = await saved('prisma-2020.png', 'Save figure as PNG');
  // 300 dots per inch are 11,811 per metre.
  expect(png.readUInt32BE(png.indexOf('pHYs') + 4)).toBeGreaterThanOrEqual(11_811);

  const excluded = (await saved('excluded reports.csv', 'Excluded reports, CSV')).toString('utf8');
  const rows = excluded.trim().split('\r\n').slice(1);
  expect(rows.filter((row) => row.includes(',excluded,'))).toHaveLength(10);
  expect(rows.filter((row) => row.includes(',not retrieved,'))).toHaveLength(2);

  await page.locator('svg text', { hasText: 'Records excluded' }).first().click();
  await expect(page.getByRole('heading', { name: /^Behind “Records excluded/ })).toBeVisible();
  await expect(page.getByText('168 in all')).toBeVisible();
  await page.getByLabel('Look behind a number').selectOption('dbr_notretrieved_reports');
  await expect(page.getByText('2 in all')).toBeVisible();
  for (const n of notRetrieved) await expect(page.getByText(`Author${n} 2020`)).toBeVisible();
});
