import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Locator } from '@playwright/test';
import type { Machine } from './two-machines';

/** A vote by key; an exclusion at full text with the digit of its reason. */
export type KeyedVote = 'i' | 'e' | `e${number}`;

/** Votes on so many records that wait, each as its number says. */
export async function screen(
  { page, concord }: Machine,
  stage: 'Titles and abstracts' | 'Full texts',
  voteOn: (number: number) => KeyedVote,
  count: number,
): Promise<void> {
  await concord.goTo(stage);
  await concord.leaveField();
  for (let done = 0; done < count; done += 1) {
    const vote = voteOn(await numberShown({ page }));
    if (vote === 'i' || vote === 'e') await concord.voteByKey(vote);
    else {
      const before = await concord.progress();
      await page.keyboard.press('e');
      await expect(page.getByText('Why is it excluded?', { exact: false })).toBeVisible();
      await page.keyboard.press(vote.slice(1));
      await expect(page.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow', before);
      await concord.saved();
    }
  }
}

async function numberShown({ page }: Pick<Machine, 'page'>): Promise<number> {
  const title = page.getByText(/trial number \d+ in an invented town/).first();
  return Number(/number (\d+) /.exec((await title.textContent()) ?? '')?.[1]);
}

/** Settles every conflict of a stage that is shown, as its record says. */
export async function settleConflicts(
  { page, concord }: Machine,
  stage: 'Titles and abstracts' | 'Full texts',
  decide: (number: number) => 'Include' | 'Exclude',
  count: number,
): Promise<void> {
  await concord.goTo('Conflicts');
  await page.getByRole('radio', { name: stage }).check();
  const aside = page.getByRole('complementary').last();
  for (let left = count; left > 0; left -= 1) {
    await expect(page.getByText(`${left} to settle`)).toBeVisible();
    const title = await page.locator('li button[aria-current=true]').textContent();
    await page.getByRole('button', { name: 'Show how they voted' }).click();
    const decision = decide(Number(/number (\d+) /.exec(title ?? '')?.[1]));
    await aside.getByRole('button', { name: decision }).click();
    if (stage === 'Full texts' && decision === 'Exclude')
      await aside.getByLabel('Reason').selectOption({ value: 'no-outcome' });
    await aside.getByRole('button', { name: 'Settle', exact: true }).click();
  }
  await expect(page.getByRole('heading', { name: 'No conflicts' })).toBeVisible();
}

export async function chooseStudy({ page }: Machine, study: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Studies' })
    .getByRole('button', { name: new RegExp(study) })
    .click();
}

/** Answers RoB 2 of a trial by digits, question after question; a quote goes with the first. */
export async function rate(machine: Machine, study: string, digits: string, quote: string): Promise<void> {
  const { page, concord } = machine;
  await chooseStudy(machine, study);
  const first = page.locator('[data-question="1.1"]');
  await expect(first).toHaveAttribute('data-current', 'true');
  for (const digit of digits) await page.keyboard.press(digit);
  await first.getByRole('button', { name: '1.1 Why, quote, page' }).click();
  await first.getByLabel('1.1 Quote from the report').fill(quote);
  await first.getByLabel('1.1 Quote from the report').blur();
  await page.getByRole('button', { name: 'I am done with this study' }).click();
  await concord.saved();
}

/** Describes what a trial is made of: two arms, one instrument, one time. */
export async function describeStructure(machine: Machine, study: string, weeks: string): Promise<void> {
  const { page, concord } = machine;
  await chooseStudy(machine, study);
  await page.getByRole('textbox', { name: 'Arm 1' }).fill('Peer support');
  await page.getByRole('textbox', { name: 'Arm 2' }).fill('Care as usual');
  await page.getByRole('button', { name: 'Add instrument' }).click();
  await page.getByRole('button', { name: 'Add timepoint' }).click();
  await page.getByLabel('Exactly when').fill(weeks);
  await page.getByLabel('Exactly when').blur();
  await expect(page.getByText('falls in: Post-test')).toBeVisible();
  await page.getByRole('button', { name: 'The structure is complete' }).click();
  await concord.saved();
}

/** Types mean, SD and n of both arms into the settled cells; the first value with the words it was read from. */
export async function extract(
  machine: Machine,
  study: string,
  numbers: readonly string[],
  quote: string,
): Promise<void> {
  const { page, concord } = machine;
  await chooseStudy(machine, study);
  const cells = page.locator('[role=group] input');
  await expect(cells.first()).toHaveValue('');
  await page.getByLabel('Duration (weeks)').fill('8');
  for (const [index, text] of numbers.entries()) await cells.nth(index).fill(text);
  await cells.first().focus();
  const place: Locator = page.getByRole('region', { name: 'Where it stands: Peer support, Mean' });
  await place.getByLabel('Quote from the report').fill(quote);
  await place.getByLabel('Quote from the report').blur();
  await expect(page.getByTestId('effect')).toHaveText(/^g = /);
  await page.getByRole('button', { name: 'I am done with this study' }).click();
  await concord.saved();
}

/** Saves files under Hand over and reads them as bytes. */
export async function handOver(machine: Machine): Promise<Record<string, Buffer>> {
  const { page, concord, saveFolder } = machine;
  await concord.goTo('Hand over');
  const files = {
    'pooling-sheet.csv': 'Pooling sheet, Metapsy standard (CSV)',
    'pooling-sheet.json': 'Pooling sheet, complete (JSON)',
    'pooling.R': 'Analysis script (R, metafor)',
  };
  const read: Record<string, Buffer> = {};
  for (const [file, label] of Object.entries(files)) {
    await page.getByRole('button', { name: `Save: ${label}` }).click();
    await expect(async () => {
      read[file] = readFileSync(path.join(saveFolder, file));
      expect(read[file].length).toBeGreaterThan(0);
    }).toPass({ timeout: 15_000 });
  }
  return read;
}
