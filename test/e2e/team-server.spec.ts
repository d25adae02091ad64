import path from 'node:path';
import { z } from 'zod';
import { startCouchServer } from '../support/couch-server';
import { filesWith, formsOf } from '../support/files-with';
import { guardedServer } from '../support/guarded-server';
import { expect, expectNoAxeViolations, test } from './harness';
import { ownRis } from './support/own-files';
import { keepRecoverySheet, machineOn } from './support/two-machines';

const login = { user: 'team', password: 'met suiker' };

test('two coders share a review on a CouchDB server, blind until both have voted', async ({ launch }) => {
  test.setTimeout(180_000);
  const couch = await startCouchServer();
  const server = await guardedServer(couch.url, login);
  try {
    const lena = await machineOn(launch, '');
    await lena.concord.newReview('Peers on a server 🌱 שלום', 'Lena Lead');
    await lena.concord.importFile(
      { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(6)) },
      'Own database',
    );
    await lena.page.getByRole('button', { name: 'Share…' }).click();
    const sharing = lena.page.getByRole('dialog');
    await sharing.getByRole('radio', { name: 'On a CouchDB server' }).check();
    await sharing.getByLabel('Address of the server').fill('http://couch.example.org');
    await expect(sharing.getByText('everybody on the way can read the password')).toBeVisible();
    await sharing.getByLabel('Address of the server').fill(server.url);
    await expect(sharing.getByText('everybody on the way can read the password')).toHaveCount(0);
    await sharing.getByLabel('User name on the server').fill(login.user);
    await sharing.getByLabel('Password').fill('mistyped');
    await sharing.getByRole('button', { name: 'Connect' }).click();
    await expect(sharing.getByText('does not let this user do that', { exact: false })).toBeVisible();
    await expectNoAxeViolations(lena.page, 'sharing on a server');
    await sharing.getByLabel('Password').fill(login.password);
    await sharing.getByRole('button', { name: 'Connect' }).click();
    await keepRecoverySheet(lena);
    await expect(lena.page.getByText(/In step/)).toBeVisible();
    await lena.page.keyboard.press('Control+0');
    const place = (await lena.page.getByRole('dialog').locator('p bdi').first().textContent()) ?? '';
    expect(place).toContain(`${server.url}/#`);
    await lena.page.getByRole('dialog').getByRole('button', { name: 'Copy', exact: true }).click();
    await expect(lena.page.getByText('Copied. Colleagues join with it', { exact: false })).toBeVisible();
    await lena.page.keyboard.press('Escape');

    const bram = await machineOn(launch, '');
    await bram.page.getByRole('button', { name: 'Join a review' }).click();
    const joining = bram.page.getByRole('dialog');
    await joining.getByRole('radio', { name: 'On a CouchDB server' }).check();
    await joining.getByLabel('Address your lead has sent').fill(server.url);
    await joining.getByLabel('User name on the server').fill(login.user);
    await joining.getByLabel('Password').fill(login.password);
    await joining.getByRole('button', { name: 'Connect' }).click();
    await expect(joining.getByRole('alert')).toContainText('no address of a shared review');
    await joining.getByLabel('Address your lead has sent').fill(` ${place} `);
    await joining.getByRole('button', { name: 'Connect' }).click();
    await bram.page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('Bram Coder');
    await bram.page.getByRole('dialog').getByRole('button', { name: 'Join', exact: true }).click();
    await keepRecoverySheet(bram);

    await lena.concord.goTo('Titles and abstracts');
    await expect(lena.page.locator('article h2')).not.toBeEmpty();
    for (const key of ['e', 'e', 'i'] as const) await lena.concord.voteByKey(key);
    server.goOut(true);
    for (const key of ['i', 'i', 'i'] as const) await lena.concord.voteByKey(key);
    await expect(lena.page.getByText('Team out of reach')).toBeVisible({ timeout: 60_000 });
    server.goOut(false);
    await expect(lena.page.getByText(/In step/)).toBeVisible({ timeout: 60_000 });

    await bram.concord.goTo('Titles and abstracts');
    await expect(bram.page.getByText('One other coder has voted')).toBeVisible({ timeout: 60_000 });
    await bram.page.keyboard.press('Control+0');
    await expect(
      bram.page.getByRole('dialog').getByText('Titles and abstracts: 6 that you cannot read yet'),
    ).toBeVisible({ timeout: 60_000 });
    await bram.page.keyboard.press('Escape');
    const kept = await everythingOn(couch.url);
    expect(kept).toContain('"voteCast"');
    for (const choice of ['"vote":"exclude"', '"vote":"include"']) {
      expect(filesWith(choice, bram.userData)).toEqual([]);
      for (const form of formsOf(choice)) expect(Buffer.from(kept).includes(form)).toBe(false);
    }

    for (let record = 0; record < 6; record += 1) await bram.concord.voteByKey('i');
    for (const { concord, page } of [bram, lena]) {
      await concord.goTo('Conflicts');
      await expect(page.getByText('2 to settle')).toBeVisible({ timeout: 60_000 });
    }
    // Only where the system's keychain is missing does a password stand in a file, and there alone.
    for (const file of filesWith(login.password, lena.userData, bram.userData))
      expect(path.basename(path.dirname(file))).toBe('servers');
  } finally {
    await server.stop();
    await couch.stop();
  }
});

/** Every document of every database of the server. */
async function everythingOn(url: string): Promise<string> {
  const names = z.array(z.string()).parse(await (await fetch(`${url}/_all_dbs`)).json());
  expect(names.filter((name) => name.startsWith('concord-'))).toHaveLength(4);
  const texts = names
    .filter((name) => name.startsWith('concord-'))
    .map(async (name) =>
      (await fetch(`${url}/${encodeURIComponent(name)}/_all_docs?include_docs=true`)).text(),
    );
  return (await Promise.all(texts)).join('\n').replaceAll('\\"', '"');
}
