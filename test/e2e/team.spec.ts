import { readdirSync, renameSync } from 'node:fs';
import path from 'node:path';
import { expect, expectNoAxeViolations, test } from './harness';
import { ownRis } from './support/own-files';
import { filesWith } from '../support/files-with';
import {
  join,
  keepRecoverySheet,
  lookForFolder,
  machineOn,
  newTeamFolder,
  share,
} from './support/two-machines';

const title = 'Peers apart 🌱 שלום';

test('two coders on two machines screen blind through one folder, and meet at the conflict', async ({
  launch,
}) => {
  test.setTimeout(180_000);
  const folder = newTeamFolder();
  const lena = await machineOn(launch, folder);
  await lena.concord.newReview(title, 'Lena Lead');
  await lena.concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(6)) },
    'Own database',
  );
  await share(lena);
  await expect(lena.page.getByText(/In step/)).toBeVisible();

  const bram = await machineOn(launch, folder);
  await join(bram, 'Bram Coder');
  await bram.concord.goTo('Titles and abstracts');
  await expect(bram.page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '6');
  await expect(bram.page.locator('article h2')).not.toBeEmpty();

  await lena.concord.goTo('Titles and abstracts');
  await lena.page.keyboard.press('n');
  await lena.concord.voteByKey('e');
  for (const key of ['i', 'e', 'i', 'i', 'i'] as const) await lena.concord.voteByKey(key);
  await expect(bram.page.getByText('One other coder has voted')).toBeVisible({ timeout: 30_000 });
  for (const choice of ['"vote":"exclude"', '"vote":"include"', '"answer":"no"'])
    expect(filesWith(choice, bram.userData, folder)).toEqual([]);
  expect(filesWith('"vote":"exclude"', lena.userData)).not.toEqual([]);

  await bram.concord.goTo('Conflicts');
  await expect(bram.page.getByRole('heading', { name: 'Still blind' })).toBeVisible();
  await bram.concord.goTo('Titles and abstracts');
  for (const key of ['i', 'i', 'i', 'i', 'i', 'i'] as const) await bram.concord.voteByKey(key);
  await bram.concord.goTo('Conflicts');
  await expect(bram.page.getByText('2 to settle')).toBeVisible({ timeout: 30_000 });
  await lena.concord.goTo('Conflicts');
  await expect(lena.page.getByText('2 to settle')).toBeVisible({ timeout: 30_000 });
});

test('a lost laptop costs nothing that was shared: the recovery sheet brings it back', async ({ launch }) => {
  test.setTimeout(180_000);
  const folder = newTeamFolder();
  const lena = await machineOn(launch, folder);
  await lena.concord.newReview(title, 'Lena Lead');
  await lena.concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(6)) },
    'Own database',
  );
  await share(lena);
  await lena.page.getByRole('button', { name: /In step/ }).click();
  await lena.page.getByRole('button', { name: 'Recovery sheet' }).click();
  const code = (await lena.page.locator('code').textContent()) ?? '';
  await lena.page.keyboard.press('Escape');
  await lena.concord.goTo('Titles and abstracts');
  for (const key of ['i', 'e', 'i'] as const) await lena.concord.voteByKey(key);
  await lena.page.getByRole('button', { name: /In step/ }).click();
  await expect(lena.page.getByText(/Everything was exchanged/)).toBeVisible();
  await expect.poll(() => filesWith('"sequence":7', folder).length, { timeout: 20_000 }).toBeGreaterThan(0);
  await lena.killHard();

  const laptop = await machineOn(launch, folder);
  await lookForFolder(laptop);
  await laptop.page.getByLabel('I have a recovery sheet').check();
  await laptop.page.getByLabel('Code on your recovery sheet').fill(`${code.slice(0, -1)}x`);
  await laptop.page.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(laptop.page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await laptop.page.getByLabel('Code on your recovery sheet').fill(code);
  await laptop.page.getByRole('button', { name: 'Join', exact: true }).click();
  await laptop.page.getByLabel('I have put it in a safe place').check();
  await laptop.page.getByRole('button', { name: 'Close' }).click();
  await laptop.concord.goTo('Titles and abstracts');
  await expect(laptop.page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '3');
  await laptop.concord.voteByKey('i');
});

test('a folder that was renamed is chosen again; joining goes on where it was left, and twice opens what is there', async ({
  launch,
}) => {
  test.setTimeout(120_000);
  const folder = newTeamFolder();
  const lena = await machineOn(launch, folder);
  await lena.concord.newReview(title, 'Lena Lead');
  await share(lena);
  await expect(lena.page.getByText(/In step/)).toBeVisible();
  const [name = ''] = readdirSync(folder);
  renameSync(path.join(folder, name), path.join(folder, 'Renamed by a colleague.review'));
  await expect(lena.page.getByText('Team out of reach')).toBeVisible({ timeout: 30_000 });
  await lena.page.keyboard.press('Control+0');
  await expect(lena.page.getByRole('dialog')).toContainText('Was it moved, renamed or emptied');
  await expectNoAxeViolations(lena.page, 'team out of reach');
  await lena.page.getByRole('button', { name: 'Choose the folder again…' }).click();
  await expect(lena.page.getByRole('dialog')).toContainText('Renamed by a colleague.review');
  await expect(lena.page.getByRole('dialog')).toContainText('Everything was exchanged', { timeout: 30_000 });
  expect(readdirSync(folder)).toEqual(['Renamed by a colleague.review']);

  const bram = await machineOn(launch, folder);
  await lookForFolder(bram);
  await bram.page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
  await bram.page.getByRole('button', { name: new RegExp(title) }).click();
  const dialog = bram.page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Bram Coder');
  await dialog.getByRole('button', { name: 'Join', exact: true }).click();
  await keepRecoverySheet(bram);
  await expect(bram.page.getByLabel('Working as')).toContainText('Bram Coder');
  await bram.page.getByRole('banner').getByRole('button').first().click();
  await lookForFolder(bram);
  await expect(bram.page.getByText('You work on this review on this computer already')).toBeVisible();
  await expect(bram.page.getByLabel('Working as')).toContainText('Bram Coder');
  await bram.page.keyboard.press('Control+0');
  await expect(dialog.getByRole('row', { name: /Bram Coder/ })).toHaveCount(1);
});
