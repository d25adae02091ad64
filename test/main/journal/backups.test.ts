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
  const installed = (program: string): Journal =>
    new Journal({
      folder: path.join(folder, 'reviews'),
      backups: path.join(folder, 'backups'),
      now: () => now,
      disk,
      program,
    });
  const journal = installed('0.1.0');
  await journal.createReview({ reviewId, title: 'Peers 🌱 שלום', fictitious: false });
  return { folder, journal, installed, at: (ms: number) => void (now = ms) };
}

/** Why each copy there is was made, newest first. */
async function reasonsIn(journal: Journal): Promise<readonly string[]> {
  const listed = await journal.listBackups();
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value.map(({ why }) => why);
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
    expect(await reasonsIn(journal)).toEqual(['before-restore', 'daily']);
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

  it('are made before another version of the program or of its data opens a review, and only then', async () => {
    const { journal, installed, at } = await reviewAt();
    // Nothing was done in it yet.
    expect(await journal.prepare(reviewId, 1)).toEqual({ ok: true, value: null });
    await journal.append(log, 1, events(1, 3));
    expect(await installed('0.1.0').prepare(reviewId, 1)).toEqual({ ok: true, value: null });
    const updated = installed('0.2.0');
    expect(await updated.prepare(reviewId, 1)).toEqual({ ok: true, value: 'before-update' });
    expect(await updated.prepare(reviewId, 1)).toEqual({ ok: true, value: null });
    await updated.append(log, 4, events(4, 9));
    at(start + 1);
    expect(await updated.prepare(reviewId, 2)).toEqual({ ok: true, value: 'before-migration' });
    expect(await updated.listBackups()).toMatchObject({
      value: [
        { why: 'before-migration', program: '0.2.0', title: 'Peers 🌱 שלום' },
        { why: 'before-update', program: '0.1.0', title: 'Peers 🌱 שלום' },
      ],
    });
    // Going back to before the update brings back what the older program had, and copies it again before going on.
    await updated.restore(reviewId, start);
    expect(await updated.readLog(log)).toMatchObject({ value: { lines: events(1, 3) } });
    expect(await updated.prepare(reviewId, 2)).toEqual({ ok: true, value: 'before-migration' });
  });

  it('of before an update outlive any number of daily ones; the last three are kept', async () => {
    const { journal, installed, at } = await reviewAt();
    await journal.append(log, 1, events(1, 3));
    await journal.prepare(reviewId, 1);
    for (let number = 0; number < 6; number += 1) {
      at(start + number * day + 1);
      await installed(`0.2.${number}`).prepare(reviewId, 1);
    }
    const updated = installed('0.2.5');
    for (let number = 0; number < 60; number += 1) {
      at(start + (10 + number) * day);
      await updated.backUp(reviewId);
    }
    const reasons = await reasonsIn(updated);
    expect(reasons.filter((why) => why === 'before-update')).toHaveLength(3);
    expect(reasons.filter((why) => why === 'daily').length).toBeLessThanOrEqual(12);
  });

  it('that cannot be made before an update are told, and are made the next time', async () => {
    let room = true;
    const { journal, installed } = await reviewAt({
      ...nodeDisk,
      open: async (file, mode) => {
        if (room) return nodeDisk.open(file, mode);
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      },
    });
    await journal.append(log, 1, events(1, 3));
    await journal.prepare(reviewId, 1);
    room = false;
    const updated = installed('0.2.0');
    expect(await updated.prepare(reviewId, 1)).toMatchObject({ error: { code: 'disk-full' } });
    room = true;
    expect(await updated.prepare(reviewId, 1)).toEqual({ ok: true, value: 'before-update' });
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
