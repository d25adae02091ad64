import { expect, test } from './harness';
import { ConcordWindow } from './pages/concord-window';

const rayyan = [
  'key,title,year,authors,notes',
  'rayyan-1,A first invented trial of peer support in a town,2001,"Vos, A","RAYYAN-INCLUSION: {""Emily""=>""Included"", ""Bo""=>""Excluded""} | RAYYAN-EXCLUSION-REASONS: participants not adults"',
  'rayyan-2,A second invented trial of peer support in a village,2002,"Vos, A","RAYYAN-INCLUSION: {""Emily""=>""Maybe"", ""Bo""=>""Included""}"',
  'rayyan-3,A third invented trial of peer support on an island,2003,"Vos, A",',
  '',
].join('\n');

test('decisions of a Rayyan export become votes of named coders, and can be taken back', async ({
  launch,
}) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('Moving over', 'Lena Lead');
  await concord.importFile(
    { name: 'rayyan.csv', mimeType: 'text/csv', buffer: Buffer.from(rayyan) },
    'Rayyan export',
  );
  await page.getByRole('button', { name: 'Earlier decisions: 4' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('4 decisions of Rayyan');
  await expect(dialog.getByLabel('Person here: Emily')).toContainText('New coder: Emily');
  await dialog.getByRole('button', { name: 'Take over 4 votes' }).click();
  await expect(page.getByText('4 votes taken over')).toBeVisible();
  await concord.goTo('Conflicts');
  await expect(page.getByText('1 to settle')).toBeVisible();
  await concord.workAs('Emily', 'Coder');
  await concord.goTo('Titles and abstracts');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2');
  await concord.workAs('Lena Lead', 'Lead');
  await concord.goTo('Import');
  await page.getByRole('button', { name: 'Take back 4 earlier decisions' }).click();
  await expect(page.getByText('4 votes are taken back')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Earlier decisions: 4' })).toBeVisible();
});
