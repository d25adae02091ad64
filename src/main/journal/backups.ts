import path from 'node:path';
import { ReviewId } from '../../shared/kernel';
import { isAbsent, type DiskPort } from './disk-port';
import { replaceDurably } from './durable-files';
import { Refused } from './failures';

/** A copy of a review folder as it was at a moment. */
export type Backup = {
  readonly reviewId: ReviewId;
  /** ms since 1970. */
  readonly at: number;
  readonly why: 'daily' | 'deleted' | 'before-restore';
};

/** Of each review the last seven daily copies, and one of each of the four weeks before those. */
const keptDays = 7;
const keptWeeks = 4;
const dayMs = 24 * 60 * 60 * 1_000;

const nameOf = ({ reviewId, at, why }: Backup): string =>
  `${reviewId}.${at}${why === 'deleted' ? '' : `.${why}`}.review`;

const backupOf = (name: string): Backup | null => {
  const parts = /^(.+?)\.(\d{1,15})(?:\.(daily|before-restore))?\.review$/u.exec(name);
  const reviewId = ReviewId.safeParse(parts?.[1]);
  if (!parts || !reviewId.success) return null;
  const why = parts[3] === 'daily' || parts[3] === 'before-restore' ? parts[3] : 'deleted';
  return { reviewId: reviewId.data, at: Number(parts[2]), why };
};

/** The copies there are, newest first. */
export async function listBackups(disk: DiskPort, folder: string): Promise<Backup[]> {
  const names = await namesIn(disk, folder);
  return names.flatMap((name) => backupOf(name) ?? []).sort((a, b) => b.at - a.at);
}

/**
 * Copies a review folder unless there is a daily copy that is younger than a day, and lets go of daily copies that are too
 * old. A copy that was cut off half-way has another name until it is whole, and is cleared away the next time.
 *
 * @param alone runs work while nothing is written to the review: the logs are copied so, blobs need no such care
 * @returns whether a copy was made
 */
export async function backUpDaily(
  disk: DiskPort,
  reviewFolder: string,
  folder: string,
  reviewId: ReviewId,
  now: number,
  alone: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<boolean> {
  const ours = (await listBackups(disk, folder)).filter(
    (backup) => backup.reviewId === reviewId && backup.why === 'daily',
  );
  // A copy from the future was made by a clock that was wrong; it does not keep today's from being made.
  if (ours.some(({ at }) => at <= now && now - at < dayMs)) return false;
  await copyReview(disk, reviewFolder, folder, { reviewId, at: now, why: 'daily' }, alone);
  for (const old of tooMany([{ reviewId, at: now, why: 'daily' }, ...ours], now))
    await removeFolder(disk, path.join(folder, nameOf(old)));
  return true;
}

/** The daily copies to let go of: all but the last seven and the newest of each of four weeks before. */
export function tooMany(daily: readonly Backup[], now: number): Backup[] {
  const sorted = [...daily].sort((a, b) => b.at - a.at);
  const weeks = new Set<number>();
  return sorted.slice(keptDays).filter(({ at }) => {
    const week = Math.floor((now - at) / (7 * dayMs));
    const keep = week <= keptWeeks && !weeks.has(week);
    weeks.add(week);
    return !keep;
  });
}

/**
 * Puts a copy in the place of a review. What stands there is moved to the backups first, so that nothing is lost whatever
 * was chosen.
 *
 * @throws {Refused} `backup-missing`
 */
export async function restoreBackup(
  disk: DiskPort,
  reviewFolder: string,
  folder: string,
  backup: { readonly reviewId: ReviewId; readonly at: number },
  now: number,
): Promise<void> {
  const found = (await listBackups(disk, folder)).find(
    ({ reviewId, at }) => reviewId === backup.reviewId && at === backup.at,
  );
  if (!found) throw new Refused({ code: 'backup-missing' });
  const draft = `${reviewFolder}.restoring`;
  await removeFolder(disk, draft);
  await copyFolder(disk, path.join(folder, nameOf(found)), draft);
  if ((await disk.size(reviewFolder)) !== null) {
    let at = now;
    const aside = (): string => path.join(folder, nameOf({ ...found, at, why: 'before-restore' }));
    while ((await disk.size(aside())) !== null) at += 1;
    await disk.rename(reviewFolder, aside());
  }
  await disk.rename(draft, reviewFolder);
  await disk.syncFolder(path.dirname(reviewFolder));
}

async function copyReview(
  disk: DiskPort,
  reviewFolder: string,
  folder: string,
  backup: Backup,
  alone: <T>(work: () => Promise<T>) => Promise<T>,
): Promise<void> {
  const draft = path.join(folder, `${nameOf(backup)}.draft`);
  await disk.makeFolder(folder);
  for (const name of await namesIn(disk, folder))
    if (name.endsWith('.draft')) await removeFolder(disk, path.join(folder, name));
  await alone(() => copyFolder(disk, reviewFolder, draft, [blobsName]));
  const blobs = path.join(reviewFolder, blobsName);
  if ((await disk.size(blobs)) !== null) await copyFolder(disk, blobs, path.join(draft, blobsName));
  await disk.rename(draft, path.join(folder, nameOf(backup)));
  await disk.syncFolder(folder);
}

/** Blobs are never changed in place, so a copy may be another name for the same file where the disk allows it. */
const blobsName = 'blobs';

async function copyFolder(
  disk: DiskPort,
  from: string,
  to: string,
  without: readonly string[] = [],
): Promise<void> {
  await disk.makeFolder(to);
  for (const name of await disk.list(from)) {
    if (without.includes(name)) continue;
    const source = path.join(from, name);
    const target = path.join(to, name);
    if (await disk.isFolder(source)) await copyFolder(disk, source, target);
    else if (/^[0-9a-f]{64}$/u.test(name)) await disk.linkOrCopy(source, target);
    else await replaceDurably(disk, target, await disk.read(source));
  }
}

async function removeFolder(disk: DiskPort, folder: string): Promise<void> {
  if ((await disk.size(folder)) !== null) await disk.removeFolder(folder);
}

async function namesIn(disk: DiskPort, folder: string): Promise<string[]> {
  try {
    return await disk.list(folder);
  } catch (cause) {
    if (isAbsent(cause)) return [];
    throw cause;
  }
}
