import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { AuthorId, DeviceId, ReviewId } from '@shared/kernel';
import { expect, test } from './harness';

const reviewId = ReviewId.parse('kill-test');
const log = { reviewId, authorId: AuthorId.parse('anna'), deviceId: DeviceId.parse('laptop0001') };
const line = (sequence: number): string => JSON.stringify({ body: { kind: 'voteCast' }, sequence });

const append = (page: Page, from: number, to: number) =>
  page.evaluate(
    ([name, fromSequence, lines]) => window.concord?.appendLines({ ...name, fromSequence, lines }),
    [log, from, Array.from({ length: to - from + 1 }, (_, index) => line(from + index))] as const,
  );

test('what was acknowledged is there after the program was killed, time after time', async ({ launch }) => {
  let running = await launch();
  const { userData } = running;
  const made = await running.page.evaluate(
    (id) => window.concord?.createReview({ reviewId: id, title: 'Kill test', fictitious: true }),
    reviewId,
  );
  expect(made).toEqual({ ok: true, value: null });
  const steps = [
    [1, 3],
    [4, 498],
    [499, 1_204],
  ] as const;
  for (const [from, to] of steps) {
    expect(await append(running.page, from, to)).toEqual({ ok: true, value: null });
    await running.killHard();
    running = await launch({ userData });
    const read = await running.page.evaluate((name) => window.concord?.readLog(name), log);
    expect(read).toMatchObject({ ok: true, value: { total: to, torn: null, problems: [] } });
  }
  const folder = path.join(userData, 'reviews', 'kill-test.review', 'ledger', 'anna', 'laptop0001');
  expect(readFileSync(path.join(folder, '000002.jsonl'), 'utf8').split('\n')[0]).toBe(line(501));
  expect(readFileSync(path.join(folder, 'head.jsonl'), 'utf8').split('\n').at(-2)).toBe(line(1_204));
});

test('a program killed while it writes leaves nothing half, and the window may write the same again', async ({
  launch,
}) => {
  const first = await launch();
  await first.page.evaluate(
    (id) => window.concord?.createReview({ reviewId: id, title: 'Kill test', fictitious: true }),
    reviewId,
  );
  expect(await append(first.page, 1, 10)).toEqual({ ok: true, value: null });
  // Not awaited: the kill comes while 20,000 events are on their way.
  const unanswered = append(first.page, 11, 20_010).catch(() => 'killed');
  await first.killHard();
  await unanswered;
  const second = await launch({ userData: first.userData });
  const read = await second.page.evaluate((name) => window.concord?.readLog(name), log);
  if (!read?.ok) throw new Error('the log cannot be read');
  expect(read.value.total).toBeGreaterThanOrEqual(10);
  expect(read.value.problems).toEqual([]);
  expect(read.value.lines).toEqual(Array.from({ length: read.value.total }, (_, index) => line(index + 1)));
  expect(await append(second.page, 11, 20_010)).toEqual({ ok: true, value: null });
});
