import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { launchConcord, type RunningConcord } from './harness/launch';
import { expectNoAxeViolations } from './pages/axe';
import { ConcordWindow } from './pages/concord-window';
import { twelveTrials } from './support/twelve-trials';

/** The results page: every analysis behind a line of it, the corrected sheet beside the extracted one, figures saved. */
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

const saved = (name: string): Buffer => readFileSync(path.join(running.saveFolder, name));

async function poolSheet(title: string, sheet: string | { buffer: Buffer }): Promise<void> {
  const { page } = running;
  await concord.newReview(title, 'Lena Lead');
  await concord.importSheet(
    typeof sheet === 'string' ? sheet : { name: 'sheet.csv', mimeType: 'text/csv', ...sheet },
  );
  await expect(page.getByText(/rows of \d+ studies are in the review/).first()).toBeVisible();
  await concord.goTo('Pooling');
  await expect(page.getByRole('tab', { name: 'Forest plot' })).toBeVisible();
}

test('every planned outcome is a line, pooled or told why not', async () => {
  const { page } = running;
  await poolSheet('Twelve invented trials', { buffer: Buffer.from(twelveTrials) });
  await expect(page.getByRole('row', { name: /Clinical recovery Post-test 12/ })).toContainText(/0\.\d\d \[/);
  await expect(page.getByRole('row', { name: /Hope Post-test/ })).toContainText('planned from 2');
  await page.getByText(/departures? from the plan/).click();
  await expect(page.getByText('Clinical recovery, 6–9 months: no results.')).toBeVisible();
});

test('keys go through the lines and the pages behind them', async () => {
  const { page } = running;
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: 'Personal recovery, Post-test' })).toBeVisible();
  await expect(page.getByText(/Cedar, 2008 \(several instruments\) gives several rows here/)).toBeVisible();
  await page.keyboard.press('5');
  const figure = page.getByRole('img', { name: /^Leave-one-out: Personal recovery/ });
  await expect(figure).toBeVisible();
  await expect(figure.locator('text', { hasText: 'Hazel, 2013' })).toBeVisible();
  await page.keyboard.press('8');
  await expect(page.getByText(/Egger’s regression: bias/)).toBeVisible();
  await expect(page.getByText(/what-if, not a corrected result/)).toBeVisible();
});

test('each page behind a line has something to show and nothing for axe to say', async () => {
  const { page } = running;
  for (const name of [
    'Forest plot',
    'Subgroups',
    'Moderators',
    'Sensitivity',
    'Leave-one-out',
    'Cumulative',
    'Influence',
    'Small studies',
    'Corrected',
  ]) {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('tabpanel')).not.toBeEmpty();
    await expectNoAxeViolations(page, name);
  }
});

test('standard deviations that look like standard errors are shown both ways, with the reason', async () => {
  const { page } = running;
  await expect(page.getByText(/1 row has standard deviations that look like standard errors/)).toBeVisible();
  await page.getByRole('tab', { name: 'Corrected', exact: true }).click();
  await expect(page.getByText(/^As extracted 0\.\d+ \[/)).toBeVisible();
  await expect(page.getByRole('cell', { name: /^Standard deviations of 1\.4, where/ })).toBeVisible();
  await page.getByLabel('Show with these read as standard errors').uncheck();
  await expect(page.getByRole('tab', { name: 'Corrected', exact: true })).toBeHidden();
  await page.getByLabel('Show with these read as standard errors').check();
});

test('another model is tried out, and marked as a departure', async () => {
  const { page } = running;
  await page.getByLabel('Model', { exact: true }).selectOption('DL');
  await expect(page.getByText('Differs from the protocol', { exact: false })).toBeVisible();
  await expect(page.getByText('Model: planned REML, used DL.')).toBeVisible();
  await page.getByLabel('Model', { exact: true }).selectOption('REML');
});

test('a study in a figure leads to its numbers', async () => {
  const { page } = running;
  await page.getByRole('tab', { name: 'Forest plot' }).click();
  await page.locator('main svg text', { hasText: 'Elm, 2010' }).first().click();
  await expect(page.getByRole('dialog', { name: 'Elm, 2010' })).toContainText('Recovery Assessment Scale');
  await page.keyboard.press('Escape');
});

test('a figure is saved as SVG and as PNG for print', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Save figure as SVG' }).click();
  await expect
    .poll(() => existsSync(path.join(running.saveFolder, 'forest-personal-recovery-post-test.svg')))
    .toBe(true);
  expect(saved('forest-personal-recovery-post-test.svg').toString()).toContain('Elm, 2010');
  await page.getByRole('button', { name: 'Save figure as PNG' }).click();
  await expect
    .poll(() => existsSync(path.join(running.saveFolder, 'forest-personal-recovery-post-test.png')))
    .toBe(true);
  const png = saved('forest-personal-recovery-post-test.png');
  // Chunk pHYs right after the header: pixels per metre, at least those of 300 dots per inch.
  expect(png.subarray(37, 41).toString('latin1')).toBe('pHYs');
  expect(png.readUInt32BE(41) * 0.0254).toBeGreaterThanOrEqual(299);
});

test('a figure is saved as PDF on one page of its own size, its words as text', async () => {
  const { page } = running;
  await page.getByRole('button', { name: 'Save figure as PDF' }).click();
  const name = 'forest-personal-recovery-post-test.pdf';
  await expect.poll(() => existsSync(path.join(running.saveFolder, name))).toBe(true);
  const pdf = saved(name).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/gu)).toHaveLength(1);
  expect(pdf).toContain('/Font');
  await expect(page.getByRole('heading', { name: 'Pooling', level: 1 })).toBeVisible();
});

test('the report is proposed sentence by sentence, traced, and saved for Word, the web and LaTeX', async () => {
  const { page } = running;
  await page.getByRole('radio', { name: 'Report' }).check();
  await expect(page.getByText(/by Hartung and Knapp/)).toBeVisible();
  await expectNoAxeViolations(page, 'report');
  for (const kind of ['Word', 'HTML', 'LaTeX'])
    await page.getByRole('button', { name: `Save report as ${kind}` }).click();
  await page.getByRole('button', { name: 'Save “Direction of effects” as CSV' }).click();
  const inFolder = (name: string): boolean => existsSync(path.join(running.saveFolder, name));
  await expect.poll(() => inFolder('direction-of-effects.csv')).toBe(true);
  expect(saved('report-twelve-invented-trials.docx').subarray(0, 2).toString('latin1')).toBe('PK');
  expect(saved('report-twelve-invented-trials.html').toString()).toContain('Personal recovery');
  expect(saved('report-twelve-invented-trials.tex').toString()).toContain('\\end{longtable}');
  await page.getByRole('button', { name: /^Personal recovery, Post-test \(12 trials/ }).click();
  await expect(page.getByRole('heading', { name: 'Personal recovery, Post-test' })).toBeVisible();
});

test('the plan is edited in the protocol, and the results follow it', async () => {
  const { page } = running;
  await concord.goTo('Protocol');
  await page.getByLabel('Trials needed for pooling').fill('20');
  await page.getByRole('checkbox', { name: 'Robust variance' }).check();
  await page.getByLabel('What changed, and why').fill('More trials before pooling');
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await expect(page.getByText('Version 2 · in force')).toBeVisible();
  await expectNoAxeViolations(page, 'plan editor');
  await concord.goTo('Pooling');
  await expect(page.getByRole('row', { name: /Clinical recovery Post-test 12/ })).toContainText(
    'not pooled: 12 trials, planned from 20',
  );
});

const smit = path.resolve('../shared/fixtures/reviews/smit-2022-peer-support/data.csv');
const smitIsThere = existsSync(smit);
if (!smitIsThere) console.log('Not shown on screen: the sheet of Smit et al. 2022 is absent');

if (smitIsThere)
  test('the tables of Smit et al. 2022 stand on the screen', async () => {
    const { page } = running;
    await page.getByRole('button', { name: 'All reviews' }).click();
    await poolSheet('Smit et al. 2022', smit);
    await page.getByRole('button', { name: 'Personal recovery' }).first().click();
    await page.getByRole('tab', { name: 'Corrected', exact: true }).click();
    await expect(
      page.getByText('As extracted 0.154 [0.041, 0.267], I² 43%; corrected 0.135 [0.060, 0.211], I² 0%.'),
    ).toBeVisible();
    for (const [outcome, effect, rows] of [
      ['Clinical recovery', '0.18 [0.10, 0.26]', '14'],
      ['Personal recovery', '0.15 [0.02, 0.28]', '17'],
      ['Functional recovery', '0.08 [−0.03, 0.20]', '18'],
    ] as const) {
      await page.getByRole('button', { name: outcome }).first().click();
      await page.getByRole('tab', { name: 'Subgroups' }).click();
      const figure = page.getByRole('img', { name: new RegExp(`^Subgroups: ${outcome}`) });
      const spoken = await figure.getAttribute('aria-label');
      const [estimate, low, high] = effect.match(/[−\d.]+/gu) ?? [];
      expect(spoken, rows).toContain(`Severe mental illness: ${estimate}, interval from ${low} to ${high}`);
    }
  });
