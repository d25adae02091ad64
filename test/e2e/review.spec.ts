import { expect, test } from '@playwright/test';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { launchConcord, type RunningConcord } from './harness/launch';
import { ConcordWindow } from './pages/concord-window';
import { ownSheet, realExport } from './support/own-files';

/** One review from a template to the hand-over, by two coders and an adjudicator, in the real window. */
test.describe.configure({ mode: 'serial' });

let running: RunningConcord;
let concord: ConcordWindow;

test.beforeAll(async () => {
  running = await launchConcord();
  concord = new ConcordWindow(running.page);
  await concord.startInEnglish();
});
test.afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

test('a review begins from the peer support template', async () => {
  await concord.newReview('Peers, tested', 'Lena Lead');
  const { page } = running;
  await expect(page.getByRole('textbox', { name: 'Question', exact: true })).toHaveValue(
    /delivered entirely by peers/,
  );
  await expect(page.locator('input[value="Randomised controlled trial"]')).toBeVisible();
});

test('editing the protocol makes a version; the old one stays readable', async () => {
  const { page } = running;
  await page.getByLabel('Background').fill('A change for the test.');
  await page.getByLabel('What changed, and why').fill('Background added');
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await expect(page.getByText('Version 2 · in force')).toBeVisible();
  await page.getByRole('button', { name: /^Version 1/ }).click();
  await expect(page.getByText('You are reading version 1', { exact: false })).toBeVisible();
  await expect(page.getByLabel('Background')).not.toHaveValue('A change for the test.');
  await page.getByRole('button', { name: 'Back to the version in force' }).click();
  await expect(page.getByLabel('Background')).toHaveValue('A change for the test.');
});

test('a real export is imported, every record kept, repairs listed with their line', async () => {
  const { file, records } = realExport();
  await concord.importFile(file, 'PsycINFO');
  const { page } = running;
  await expect(page.getByRole('row', { name: /PsycINFO/ })).toContainText(String(records));
  const remarks = page.getByRole('row', { name: /PsycINFO/ }).getByRole('button', { name: /remark/ });
  if (await remarks.count()) {
    await remarks.click();
    await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible();
    await page.keyboard.press('Escape');
  }
});

test('the same records from a second source are duplicates, and can be taken apart', async () => {
  const { page } = running;
  const copy = [
    'TY  - JOUR',
    'TI  - Twin record of an invented peer trial with a long title',
    'AU  - Twin, T.',
    'PY  - 2021',
    'DO  - 10.99999/twin',
    'ER  - ',
    '',
    'TY  - JOUR',
    'TI  - Twin record of an invented peer trial with a long title.',
    'AU  - Twin, Tess',
    'PY  - 2021',
    'DO  - https://doi.org/10.99999/TWIN',
    'ER  - ',
    '',
  ].join('\r\n');
  await concord.importFile(
    { name: 'twins.ris', mimeType: 'text/plain', buffer: Buffer.from(copy) },
    'Embase',
  );
  await concord.goTo('Duplicates');
  await expect(page.getByText('1 group; out of screening as copies: 1')).toBeVisible();
  await page.getByRole('button', { name: 'Take apart' }).click();
  await expect(page.getByRole('heading', { name: 'No duplicates found' })).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('1 group; out of screening as copies: 1')).toBeVisible();
});

test('two coders screen blind from the keyboard', async () => {
  const { page } = running;
  await concord.addCoder('Cora Coder', 'Coder');
  await concord.goTo('Titles and abstracts');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '7');
  // Criteria answered: all yes includes.
  for (const key of ['y', 'y', 'y', 'y']) await page.keyboard.press(key);
  await expect(page.getByText('Your answers say')).toBeVisible();
  await concord.voteByKey('Enter');
  // The second fails at the second criterion.
  await page.keyboard.press('y');
  await page.keyboard.press('n');
  await expect(page.getByText('Exclude: Not delivered entirely by peers')).toBeVisible();
  await concord.voteByKey('Enter');
  // Undo, and vote directly instead.
  await page.keyboard.press('z');
  await expect(page.getByText('Your vote is taken back')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2');
  for (const key of ['i', 'e', 'e', 'i', 'i'] as const) await concord.voteByKey(key);
  await expect(page.getByRole('heading', { name: 'You have voted on everything here' })).toBeVisible();

  await concord.addCoder('Dirk Coder', 'Coder');
  await concord.goTo('Titles and abstracts');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '0');
  await expect(page.getByText('One other coder has voted')).toBeVisible();
  await expect(page.getByText('Your vote', { exact: true })).toBeHidden();
  await concord.goTo('Conflicts');
  await expect(page.getByRole('heading', { name: 'Still blind' })).toBeVisible();
  await concord.goTo('PRISMA flow');
  await expect(
    page.getByText('Here stands only what does not depend on the votes of others', { exact: false }),
  ).toBeVisible();
  for (const screen of ['Full texts', 'Extraction', 'Pooling', 'Hand over'] as const) {
    await concord.goTo(screen);
    await expect(
      page.getByRole('heading', { name: 'Opens when you have finished titles and abstracts' }),
    ).toBeVisible();
    await expect(page.getByText('7 titles wait for your vote', { exact: false })).toBeVisible();
  }
  await concord.goTo('Full texts');
  await page.getByRole('button', { name: 'Go on with titles and abstracts' }).click();
  for (const key of ['i', 'e', 'i', 'i', 'e', 'i', 'i'] as const) await concord.voteByKey(key);
  await concord.goTo('Full texts');
  await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '4');
});

test('a conflict shows who voted, then how, and is settled by an adjudicator', async () => {
  const { page } = running;
  await concord.addCoder('Ada Adjudicator', 'Adjudicator');
  await concord.goTo('Conflicts');
  await expect(page.getByText('1 to settle')).toBeVisible();
  await expect(
    page.getByText('Voted: Cora Coder, Dirk Coder').or(page.getByText('Voted: Dirk Coder, Cora Coder')),
  ).toBeVisible();
  await expect(page.getByText('Cora Coder', { exact: true })).toBeHidden();
  // From the keyboard: say something, look, decide.
  await page.keyboard.press('c');
  await page.keyboard.type('Half of the sessions are led by nurses.');
  await page.keyboard.press('Control+Enter');
  const discussion = page.getByRole('region', { name: 'Discussion' });
  await expect(discussion.getByRole('listitem')).toContainText('Ada Adjudicator');
  await expect(page.getByText('1 comment', { exact: false })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('h');
  await expect(page.getByText('Cora Coder', { exact: true })).toBeVisible();
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'No conflicts' })).toBeVisible();
});

test('agreement comes from the original votes', async () => {
  const { page } = running;
  await concord.goTo('Agreement');
  await page.getByLabel('First coder').selectOption({ label: 'Cora Coder' });
  await page.getByLabel('Second coder').selectOption({ label: 'Dirk Coder' });
  await expect(page.getByText('Rated by both: 7')).toBeVisible();
  // 6 of 7 agree: 4 both forward, 2 both out, 1 apart.
  await expect(page.getByText('85.7%', { exact: true })).toBeVisible();
  await expect(page.getByText('0.70', { exact: true })).toBeVisible();
});

test('full text needs a reason for every exclusion', async () => {
  const { page } = running;
  for (const coder of ['Cora Coder', 'Dirk Coder']) {
    await concord.workAs(coder, 'Coder');
    await concord.goTo('Full texts');
    await concord.voteByKey('i');
    await page.keyboard.press('e');
    await expect(page.getByText('Why is it excluded?', { exact: false })).toBeVisible();
    await page.keyboard.press('6');
    await expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', '2');
    await concord.voteByKey('i');
    await concord.voteByKey('i');
  }
});

test('risk of bias: questions, proposal, judgement, two coders and a final', async () => {
  const { page } = running;
  for (const coder of ['Cora Coder', 'Dirk Coder']) {
    await concord.workAs(coder, 'Coder');
    await concord.goTo('Risk of bias');
    const answers: readonly (readonly [question: RegExp, answer: string])[] = [
      [/^1\.1/, 'Yes'],
      [/^1\.2/, 'Yes'],
      [/^1\.3/, 'No'],
      [/^2\.1/, 'No'],
      [/^2\.2/, 'No'],
      [/^2\.6/, 'Yes'],
      [/^3\.1/, 'Yes'],
      [/^4\.1/, 'No'],
      [/^4\.2/, 'No'],
      [/^4\.3/, coder === 'Cora Coder' ? 'No' : 'Yes'],
    ];
    for (const [question, answer] of answers) await answerQuestion(question, answer);
    if (coder === 'Dirk Coder') await answerQuestion(/^4\.4/, 'No');
    for (const question of [/^5\.1/, /^5\.2/, /^5\.3/])
      await answerQuestion(question, question.source.includes('1') ? 'Yes' : 'No');
    await page.getByRole('button', { name: 'I am done with this study' }).click();
    await concord.saved();
  }
  await expect(page.getByRole('heading', { name: 'Settle between coders' })).toBeVisible();
  for (const row of await page.locator('table tbody tr').all())
    await row.locator('input[type=radio]').first().check();
  await page.getByRole('button', { name: 'Make final' }).click();
  await expect(page.getByText('settled by consensus')).toBeVisible();
});

async function answerQuestion(question: RegExp, answer: string): Promise<void> {
  const line = running.page.locator('p', { hasText: question }).locator('..');
  await line.getByRole('radio', { name: answer, exact: true }).check();
}

test('extraction: two coders settle what the study is made of before any value', async () => {
  const { page } = running;
  for (const coder of ['Cora Coder', 'Dirk Coder']) {
    await concord.workAs(coder, 'Coder');
    await concord.goTo('Extraction');
    await page.getByRole('button', { name: 'Add instrument' }).click();
    await page.getByRole('button', { name: 'Add timepoint' }).click();
    await page.getByLabel('Exactly when').fill(coder === 'Cora Coder' ? '3 months' : '13');
    await page.getByLabel('Exactly when').blur();
    await expect(page.getByText('1 result to fill')).toBeVisible();
    await page.getByRole('button', { name: 'The structure is complete' }).click();
    await concord.saved();
  }
  await page.getByRole('button', { name: 'Settle the structure' }).click();
  await expect(page.getByText('Arms, instruments and times are settled')).toBeVisible();
});

test('extraction: the effect appears as numbers are typed, two coders are compared cell by cell', async () => {
  const { page } = running;
  for (const coder of ['Cora Coder', 'Dirk Coder']) {
    await concord.workAs(coder, 'Coder');
    await concord.goTo('Extraction');
    const numbers = ['38,2', '9.9', '47', '41.0', coder === 'Cora Coder' ? '10.4' : '14.0', '45'];
    const fields = page.locator('[role=group] input');
    for (const [index, value] of numbers.entries()) await fields.nth(index).fill(value);
    await fields.nth(5).blur();
    // BPRS: lower is better, so a lower mean favours the intervention and the effect is positive.
    await expect(page.getByTestId('effect')).toHaveText(coder === 'Cora Coder' ? 'g = 0.274' : 'g = 0.230');
    await page.getByRole('button', { name: 'I am done with this study' }).click();
    await concord.saved();
  }
  await expect(page.getByRole('row', { name: /Comparator: SD/ })).toBeVisible();
  await page.getByRole('radio', { name: '10.4' }).check();
  await page.getByRole('button', { name: 'Make final' }).click();
  await expect(page.getByTestId('effect')).toHaveText('g = 0.274');
});

test('the PRISMA flow equals a count by hand', async () => {
  const { page } = running;
  await concord.goTo('PRISMA flow');
  const figure = page.getByRole('img', { name: /PRISMA 2020 flow diagram/ });
  const said = ((await figure.getAttribute('aria-label')) ?? '').replaceAll('\u00a0', ' ');
  for (const text of [
    'Databases (n = 8)',
    'Duplicate records removed (n = 1)',
    'Records screened (n = 7)',
    'Records excluded (n = 3)',
    'Reports sought for retrieval (n = 4)',
    'Reports assessed for eligibility (n = 4)',
    'No outcome of interest (n = 1)',
    'Studies included in review (n = 3)',
  ]) {
    expect(said).toContain(text);
  }
  await page.locator('svg text', { hasText: 'Records excluded' }).click();
  await expect(page.getByRole('complementary').getByRole('listitem')).toHaveCount(3);
});

test('an eligible study that cannot be pooled stays in the review, by name, and comes back with one step', async () => {
  const { page } = running;
  await concord.workAs('Ada Adjudicator', 'Adjudicator');
  await concord.goTo('Extraction');
  await page.getByLabel('In the meta-analysis').selectOption('Not poolable: authors did not answer');
  await expect(page.getByRole('navigation', { name: 'Studies' }).getByText('· not pooled')).toBeVisible();
  await expect(page.getByText('the study is not pooled').first()).toBeVisible();
  await expect(page.getByText('In the sheet', { exact: true })).toHaveCount(0);
  await page.getByRole('radio', { name: 'Not pooled 1' }).check();
  await expect(page.getByRole('navigation', { name: 'Studies' }).getByRole('listitem')).toHaveCount(1);
  await concord.goTo('Full texts');
  await page.getByRole('radio', { name: 'Reports and files' }).check();
  await page.getByRole('radio', { name: 'Not pooled 1' }).check();
  await expect(page.getByRole('list', { name: 'Reports' }).getByRole('listitem')).toHaveCount(1);
  await concord.goTo('PRISMA flow');
  const said = async (): Promise<string> =>
    (
      (await page.getByRole('img', { name: /PRISMA 2020 flow diagram/ }).getAttribute('aria-label')) ?? ''
    ).replaceAll('\u00a0', ' ');
  await expect.poll(said).toContain('Studies included in review (n = 3)');
  await expect.poll(said).toContain('Studies in meta-analysis (n = 0)');
  await concord.goTo('Extraction');
  await page.getByLabel('In the meta-analysis').selectOption('Can be pooled');
  await expect(page.getByText('In the sheet', { exact: true }).first()).toBeVisible();
  await concord.goTo('PRISMA flow');
  await expect.poll(said).toContain('Studies in meta-analysis (n = 1)');
});

test('an existing sheet comes in, what looks wrong is flagged, and all of it is pooled', async () => {
  const { page } = running;
  await concord.goTo('Import');
  await page
    .getByLabel('Choose files')
    .setInputFiles({ name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(ownSheet) });
  await page.getByRole('button', { name: 'Import as extraction sheet' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Holds: instrument')).toHaveValue('instrument');
  await concord.takeSheet();
  await expect(page.getByRole('region', { name: 'sheet.csv', exact: true })).toHaveCount(0);
  await expect(page.getByText('Sign against the instrument', { exact: false })).toBeVisible();
  await concord.goTo('Pooling');
  const row = page.getByRole('row', { name: /Personal recovery/ }).first();
  await expect(row).toContainText('0.32');
  await expect(
    page
      .getByRole('img', { name: /Personal recovery/ })
      .or(page.getByRole('img', { name: /Clinical recovery/ }))
      .first(),
  ).toBeVisible();
});

test('the sheet is handed over as files that hold the same numbers', async () => {
  const { page } = running;
  await concord.goTo('Hand over');
  for (const name of [
    'Pooling sheet, Metapsy standard (CSV)',
    'Pooling sheet, complete (JSON)',
    'Analysis script (R, metafor)',
    'Schema of the JSON (JSON Schema)',
  ]) {
    await page.getByRole('button', { name: `Save: ${name}` }).click();
    await expect(page.getByText('is saved', { exact: false }).last()).toBeVisible();
  }
  await page.getByRole('button', { name: 'Freeze this sheet' }).click();
  await expect(page.getByText('Sheet version 1 is frozen')).toBeVisible();
  await expect.poll(() => saved('pooling-sheet.schema.json')).toContain('json-schema.org');
  const sheet: unknown = JSON.parse(saved('pooling-sheet.json'));
  expect(sheet).toMatchObject({ format: 'concord-pooling-sheet', version: 1, protocolVersion: 2 });
  const csv = saved('pooling-sheet.csv');
  expect(csv.split('\r\n')[0]).toContain('study,outcome_category,condition_arm1,condition_arm2');
  expect(csv.split('\r\n').filter(Boolean)).toHaveLength(5);
  expect(saved('pooling.R')).toContain('method = "REML", test = "knha"');
});

const saved = (name: string): string => readFileSync(path.join(running.saveFolder, name), 'utf8');
