import { describe, expect, test } from 'vitest';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DeviceId } from '@shared/kernel';
import {
  events,
  filesIn,
  journalIn,
  journalWithReview,
  log,
  reviewId,
  textIn,
  writeIn,
} from '../support/journal-in-temp-folder';

const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

describe('a log on disk', () => {
  test('keeps lines in head.jsonl, one event per line', async () => {
    const { journal, logFolder } = await journalWithReview();
    expect(await journal.append(log, 1, events(1, 2))).toEqual({ ok: true, value: null });
    expect(await journal.append(log, 3, events(3, 3))).toEqual({ ok: true, value: null });
    expect(await textIn(logFolder, 'head.jsonl')).toBe(textOf(events(1, 3)));
    expect(await filesIn(logFolder)).toEqual(['head.jsonl']);
  });

  test('closes a segment at 500 events, whether they come one by one or many at once', async () => {
    const { journal, logFolder } = await journalWithReview();
    await journal.append(log, 1, events(1, 499));
    await journal.append(log, 500, events(500, 500));
    expect(await filesIn(logFolder)).toEqual(['000001.jsonl']);
    await journal.append(log, 501, events(501, 1_620));
    expect(await filesIn(logFolder)).toEqual(['000001.jsonl', '000002.jsonl', '000003.jsonl', 'head.jsonl']);
    expect(await textIn(logFolder, '000002.jsonl')).toBe(textOf(events(501, 1_000)));
    expect(await textIn(logFolder, 'head.jsonl')).toBe(textOf(events(1_501, 1_620)));
    expect(await journal.readLog(log)).toEqual({
      ok: true,
      value: { lines: events(1, 1_620), total: 1_620, torn: null, problems: [] },
    });
  });

  test('reads the same in parts', async () => {
    const { journal } = await journalWithReview();
    await journal.append(log, 1, events(1, 1_234));
    const lines: string[] = [];
    for (let from = 1; ;) {
      const part = await journal.readLog(log, from, 100);
      if (!part.ok) throw new Error(part.error.code);
      expect(part.value.total).toBe(1_234);
      if (part.value.lines.length === 0) break;
      lines.push(...part.value.lines);
      from += part.value.lines.length;
    }
    expect(lines).toEqual(events(1, 1_234));
  });

  test('a part read after an append shows the append', async () => {
    const { journal } = await journalWithReview();
    await journal.append(log, 1, events(1, 10));
    await journal.readLog(log, 1, 5);
    await journal.append(log, 11, events(11, 12));
    const part = await journal.readLog(log, 6, 100);
    expect(part.ok && part.value.lines).toEqual(events(6, 12));
  });

  test('has nothing in it before the first append', async () => {
    const { journal } = await journalWithReview();
    expect(await journal.readLog(log)).toEqual({
      ok: true,
      value: { lines: [], total: 0, torn: null, problems: [] },
    });
    expect(await journal.listLogs(reviewId)).toEqual({ ok: true, value: [] });
  });

  test('is listed by author and device', async () => {
    const { journal } = await journalWithReview();
    const other = { ...log, deviceId: DeviceId.parse('desktop002') };
    await journal.append(log, 1, events(1, 1));
    await journal.append(other, 1, events(1, 1));
    const { authorId } = log;
    expect(await journal.listLogs(reviewId)).toEqual({
      ok: true,
      value: [
        { authorId, deviceId: other.deviceId },
        { authorId, deviceId: log.deviceId },
      ],
    });
  });
});

describe('an append', () => {
  test('is passed over when the same lines are there, and continues from there', async () => {
    const { journal } = await journalWithReview();
    await journal.append(log, 1, events(1, 700));
    expect((await journal.append(log, 1, events(1, 700))).ok).toBe(true);
    expect((await journal.append(log, 400, events(400, 800))).ok).toBe(true);
    const read = await journal.readLog(log);
    expect(read.ok && read.value.lines).toEqual(events(1, 800));
  });

  test.each([
    ['a gap', 12, events(12, 13), 'sequence-gap'],
    ['other lines in the place of known ones', 10, events(10, 11, 'other'), 'log-differs'],
    ['text that is no JSON', 11, ['vote'], 'not-an-event'],
    ['JSON without a sequence', 11, ['{"body":{}}'], 'not-an-event'],
    ['a sequence that does not fit its place', 11, events(12, 12), 'not-an-event'],
    ['a list', 11, ['[11]'], 'not-an-event'],
    ['two lines in one', 11, ['{"sequence":\n11}'], 'not-an-event'],
  ])('is refused for %s, and changes nothing', async (_what, from, lines, code) => {
    const { journal, logFolder } = await journalWithReview();
    await journal.append(log, 1, events(1, 10));
    const refused = await journal.append(log, from, lines);
    expect(refused.ok ? null : refused.error.code).toBe(code);
    expect(await textIn(logFolder, 'head.jsonl')).toBe(textOf(events(1, 10)));
    expect((await journal.append(log, 11, events(11, 11))).ok).toBe(true);
  });

  test('to a review that is not there says so', async () => {
    const { journal, folder } = await journalWithReview();
    await rm(path.join(folder, 'reviews'), { recursive: true });
    const refused = await journal.append(log, 1, events(1, 1));
    expect(refused.ok ? null : refused.error.code).toBe('folder-missing');
  });

  test('many at once keep their order', async () => {
    const { journal } = await journalWithReview();
    const answers = await Promise.all(
      events(1, 60).map((line, index) => journal.append(log, index + 1, [line])),
    );
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const read = await journal.readLog(log);
    expect(read.ok && read.value.lines).toEqual(events(1, 60));
  });

  test('notices that another program has written to the log', async () => {
    const { journal, logFolder } = await journalWithReview();
    await journal.append(log, 1, events(1, 3));
    await writeIn(logFolder, 'head.jsonl', textOf(events(1, 5)));
    const refused = await journal.append(log, 4, events(4, 4, 'mine'));
    expect(refused.ok ? null : refused.error.code).toBe('log-differs');
    expect((await journal.append(log, 6, events(6, 6))).ok).toBe(true);
  });
});

describe('after a crash or a bad copy', () => {
  test('a torn last line is told and goes with the next append', async () => {
    const { journal, logFolder, folder } = await journalWithReview();
    await journal.append(log, 1, events(1, 3));
    await writeIn(logFolder, 'head.jsonl', `${textOf(events(1, 3))}{"body":{"kind":"vo`);
    const again = journalIn(folder);
    const read = await again.readLog(log);
    expect(read.ok && read.value).toMatchObject({
      lines: events(1, 3),
      torn: '{"body":{"kind":"vo',
      problems: [],
    });
    expect((await again.append(log, 4, events(4, 4))).ok).toBe(true);
    expect(await textIn(logFolder, 'head.jsonl')).toBe(textOf(events(1, 4)));
  });

  test('a line cut in the middle of a letter is torn like any other', async () => {
    const { folder, logFolder, journal } = await journalWithReview();
    await journal.append(log, 1, events(1, 1));
    const whole = Buffer.from(textOf(events(1, 2)));
    await writeFile(path.join(logFolder, 'head.jsonl'), whole.subarray(0, whole.lastIndexOf('é') + 1));
    const again = journalIn(folder);
    const read = await again.readLog(log);
    expect(read.ok && read.value.lines).toEqual(events(1, 1));
    expect((await again.append(log, 2, events(2, 2))).ok).toBe(true);
    expect(await textIn(logFolder, 'head.jsonl')).toBe(textOf(events(1, 2)));
  });

  test('a last line that lacks only its end counts', async () => {
    const { logFolder, folder, journal } = await journalWithReview();
    await journal.append(log, 1, events(1, 1));
    await writeIn(logFolder, 'head.jsonl', events(1, 2).join('\n'));
    const again = journalIn(folder);
    const read = await again.readLog(log);
    expect(read.ok && read.value).toMatchObject({ lines: events(1, 2), torn: null });
    expect((await again.append(log, 3, events(3, 3))).ok).toBe(true);
    expect(await textIn(logFolder, 'head.jsonl')).toBe(textOf(events(1, 3)));
  });

  test('a missing segment is told, nothing after it is lost, and the missing lines close the gap', async () => {
    const { journal, logFolder, folder } = await journalWithReview();
    await journal.append(log, 1, events(1, 1_700));
    await rm(path.join(logFolder, '000002.jsonl'));
    const again = journalIn(folder);
    const read = await again.readLog(log);
    expect(read.ok && read.value).toMatchObject({
      total: 500,
      problems: [{ code: 'lines-missing', detail: '501-1000' }],
    });
    const tooEarly = await again.append(log, 501, events(501, 900));
    expect(tooEarly.ok ? null : tooEarly.error.code).toBe('sequence-gap');
    const wrong = await again.append(log, 501, events(501, 1_100, 'other'));
    expect(wrong.ok ? null : wrong.error.code).toBe('log-differs');
    expect((await again.append(log, 501, events(501, 1_700))).ok).toBe(true);
    expect(await again.readLog(log)).toMatchObject({ value: { lines: events(1, 1_700), problems: [] } });
    expect(await textIn(logFolder, '000002.jsonl')).toBe(textOf(events(501, 1_000)));
  });

  test('a damaged segment keeps its sound lines, is told, and is kept aside when healed', async () => {
    const { journal, logFolder, folder } = await journalWithReview();
    await journal.append(log, 1, events(1, 1_010));
    const damaged = textOf(events(1, 500)).replace(events(7, 7).join(''), '\u0000\u0000\u0000');
    await writeIn(logFolder, '000001.jsonl', damaged);
    const again = journalIn(folder);
    expect(await again.readLog(log)).toMatchObject({
      value: {
        lines: events(1, 6),
        problems: [
          { code: 'file-damaged', detail: '000001.jsonl' },
          { code: 'lines-missing', detail: '7-7' },
        ],
      },
    });
    expect((await again.append(log, 7, events(7, 1_012))).ok).toBe(true);
    expect(await again.readLog(log)).toMatchObject({ value: { lines: events(1, 1_012), problems: [] } });
    expect(await textIn(logFolder, '000001.jsonl.damaged-1')).toBe(damaged);
  });

  test('a conflicted copy gives what the log lacks and never replaces what it has', async () => {
    const { journal, logFolder, folder } = await journalWithReview();
    await journal.append(log, 1, events(1, 3));
    await writeIn(
      logFolder,
      'head (conflicted copy 2026-01-02).jsonl',
      textOf([...events(1, 2), ...events(3, 3, 'x'), ...events(4, 5)]),
    );
    const again = journalIn(folder);
    expect(await again.readLog(log)).toMatchObject({
      value: {
        lines: [...events(1, 3), ...events(4, 5)],
        problems: [
          { code: 'conflicted-copy', detail: 'head (conflicted copy 2026-01-02).jsonl' },
          { code: 'copies-differ', detail: 'head (conflicted copy 2026-01-02).jsonl, 3' },
          { code: 'only-in-copy', detail: 'head (conflicted copy 2026-01-02).jsonl' },
        ],
      },
    });
    expect((await again.append(log, 6, events(6, 6))).ok).toBe(true);
    expect(await textIn(logFolder, 'head.jsonl')).toBe(textOf(events(1, 6)));
  });

  test('lines of another coder in the place of a head are no lines of this log', async () => {
    const { journal, logFolder, folder } = await journalWithReview();
    await journal.append(log, 1, events(1, 2));
    const others = events(7, 8).map((line) => line.replace('{', '{"authorId":"bram",'));
    await writeIn(logFolder, 'head.jsonl', textOf(others));
    expect(await journalIn(folder).readLog(log)).toMatchObject({
      value: { lines: [], problems: [{ code: 'file-damaged', detail: 'head.jsonl' }] },
    });
  });

  test('a log is made what was proven of it, and what stood there otherwise is kept', async () => {
    const { journal, logFolder, folder } = await journalWithReview();
    await journal.append(log, 1, events(1, 1_010));
    const swapped = await textIn(logFolder, '000001.jsonl');
    await writeIn(logFolder, '000001.jsonl', await textIn(logFolder, '000002.jsonl'));
    await writeIn(logFolder, '000003.jsonl', swapped);
    const again = journalIn(folder);
    expect(await again.mend(log, events(1, 1_010))).toEqual({ ok: true, value: null });
    expect(await again.readLog(log)).toMatchObject({ value: { lines: events(1, 1_010), problems: [] } });
    expect(await filesIn(logFolder)).toEqual([
      '000001.jsonl',
      '000001.jsonl.damaged-1',
      '000002.jsonl',
      '000003.jsonl.damaged-1',
      'head.jsonl',
    ]);
    // Less than stands there is no repair.
    expect(await again.mend(log, events(1, 1_000))).toMatchObject({ error: { code: 'sequence-gap' } });
    expect(await again.append(log, 1_011, events(1_011, 1_012))).toMatchObject({ ok: true });
    expect(await again.readLog(log)).toMatchObject({ value: { lines: events(1, 1_012), problems: [] } });
  });

  test('a head that repeats a closed segment gives every line once', async () => {
    const { journal, logFolder, folder } = await journalWithReview();
    await journal.append(log, 1, events(1, 500));
    await writeIn(logFolder, 'head.jsonl', textOf(events(400, 505)));
    const again = journalIn(folder);
    expect(await again.readLog(log)).toMatchObject({ value: { lines: events(1, 505), problems: [] } });
    expect((await again.append(log, 506, events(506, 506))).ok).toBe(true);
    expect(await textIn(logFolder, 'head.jsonl')).toBe(textOf(events(501, 506)));
  });

  test('a file with a wild sequence number neither fills memory nor hides the rest', async () => {
    const { journal, logFolder, folder } = await journalWithReview();
    await journal.append(log, 1, events(1, 2));
    await writeIn(
      logFolder,
      'head-copy.jsonl',
      '{"sequence":9007199254740991}\n{"sequence":-1}\n{"sequence":3}\n',
    );
    const read = await journalIn(folder).readLog(log);
    expect(read.ok && read.value.total).toBe(3);
  });
});
