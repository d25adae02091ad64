import { expect, expectNoAxeViolations, test } from '../e2e/harness';

test('the window opens in a plain browser and says that there is no copy on disk', async ({ browse }) => {
  const { page } = await browse();
  await expect(page).toHaveTitle('Concord');
  await expect(page.getByText('without a copy on disk')).toBeVisible();
  await expectNoAxeViolations(page, 'the first screen in Chromium');
});
