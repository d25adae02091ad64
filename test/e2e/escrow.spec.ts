import { expect, expectNoAxeViolations, takeScreenshot, test } from './harness';
import { filesWith } from '../support/files-with';
import { ownRis } from './support/own-files';
import { join, machineOn, newTeamFolder, share } from './support/two-machines';

test('the lead opens what a coder who left has judged, with a reason that stands under Team', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const folder = newTeamFolder();
  const lena = await machineOn(launch, folder);
  const { page, concord } = lena;
  await concord.newReview('Keys in good hands', 'Lena Lead');
  await page.getByLabel('The lead holds the keys of all coders').check();
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(2)) },
    'Own database',
  );
  await share(lena);
  await expect(page.getByText(/In step/)).toBeVisible();

  const bram = await machineOn(launch, folder);
  await join(bram, 'Bram Coder');
  await bram.concord.goTo('Titles and abstracts');
  await expect(bram.page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '2');
  for (const key of ['i', 'i'] as const) await bram.concord.voteByKey(key);
  await concord.goTo('Titles and abstracts');
  await expect(page.getByText('One other coder has voted')).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');

  expect(filesWith('"vote":"include"', lena.userData, folder)).toEqual([]);
  await page.keyboard.press('Control+0');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('Entrusted so far by Bram Coder', { timeout: 30_000 });
  await bram.close();
  await expectNoAxeViolations(page, 'Team with an escrow');
  await dialog.getByRole('button', { name: 'Open somebody’s answers…' }).click();
  await expect(dialog.getByLabel(/reason|why/i)).toBeFocused();
  await expectNoAxeViolations(page, 'the use of the escrow');
  await takeScreenshot(page, 'escrow-dialog');
  await expect(dialog.getByRole('button', { name: 'Open the answers' })).toBeDisabled();
  await page.keyboard.type('Bram has left the team');
  await dialog.getByRole('button', { name: 'Open the answers' }).click();
  await expect(dialog).toContainText('Lena Lead opened the answers of Bram Coder');
  await expect(dialog).toContainText('Bram has left the team');
  await takeScreenshot(page, 'escrow-used');
  await page.keyboard.press('Escape');

  await concord.goTo('Titles and abstracts');
  await page.keyboard.press('n');
  for (const key of ['e', 'i'] as const) await concord.voteByKey(key);
  await concord.goTo('Conflicts');
  await expect(page.getByText('1 to settle')).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press('Control+0');
  await expect(dialog).toContainText('2 votes were cast or changed after');
});
