import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { launchConcord, type RunningConcord } from './harness/launch';
import { takeScreenshot } from './harness';
import { expectNoAxeViolations } from './pages/axe';
import { ConcordWindow } from './pages/concord-window';
import { makePdf } from '../support/make-pdf';
import { ownRis } from './support/own-files';

/** Two coders rate two studies of different designs blind, with two tools, settle, and save what robvis reads. */
test.describe.configure({ mode: 'serial' });

let running: RunningConcord;
let concord: ConcordWindow;
const coders = ['Cora Coder', 'Dirk Coder'] as const;
type CoderName = (typeof coders)[number];

test.beforeAll(async () => {
  running = await launchConcord();
  concord = new ConcordWindow(running.page);
  await concord.startInEnglish();
  await concord.newReview('Two designs', 'Lena Lead', 'Social support in severe mental illness');
  await concord.importFile(
    { name: 'three.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(3)) },
    'PsycINFO',
  );
  for (const coder of coders) {
    await concord.addCoder(coder, 'Coder');
    for (const stage of ['Titles and abstracts', 'Full texts'] as const) {
      if (stage === 'Full texts' && coder === coders[0]) continue;
      await concord.goTo(stage);
      for (let record = 0; record < 3; record += 1) await concord.voteByKey('i');
    }
  }
  await concord.workAs(coders[0], 'Coder');
  await concord.goTo('Full texts');
  await running.page.getByLabel('Choose PDFs of this report').setInputFiles({
    name: 'Author1 2020.pdf',
    mimeType: 'application/pdf',
    buffer: makePdf({ pages: [['An invented trial'], ['A computer drew the order of assignments.']] }),
  });
  await expect(running.page.getByText('of 2', { exact: true })).toBeVisible();
  for (let record = 0; record < 3; record += 1) await concord.voteByKey('i');
});
test.afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

const studies = () => running.page.getByRole('navigation', { name: 'Studies' }).getByRole('button');
const saved = (name: string): string => {
  const file = path.join(running.saveFolder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

async function answer(question: string, said: string): Promise<void> {
  await running.page
    .locator(`[data-question="${question}"]`)
    .getByRole('radio', { name: said, exact: true })
    .check();
}

async function judge(domain: string, judgement: string, why?: string): Promise<void> {
  const part = running.page.locator(`#domain-${domain}`);
  await part
    .getByRole('radiogroup', { name: 'Your judgement' })
    .getByRole('radio', { name: judgement, exact: true })
    .check();
  if (why === undefined) return;
  await part.getByLabel(/Why do you judge otherwise|What does it rest on/).fill(why);
  await part.getByLabel(/Why do you judge otherwise|What does it rest on/).blur();
}

async function rateTrial(coder: CoderName): Promise<void> {
  const { page } = running;
  await studies().first().click();
  // Digits answer question after question: yes, yes, no, no, no, yes, yes, no, no, no, yes, no, no.
  for (const [question, digit] of [
    ['1.1', '1'],
    ['1.2', '1'],
    ['1.3', '4'],
    ['2.1', '4'],
    ['2.2', '4'],
    ['2.6', '1'],
    ['3.1', '1'],
    ['4.1', '4'],
    ['4.2', '4'],
    ['4.3', coder === 'Cora Coder' ? '4' : '1'],
  ] as const) {
    await expect(page.locator(`[data-question="${question}"]`)).toHaveAttribute('data-current', 'true');
    await page.keyboard.press(digit);
  }
  if (coder === 'Dirk Coder') {
    await page.keyboard.press('1');
    await page.keyboard.press('1');
  }
  for (const digit of ['1', '4', '4']) await page.keyboard.press(digit);
  const first = page.locator('[data-question="1.1"]');
  await first.getByRole('button', { name: '1.1 Why, quote, page' }).click();
  await first.getByLabel('1.1 Quote from the report').fill('Drawn by a computer');
  await first.getByLabel('1.1 Page').fill('4');
  await first.getByLabel('1.1 Page').blur();
  if (coder === 'Cora Coder') {
    await page.getByRole('button', { name: 'Report beside' }).click();
    await page.getByLabel('Page', { exact: true }).fill('2');
    await page.getByLabel('Page', { exact: true }).press('Enter');
    await page.getByText('A computer drew the order of assignments.').selectText();
    await page.getByRole('button', { name: 'Quote for 1.1' }).click();
    await expect(first.getByLabel('1.1 Quote from the report')).toHaveValue(
      'A computer drew the order of assignments.',
    );
    await expect(first.getByLabel('1.1 Page')).toHaveValue('2');
    await takeScreenshot(page, 'risk-of-bias-beside');
    await expectNoAxeViolations(page, 'report beside');
    await page.getByRole('button', { name: 'Report beside' }).click();
  }
  if (coder === 'Dirk Coder') {
    await expect(page.locator('#domain-D4')).toContainText('The tool proposes: High');
    await judge('D4', 'Some concerns');
    await expect(page.getByText('A judgement other than the proposal needs a reason.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'I am done with this study' })).toBeDisabled();
    await judge('D4', 'Some concerns', 'Symptoms were counted by a device');
  }
  await page.getByRole('button', { name: 'I am done with this study' }).click();
  await concord.saved();
}

async function rateCohort(coder: CoderName): Promise<void> {
  const { page } = running;
  await studies().nth(1).click();
  await page.getByLabel('Design of the study').selectOption({ label: 'Controlled, not randomised' });
  await expect(page.getByText('ROBINS-I (2016)', { exact: false })).toBeVisible();
  await answer('1.1', 'No');
  await expect(page.locator('#domain-D1')).toContainText('The tool proposes: Low');
  await answer('1.1', 'Yes');
  await answer('1.2', 'No');
  for (const [question, said] of [
    ['1.4', 'Yes'],
    ['1.5', 'Probably yes'],
    ['1.6', 'No'],
    ['2.1', 'No'],
    ['2.4', 'Yes'],
    ['3.1', 'Yes'],
    ['3.2', 'Yes'],
    ['3.3', 'No'],
    ['4.1', 'No'],
    ['5.1', 'Yes'],
    ['5.2', 'No'],
    ['5.3', 'No'],
    ['6.1', 'Yes'],
    ['6.2', 'Yes'],
    ['6.3', 'Yes'],
    ['6.4', 'No'],
    ['7.1', 'No'],
    ['7.2', 'No'],
    ['7.3', 'No'],
  ] as const)
    await answer(question, said);
  for (const domain of ['D2', 'D3', 'D4', 'D5', 'D7']) await judge(domain, 'Low');
  await judge('D1', 'Moderate', 'Baseline severity was adjusted for');
  await judge('D6', coder === 'Cora Coder' ? 'Moderate' : 'Serious', 'Interviewers knew the group');
  await page.getByRole('button', { name: 'I am done with this study' }).click();
  await concord.saved();
}

test('each rates blind, with the tool of the design', async () => {
  const { page } = running;
  for (const coder of coders) {
    await concord.workAs(coder, 'Coder');
    await concord.goTo('Risk of bias');
    if (coder === 'Dirk Coder') await expect(page.getByText('A computer drew the order')).toBeHidden();
    await rateTrial(coder);
    await rateCohort(coder);
  }
});

test('only what differs is settled', async () => {
  const { page } = running;
  await expect(page.getByRole('heading', { name: 'Settle between coders' })).toBeVisible();
  // The cohort: domain 6 and, from it, the overall.
  await expect(page.locator('table tbody tr')).toHaveCount(2);
  await expectNoAxeViolations(page, 'settling');
  await page.getByRole('radio', { name: /D6 .*: Dirk Coder, Serious/ }).check();
  await page.getByRole('radio', { name: /Overall: Dirk Coder, Serious/ }).check();
  await page.getByRole('button', { name: 'Make final' }).click();
  await expect(page.getByText('settled by consensus')).toBeVisible();
  await studies().first().click();
  for (const row of await page.locator('table tbody tr').all())
    await row.getByRole('radio', { name: /Dirk Coder/ }).check();
  await page.getByRole('button', { name: 'Make final' }).click();
  await expect(page.getByText('Symptoms were counted by a device')).toBeVisible();
});

test('agreement comes from what each finished alone', async () => {
  const { page } = running;
  await page.getByRole('radio', { name: 'Agreement' }).check();
  const robins = page.getByRole('region', { name: /^ROBINS-I/ });
  await expect(robins.getByRole('row', { name: /^D6 / })).toContainText('0%');
  await expect(robins.getByRole('row', { name: /^D1 / })).toContainText('100%');
  await expectNoAxeViolations(page, 'agreement');
});

test('the plots show both tools, and robvis reads their tables', async () => {
  const { page } = running;
  await page.getByRole('radio', { name: 'Plots' }).check();
  await expect(page.getByRole('img', { name: /Traffic-light plot: RoB 2/ })).toBeVisible();
  await expect(page.getByRole('img', { name: /Summary plot: ROBINS-I/ })).toBeVisible();
  await takeScreenshot(page, 'risk-of-bias-plots');
  await expectNoAxeViolations(page, 'plots');
  const part = (tool: RegExp) => page.getByRole('region', { name: tool }).first();
  await part(/^RoB 2/)
    .getByRole('button', { name: 'Save for robvis' })
    .click();
  await expect
    .poll(() => saved('robvis-rob2-parallel-assignment.csv'))
    .toBe('Study,D1,D2,D3,D4,D5,Overall\r\nAuthor1 2020,Low,Low,Low,Some concerns,Low,Some concerns\r\n');
  await part(/^ROBINS-I/)
    .getByRole('button', { name: 'Save for robvis' })
    .click();
  await expect
    .poll(() => saved('robvis-robins-i-assignment.csv'))
    .toBe(
      'Study,D1,D2,D3,D4,D5,D6,D7,Overall\r\nAuthor2 2020,Moderate,Low,Low,Low,Low,Serious,Low,Serious\r\n',
    );
  await page
    .getByRole('group', { name: /^Traffic-light plot: RoB 2/ })
    .getByRole('button', { name: 'Save figure as SVG' })
    .click();
  await expect.poll(() => saved('traffic-light-rob2-parallel-assignment.svg')).toContain('</svg>');
  await page
    .getByRole('group', { name: /^Summary plot: ROBINS-I/ })
    .getByRole('button', { name: 'Save figure as PNG' })
    .click();
  await expect.poll(() => saved('summary-robins-i-assignment.png').slice(1, 4)).toBe('PNG');
});

test('a result is rated apart from its study, with a tool the team made', async () => {
  const { page } = running;
  await concord.workAs('Lena Lead', 'Lead');
  await concord.goTo('Protocol');
  await page.getByRole('button', { name: 'Make a tool' }).click();
  await page.getByLabel('Name of the tool').fill('Fidelity list');
  await page.getByLabel('Domain D1').fill('Fidelity');
  await page.getByLabel('Question 1.1', { exact: true }).fill('Were peers supervised?');
  await page.getByRole('button', { name: '+ Add question' }).click();
  await page.getByLabel('Question 1.2', { exact: true }).fill('Weekly?');
  await page.getByLabel('When it is asked 1.2').selectOption({ label: 'only if 1.1 is “Yes”' });
  await page.getByLabel('Tool', { exact: true }).first().selectOption({ label: 'Fidelity list' });
  await page.getByLabel('Results may be rated apart from their study').check();
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await expect(page.getByText('Version 2 · in force')).toBeVisible();
  await takeScreenshot(page, 'risk-of-bias-own-tool');
  await expectNoAxeViolations(page, 'protocol with an own tool');

  for (const coder of coders) {
    await concord.workAs(coder, 'Coder');
    await concord.goTo('Risk of bias');
    await studies().nth(2).click();
    await answer('1.1', 'Yes');
    await answer('1.2', 'No');
    await expect(page.locator('#domain-D1')).toContainText('The tool proposes: High');
    const target = page.getByRole('radiogroup', { name: 'Study or result' });
    await expect(target.getByRole('radio')).toHaveCount(1);
    if (coder === 'Cora Coder') {
      await page.getByLabel('Rate a result apart').selectOption({ label: 'Loneliness' });
      await answer('1.2', 'Yes');
      await target.getByRole('radio', { name: 'Whole study' }).check();
      await expect(page.getByRole('button', { name: 'I am done with this study' })).toBeDisabled();
      await target.getByRole('radio', { name: 'Loneliness' }).check();
      await page.getByRole('button', { name: 'I am done with this result' }).click();
      await target.getByRole('radio', { name: 'Whole study' }).check();
    }
    await page.getByRole('button', { name: 'I am done with this study' }).click();
    await concord.saved();
  }
  await page.getByRole('button', { name: 'Make final' }).click();
  await expect(page.getByText('settled by consensus')).toBeVisible();
  await page
    .getByRole('radiogroup', { name: 'Study or result' })
    .getByRole('radio', { name: 'Loneliness' })
    .check();
  for (const row of await page.locator('table tbody tr').all())
    await row.getByRole('radio', { name: /Cora Coder/ }).check();
  await page.getByRole('button', { name: 'Make final' }).click();
  await expect(page.getByRole('row', { name: /Fidelity/ })).toContainText('Low');
});
