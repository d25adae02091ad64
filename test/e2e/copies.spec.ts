import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';

test('a review is seen as it was, backed up, deleted, and brought back', async ({ launch }) => {
  test.setTimeout(120_000);
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.newReview('Kept peers 🌱', 'Lena Lead');
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(4)) },
    'Own database',
  );
  await concord.goTo('Titles and abstracts');
  await concord.voteByKey('i');
  await page.getByRole('button', { name: 'All reviews' }).click();

  // A day nobody had worked on yet shows nothing; now shows everything, and neither can be changed.
  await page.getByRole('button', { name: 'More…' }).click();
  await page.getByRole('button', { name: 'Open for reading' }).click();
  await expect(page.getByText('This is the review as it was on')).toBeVisible();
  await concord.goTo('Titles and abstracts');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1');
  await page.keyboard.press('i');
  await expect(page.getByText('Read only', { exact: true })).toBeVisible();
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1');
  await page.getByRole('button', { name: 'All reviews' }).click();

  await concord.openReview('Kept peers');
  await page.getByRole('button', { name: 'All reviews' }).click();
  await page.getByRole('button', { name: 'More…' }).click();
  await expect(page.getByText(/daily copy/)).toBeVisible();
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete this review' }).click();
  await expect(page.getByText('Start your first review')).toBeVisible();

  await page.getByRole('button', { name: 'Backups' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: ', deleted' })
    .getByRole('button', { name: 'Restore' })
    .click();
  await concord.openReview('Kept peers');
  await concord.goTo('Titles and abstracts');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '1');
  await concord.voteByKey('e');
});
