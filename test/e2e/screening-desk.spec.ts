import { expect, test } from './harness';
import { expectNoAxeViolations } from './pages/axe';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';
import { ReviewOnDisk } from './support/review-on-disk';

test('labels, notes, parking, quotes and votes on many records, each with its key and its way back', async ({
  launch,
}) => {
  const { page, userData } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('At the desk', 'Lena Lead');
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(40)) },
    'Own database',
  );
  await concord.goTo('Titles and abstracts');
  const title = page.locator('article h2');
  const progress = page.getByRole('progressbar');

  // Put aside: the next record comes, this one last.
  await expect(title).toContainText('number 1 ');
  await page.keyboard.press('p');
  await expect(title).toContainText('number 2 ');
  await expect(page.getByText('1 put aside')).toBeVisible();

  await page.keyboard.press('l');
  await page.keyboard.type('pilot study');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Take off “pilot study”' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('t');
  await page.keyboard.type('Ask the authors');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Note saved')).toBeVisible();

  // A quote goes with the answer of the criterion in focus.
  await page.locator('article p', { hasText: 'In this randomised' }).selectText();
  await page.keyboard.press('q');
  await expect(page.getByRole('blockquote')).toContainText('In this randomised trial 101 adults');
  for (const key of ['y', 'y', 'y', 'y']) await page.keyboard.press(key);
  await concord.voteByKey('Enter');
  expect(new ReviewOnDisk(userData).readHead()).toContain('"quote":"In this randomised trial 101 adults');
  await expectNoAxeViolations(page, 'focus view');

  // All that the search leaves and that waits, in one step, and back in one step.
  await page.keyboard.press('v');
  await page.keyboard.press('/');
  await page.keyboard.type('ti:"number 3"');
  await page.keyboard.press('Escape');
  await page.getByLabel('Search', { exact: true }).fill('ti:number');
  await expect(page.getByText('40 of 40')).toBeVisible();
  await expectNoAxeViolations(page, 'list view');
  await concord.leaveField();
  await page.keyboard.press('b');
  await expect(page.getByRole('dialog')).toContainText('39 records in the list wait for you');
  await page.getByRole('dialog').getByLabel('Reason').selectOption({ label: 'No outcome of interest' });
  await page.getByRole('dialog').getByRole('button', { name: 'Exclude: 39 records' }).click();
  await expect(progress).toHaveAttribute('aria-valuenow', '40');
  await page.keyboard.press('z');
  await expect(page.getByText('39 votes are taken back')).toBeVisible();
  await expect(progress).toHaveAttribute('aria-valuenow', '1');

  // Keys can be changed and switched off.
  await page.keyboard.press('v');
  await page.keyboard.press('?');
  await page.getByRole('button', { name: /^Include: I/ }).click();
  await page.keyboard.press('w');
  await expect(page.getByRole('button', { name: /^Include: W/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await page.keyboard.press('w');
  await expect(progress).toHaveAttribute('aria-valuenow', '2');
  await page.keyboard.press('?');
  await page.getByLabel('Switch all of these keys off').check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(page.getByRole('button', { name: /Exclude/ }).first()).not.toHaveAttribute(
    'aria-keyshortcuts',
    /./,
  );
  await expect(progress).toHaveAttribute('aria-valuenow', '2');
});
