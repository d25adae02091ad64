import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, takeScreenshot, test } from './harness';
import { expectNoAxeViolations } from './pages/axe';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';

/** Twelve records in a pilot round of three. */
const keys: readonly (readonly [name: string, votes: string])[] = [
  ['Cora Coder', 'iiiimeeeeeee'],
  ['Dirk Coder', 'iiieeeeeeeee'],
  ['Eva Coder', 'iieeeeeeeeei'],
];

test('agreement of three coders: every statistic, the rule for maybe, and the records behind each cell', async ({
  launch,
}) => {
  test.setTimeout(240_000);
  const { page, saveFolder } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('Agreement of three', 'Lena Lead');
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(12)) },
    'Own database',
  );
  for (const [name] of keys) await concord.addCoder(name, 'Coder');
  await concord.workAs('Lena Lead', 'Lead');
  await concord.goTo('Titles and abstracts');
  await page.getByRole('button', { name: /^Work/ }).click();
  await page.getByLabel('Records', { exact: true }).fill('12');
  await page.getByRole('button', { name: 'Draw the sample' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  for (const [name, votes] of keys) {
    await concord.workAs(name, 'Coder');
    await concord.goTo('Titles and abstracts');
    await concord.leaveField();
    for (let done = 0; done < 12; done += 1) {
      const number = Number(/number (\d+) /.exec((await concord.title()) ?? '')?.[1]);
      const key = votes[number - 1];
      await concord.voteByKey(key === 'i' || key === 'm' ? key : 'e');
    }
    if (name === 'Cora Coder') {
      await concord.goTo('Agreement');
      await expect(page.getByRole('heading', { name: 'Closed while you vote blind' })).toBeVisible();
    }
  }

  await concord.addCoder('Ada Adjudicator', 'Adjudicator');
  await concord.goTo('Agreement');
  await page.getByLabel('First coder').selectOption({ label: 'Cora Coder' });
  await page.getByLabel('Second coder').selectOption({ label: 'Dirk Coder' });
  await expect(page.getByText('Rated by both: 12')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'All coders together' })).toBeVisible();
  await expect(page.getByText('Fleiss’ kappa')).toBeVisible();
  await expect(page.getByText('Krippendorff’s alpha').first()).toBeVisible();
  await expect(page.getByText(/^Prevalence index/)).toBeVisible();
  // Cora keeps 1 to 4 and perhaps 5, Dirk 1 to 3: apart on 4 and 5.
  await page.getByRole('button', { name: 'Cora Coder Forward / Dirk Coder Exclude: 2' }).click();
  await expect(page.getByText('Peer support trial number 4 in', { exact: false })).toBeVisible();
  await expect(page.getByText('Peer support trial number 5 in', { exact: false })).toBeVisible();
  await takeScreenshot(page, 'agreement-of-three');
  await expectNoAxeViolations(page, 'agreement of three');
  await page.getByRole('radio', { name: 'not at all' }).check();
  await expect(page.getByText('Rated by both: 11')).toBeVisible();
  await page.getByRole('radio', { name: 'on its own' }).check();
  await expect(page.getByRole('button', { name: 'Cora Coder Maybe / Dirk Coder Exclude: 1' })).toBeVisible();
  await expect(page.getByText(/independently rated 12 records/)).toBeVisible();

  await page.getByRole('button', { name: 'Cora Coder · Eva Coder' }).click();
  await expect(page.getByLabel('Second coder').locator('option:checked')).toHaveText('Eva Coder');
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect(() => {
    const csv = readFileSync(path.join(saveFolder, 'agreement.csv'), 'utf8');
    expect(csv).toContain('Fleiss kappa');
    expect(csv).toContain('pair,Dirk Coder,Eva Coder');
  }).toPass({ timeout: 10_000 });
});
