import { createHash } from 'node:crypto';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Sha256 } from '@shared/kernel';
import { diskThatRefuses, diskWithRoomFor } from '../support/failing-disk';
import {
  events,
  filesIn,
  journalIn,
  journalWithReview,
  log,
  reviewId,
} from '../support/journal-in-temp-folder';

const bytesOf = (lines: readonly string[]): number => Buffer.byteLength(lines.join('\n')) + 1;

describe('a full disk', () => {
  test('is told, keeps what was saved, and takes other events at the same place once there is room', async () => {
    const disk = diskWithRoomFor(bytesOf(events(1, 450)));
    const { journal, folder } = await journalWithReview(disk);
    expect((await journal.append(log, 1, events(1, 440))).ok).toBe(true);
    const refused = await journal.append(log, 441, events(441, 470, 'lost'));
    expect(refused.ok ? null : refused.error.code).toBe('disk-full');
    expect(await journal.readLog(log)).toMatchObject({
      value: { lines: events(1, 440), torn: null, problems: [] },
    });

    disk.free(1_000_000);
    expect((await journal.append(log, 441, events(441, 460, 'again'))).ok).toBe(true);
    expect(await journalIn(folder).readLog(log)).toMatchObject({
      value: { lines: [...events(1, 440), ...events(441, 460, 'again')], torn: null, problems: [] },
    });
  });

  test('in the middle of a bulk append across segment ends leaves no part of it', async () => {
    for (const room of [501, 777, 1_000, 1_001, 1_499, 1_800]) {
      const disk = diskWithRoomFor(bytesOf(events(1, room)));
      const { journal, folder, logFolder } = await journalWithReview(disk);
      await journal.append(log, 1, events(1, 490));
      const refused = await journal.append(log, 491, events(491, 1_900, 'lost'));
      expect(refused.ok ? null : refused.error.code, `room for ${room}`).toBe('disk-full');
      disk.free(10_000_000);
      expect((await journal.append(log, 491, events(491, 495, 'again'))).ok).toBe(true);
      expect(await journalIn(folder).readLog(log)).toMatchObject({
        value: { lines: [...events(1, 490), ...events(491, 495, 'again')], torn: null, problems: [] },
      });
      expect(await filesIn(logFolder)).toEqual(['head.jsonl']);
    }
  });

  test('at the very first event leaves an empty log', async () => {
    const disk = diskWithRoomFor(10);
    const { journal } = await journalWithReview(disk);
    const refused = await journal.append(log, 1, events(1, 1));
    expect(refused.ok ? null : refused.error.code).toBe('disk-full');
    expect(await journal.readLog(log)).toMatchObject({ value: { lines: [], torn: null, problems: [] } });
    disk.free(1_000);
    expect((await journal.append(log, 1, events(1, 1, 'again'))).ok).toBe(true);
  });

  test('leaves no half of a blob, nor its draft', async () => {
    const disk = diskWithRoomFor(100);
    const { journal, folder } = await journalWithReview(disk);
    const bytes = new Uint8Array(500).fill(7);
    const sha256 = Sha256.parse(createHash('sha256').update(bytes).digest('hex'));
    const refused = await journal.putBlob(reviewId, sha256, bytes);
    expect(refused.ok ? null : refused.error.code).toBe('disk-full');
    const missing = await journal.getBlob(reviewId, sha256);
    expect(missing.ok ? null : missing.error.code).toBe('blob-missing');
    const kept = path.join(folder, 'reviews', `${reviewId}.review`, 'blobs', sha256.slice(0, 2));
    expect(await filesIn(kept)).toEqual([]);
  });

  test('is announced before it happens', async () => {
    const { journal } = await journalWithReview(diskWithRoomFor(400_000_000));
    expect(await journal.diskSpace()).toEqual({ ok: true, value: { freeBytes: 400_000_000, low: true } });
    const roomy = await journalWithReview(diskWithRoomFor(600_000_000));
    expect(await roomy.journal.diskSpace()).toMatchObject({ value: { low: false } });
  });
});

test.each([
  ['EACCES', 'permission-denied'],
  ['EPERM', 'permission-denied'],
  ['EROFS', 'read-only'],
  ['ENOENT', 'folder-missing'],
  ['EDQUOT', 'disk-full'],
  ['EIO', 'disk-error'],
])('the error %s of the system is told as %s', async (errno, code) => {
  const { journal } = await journalWithReview(diskThatRefuses(errno));
  const refused = await journal.append(log, 1, events(1, 1));
  expect(refused.ok ? null : refused.error.code).toBe(code);
});
