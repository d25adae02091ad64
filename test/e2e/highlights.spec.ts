import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';

test('words of the protocol are marked in the text; a key switches the marks off and on', async ({
  launch,
}) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('Marked', 'Lena Lead');
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(6)) },
    'Own database',
  );
  await concord.goTo('Titles and abstracts');
  const marks = page.locator('article mark');
  await expect(marks.filter({ hasText: 'randomised' }).first()).toHaveAttribute('title', 'RCT');
  await page.keyboard.press('h');
  await expect(marks).toHaveCount(0);
  await page.keyboard.press('h');
  await expect(marks.first()).toBeVisible();

  // What was kept suggests words for the lists.
  for (const key of ['i', 'i', 'i', 'e'] as const) await concord.voteByKey(key);
  await concord.goTo('Protocol');
  await page.getByRole('button', { name: 'Add a list' }).click();
  const added = page.getByRole('textbox', { name: 'Words', exact: true }).last();
  await added.fill('invented\ntown');
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await concord.goTo('Titles and abstracts');
  await expect(marks.filter({ hasText: 'invented' })).toHaveAttribute('title', 'New list');
});
