import { expect, test } from '@playwright/test';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readReviewFolder } from '../../../src/cli/review-folder';
import { filesWith } from '../../support/files-with';
import { makePdf } from '../../support/make-pdf';
import type { LaunchOptions, RunningConcord } from '../harness';
import {
  chooseStudy,
  describeStructure,
  extract,
  handOver,
  rate,
  screen,
  settleConflicts,
  type KeyedVote,
} from './coder-at-work';
import { ownRis } from './own-files';
import type { MachineName, TeamPlace } from './team-places';
import { join, machineOn, share, type Machine } from './two-machines';

/** What passes between the two: records 1 to 5 go forward, of which they differ on 4 and 5 and settle for 4; 6 falls. */
const count = 60;
const forward = [1, 2, 3, 4];
const included = ['Author1 2020', 'Author2 2020', 'Author3 2020'];
const title = 'Peers apart 🌱 שלום';

const titleVote = {
  lena: (number: number): KeyedVote => (number <= 6 ? 'i' : 'e'),
  bram: (number: number): KeyedVote => (number <= 3 ? 'i' : 'e'),
};
/** At full text they differ on report 4. */
const fullTextVote = {
  lena: (): KeyedVote => 'i',
  bram: (number: number): KeyedVote => (number === 4 ? 'e7' : 'i'),
};

/** Words that only one of them ever writes; as hard to find as texts can be. */
const secret = {
  note: 'Lena doubts: "allocation" by coin, zo’n café \\ 🌰',
  rating: 'Bram read "drawn by a computer" – ô',
  mean: '38.2719',
  quote: 'Lena took this from Table 2: “38.27”',
};
const choices = ['"vote":"exclude"', '"vote":"include"', '"answer":"yes"', '"overall":'];

const numbers = {
  lena: [secret.mean, '9.9', '47', '41.0', '10.4', '45'],
  bram: ['38.2719', '9.9', '47', '40.1', '10.4', '45'],
};
const digits = { lena: '1144411444144', bram: '114441144111144' };

type Team = { readonly lena: Machine; readonly bram: Machine; readonly place: TeamPlace };

/**
 * Two whole programs, each with its own data, and one place between them: 60 records each, offline and online mixed,
 * conflicts, full texts, risk of bias and extraction, to the same pooling sheet byte for byte. Whatever is not yet due
 * is searched for in every file the other can reach.
 */
export async function walkTheRoad(
  launch: (options?: LaunchOptions) => Promise<RunningConcord>,
  place: TeamPlace,
): Promise<void> {
  const lena = await machineOn(launch, place.folderOf('lena'));
  const bram = await machineOn(launch, place.folderOf('bram'));
  const team: Team = { lena, bram, place };

  await test.step('the lead imports 60 records and shares; a coder joins', async () => {
    await lena.concord.newReview(title, 'Lena Lead');
    await lena.concord.importFile(
      { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(count)) },
      'Own database',
    );
    await share(lena);
    await inStep(lena);
    await place.arrived?.();
    await join(bram, 'Bram Coder');
    await bram.concord.goTo('Titles and abstracts');
    await expect(bram.page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', String(count));
  });
  await test.step('titles and abstracts, offline and online mixed', () => screenTitles(team));
  await test.step('conflicts are settled in one window and go from the other', async () => {
    await settleConflicts(
      bram,
      'Titles and abstracts',
      (number) => (number === 4 ? 'Include' : 'Exclude'),
      3,
    );
    await expect(lena.page.getByRole('heading', { name: 'No conflicts' })).toBeVisible(slow);
  });
  await test.step('full texts, with a PDF that travels', () => screenFullTexts(team));
  await test.step('risk of bias, rated apart', () => rateAll(team));
  await test.step('extraction, first what there is, then the numbers', () => extractAll(team));
  await test.step('both hand over the same sheet, byte for byte', () => compareSheets(team));
}

const slow = { timeout: 60_000 };

async function inStep({ page }: Machine): Promise<void> {
  await expect(page.getByText(/In step/)).toBeVisible(slow);
}

async function screenTitles(team: Team): Promise<void> {
  const { lena, bram } = team;
  await lena.concord.goTo('Titles and abstracts');
  await expect(lena.page.locator('article h2')).toContainText('number 1 ');
  await lena.page.keyboard.press('t');
  await lena.page.keyboard.insertText(secret.note);
  await lena.page.keyboard.press('Escape');
  await expect(lena.page.getByText('Note saved')).toBeVisible();
  await lena.page.keyboard.press('y');
  await screen(lena, 'Titles and abstracts', titleVote.lena, 20);
  await offline(team, 'lena', () => screen(lena, 'Titles and abstracts', titleVote.lena, 25));
  await screen(lena, 'Titles and abstracts', titleVote.lena, 15);

  await expect(bram.page.getByText('One other coder has voted')).toBeVisible(slow);
  await sealedFrom(bram, 'Titles and abstracts', count);
  await nothingReaches(team, 'bram', [...choices, secret.note]);
  expect(filesWith(secret.note, lena.userData)).not.toEqual([]);
  await bram.concord.goTo('Conflicts');
  await expect(bram.page.getByRole('heading', { name: 'Still blind' })).toBeVisible();

  // The last records first: Lena's note is on the first, whose key stays with her as long as Bram has not voted on it.
  await bram.concord.goTo('Titles and abstracts');
  await bram.page.keyboard.press('p');
  await offline(team, 'bram', () => screen(bram, 'Titles and abstracts', titleVote.bram, 30));
  await sealedFrom(bram, 'Titles and abstracts', count - 30);
  await nothingReaches(team, 'bram', [secret.note]);
  await screen(bram, 'Titles and abstracts', titleVote.bram, 30);
  for (const machine of [lena, bram]) {
    await machine.concord.goTo('Conflicts');
    await expect(machine.page.getByText('3 to settle')).toBeVisible(slow);
  }
}

/** Waits until the window says that so many judgements of a stage have come that it cannot read. */
async function sealedFrom({ page }: Machine, stage: string, sealed: number): Promise<void> {
  await page.keyboard.press('Control+0');
  const line = page.getByRole('dialog').getByText(`${stage}: ${sealed} that you cannot read yet`);
  await expect(line).toBeVisible(slow);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
}

async function screenFullTexts(team: Team): Promise<void> {
  const { lena, bram } = team;
  // A report that comes later does not take the place of the one that is read.
  for (const { page } of [lena, bram])
    await expect(page.getByRole('button', { name: `Full texts ${forward.length} waiting` })).toBeVisible(
      slow,
    );
  await lena.concord.goTo('Full texts');
  await lena.page.getByLabel('Choose PDFs of this report').setInputFiles({
    name: 'Author1 2020.pdf',
    mimeType: 'application/pdf',
    buffer: makePdf({ pages: [['An invented trial'], ['A computer drew the order.']] }),
  });
  await expect(lena.page.getByText('of 2', { exact: true })).toBeVisible();
  await bram.concord.goTo('Full texts');
  await expect(bram.page.getByText('of 2', { exact: true })).toBeVisible(slow);
  await screen(bram, 'Full texts', fullTextVote.bram, forward.length);
  await lena.concord.leaveField();
  await expect(lena.page.getByText('One other coder has voted')).toBeVisible(slow);
  await offline(team, 'lena', () => screen(lena, 'Full texts', fullTextVote.lena, forward.length));
  await expect(bram.page.getByRole('navigation', { name: 'Stages of the review' })).toBeVisible();
  await settleConflicts(lena, 'Full texts', () => 'Exclude', 1);
}

async function rateAll(team: Team): Promise<void> {
  const { lena, bram } = team;
  await bram.concord.goTo('Risk of bias');
  for (const study of included) await rate(bram, study, digits.bram, secret.rating);
  await lena.concord.goTo('Risk of bias');
  await sealedFrom(lena, 'Risk of bias', included.length);
  await nothingReaches(team, 'lena', [secret.rating]);
  expect(filesWith(secret.rating, bram.userData)).not.toEqual([]);
  await offline(team, 'lena', async () => {
    for (const study of included) await rate(lena, study, digits.lena, 'The order was drawn');
  });
  for (const study of included) {
    await chooseStudy(lena, study);
    await expect(lena.page.getByRole('heading', { name: 'Settle between coders' })).toBeVisible(slow);
    for (const row of await lena.page.locator('table tbody tr').all())
      await row.getByRole('radio', { name: /Bram Coder/ }).check();
    await lena.page.getByRole('button', { name: 'Make final' }).click();
    await expect(lena.page.getByText('settled by consensus')).toBeVisible();
  }
}

async function extractAll(team: Team): Promise<void> {
  const { lena, bram } = team;
  for (const machine of [lena, bram]) {
    await machine.concord.goTo('Extraction');
    for (const [index, study] of included.entries())
      await describeStructure(machine, study, String(12 + index));
  }
  for (const study of included) {
    await chooseStudy(bram, study);
    await bram.page.getByRole('button', { name: 'Settle the structure' }).click(slow);
    await expect(bram.page.getByText('Arms, instruments and times are settled')).toBeVisible();
  }
  for (const study of included) {
    await chooseStudy(lena, study);
    await expect(lena.page.getByText('Arms, instruments and times are settled')).toBeVisible(slow);
    await extract(lena, study, numbers.lena, secret.quote);
  }
  await sealedFrom(bram, 'Extraction', included.length);
  await nothingReaches(team, 'bram', [secret.mean, secret.quote]);
  for (const words of [secret.mean, secret.quote]) expect(filesWith(words, lena.userData)).not.toEqual([]);
  await offline(team, 'bram', async () => {
    for (const study of included) await extract(bram, study, numbers.bram, 'Bram read Table 2');
  });
  for (const study of included) {
    await chooseStudy(bram, study);
    // They differ on one mean, and on the words they took.
    await bram.page.getByRole('radiogroup').getByRole('radio', { name: '41.0', exact: true }).check(slow);
    await bram.page.getByRole('button', { name: 'Make final' }).click();
    await expect(bram.page.getByText('settled by consensus')).toBeVisible();
  }
}

async function compareSheets({ lena, bram, place }: Team): Promise<void> {
  const own = await handOver(bram);
  const rows = (own['pooling-sheet.csv'] ?? Buffer.alloc(0)).toString().trim().split('\n');
  expect(rows).toHaveLength(1 + included.length);
  await expect(async () => {
    const theirs = await handOver(lena);
    for (const [name, bytes] of Object.entries(own)) expect(theirs[name]?.equals(bytes), name).toBe(true);
  }).toPass(slow);
  for (const folder of place.folders) {
    const review = readdirSync(folder).find((name) => name.endsWith('.review')) ?? '';
    expect(existsSync(path.join(folder, review, 'review.json'))).toBe(true);
    expect((await readReviewFolder(path.join(folder, review))).problems).toEqual([]);
  }
}

/** Works while the team's place is out of reach of one machine, and meets it again. */
async function offline(
  { place, ...team }: Team,
  name: MachineName,
  work: () => Promise<void>,
): Promise<void> {
  const { page } = team[name];
  await place.unplug(name);
  await work();
  if (place.isMissed) await expect(page.getByText('Team out of reach')).toBeVisible(slow);
  await place.plugIn(name);
  await inStep(team[name]);
}

/** Nothing of these stands in any file the machine has, in the team's place, or in the window's own database. */
async function nothingReaches(
  { place, ...team }: Team,
  name: MachineName,
  words: readonly string[],
): Promise<void> {
  const { page, userData, saveFolder } = team[name];
  const stored = await everythingStored(page);
  expect(stored.length).toBeGreaterThan(1_000);
  for (const text of words) {
    expect(filesWith(text, userData, saveFolder, ...place.folders), text).toEqual([]);
    expect(stored.includes(JSON.stringify(text).slice(1, -1)), text).toBe(false);
  }
}

/** All that the databases of a window hold, as text: on disk it may lie compressed. */
const everythingStored = (page: Machine['page']): Promise<string> =>
  page.evaluate(async () => {
    const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const found: string[] = [];
    const collect = (value: unknown): void => {
      if (typeof value === 'string') found.push(value);
      else if (ArrayBuffer.isView(value)) found.push(new TextDecoder('latin1').decode(value));
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await answerOf(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        (await answerOf(database.transaction(store).objectStore(store).getAll())).forEach(collect);
      database.close();
    }
    return found.join('\n');
  });
