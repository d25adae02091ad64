import { risWithCopies } from '../bench/generate-ris-with-copies';
import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';

test('the search for duplicates goes on while one works elsewhere, and says what it found', async ({
  launch,
}) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('A search that takes time', 'Lena Lead');
  await concord.goTo('Import');
  await page.getByLabel('Choose files').setInputFiles({
    name: 'copies.ris',
    mimeType: 'application/x-research-info-systems',
    buffer: Buffer.from(risWithCopies(8_000)),
  });
  await page.getByLabel('Database or register').fill('PubMed');
  await page.getByRole('button', { name: 'Import 8,000 records' }).click();
  await expect(page.getByText(/^Looking for duplicates: /)).toBeVisible();
  for (const screen of ['Protocol', 'Conflicts', 'Import'] as const) await concord.goTo(screen);
  await expect(page.getByText(/^Looking for duplicates: /)).toBeVisible();
  await concord.duplicatesSearched();
  await concord.goTo('Duplicates');
  await expect(page.getByRole('radio', { name: /^To settle \(\d+\)/ })).toBeAttached();
});
