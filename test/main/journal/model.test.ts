import * as fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, stat, truncate } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Journal } from '../../../src/main/journal/journal';
import { events, journalIn, log, reviewId } from '../support/journal-in-temp-folder';

/** What may happen to a log in its life, in any order. */
type Happening =
  | { readonly what: 'append'; readonly back: number; readonly count: number }
  | { readonly what: 'append-after-gap' }
  | { readonly what: 'append-other' }
  | { readonly what: 'start-again' }
  | { readonly what: 'torn-by-a-crash'; readonly text: string }
  | { readonly what: 'cut-by-a-copy'; readonly bytes: number }
  | { readonly what: 'read-in-parts'; readonly size: number };

const happening: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constant('append' as const),
      back: fc.oneof(fc.constant(0), fc.nat(600)),
      count: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 400, max: 1_200 })),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ what: 'append-after-gap' as const }) },
  { weight: 1, arbitrary: fc.constant({ what: 'append-other' as const }) },
  { weight: 2, arbitrary: fc.constant({ what: 'start-again' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('torn-by-a-crash' as const),
      text: fc.constantFrom('{', '{"sequence":', '\u0000\u0000\u0000', '{"body":{"kind":"vote"', 'é'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('cut-by-a-copy' as const),
      bytes: fc.integer({ min: 1, max: 200 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('read-in-parts' as const),
      size: fc.integer({ min: 1, max: 700 }),
    }),
  },
);

const headOf = (folder: string): string =>
  path.join(folder, 'reviews', `${reviewId}.review`, 'ledger', log.authorId, log.deviceId, 'head.jsonl');

/** The life of one log beside a model that is only a count: lines 1 to `count` are there, in order, and nothing else. */
class Life {
  count = 0;

  constructor(
    private journal: Journal,
    private readonly folder: string,
  ) {}

  async meet(next: Happening): Promise<void> {
    switch (next.what) {
      case 'append': {
        const from = Math.max(1, this.count + 1 - next.back);
        const to = from + next.count - 1;
        expect(await this.journal.append(log, from, events(from, to))).toEqual({ ok: true, value: null });
        this.count = Math.max(this.count, to);
        return;
      }
      case 'append-after-gap':
        await this.#refused('sequence-gap', this.count + 2, events(this.count + 2, this.count + 3));
        return;
      case 'append-other':
        if (this.count > 0)
          await this.#refused('log-differs', this.count, events(this.count, this.count, 'other'));
        return;
      case 'start-again':
        this.journal = journalIn(this.folder);
        return;
      case 'torn-by-a-crash':
        this.journal = journalIn(this.folder);
        if (await sizeOf(headOf(this.folder))) await appendFile(headOf(this.folder), next.text);
        return;
      case 'cut-by-a-copy': {
        // A folder-sync service brings an older head back: its lines are gone until the window gives them again.
        const size = await sizeOf(headOf(this.folder));
        await truncate(headOf(this.folder), Math.max(0, size - next.bytes)).catch(() => undefined);
        const all = this.count;
        const read = await this.journal.readLog(log);
        if (!read.ok) throw new Error(read.error.code);
        expect(read.value.total).toBeGreaterThanOrEqual(Math.floor(all / 500) * 500);
        if (read.value.total < all)
          expect(
            await this.journal.append(log, read.value.total + 1, events(read.value.total + 1, all)),
          ).toEqual({ ok: true, value: null });
        return;
      }
      case 'read-in-parts': {
        const lines: string[] = [];
        while (lines.length < this.count) {
          const part = await this.journal.readLog(log, lines.length + 1, next.size);
          if (!part.ok || part.value.lines.length === 0) throw new Error('a part is missing');
          lines.push(...part.value.lines);
        }
        expect(lines).toEqual(events(1, this.count));
      }
    }
  }

  async check(): Promise<void> {
    for (const journal of [this.journal, journalIn(this.folder)])
      expect(await journal.readLog(log)).toMatchObject({
        ok: true,
        value: { lines: events(1, this.count), total: this.count, problems: [] },
      });
  }

  async #refused(code: string, from: number, lines: readonly string[]): Promise<void> {
    expect(await this.journal.append(log, from, lines)).toMatchObject({ ok: false, error: { code } });
  }
}

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => ({ size: 0 }))).size;

test('whatever happens to a log, what was acknowledged is there, in order and once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 1, maxLength: 14 }), async (happenings) => {
      const folder = await mkdtemp(path.join(os.tmpdir(), 'concord-life-'));
      try {
        const journal = journalIn(folder);
        await journal.createReview({ reviewId, title: 'A life', fictitious: true });
        const life = new Life(journal, folder);
        for (const next of happenings) await life.meet(next);
        await life.check();
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    }),
    { numRuns: 60 },
  );
});

/** A disk of 256 kB, where this system lets us have one; otherwise why not. */
function smallDisk(folder: string): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'only root on Linux can mount a small disk';
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', folder], { stdio: 'pipe' });
  } catch (cause) {
    return `a small disk could not be mounted: ${String(cause)}`;
  }
  onTestFinished(() => {
    execFileSync('umount', [folder]);
  });
  return null;
}

test('on a real disk that fills up, everything acknowledged stays and room made is used again', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'concord-small-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const problem = smallDisk(folder);
  if (problem !== null)
    console.log(`On this system the disk is large, and the log is only filled: ${problem}`);
  const journal = journalIn(folder);
  await journal.createReview({ reviewId, title: 'Full', fictitious: true });
  const ballast = path.join(folder, 'reviews', 'ballast');
  await appendFile(ballast, Buffer.alloc(40_000));

  let count = 0;
  let refusal: string | null = null;
  while (refusal === null && count < 20_000) {
    const written = await journal.append(log, count + 1, events(count + 1, count + 70));
    if (written.ok) count += 70;
    else refusal = written.error.code;
  }
  expect(refusal).toBe(problem === null ? 'disk-full' : null);
  expect(count).toBeGreaterThan(700);
  expect(await journal.readLog(log)).toMatchObject({ value: { lines: events(1, count), problems: [] } });

  await rm(ballast);
  expect(await journal.append(log, count + 1, events(count + 1, count + 70, 'again'))).toMatchObject({
    ok: true,
  });
  const read = await journalIn(folder).readLog(log);
  expect(read.ok && read.value.lines).toEqual([
    ...events(1, count),
    ...events(count + 1, count + 70, 'again'),
  ]);
  expect((await readFile(headOf(folder), 'utf8').catch(() => '\n')).endsWith('\n')).toBe(true);
});
