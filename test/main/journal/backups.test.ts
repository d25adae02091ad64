import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeDisk } from '../../../src/main/journal/disk-port';
import { tooMany } from '../../../src/main/journal/backups';
import { Journal } from '../../../src/main/journal/journal';
import { Sha256 } from '@shared/kernel';
import { createHash } from 'node:crypto';
import { events, log, reviewId, temporaryFolder } from '../support/journal-in-temp-folder';

const day = 24 * 60 * 60 * 1_000;
const start = 1_780_000_000_000;

async function reviewAt(disk = nodeDisk) {
  const folder = await temporaryFolder();
  let now = start;
  const journal = new Journal({
    folder: path.join(folder, 'reviews'),
    backups: path.join(folder, 'backups'),
    now: () => now,
    disk,
  });
  await journal.createReview({ reviewId, title: 'Peers 🌱 שלום', fictitious: false });
  return { folder, journal, at: (ms: number) => void (now = ms) };
}

describe('backups', () => {
  it('are made once a day, with blobs, and bring a damaged review back', async () => {
    const { folder, journal, at } = await reviewAt();
    const bytes = new TextEncoder().encode('a pdf');
    const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
    await journal.putBlob(reviewId, sha256, bytes);
    await journal.append(log, 1, events(1, 700));
    expect(await journal.backUp(reviewId)).toEqual({ ok: true, value: true });
    at(start + day / 2);
    expect(await journal.backUp(reviewId)).toEqual({ ok: true, value: false });
    await journal.append(log, 701, events(701, 720));
    rmSync(path.join(folder, 'reviews', 'peer-support.review', 'blobs'), { recursive: true });
    writeFileSync(
      path.join(
        folder,
        'reviews',
        'peer-support.review',
        'ledger',
        log.authorId,
        log.deviceId,
        '000001.jsonl',
      ),
      'rubbish',
    );

    at(start + day);
    expect(await journal.restore(reviewId, start)).toEqual({ ok: true, value: null });
    expect(await journal.readLog(log)).toMatchObject({ value: { lines: events(1, 700), problems: [] } });
    expect(await journal.getBlob(reviewId, sha256)).toMatchObject({ ok: true });
    const listed = await journal.listBackups();
    expect(listed.ok && listed.value.map(({ why }) => why)).toEqual(['before-restore', 'daily']);
    // What stood there before can be had back as well.
    expect(await journal.restore(reviewId, start + day)).toEqual({ ok: true, value: null });
    expect(await journal.restore(reviewId, 5)).toMatchObject({ error: { code: 'backup-missing' } });
  });

  it('bring a deleted review back', async () => {
    const { journal } = await reviewAt();
    await journal.append(log, 1, events(1, 3));
    await journal.deleteReview(reviewId);
    expect(await journal.listReviews()).toEqual({ ok: true, value: [] });
    const [backup] = ((await journal.listBackups()) as { value: { at: number }[] }).value;
    await journal.restore(reviewId, backup?.at ?? 0);
    expect(await journal.readLog(log)).toMatchObject({ value: { lines: events(1, 3) } });
    expect(await journal.append(log, 4, events(4, 4))).toMatchObject({ ok: true });
  });

  it('a half-made copy counts for nothing and is cleared away', async () => {
    const { folder, journal } = await reviewAt();
    const draft = path.join(folder, 'backups', `${reviewId}.7.daily.review.draft`);
    mkdirSync(draft, { recursive: true });
    await journal.backUp(reviewId);
    const listed = await journal.listBackups();
    expect(listed.ok && listed.value).toHaveLength(1);
    expect(() => renameSync(draft, `${draft}2`)).toThrow();
  });

  it('keep seven days and four weeks, and never the newest away', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(90), { minLength: 1, maxLength: 90 }), (days) => {
        const now = start + 100 * day;
        const daily = days.map((ago) => ({ reviewId, at: now - ago * day, why: 'daily' as const }));
        const gone = tooMany(daily, now);
        const kept = daily.filter((backup) => !gone.includes(backup));
        expect(kept.length).toBeLessThanOrEqual(12);
        expect(kept.map(({ at }) => at)).toContain(Math.max(...daily.map(({ at }) => at)));
        expect(kept.length).toBeGreaterThanOrEqual(Math.min(7, daily.length));
      }),
    );
  });
});

describe('little room', () => {
  it('stops writing before the disk is full, and goes on when there is room', async () => {
    let free = 10_000_000;
    const { journal } = await reviewAt({ ...nodeDisk, freeBytes: async () => free });
    expect(await journal.append(log, 1, events(1, 1))).toMatchObject({ error: { code: 'disk-nearly-full' } });
    expect(await journal.diskSpace()).toMatchObject({ value: { low: true } });
    free = 10_000_000_000;
    expect(await journal.append(log, 1, events(1, 1))).toMatchObject({ ok: true });
  });
});
