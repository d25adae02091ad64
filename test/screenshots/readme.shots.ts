import { test } from '@playwright/test';
import path from 'node:path';
import { launchConcord } from '../e2e/harness/launch';
import { ConcordWindow, type ScreenName } from '../e2e/pages/concord-window';

const shots: readonly (readonly [screen: ScreenName, file: string])[] = [
  ['Protocol', 'protocol'],
  ['Titles and abstracts', 'screening'],
  ['Conflicts', 'conflicts'],
  ['Risk of bias', 'risk-of-bias'],
  ['Extraction', 'extraction'],
  ['PRISMA flow', 'prisma'],
  ['Pooling', 'pooling'],
];

test('the pictures of the README', async () => {
  const { page, app, close } = await launchConcord();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await page.getByRole('button', { name: 'Open the demonstration' }).click();
  await page.getByRole('navigation', { name: 'Stages of the review' }).waitFor();
  const image = (name: string): string => path.resolve('docs/images', `${name}.png`);
  for (const [screen, file] of shots) {
    await concord.goTo(screen);
    await page.locator('main h1').first().waitFor();
    if (file === 'screening') for (const key of ['y', 'n']) await page.keyboard.press(key);
    if (file === 'conflicts') await page.getByRole('button', { name: 'Show how they voted' }).click();
    if (file === 'risk-of-bias' || file === 'extraction')
      await page.locator('main nav ol > li > button').nth(3).click();
    await page.waitForTimeout(400);
    await page.screenshot({ path: image(file) });
  }
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.locator('input[type=radio][value=dark]').check();
  await page.locator('input[type=radio][value=nl]').check();
  await page.keyboard.press('Escape');
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Titels/ })
    .click();
  await page.waitForTimeout(400);
  await page.screenshot({ path: image('screening-dark-dutch') });
  await close();
});
