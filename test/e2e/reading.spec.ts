import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';

/** Two invented subjects, mixed: every fourth record is about peer workers, the rest about doses of a drug. */
const isAboutPeers = (index: number): boolean => index % 4 === 1;
const mixedRis = (count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const [title, abstract] = isAboutPeers(index)
      ? [
          `Peer workers and recovery in town ${index}`,
          'Peer workers with lived experience met adults with mental illness; recovery and hope were measured.',
        ]
      : [
          `Tablet strength of compound ${index} in adults`,
          'The pharmacokinetics of a tablet were studied; plasma concentration and clearance were measured.',
        ];
    return [
      'TY  - JOUR',
      `TI  - ${title}`,
      `AU  - Writer${index}, W.`,
      'PY  - 2021',
      `AB  - ${abstract}`,
      `DO  - 10.99999/mixed.${index}`,
      'ER  - ',
      '',
    ].join('\r\n');
  }).join('\r\n');

test('the likely ones come first, say why, reading stops by the test, counts in PRISMA and reopens', async ({
  launch,
}) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('Reading in order', 'Lena Lead');
  await page.getByLabel('Coders needed').first().selectOption('1');
  await page.getByRole('button', { name: 'Save as new version' }).click();
  const buffer = Buffer.from(mixedRis(120));
  await concord.importFile({ name: 'mixed.ris', mimeType: 'text/plain', buffer }, 'PubMed');

  await concord.goTo('Progress and stopping');
  await page.getByRole('radio', { name: 'Where it starts' }).check({ force: true });
  await page
    .getByLabel('DOIs or PubMed numbers, one per line')
    .fill('https://doi.org/10.99999/mixed.13\n12345');
  await page.getByRole('button', { name: 'Find and add' }).click();
  await expect(
    page.getByText('1 of 2 identifiers found and added. Not among the records: 12345'),
  ).toBeVisible();

  await page.keyboard.press('Escape');
  await concord.goTo('Titles and abstracts');
  await page.getByLabel('Order', { exact: true }).selectOption({ label: 'Order: most likely first' });
  await expect(page.locator('article h2')).toContainText('Peer workers');
  await concord.leaveField();
  let found = 0;
  for (let read = 0; read < 35; read += 1) {
    const relevant = (await concord.title())?.includes('Peer workers') ?? false;
    if (relevant) found += 1;
    await concord.voteByKey(relevant ? 'i' : 'e');
  }
  expect(found).toBe(30);
  await expect(page.getByText('learned from 35 votes')).toBeVisible();
  await page.getByText('Why here').click();
  await expect(page.getByText('pushed it down')).toBeVisible();
  await expect(page.locator('article mark[title="pushed it down"]').first()).toBeVisible();

  await page.keyboard.press('s');
  await expect(page.getByRole('heading', { name: 'Progress and stopping', level: 1 })).toBeVisible();
  await expect(page.getByRole('img', { name: /29 relevant records found after 34 of 119/ })).toBeVisible();
  await expect(page.getByText(/^Not yet\. For 95/)).toBeVisible();
  // Against the advice: the report says so.
  await page.getByRole('button', { name: 'Stop reading …' }).click();
  await page.getByLabel('Reason, as it should stand in the report').fill('No time');
  await page.getByRole('dialog').getByRole('button', { name: 'Stop reading' }).click();
  await expect(
    page.getByText(/before the test of Callaghan and Müller-Hansen \(2020\) advised it/),
  ).toBeVisible();
  // Keys belong to a dialog until it is gone, and it goes a moment after what it wrote is shown behind it.
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('o');
  await expect(page.getByText('Reading is open again')).toBeVisible();
  await page.keyboard.press('s');
  for (let read = 0; read < 72; read += 1) await concord.voteByKey('e');
  await page.keyboard.press('s');
  await expect(page.getByText(/^Yes, by the test/)).toBeVisible();
  await page.getByRole('button', { name: 'Stop reading …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop reading' }).click();
  await expect(page.getByText(/13 unread records are set aside/)).toBeVisible();
  await expect(
    page.getByText(/by the test of Callaghan and Müller-Hansen \(2020\) for a recall of 95%/),
  ).toBeVisible();
  await expect(page.getByText(/before the test/)).toBeHidden();

  await concord.goTo('Titles and abstracts');
  await expect(page.locator('article h2')).toBeHidden();
  await concord.goTo('PRISMA flow');
  await expect(page.getByText(/automation/i).first()).toBeVisible();
  await expect(page.getByRole('img', { name: /90/ }).first()).toBeVisible();

  await concord.goTo('Progress and stopping');
  await page.keyboard.press('o');
  await expect(page.getByText('Reading is open again').last()).toBeVisible();
  await expect(page.getByText(/set aside/)).toBeHidden();
  await concord.goTo('Titles and abstracts');
  await expect(page.locator('article h2')).toBeVisible();
});
