import { expect, test } from './harness';
import { expectNoAxeViolations } from './pages/axe';
import { ConcordWindow } from './pages/concord-window';

const record = (...lines: string[]): string => ['TY  - JOUR', ...lines, 'ER  - ', ''].join('\r\n');
const abstract =
  'We asked forty invented people to meet an invented peer every week for half a year and measured how they fared, with an outcome nobody had measured before.';
/** A preprint and its article, and an article with the supplement abstract it grew from. */
const pairs = [
  record(
    'TI  - Weekly meetings with an invented peer: a randomised trial of hope',
    'AU  - Vos, Anna',
    'AU  - Doe, Bob',
    'PY  - 2020',
    'T2  - medRxiv',
    'DO  - 10.1101/2020.01.02.20000001',
    `AB  - ${abstract}`,
  ),
  record(
    'TI  - Weekly meetings with an invented peer: a randomised trial of hope',
    'AU  - Vos, Anna',
    'AU  - Doe, Bob',
    'PY  - 2021',
    'T2  - Journal of Invention',
    'VL  - 12',
    'SP  - 99',
    'EP  - 111',
    'DO  - 10.99999/invention.12.99',
    `AB  - ${abstract}`,
  ),
].join('\r\n');

test('a preprint and its article are linked as one study, and the link is taken back', async ({ launch }) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('Linked reports', 'Lena Lead');
  await concord.importFile(
    { name: 'pairs.ris', mimeType: 'text/plain', buffer: Buffer.from(pairs) },
    'PubMed',
  );
  await concord.duplicatesSearched();
  await concord.goTo('Duplicates');
  await page.getByRole('radio', { name: 'One study? (1)' }).check();
  await expect(page.getByRole('row', { name: /^Journal/ })).toContainText('medRxiv');
  await expectNoAxeViolations(page, 'pairs that may be one study');
  await page.screenshot({ path: test.info().outputPath('one-study.png') });
  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'Nothing to link' })).toBeVisible();

  await concord.goTo('Titles and abstracts');
  await expect(page.getByText('Linked as one study').first()).toBeVisible();
  await page.getByRole('button', { name: 'Take out of the study' }).click();
  await page.getByRole('button', { name: 'One study', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Take out of the study' })).toBeVisible();
});
