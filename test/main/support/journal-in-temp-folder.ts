import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { Journal, type LogName } from '../../../src/main/journal/journal';
import { nodeDisk, type DiskPort } from '../../../src/main/journal/disk-port';
import { AuthorId, DeviceId, ReviewId } from '@shared/kernel';

export const reviewId = ReviewId.parse('peer-support');
export const log: LogName = {
  reviewId,
  authorId: AuthorId.parse('anna'),
  deviceId: DeviceId.parse('laptop0001'),
};

/** A folder on the real disk, gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'concord-journal-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export const journalIn = (folder: string, disk: DiskPort = nodeDisk): Journal =>
  new Journal({
    folder: path.join(folder, 'reviews'),
    backups: path.join(folder, 'backups'),
    now: () => 1,
    disk,
    // These tests fill disks to the last byte.
    floor: 0,
  });

/** A journal with one review in it. */
export async function journalWithReview(
  disk?: DiskPort,
): Promise<{ folder: string; logFolder: string; journal: Journal }> {
  const folder = await temporaryFolder();
  const journal = journalIn(folder, disk);
  const made = await journalIn(folder).createReview({ reviewId, title: 'Peer support', fictitious: false });
  if (!made.ok) throw new Error(made.error.code);
  const logFolder = path.join(folder, 'reviews', 'peer-support.review', 'ledger', log.authorId, log.deviceId);
  return { folder, logFolder, journal };
}

/** Lines like events: main knows of them only that they are JSON with a sequence. */
export const events = (from: number, to: number, text = 'vote'): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) =>
    JSON.stringify({ body: { kind: text, note: 'é "sequence":0' }, sequence: from + index }),
  );

export const filesIn = async (folder: string): Promise<string[]> => (await readdir(folder)).sort();
export const textIn = (folder: string, name: string): Promise<string> =>
  readFile(path.join(folder, name), 'utf8');
export const writeIn = (folder: string, name: string, text: string): Promise<void> =>
  writeFile(path.join(folder, name), text);
