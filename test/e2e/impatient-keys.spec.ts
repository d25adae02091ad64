import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';
import { ReviewOnDisk } from './support/review-on-disk';

test('a key held down or pressed before the next record is shown votes once', async ({ launch }) => {
  const { page, userData } = await launch();
  const concord = new ConcordWindow(page);
  await concord.newReview('Impatient', 'Lena Lead');
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(6)) },
    'Own database',
  );
  await concord.goTo('Titles and abstracts');
  const progress = page.getByRole('progressbar');
  await expect(progress).toHaveAttribute('aria-valuemax', '6');

  await page.evaluate(() => {
    for (const key of ['i', 'e', 'i'])
      window.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
  });
  await expect(progress).toHaveAttribute('aria-valuenow', '1');

  await page.keyboard.down('e');
  await expect(progress).toHaveAttribute('aria-valuenow', '2');
  // Playwright sends a repeated key as the system does: pressed again without having been let go.
  for (let count = 0; count < 5; count += 1) await page.keyboard.down('e');
  await page.keyboard.up('e');

  await concord.voteByKey('i');
  await expect(progress).toHaveAttribute('aria-valuenow', '3');
  const votes = new ReviewOnDisk(userData)
    .events()
    .flatMap(({ body }) => (body.kind === 'voteCast' ? [body.vote] : []));
  expect(votes).toEqual(['include', 'exclude', 'include']);
});

test('keys act on the stage and the coder just chosen with the mouse', async ({ launch }) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.newReview('Straight on', 'Lena Lead');
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(3)) },
    'Own database',
  );
  await concord.addCoder('Cora Coder', 'Coder');
  await concord.goTo('Titles and abstracts');
  await expect(page.locator('main')).toBeFocused();
  await expect(page.locator('article h2')).toBeVisible();
  await page.keyboard.press('n');
  await expect(page.getByText('Your answers say')).toBeVisible();
  await concord.voteByKey('Enter');

  const coders = page.getByLabel('Working as');
  await coders.dispatchEvent('pointerdown');
  await coders.selectOption({ label: 'Lena Lead · Lead' });
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');
  await concord.voteByKey('e');
  await expect(coders.locator('option:checked')).toHaveText('Lena Lead · Lead');
});
