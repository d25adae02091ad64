import { expect, test } from '@playwright/test';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { launchConcord, type RunningConcord } from './harness/launch';
import { takeScreenshot } from './harness/screenshot';
import { ConcordWindow } from './pages/concord-window';
import { groupSheet, supportSheet, trainingSheet } from './support/sister-sheets';

/** The three sister reviews in the window: from the template with a sheet somebody already has to results and hand-over. */
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

async function bringIn(title: string, template: string, sheet: string, studies: number): Promise<void> {
  const { page } = running;
  const back = page.getByRole('button', { name: 'All reviews' });
  if (await back.isVisible()) await back.click();
  await concord.newReview(title, 'Lena Lead', template);
  await concord.importSheet({ name: 'sheet.csv', mimeType: 'text/csv', buffer: Buffer.from(sheet) });
  await expect(
    page.getByText(new RegExp(`rows of ${studies} studies are in the review`)).first(),
  ).toBeVisible();
}

async function save(label: string, file: string): Promise<string> {
  await concord.goTo('Hand over');
  await running.page.getByRole('button', { name: `Save: ${label}` }).click();
  const where = path.join(running.saveFolder, file);
  await expect.poll(() => existsSync(where)).toBe(true);
  return readFileSync(where, 'utf8');
}

/** A review begun from a sheet has no records: the flow says so instead of counting what nobody searched. */
async function flowIsEmpty(): Promise<void> {
  await concord.goTo('PRISMA flow');
  await expect(running.page.getByRole('heading', { name: 'Nothing to count yet' })).toBeVisible();
}

const line = (name: RegExp) => running.page.getByRole('row', { name }).first();

test('group peer support: raw beside standardised differences, by type, from three trials on', async () => {
  const { page } = running;
  await bringIn('Groups', 'Group peer support', groupSheet, 8);
  await concord.goTo('Pooling');
  await expect(line(/^Symptoms End of intervention/)).toContainText(/−0\.\d\d \[/);
  await expect(line(/^Symptoms \(Mean difference\) Brief Symptom Inventory/)).toContainText(/−0\.\d\d \[/);
  await expect(line(/^Hope End of intervention/)).toContainText('planned from 3');
  await expect(line(/Social outcomes End of intervention/)).toContainText('told in words, as planned');
  await takeScreenshot(page, 'sister-groups');
  await flowIsEmpty();
});

test('social support: each study by the tool of its design, moderators, several interventions of a study', async () => {
  const { page } = running;
  await bringIn('Support', 'Social support in severe mental illness', supportSheet, 8);
  await concord.goTo('Risk of bias');
  const studies = page.getByRole('navigation', { name: 'Studies' });
  await studies.getByRole('button', { name: /Harbour 2003/ }).click();
  await expect(page.getByRole('main')).toContainText('ROBINS-I');
  await studies.getByRole('button', { name: /Harbour 2001/ }).click();
  await expect(page.getByRole('main')).toContainText('RoB 2');
  await concord.goTo('Pooling');
  await expect(line(/Social support End of intervention/)).toContainText(/0\.\d\d \[/);
  await page.getByRole('tab', { name: 'Subgroups', exact: true }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Not randomised');
  await expect(page.getByRole('tabpanel')).toContainText('Befriending');
  await takeScreenshot(page, 'sister-support');
  await page.getByRole('tab', { name: 'Moderators', exact: true }).click();
  await expect(page.getByRole('tabpanel')).toContainText('Duration in weeks');
  await takeScreenshot(page, 'sister-support-moderators');
  const script = await save('Every planned analysis (R, metafor)', 'planned-analyses.R');
  expect(script).toContain('dependence = "robust"');
});

test('recovery training: directions and characteristics, and nothing pooled', async () => {
  const { page } = running;
  await bringIn('Training', 'Recovery training of staff', trainingSheet, 7);
  await concord.goTo('Pooling');
  await takeScreenshot(page, 'sister-training');
  await expect(line(/Staff: knowledge and attitudes/)).toContainText('told in words, as planned');
  await expect(page.getByRole('tab', { name: 'Small studies' })).toHaveCount(0);
  await expect(page.getByRole('main')).not.toContainText(/I²\s*=?\s*\d/);
  const directions = await save('Direction of effects (CSV)', 'effect-directions.csv');
  expect(directions).toContain('Lantern 2010');
  expect(directions.split('\n').length).toBeGreaterThan(7);
  const characteristics = await save('Table of characteristics (HTML)', 'characteristics.html');
  for (const word of ['Lantern 2016', 'Italy', 'cluster RCT']) expect(characteristics).toContain(word);
  await flowIsEmpty();
});
