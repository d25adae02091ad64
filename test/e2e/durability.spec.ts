import { cpSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test, type LaunchOptions, type RunningConcord } from './harness';
import { ConcordWindow } from './pages/concord-window';
import { ownRis } from './support/own-files';
import { ReviewOnDisk } from './support/review-on-disk';

const title = 'Durable peers';
const records = 30;

type Launch = (options?: LaunchOptions) => Promise<RunningConcord>;
type Desk = RunningConcord & { readonly concord: ConcordWindow };

/** A review with thirty records, its lead at the screening desk. */
async function desk(launch: Launch): Promise<Desk> {
  const running = await launch();
  const concord = new ConcordWindow(running.page);
  await concord.newReview(title, 'Lena Lead');
  await concord.importFile(
    { name: 'own.ris', mimeType: 'text/plain', buffer: Buffer.from(ownRis(records)) },
    'Own database',
  );
  await concord.goTo('Titles and abstracts');
  await expect(running.page.getByRole('progressbar')).toHaveAttribute('aria-valuemax', String(records));
  return { ...running, concord };
}

async function vote({ concord }: Desk, keys: string): Promise<void> {
  for (const key of keys) await concord.voteByKey(key === 'e' ? 'e' : 'i');
}

/** Starts the program again on the same data and opens the review. */
async function again(launch: Launch, userData: string): Promise<Desk> {
  const running = await launch({ userData });
  const concord = new ConcordWindow(running.page);
  await concord.openReview(title);
  return { ...running, concord };
}

const expectVotes = ({ page }: Desk, count: number): Promise<void> =>
  expect(page.getByRole('progressbar')).toHaveAttribute('aria-valuenow', String(count));

const votesIn = (disk: ReviewOnDisk): number =>
  disk.events().filter(({ body }) => body.kind === 'voteCast').length;

const database = (userData: string): string => path.join(userData, 'IndexedDB');

test('votes are there after the program was killed, time after time, and the next record is the same', async ({
  launch,
}) => {
  let running = await desk(launch);
  const { userData } = running;
  let votes = 0;
  for (const keys of ['i', 'eei', 'ie']) {
    await vote(running, keys);
    votes += keys.length;
    const next = await running.concord.title();
    await running.killHard();
    running = await again(launch, userData);
    await expectVotes(running, votes);
    expect(await running.concord.title()).toBe(next);
    expect(votesIn(new ReviewOnDisk(userData))).toBe(votes);
  }
});

test('killed while votes pour in, it keeps every vote it had shown', async ({ launch }) => {
  const running = await desk(launch);
  const { page, userData } = running;
  const stop = new AbortController();
  // Not awaited: the keys go in faster than votes come out, and the kill comes among them.
  const pouring = (async () => {
    for (let count = 0; !stop.signal.aborted; count += 1)
      await page.keyboard.press(count % 3 === 0 ? 'e' : 'i');
  })().catch(() => undefined);
  let shown = 0;
  while (shown < 8) shown = Number(await running.concord.progress());
  await running.killHard();
  stop.abort();
  await pouring;

  const second = await again(launch, userData);
  const kept = Number(await second.concord.progress());
  expect(kept).toBeGreaterThanOrEqual(shown);
  expect(votesIn(new ReviewOnDisk(userData))).toBe(kept);
  await vote(second, 'ie');
  await expectVotes(second, kept + 2);
});

test('when the database of the window is gone, the review and its votes come back from the disk', async ({
  launch,
}) => {
  const first = await desk(launch);
  await vote(first, 'iei');
  const next = await first.concord.title();
  await first.killHard();
  rmSync(database(first.userData), { recursive: true });

  const second = await again(launch, first.userData);
  await expectVotes(second, 3);
  expect(await second.concord.title()).toBe(next);
  await expect(
    second.page.getByText('events were missing in the window’s database and came back from the copy on disk'),
  ).toBeVisible();
  await vote(second, 'e');
  await second.killHard();

  const third = await again(launch, first.userData);
  await expectVotes(third, 4);
  await expect(third.page.getByText('were missing')).toHaveCount(0);
});

test('a line that was torn while it was written is cut, and nothing else is lost', async ({ launch }) => {
  const first = await desk(launch);
  await vote(first, 'ie');
  await first.killHard();
  const disk = new ReviewOnDisk(first.userData);
  const before = disk.events().length;
  disk.writeHead(`${disk.readHead()}{"format":1,"eventId":"019`);

  const second = await again(launch, first.userData);
  await expectVotes(second, 2);
  await vote(second, 'i');
  await second.killHard();
  expect(disk.events()).toHaveLength(before + 1);
});

test('a copy on disk that is behind is completed from the database, and says so', async ({ launch }) => {
  const first = await desk(launch);
  await vote(first, 'iei');
  await first.killHard();
  const disk = new ReviewOnDisk(first.userData);
  const whole = disk.readHead();
  disk.writeHead(`${whole.split('\n').slice(0, -3).join('\n')}\n`);
  expect(votesIn(disk)).toBe(1);

  const second = await again(launch, first.userData);
  await expectVotes(second, 3);
  await expect(
    second.page.getByText(
      '2 events were missing in the copy on disk and came back from the window’s database.',
    ),
  ).toBeVisible();
  expect(disk.readHead()).toBe(whole);
});

test('a database that is behind is completed from the copy on disk, and says so', async ({ launch }) => {
  const first = await desk(launch);
  const { userData } = first;
  await vote(first, 'i');
  await first.close();
  const old = path.join(userData, 'older database');
  cpSync(database(userData), old, { recursive: true });
  const second = await again(launch, userData);
  await vote(second, 'ei');
  await second.close();
  rmSync(database(userData), { recursive: true });
  renameSync(old, database(userData));

  const third = await again(launch, userData);
  await expectVotes(third, 3);
  await expect(
    third.page.getByText(
      '2 events were missing in the window’s database and came back from the copy on disk.',
    ),
  ).toBeVisible();
});

test('a copy on disk that was damaged is written anew from the database, and says where', async ({
  launch,
}) => {
  const first = await desk(launch);
  await vote(first, 'iei');
  await first.killHard();
  const disk = new ReviewOnDisk(first.userData);
  const whole = disk.readHead();
  const damaged = whole.replace('"exclude"', '"include"');
  expect(damaged).not.toBe(whole);
  disk.writeHead(damaged);

  const second = await again(launch, first.userData);
  await expect(
    second.page.getByText(/The copy on disk had the work of Lena Lead damaged at entry \d+/),
  ).toBeVisible();
  await expectVotes(second, 3);
  await vote(second, 'e');
  await second.killHard();
  expect(disk.readHead().startsWith(whole)).toBe(true);
});

test('two histories that are both sound are left as they are, open for reading', async ({ launch }) => {
  const first = await desk(launch);
  await vote(first, 'iei');
  await first.killHard();
  const disk = new ReviewOnDisk(first.userData);
  const lines = disk.readHead().split('\n');
  // Another event in the place of the last, as when one copy of the data was worked on in two places.
  const changed = lines.map((line, index) =>
    index === lines.length - 2 ? line.replace(/"eventId":"..../u, '"eventId":"ffff') : line,
  );
  expect(changed).not.toEqual(lines);
  disk.writeHead(changed.join('\n'));

  const second = await again(launch, first.userData);
  await expect(second.page.getByText('The two copies of the work of Lena Lead differ')).toBeVisible();
  await expect(second.page.getByText('Read only', { exact: true })).toBeVisible();
  await second.page.keyboard.press('i');
  await second.concord.goTo('Protocol');
  await second.concord.goTo('Titles and abstracts');
  await expectVotes(second, 2);
  await second.killHard();
  expect(disk.readHead()).toBe(changed.join('\n'));
});

test('while the folder is gone no vote is shown as saved; when it is back, work goes on', async ({
  launch,
}) => {
  const running = await desk(launch);
  await vote(running, 'i');
  const { folder } = new ReviewOnDisk(running.userData);
  const elsewhere = path.join(running.userData, 'moved away');
  renameSync(folder, elsewhere);
  await running.page.keyboard.press('i');
  await expect(running.page.getByText('The review folder is not there any more.')).toBeVisible();
  await expect(running.page.getByText('Not saved')).toBeVisible();
  await expectVotes(running, 1);

  renameSync(elsewhere, folder);
  await vote(running, 'e');
  await running.killHard();
  const second = await again(launch, running.userData);
  await expectVotes(second, 2);
  expect(votesIn(new ReviewOnDisk(running.userData))).toBe(2);
});
