import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';

/** What each coder thinks of record N: 20 both keep, 15 only Dirk keeps, 165 neither. */
const bothKeep = (n: number): boolean => n % 10 === 3;
const onlyDirk = (n: number): boolean => n >= 101 && n <= 117 && !bothKeep(n);

test('two coders, a pilot, 200 records, 15 conflicts: agreement and PRISMA equal a count by hand', async ({
  launch,
}) => {
  test.setTimeout(420_000);
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('Whole screening', 'Lena Lead');
  await page.getByLabel('Per cent agreed at least').fill('60');
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(200)) },
    'Own database',
  );
  await concord.addCoder('Cora Coder', 'Coder');
  await concord.addCoder('Dirk Coder', 'Coder');
  await concord.workAs('Lena Lead', 'Lead');

  const openWork = async (): Promise<void> => {
    await concord.goTo('Titles and abstracts');
    await page.getByRole('button', { name: /^Work/ }).click();
  };
  await openWork();
  await page.getByLabel('Records', { exact: true }).fill('20');
  await page.getByRole('button', { name: 'Draw the sample' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  /** Votes on everything that waits for this coder, as the rule says. */
  const screenAll = async (keeps: (n: number) => boolean, count: number): Promise<void> => {
    await page.getByRole('heading', { level: 1 }).click();
    for (let done = 0; done < count; done += 1) {
      const number = Number(/number (\d+) /.exec((await concord.title()) ?? '')?.[1]);
      await concord.voteByKey(keeps(number) ? 'i' : 'e');
    }
    await expect(page.getByRole('heading', { name: 'You have voted on everything here' })).toBeVisible();
  };
  const coders = [
    ['Cora Coder', bothKeep],
    ['Dirk Coder', (n: number) => bothKeep(n) || onlyDirk(n)],
  ] as const;
  for (const [name, keeps] of coders) {
    await concord.workAs(name, 'Coder');
    await concord.goTo('Titles and abstracts');
    await expect(page.getByText('Pilot round: 0 of 20', { exact: false })).toBeVisible();
    await screenAll(keeps, 20);
    if (name === 'Cora Coder') {
      await concord.goTo('Conflicts');
      await expect(page.getByRole('heading', { name: 'Still blind' })).toBeVisible();
    }
  }

  await concord.workAs('Lena Lead', 'Lead');
  await openWork();
  await expect(page.getByText('Cora Coder: 20 of 20 · Dirk Coder: 20 of 20')).toBeVisible();
  await expect(page.getByText('Every pair reaches what the protocol asks for.')).toBeVisible();
  await page.getByRole('button', { name: 'Close the pilot' }).click();
  await expect(page.getByText('criteria frozen as version 2', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');

  for (const [name, keeps] of coders) {
    await concord.workAs(name, 'Coder');
    await concord.goTo('Titles and abstracts');
    await screenAll(keeps, 180);
  }

  await concord.addCoder('Ada Adjudicator', 'Adjudicator');
  await concord.goTo('Agreement');
  await page.getByLabel('First coder').selectOption({ label: 'Cora Coder' });
  await page.getByLabel('Second coder').selectOption({ label: 'Dirk Coder' });
  await expect(page.getByText('Rated by both: 200')).toBeVisible();
  // 20 both forward, 15 apart, 165 both out: 92.5%; chance 0.1 · 0.175 + 0.9 · 0.825 = 0.76, kappa 0.6875.
  await expect(page.getByText('92.5%')).toBeVisible();
  await expect(page.getByText('0.69', { exact: true })).toBeVisible();

  await concord.goTo('Conflicts');
  for (let left = 15; left > 0; left -= 1) {
    await expect(page.getByText(`${left} to settle`)).toBeVisible();
    await page.getByRole('button', { name: 'Show how they voted' }).click();
    await page
      .getByRole('complementary')
      .getByRole('button', { name: left > 10 ? 'Include' : 'Exclude' })
      .click();
    await page.getByRole('button', { name: 'Settle', exact: true }).click();
  }
  await expect(page.getByRole('heading', { name: 'No conflicts' })).toBeVisible();

  // 200 found, none a copy; 20 + 5 go on to full text, 165 + 10 are out.
  await concord.goTo('PRISMA flow');
  const diagram = page.getByRole('main');
  await expect(diagram).toContainText('200');
  await expect(diagram).toContainText('175');
  await concord.goTo('Full texts');
  await concord.workAs('Cora Coder', 'Coder');
  await concord.goTo('Full texts');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '25');
});
