import { describe, expect, test } from 'vitest';
import { diskThatStopsAt } from '../support/failing-disk';
import { events, journalIn, journalWithReview, log, writeIn } from '../support/journal-in-temp-folder';
import type { Journal } from '../../../src/main/journal/journal';

/** A working day in short: single votes, a bulk import across two segment ends, and again single votes. */
const appends = [
  [1, 1],
  [2, 498],
  [499, 499],
  [500, 500],
  [501, 501],
  [502, 1_803],
  [1_804, 1_804],
] as const;

/** Appends until something fails; the number of lines that were acknowledged. */
async function work(journal: Journal): Promise<number> {
  let acknowledged = 0;
  for (const [from, to] of appends) {
    const answer = await journal.append(log, from, events(from, to));
    if (!answer.ok) break;
    acknowledged = to;
  }
  return acknowledged;
}

async function changesOfAWholeDay(): Promise<number> {
  const disk = diskThatStopsAt(Number.POSITIVE_INFINITY);
  const { journal } = await journalWithReview(disk);
  expect(await work(journal)).toBe(1_804);
  return disk.changes();
}

describe('a process that dies in the middle of a change to the disk', () => {
  test('at any change: every acknowledged event is there afterwards, in order, once, and work goes on', async () => {
    const changes = await changesOfAWholeDay();
    expect(changes).toBeGreaterThan(20);
    const acknowledgedAt = new Set<number>();
    for (let failAt = 1; failAt <= changes; failAt += 1) {
      const { journal, folder } = await journalWithReview(diskThatStopsAt(failAt));
      const acknowledged = await work(journal);
      acknowledgedAt.add(acknowledged);

      const next = journalIn(folder);
      const read = await next.readLog(log);
      if (!read.ok) throw new Error(`unreadable after change ${failAt}: ${read.error.code}`);
      const { lines, problems } = read.value;
      expect(lines.length, `after change ${failAt}`).toBeGreaterThanOrEqual(acknowledged);
      expect(lines, `after change ${failAt}`).toEqual(events(1, lines.length));
      expect(problems, `after change ${failAt}`).toEqual([]);

      const to = lines.length + 600;
      expect(await next.append(log, lines.length + 1, events(lines.length + 1, to))).toMatchObject({
        ok: true,
      });
      expect(await journalIn(folder).readLog(log)).toMatchObject({
        value: { lines: events(1, to), torn: null, problems: [] },
      });
    }
    expect(acknowledgedAt.size).toBe(appends.length);
  });

  test('at any change while a damaged log is put in order: nothing that was sound is lost', async () => {
    const disordered = async (failAt: number) => {
      const disk = diskThatStopsAt(failAt);
      const made = await journalWithReview(disk);
      await journalIn(made.folder).append(log, 1, events(1, 1_200));
      const text = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');
      await writeIn(made.logFolder, '000002.jsonl', `broken\n${text(events(501, 1_000))}`);
      await writeIn(made.logFolder, 'head.jsonl', `${text(events(1_001, 1_200))}{"torn`);
      return { ...made, disk };
    };
    const whole = await disordered(Number.POSITIVE_INFINITY);
    expect(await whole.journal.append(log, 1_201, events(1_201, 1_210))).toMatchObject({ ok: true });
    const changes = whole.disk.changes();
    expect(changes).toBeGreaterThan(8);
    for (let failAt = 1; failAt <= changes; failAt += 1) {
      const { journal, folder } = await disordered(failAt);
      await journal.append(log, 1_201, events(1_201, 1_210));
      const read = await journalIn(folder).readLog(log);
      expect(read.ok && read.value.lines.slice(0, 1_200), `after change ${failAt}`).toEqual(events(1, 1_200));
    }
  });
});
