import { type Locator, type Page } from '@playwright/test';
import { expect, test, type RunningConcord } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';

/** How the window lays out what is longer, wider or more than usual, at the smallest size people work at. */

const longTitle = 'Recovery support by peers for adults with severe mental illness who leave hospital. '
  .repeat(5)
  .slice(0, 400)
  .trim();
const arabicTitle = 'تأثير دعم الأقران على التعافي لدى البالغين';
const manyAuthors = Array.from({ length: 60 }, (_, index) => `Coauthor${index + 1}, A.`);

const awkwardRis = [
  { title: longTitle, authors: ['Vos, A.'], abstract: `https://example.org/${'a-long-address/'.repeat(20)}` },
  { title: 'A trial by many hands', authors: manyAuthors, abstract: 'Sixty authors.' },
  { title: arabicTitle, authors: ['الأحمد, محمد'], abstract: 'هدفت هذه الدراسة إلى تقييم دعم الأقران.' },
]
  .map(({ title, authors, abstract }) =>
    [
      'TY  - JOUR',
      `TI  - ${title}`,
      ...authors.map((author) => `AU  - ${author}`),
      `AB  - ${abstract}`,
      'ER  - ',
    ].join('\r\n'),
  )
  .join('\r\n\r\n');

const small = ({ app }: RunningConcord): Promise<void> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800));

const stages = (page: Page): Locator => page.locator('nav ol > li > button');

async function openDemonstration(page: Page, language: 'en' | 'nl' = 'en'): Promise<void> {
  await page.locator('h1').waitFor();
  await page.getByRole('button', { name: /^(Settings|Instellingen)$/ }).click();
  await page.locator(`input[type=radio][value=${language}]`).check();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^(Open the demonstration|Demonstratie openen)$/ }).click();
  await stages(page).first().waitFor();
}

test('titles of 400 characters, sixty authors and right-to-left texts are read whole', async ({ launch }) => {
  const running = await launch();
  const { page } = running;
  await small(running);
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await concord.newReview('Awkward records', 'Lena Lead');
  await concord.importFile(
    { name: 'awkward.ris', mimeType: 'text/plain', buffer: Buffer.from(awkwardRis) },
    'PubMed',
  );
  await concord.goTo('Titles and abstracts');
  const article = page.locator('article');
  await expect(article.locator('h2')).toHaveText(longTitle);
  await expectNothingBeside(page);

  await page.keyboard.press('j');
  await expect(article).not.toContainText('Coauthor60');
  await article.getByRole('button', { name: 'and 48 others' }).click();
  await expect(article).toContainText('Coauthor60');
  await page.keyboard.press('j');
  await expect(article.locator('h2')).toHaveCSS('direction', 'rtl');

  await page.keyboard.press('v');
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  const title = page.locator('[role=row][aria-selected=true]').getByText(longTitle);
  await expect(title).toBeVisible();
  expect(await title.evaluate((text) => text.scrollHeight - text.clientHeight)).toBeLessThanOrEqual(1);
  await expectNothingBeside(page);
});

/** Nothing of the screen has to be scrolled to sideways. */
async function expectNothingBeside(page: Page): Promise<void> {
  const wide = await page
    .locator('main, main *')
    .evaluateAll((all) =>
      all
        .filter(
          (one) =>
            ['auto', 'scroll'].includes(getComputedStyle(one).overflowX) &&
            one.scrollWidth > one.clientWidth + 1,
        )
        .map(({ className }) => String(className)),
    );
  expect(wide).toEqual([]);
}

test('a message stands beside an open dialog and is closed without closing it', async ({ launch }) => {
  const running = await launch();
  const { page } = running;
  await small(running);
  await openDemonstration(page);
  await stages(page).nth(3).click();
  await page.locator('article').waitFor();
  await page.keyboard.press('h');
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  const message = page.getByText('Marks off');
  const close = dialog.getByRole('button', { name: 'Close' });
  await expect(close).toBeInViewport();
  for (const lies of [message, close]) {
    const topmost = await lies.evaluate((one) => {
      const { left, top, width, height } = one.getBoundingClientRect();
      return one.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(topmost).toBe(true);
  }
  await page.locator('[aria-live] > div', { hasText: 'Marks off' }).getByRole('button').click();
  await expect(message).toBeHidden();
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});

test('in Dutch at 1280 the key stands beside its vote', async ({ launch }) => {
  const running = await launch();
  const { page } = running;
  await small(running);
  await openDemonstration(page, 'nl');
  await stages(page).nth(3).click();
  await page.locator('article').waitFor();
  const votes = page.getByRole('button', { name: /Includeren|Misschien|Excluderen/ });
  await expect(votes).toHaveCount(3);
  const tops: number[] = [];
  for (const vote of await votes.all()) {
    const box = await vote.boundingBox();
    const key = await vote.locator('kbd').boundingBox();
    if (!box || !key) throw new Error('a vote is not shown');
    expect(Math.abs(key.y + key.height / 2 - (box.y + box.height / 2))).toBeLessThan(3);
    expect(key.x + key.width).toBeLessThanOrEqual(box.x + box.width);
    tops.push(Math.round(box.y));
  }
  expect(new Set(tops).size).toBe(1);
});

test('keys lead through all stages, and each says what to do while one votes blind', async ({ launch }) => {
  const { page } = await launch();
  await openDemonstration(page);
  await stages(page).first().click();
  const count = await stages(page).count();
  for (let index = 1; index < count; index += 1) {
    await page.keyboard.press('Control+PageDown');
    await expect(stages(page).nth(index)).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('main h1, main h2').first()).toBeVisible();
  }
  await page.keyboard.press('Control+4');
  await page.locator('article').waitFor();
  await page.keyboard.press('w');
  const records = page.getByRole('dialog').getByLabel('Records');
  await records.fill('10');
  await records.press('Enter');
  await expect(records).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await expect(page.getByText('1 voted by you, 7 waiting')).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByText('7 wait for your vote.')).toBeVisible();
  await stages(page)
    .nth(count - 1)
    .click();
  await page.keyboard.press('Control+PageUp');
  await expect(stages(page).nth(count - 2)).toHaveAttribute('aria-current', 'page');
  const goOn = page.getByRole('button', { name: 'Go on with titles and abstracts' });
  await expect(goOn).toBeVisible();
  await page.keyboard.press('Control+7');
  await expect(page.getByRole('heading', { name: 'Agreement', level: 1 })).toBeVisible();
  await goOn.click();
  await expect(page.locator('article')).toBeVisible();
});

test('an answer counts where the pointer went down, also of a question not in focus', async ({ launch }) => {
  const running = await launch();
  const { page } = running;
  await small(running);
  await openDemonstration(page);
  await stages(page).nth(3).click();
  await page.locator('article').waitFor();
  const criteria = page.getByRole('region', { name: 'Criteria' }).getByRole('radiogroup');
  for (const index of [2, 0, 1]) await pressSlowly(criteria.nth(index).locator('label').first());
  for (const index of [2, 0, 1])
    await expect(criteria.nth(index).getByRole('radio', { name: 'Yes' })).toBeChecked();
  await page.getByRole('heading', { name: 'Randomised controlled trial' }).click();
  await expect(page.getByText('Were participants or groups of participants allocated')).toBeVisible();

  await stages(page).nth(8).click();
  await page.getByRole('button', { name: /^Nakamura 2021/ }).click();
  const questions = page.locator('[data-question]').getByRole('radiogroup');
  for (const index of [1, 0]) {
    await pressSlowly(questions.nth(index).locator('label').nth(3));
    await expect(questions.nth(index).getByRole('radio', { name: 'No', exact: true })).toBeChecked();
  }
});

/** As a hand does it: what the press brings about has happened when the button comes up again. */
async function pressSlowly(target: Locator): Promise<void> {
  await target.scrollIntoViewIfNeeded();
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing to press');
  const { mouse } = target.page();
  await mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await mouse.down();
  await target
    .page()
    .evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
  await mouse.up();
}

test('magnified to 200 % nothing is out of reach', async ({ launch }) => {
  const running = await launch();
  const { page, app } = running;
  await openDemonstration(page);
  await small(running);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await expect.poll(() => page.evaluate(() => window.innerWidth)).toBeLessThan(700);
  for (let index = 0; index < (await stages(page).count()); index += 1) {
    await page.keyboard.press(index === 0 ? 'Control+1' : 'Control+PageDown');
    await expect(stages(page).nth(index)).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('main h1, main h2').first()).toBeAttached();
    expect(await outOfReach(page), `stage ${index + 1}`).toEqual([]);
  }
});

/** Controls beyond the edge that no scrolling brings in. */
const outOfReach = (page: Page): Promise<string[]> =>
  page.locator('button, input, select').evaluateAll((controls) =>
    controls
      .filter((control) => {
        const { left, right, width } = control.getBoundingClientRect();
        if (width === 0 || (right <= window.innerWidth + 1 && left >= -1)) return false;
        for (let around = control.parentElement; around !== null; around = around.parentElement) {
          const scrolls = ['auto', 'scroll'].includes(getComputedStyle(around).overflowX);
          if (scrolls && around.scrollWidth > around.clientWidth) return false;
        }
        return true;
      })
      .map((control) => control.textContent ?? ''),
  );

test('an observer reads along: nothing waits, nothing is asked', async ({ launch }) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await openDemonstration(page);
  await concord.addCoder('Olga Observer', 'Observer');
  await expect(page.getByText('Reading along')).toBeVisible();
  await expect(stages(page).filter({ hasText: 'waiting' })).toHaveCount(0);
  await concord.goTo('Titles and abstracts');
  await expect(page.getByText(/^You read along\./)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Include' })).toHaveCount(0);
  await page.keyboard.press('i');
  await page.keyboard.press('j');
  await expect(page.locator('article h2')).toContainText('Pebble');
  await expect(page.getByRole('alert')).toHaveCount(0);
  await concord.goTo('Conflicts');
  await expect(page.getByText('1 to settle')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Settle', exact: true })).toHaveCount(0);
});

test('a review is begun, filled and screened by Enter and single keys alone', async ({ launch }) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await concord.startInEnglish();
  await page.keyboard.press('n');
  await page.keyboard.type('Kim Keys');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Protocol', level: 1 })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.getByLabel('Choose files').setInputFiles({
    name: 'export.ris',
    mimeType: 'text/plain',
    buffer: Buffer.from(ownRis(2)),
  });
  await expect(page.getByLabel('Database or register')).toBeFocused();
  await page.keyboard.type('PubMed');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Go on with duplicates' })).toBeVisible();
  await page.keyboard.press('Enter');
  await concord.duplicatesSearched();
  await expect(page.getByRole('heading', { name: 'No duplicates found' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.locator('article').waitFor();
  await concord.voteByKey('i');
  await concord.voteByKey('e');
  await expect(page.getByText('The protocol asks for 1 more coder here.')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Protocol', level: 1 })).toBeVisible();
});

test('studies are rated from one to the next without the mouse', async ({ launch }) => {
  const { page } = await launch();
  const concord = new ConcordWindow(page);
  await openDemonstration(page);
  await concord.addCoder('Cora Coder', 'Coder');
  await concord.goTo('Risk of bias');
  const title = page.locator('main section h2').first();
  await expect(title).toHaveText('Lindqvist 2018');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('j');
  await expect(title).toHaveText('Nakamura 2021');
  await expect(page.getByText('Some questions are still open.')).toBeVisible();
  for (const digit of '1144411444144') await page.keyboard.press(digit);
  await expect(page.getByText('Some questions are still open.')).toBeHidden();
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Your assessment is finished')).toBeVisible();
  await page.keyboard.press('k');
  await expect(title).toHaveText('Hartmann 2019');
});
