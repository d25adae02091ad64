import { expect, test } from './harness';

test('the chosen language, look and density hold at once, after a start and after a kill', async ({
  launch,
}) => {
  const first = await launch();
  const { page, userData } = first;
  await expect(page.getByRole('heading', { level: 1, name: 'Reviews', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: 'Nederlands' }).check();
  const dialog = page.getByRole('dialog', { name: 'Instellingen' });
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio', { name: 'Donker' }).check();
  await dialog.getByRole('radio', { name: 'Compact' }).check();
  await page.keyboard.press('Escape');
  const html = page.locator('html');
  await expect(html).toHaveAttribute('lang', 'nl');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(html).toHaveAttribute('data-density', 'compact');
  await first.close();

  for (const how of ['after a start', 'after a kill'] as const) {
    const next = await launch({ userData });
    const again = next.page.locator('html');
    await expect(again, how).toHaveAttribute('lang', 'nl');
    await expect(again, how).toHaveAttribute('data-theme', 'dark');
    await expect(again, how).toHaveAttribute('data-density', 'compact');
    await expect(next.page.getByRole('button', { name: 'Nieuwe review' })).toBeVisible();
    await next.killHard();
  }
});
