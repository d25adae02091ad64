import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { expectNoAxeViolations } from './pages/axe';

/** As somebody kept it in a program of their own: names of their own, outcomes and times in their words. */
const ownTable = [
  'Trial;Uitkomst;Meting;Effect van de studie;Fout',
  'Vos 2019;mood;3 months;0,30;0,20',
  'Vos 2019;hope;3 months;0,25;0,20',
  'Mol 2020;mood;3 months;0,10;0,15',
  'Kip 2021;mood;a year;0,05;0,10',
].join('\n');

test('a table in its maker’s own words comes in once columns, outcomes and times are told', async ({
  launch,
}) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('Somebody else’s table', 'Lena Lead');
  await concord.goTo('Import');
  await page
    .getByLabel('Choose a sheet')
    .setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer: Buffer.from(ownTable) });
  const dialog = page.getByRole('dialog');
  const take = dialog.getByRole('button', { name: /^Import \d/ });
  await expect(take).toBeDisabled();
  await expect(dialog.getByText('No columns give an effect yet')).toBeVisible();

  await dialog.getByLabel('Holds: Effect van de studie').selectOption({ label: 'Effect' });
  await dialog.getByLabel('Holds: Fout').selectOption({ label: 'Standard error of the effect' });
  await dialog.getByLabel('Holds: Meting').selectOption({ label: 'Time' });
  await expect(dialog.getByText('4 rows of 3 studies; 4 with an effect')).toBeVisible();
  await expect(dialog.getByText('4 rows belong to no outcome or time')).toBeVisible();
  await dialog.getByLabel('Outcomes: mood').selectOption({ label: 'Clinical recovery' });
  await dialog.getByLabel('Outcomes: hope').selectOption({ label: 'Personal recovery' });
  await dialog.getByLabel('Times: 3 months').selectOption({ label: 'Post-test' });
  await expect(dialog.getByText('1 row belongs to no outcome or time')).toBeVisible();
  await dialog.getByLabel('Direction: mood').selectOption({ label: 'Less is better' });
  await expectNoAxeViolations(page, 'extraction sheet');
  await concord.takeSheet();

  await expect(page.getByText('4 rows of 3 studies are in the review').first()).toBeVisible();
  await concord.goTo('Pooling');
  const clinical = page.getByRole('row', { name: /Clinical recovery.*Post-test/ }).first();
  // Of two effects in favour of more, where less is better.
  await expect(clinical).toContainText(/[−-]0\.1\d/);
});
