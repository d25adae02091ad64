import { expect, test, type Locator } from '@playwright/test';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makePdf } from '../support/make-pdf';
import { launchConcord, type RunningConcord } from './harness/launch';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';

/**
 * Three trials extracted by two coders: structure first, then values; what differs is settled, the sheet is handed over,
 * and R says the same as the window.
 */
test.describe.configure({ mode: 'serial' });

let running: RunningConcord;
let concord: ConcordWindow;
const coders = ['Cora Coder', 'Dirk Coder'] as const;
type Coder = (typeof coders)[number];

/** Means and SDs of one trial as each coder read them: [mean, SD, n] of peers, then of controls. */
type Read = readonly [string, string, string, string, string, string];
const trials: readonly {
  readonly study: string;
  /** Weeks as each coder read them. */
  readonly weeks: { readonly [C in Coder]: string };
  readonly read: { readonly [C in Coder]: Read };
}[] = [
  {
    study: 'Author1 2020',
    weeks: { 'Cora Coder': '12', 'Dirk Coder': '12 weeks' },
    read: {
      'Cora Coder': ['38,2', '9·9', '47', '41.0', '10.4', '45'],
      // Two values misread: a mean, and an n.
      'Dirk Coder': ['38.2', '9.9', '47', '40.1', '10.4', '54'],
    },
  },
  {
    study: 'Author2 2020',
    weeks: { 'Cora Coder': '10', 'Dirk Coder': '10' },
    read: {
      'Cora Coder': ['35.1', '8.7', '60', '38.9', '9.1', '62'],
      // An SE stands where the SD should be; the other SD is misread by its coder too.
      'Dirk Coder': ['35.1', '1.12', '60', '38.9', '9.1', '62'],
    },
  },
  {
    study: 'Author3 2020',
    // The structural difference: the report gives the end of treatment and the assessment.
    weeks: { 'Cora Coder': '16', 'Dirk Coder': '20' },
    read: {
      'Cora Coder': ['40.3', '11.0', '33', '42.5', '11.8', '31'],
      'Dirk Coder': ['40.3', '11.0', '33', '45.2', '10.8', '31'],
    },
  },
];

test.beforeAll(async () => {
  running = await launchConcord();
  concord = new ConcordWindow(running.page);
  await concord.startInEnglish();
});
test.afterAll(async () => {
  expect(running.complaints).toEqual([]);
  await running.close();
});

const choose = async (study: string): Promise<void> =>
  running.page
    .getByRole('navigation', { name: 'Studies' })
    .getByRole('button', { name: new RegExp(study) })
    .click();

test('three trials are included', async () => {
  await concord.newReview('Three trials', 'Lena Lead');
  const { page } = running;
  for (const stage of ['Titles and abstracts', 'Full texts'])
    await page
      .getByRole('heading', { name: stage, level: 3 })
      .locator('..')
      .getByLabel('Coders needed')
      .selectOption('1');
  await page.getByRole('button', { name: 'Save as new version' }).click();
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(3)) },
    'PubMed',
  );
  for (const coder of coders) await concord.addCoder(coder, 'Coder');
  await concord.workAs('Cora Coder', 'Coder');
  for (const stage of ['Titles and abstracts', 'Full texts'] as const) {
    await concord.goTo(stage);
    for (let vote = 0; vote < 3; vote += 1) await concord.voteByKey('i');
  }
});

test('two coders describe what each trial is made of, apart', async () => {
  const { page } = running;
  for (const coder of coders) {
    await concord.workAs(coder, 'Coder');
    await concord.goTo('Extraction');
    for (const { study, weeks } of trials) {
      await choose(study);
      await page.getByRole('textbox', { name: 'Arm 1' }).fill('Peer support');
      await page
        .getByRole('textbox', { name: 'Arm 2' })
        .fill(coder === 'Cora Coder' ? 'Care as usual' : 'CAU');
      await page.getByRole('button', { name: 'Add instrument' }).click();
      await page.getByRole('button', { name: 'Add timepoint' }).click();
      await page.getByLabel('Exactly when').fill(weeks[coder]);
      await page.getByLabel('Exactly when').blur();
      await expect(page.getByText('falls in: Post-test')).toBeVisible();
      await page.getByRole('button', { name: 'The structure is complete' }).click();
      await concord.saved();
    }
  }
});

test('the structures are settled side by side; one week differs', async () => {
  const { page } = running;
  for (const { study } of trials) {
    await choose(study);
    await page.getByRole('radio', { name: 'Care as usual' }).check();
    const weeks = page.getByRole('radiogroup', { name: /Weeks$/ });
    if (study === 'Author3 2020') {
      await expect(page.getByRole('button', { name: 'Settle the structure' })).toBeDisabled();
      await weeks.getByRole('radio', { name: '16' }).check();
    } else await expect(weeks).toHaveCount(0);
    await page.getByRole('button', { name: 'Settle the structure' }).click();
    await expect(page.getByText('Arms, instruments and times are settled')).toBeVisible();
  }
});

test('each types values into the same cells, and does not see the other', async () => {
  const { page } = running;
  for (const coder of coders) {
    await concord.workAs(coder, 'Coder');
    for (const { study, read } of trials) {
      await choose(study);
      const cells = page.locator('[role=group] input');
      await expect(cells.first()).toHaveValue('');
      await page.getByLabel('Disorder').selectOption('Severe mental illness');
      // A type of group is asked of groups only.
      await expect(page.getByLabel('Type of group')).toHaveCount(0);
      await page.getByLabel('Group', { exact: true }).check();
      await page.getByLabel('Type of group').selectOption('Mutual support');
      await page.getByLabel('Duration (weeks)').fill(coder === 'Cora Coder' ? '8,0' : '8');
      for (const [index, text] of read[coder].entries()) await cells.nth(index).fill(text);
      await takeFromReport(study, cells.first());
      await expect(page.getByTestId('effect')).toHaveText(/^g = /);
      await page.getByRole('button', { name: 'I am done with this study' }).click();
      await concord.saved();
    }
  }
});

const attached = new Set<string>();

/** Reads the report beside the values and takes the line of the table from which the mean comes. */
async function takeFromReport(study: string, cell: Locator): Promise<void> {
  const { page } = running;
  await page.getByRole('button', { name: 'Read the report beside' }).click();
  const [mean] = trials[index(study)]?.read['Cora Coder'] ?? [];
  const line = `Peer support, after treatment: ${mean}`;
  const chooser = page.getByLabel('Choose PDFs of this report');
  if (!attached.has(study))
    await chooser.setInputFiles({
      name: `${study}.pdf`,
      mimeType: 'application/pdf',
      buffer: makePdf({ pages: [[`${study}, an invented trial`], ['Table 2', line]] }),
    });
  attached.add(study);
  await cell.focus();
  await page.getByText(line).selectText();
  await page.getByRole('button', { name: 'Place of Peer support, Mean' }).click();
  const place = page.getByRole('region', { name: 'Where it stands: Peer support, Mean' });
  await expect(place.getByLabel('Page')).toHaveValue('2');
  await expect(place.getByLabel('Quote from the report')).toHaveValue(line);
  await concord.saved();
  await page.getByRole('button', { name: 'Hide the report' }).click();
}

const index = (study: string): number => trials.findIndex((trial) => trial.study === study);

test('only what differs is asked: four misread values, and an SD that nobody read right', async () => {
  const { page } = running;
  let asked = 0;
  for (const { study, read } of trials) {
    await choose(study);
    const groups = page.getByRole('main').getByRole('radiogroup');
    const differing = read['Cora Coder'].flatMap((text, at) => {
      const other = read['Dirk Coder'][at] ?? '';
      return numberOf(text) === numberOf(other) ? [] : [text];
    });
    await expect(groups).toHaveCount(differing.length);
    asked += differing.length;
    for (const [at, text] of differing.entries())
      await groups.nth(at).getByRole('radio', { name: text, exact: true }).check();
    if (study === 'Author2 2020')
      // Both look again: the table gives 8.67.
      await page.getByPlaceholder('Another value').fill('8.67');
    await page.getByRole('button', { name: 'Make final' }).click();
    await expect(page.getByText('settled by consensus')).toBeVisible();
  }
  expect(asked).toBe(5);
  await choose('Author1 2020');
  await expect(page.getByTestId('effect')).toHaveText('g = 0.274');
});

const numberOf = (text: string): number => Number(text.replace(/[,·]/u, '.'));

test('the sheet is handed over, and metafor says what the window says', async () => {
  const { page } = running;
  await concord.goTo('Pooling');
  await expect(page.getByRole('row', { name: /Clinical recovery/ }).first()).toContainText('3');
  await concord.goTo('Hand over');
  for (const [name, file, begins] of [
    ['Pooling sheet, Metapsy standard (CSV)', 'pooling-sheet.csv', 'study,'],
    ['Pooling sheet, complete (JSON)', 'pooling-sheet.json', '{'],
    ['Analysis script (R, metafor)', 'pooling.R', '# Three trials'],
  ] as const) {
    await page.getByRole('button', { name: `Save: ${name}` }).click();
    // The message of the file before may still stand: the file itself is waited for.
    await expect
      .poll(() => existsSync(path.join(running.saveFolder, file)) && saved(file).startsWith(begins))
      .toBe(true);
  }
  const sheet: {
    readonly rows: readonly {
      readonly estimate: number;
      readonly weeks: number;
      readonly characteristics: unknown;
      readonly places: unknown;
    }[];
  } = JSON.parse(saved('pooling-sheet.json'));
  expect(sheet.rows.map(({ estimate }) => estimate.toFixed(3))).toEqual(['0.274', '0.425', '0.191']);
  expect(sheet.rows.map(({ weeks }) => weeks)).toEqual([12, 10, 16]);
  expect(sheet.rows[0]?.characteristics).toMatchObject({
    disorder: 'SMI',
    format: 'group',
    typology: 'mutual support',
    duration: '8',
  });
  expect(sheet.rows[0]?.places).toMatchObject({ meanT: { page: '2' } });
  expect(pooledByR()).toEqual(recorded);
  await concord.goTo('Pooling');
  // The same numbers, rounded as the window rounds them.
  const [, g, low, high] = /g = (\S+) \[(\S+), (\S+)\]/u.exec(recorded) ?? [];
  for (const number of [g, low, high])
    await expect(page.getByRole('row', { name: /Clinical recovery/ }).first()).toContainText(
      Number(number).toFixed(2),
    );
});

const saved = (name: string): string => readFileSync(path.join(running.saveFolder, name), 'utf8');

/** What the script prints where R is present; on machines without it the recorded output stands in. */
const recorded = readFileSync(path.resolve('test/golden/extraction/three-trials-metafor.txt'), 'utf8').trim();
function pooledByR(): string {
  const run = spawnSync('Rscript', ['pooling.R'], { cwd: running.saveFolder, encoding: 'utf8' });
  if (run.error) {
    console.log('R is absent: the recorded output of the script stands in');
    return recorded;
  }
  return `${run.stdout}${run.status === 0 ? '' : run.stderr}`.trim();
}
