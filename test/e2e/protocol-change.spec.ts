import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';

test('a change of the protocol tells what it would move before it is saved, and can be taken back', async ({
  launch,
}) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('Other rules', 'Lena Lead');
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(4)) },
    'Own database',
  );
  for (const [name, keys] of [
    ['Cora Coder', ['yyyy', 'i', 'e', 'e']],
    ['Dirk Coder', ['yyuy', 'e', 'e', 'e']],
  ] as const) {
    await concord.addCoder(name, 'Coder');
    await concord.goTo('Titles and abstracts');
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');
    await concord.leaveField();
    for (const key of keys[0]) await page.keyboard.press(key);
    await concord.voteByKey('Enter');
    for (const key of keys.slice(1)) await concord.voteByKey(key as 'i' | 'e');
  }
  await concord.workAs('Lena Lead', 'Lead');

  await concord.goTo('Agreement');
  await page.getByLabel('First coder').selectOption({ label: 'Cora Coder' });
  await page.getByLabel('Second coder').selectOption({ label: 'Dirk Coder' });
  const cellOf = (criterion: RegExp, text: string) =>
    page.getByRole('row', { name: criterion }).getByRole('cell', { name: text, exact: true });
  await expect(cellOf(/^Adults/, '0%')).toBeVisible();
  await expect(cellOf(/^Randomised controlled trial/, '100%')).toBeVisible();

  await concord.goTo('Protocol');
  const routing = page.getByLabel('How votes decide').first();
  await routing.selectOption({ label: 'One include is enough, two excludes needed' });
  await expect(page.getByText('Titles and abstracts: 1 from conflict to included')).toBeVisible();
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await concord.goTo('Conflicts');
  await expect(page.getByRole('heading', { name: 'No conflicts' })).toBeVisible();
  await concord.goTo('Protocol');
  await routing.selectOption({ label: 'All must agree; mixed votes are a conflict' });
  await expect(page.getByText('Titles and abstracts: 1 from included to conflict')).toBeVisible();
  await page.getByRole('button', { name: 'Discard changes' }).click();

  // A criterion that changes names the votes that rest on it; a reason is merged, not lost.
  await page.getByLabel('Question to the coder').first().fill('Was it random?');
  await expect(page.getByText(/^\d votes rest on criteria that change$/)).toBeVisible();
  await page.getByLabel('Counts as').last().selectOption({ label: 'No outcome of interest' });
  await page.getByRole('button', { name: 'Save as new version' }).click();

  // Without criteria a record is one keystroke.
  await page
    .getByLabel(/^Ask the criteria/)
    .first()
    .uncheck();
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await concord.goTo('Conflicts');
  await concord.addCoder('Eva Coder', 'Coder');
  await concord.goTo('Titles and abstracts');
  await expect(page.getByRole('region', { name: 'Criteria' })).toBeHidden();
});
