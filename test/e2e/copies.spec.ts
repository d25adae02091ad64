import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, expectNoAxeViolations, test } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';

test('a review is seen as it was, backed up, deleted, and brought back', async ({ launch }) => {
  test.setTimeout(120_000);
  const { page, userData } = await launch();
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

  // An older Concord had worked on it last: it is copied before it is opened, and the list says why.
  const reviews = path.join(userData, 'reviews');
  const openedBy = path.join(reviews, readdirSync(reviews)[0] ?? '', 'opened-by.json');
  writeFileSync(openedBy, JSON.stringify({ program: '0.0.9', format: 1, database: 1 }));
  await concord.openReview('Kept peers');
  await page.getByRole('button', { name: 'All reviews' }).click();
  await page.getByRole('button', { name: 'More…' }).click();
  await expect(page.getByText(/daily copy/)).toBeVisible();
  await expect(page.getByText(/before an update of Concord/)).toContainText('worked on with Concord 0.0.9');
  await page.screenshot({ path: 'test-results/backups.png' });
  await expectNoAxeViolations(page, 'history and backups');
  await page.getByRole('button', { name: 'Delete…' }).click();
  await page.getByRole('button', { name: 'Delete this review' }).click();
  await expect(page.getByText('Start your first review')).toBeVisible();

  await page.getByRole('button', { name: 'Backups' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: ', deleted' })).toContainText('Kept peers 🌱');
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
