import { expect, test } from '@playwright/test';
import { launchConcord, type RunningConcord } from './harness/launch';
import { expectNoAxeViolations } from './pages/axe';

/** Every screen with something in it, light and dark, in English and Dutch: axe finds nothing. */
let running: RunningConcord;
test.beforeAll(async () => {
  running = await launchConcord();
});
test.afterAll(async () => {
  await running.close();
});

for (const language of ['en', 'nl'] as const) {
  for (const theme of ['light', 'dark'] as const) {
    test(`${language}, ${theme}`, async () => {
      const { page } = running;
      await page.getByRole('button', { name: /^(Settings|Instellingen)$/ }).click();
      await page.locator(`input[type=radio][value=${language}]`).check();
      await page.locator(`input[type=radio][value=${theme}]`).check();
      await expectNoAxeViolations(page, 'settings');
      await page.keyboard.press('Escape');
      await expectNoAxeViolations(page, 'home');
      await page.getByRole('button', { name: /New review|Nieuwe review/ }).click();
      await expectNoAxeViolations(page, 'new review');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /^(Open the demonstration|Demonstratie openen)$/ }).click();
      const stages = page.locator('nav ol > li > button');
      await expect(stages.first()).toBeVisible();
      const count = 12;
      for (let index = 0; index < count; index += 1) {
        await stages.nth(index).click();
        await expect(stages.nth(index)).toHaveAttribute('aria-current', 'page');
        await expect(page.locator('main h1, main h2').first()).toBeVisible();
        await expectNoAxeViolations(page, `screen ${index + 1}`);
        const studies = page.locator('main nav ol > li > button');
        for (const study of [3, 4]) {
          if ((await studies.count()) <= study) continue;
          await studies.nth(study).click();
          await expectNoAxeViolations(page, `screen ${index + 1}, study ${study + 1}`);
        }
      }
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectNoAxeViolations(page, 'help');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: /All reviews|Alle reviews/ }).click();
    });
  }
}
