import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';

test('a coder chooses an order, and finds and votes on records in the list', async ({ launch }) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('A long list', 'Lena Lead');
  for (const [name, year, database] of [
    ['old.ris', 2005, 'Embase'],
    ['new.ris', 2021, 'PubMed'],
  ] as const) {
    const buffer = Buffer.from(ownRis(600, year).replaceAll('10.99999/own', `10.99999/${year}`));
    await concord.importFile({ name, mimeType: 'text/plain', buffer }, database);
  }
  await concord.goTo('Duplicates');
  await concord.goTo('Titles and abstracts');
  const order = page.getByLabel('Order', { exact: true });
  await order.selectOption({ label: 'Order: newest first' });
  await expect(page.locator('article')).toContainText('2021');
  await order.selectOption({ label: 'Order: oldest first' });
  await expect(page.locator('article')).toContainText('2005');
  await order.selectOption({ label: 'Order: random' });
  const drawn = await concord.title();
  await page.getByLabel('Seed').fill('42');
  await expect.poll(() => concord.title()).not.toBe(drawn);
  const first = await concord.title();
  await concord.leaveField();

  await page.keyboard.press('v');
  const grid = page.getByRole('grid', { name: 'Records' });
  await expect(grid).toHaveAttribute('aria-rowcount', '1201');
  await expect(page.locator('[role=row][aria-selected=true]')).toContainText(first ?? '');
  await grid.getByRole('button', { name: 'Title' }).click();
  await expect(page.getByRole('columnheader', { name: /^Title/ })).toHaveAttribute('aria-sort', 'ascending');

  await page.keyboard.press('/');
  await page.keyboard.type('ti:"number 77" ab:adults');
  await page.getByLabel('From year').fill('2010');
  await expect(page.getByText('1 of 1,200')).toBeVisible();
  await page.getByRole('row', { name: /number 77/ }).click();
  await page.keyboard.press('i');
  await expect(page.getByRole('row', { name: /number 77/ })).toContainText('Include');

  await page.getByRole('button', { name: 'Clear filters' }).click();
  await page.getByRole('combobox', { name: 'Your vote' }).selectOption({ label: 'Include' });
  await expect(page.getByText('1 of 1,200')).toBeVisible();
  await page.getByRole('combobox', { name: 'Your vote' }).selectOption({ label: 'Waiting for you' });
  await expect(page.getByText('1,199 of 1,200')).toBeVisible();
  const rows = page.locator('[role=row][aria-selected]');
  const second = await rows.nth(1).locator('[role=gridcell]').nth(1).textContent();
  await rows.nth(0).click();
  await page.keyboard.press('e');
  await expect(page.locator('[role=row][aria-selected=true]')).toContainText(second ?? 'nothing');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('v');
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible();
  await expect(grid).toBeHidden();
});
