import { test, type Page } from '@playwright/test';
import path from 'node:path';
import { launchConcord } from '../e2e/harness/launch';
import { ConcordWindow, type ScreenName } from '../e2e/pages/concord-window';
import { twelveTrials } from '../e2e/support/twelve-trials';

const shots: readonly (readonly [screen: ScreenName, file: string])[] = [
  ['Titles and abstracts', 'screening'],
  ['Conflicts', 'conflicts'],
  ['Risk of bias', 'risk-of-bias'],
  ['Extraction', 'extraction'],
  ['PRISMA flow', 'prisma'],
];

/** The window as it stands, without what the runtime for trials says of itself: the picture is of the product. */
async function picture(page: Page, name: string): Promise<void> {
  const said = page.getByText(/old test runtime|oude testversie/);
  if ((await said.count()) > 0)
    await said.evaluate((text) => text.parentElement?.style.setProperty('display', 'none'));
  for (const close of await page.getByRole('button', { name: /^(Close|Sluiten)$/ }).all())
    await close.click();
  await page.mouse.move(0, 0);
  await page.waitForTimeout(400);
  await page.screenshot({ path: path.resolve('docs/images', `${name}.png`) });
}

test('the pictures of the README', async () => {
  const { page, app, close } = await launchConcord();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await page.getByRole('button', { name: 'Open the demonstration' }).click();
  await page.getByRole('navigation', { name: 'Stages of the review' }).waitFor();
  for (const [screen, file] of shots) {
    await concord.goTo(screen);
    await page.locator('main h1').first().waitFor();
    if (file === 'screening') for (const key of ['y', 'n']) await page.keyboard.press(key);
    if (file === 'conflicts') await page.getByRole('button', { name: 'Show how they voted' }).click();
    if (file === 'risk-of-bias' || file === 'extraction')
      await page.locator('main nav ol > li > button').nth(3).click();
    await picture(page, file);
  }
  await page.getByRole('button', { name: 'All reviews' }).click();
  await concord.newReview('Meetings with peers (invented)', 'Iris van Dam');
  await concord.importSheet({
    name: 'trials.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(twelveTrials),
  });
  await concord.goTo('Pooling');
  await page.getByRole('button', { name: 'Clinical recovery' }).first().click();
  await page.getByRole('img', { name: /Clinical recovery/ }).waitFor();
  await page.getByRole('tablist').evaluate((tabs) => tabs.scrollIntoView());
  await picture(page, 'pooling');
  await page.getByRole('button', { name: 'All reviews' }).click();
  await concord.openReview('Peers in the harbour');
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.locator('input[type=radio][value=dark]').check();
  await page.locator('input[type=radio][value=nl]').check();
  await page.keyboard.press('Escape');
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Titels/ })
    .click();
  await picture(page, 'screening-dark-dutch');
  await close();
});
