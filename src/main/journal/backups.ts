import path from 'node:path';
import { ReviewId } from '../../shared/kernel';
import { isAbsent, type DiskPort } from './disk-port';
import { replaceDurably } from './durable-files';
import { Refused } from './failures';
import { readOpenedBy } from './opened-by';
import { readReviewFile } from './review-file';

/** A copy of a review folder as it was at a moment. */
export type Backup = {
  readonly reviewId: ReviewId;
  /** ms since 1970. */
  readonly at: number;
  readonly why: BackupReason;
};

/** Why a copy was made; the name of its folder says so. */
const reasons = ['daily', 'before-update', 'before-migration', 'before-restore', 'deleted'] as const;
export type BackupReason = (typeof reasons)[number];

/** A copy as a person is shown it: the title of the review, and the version of the program that worked on it. */
export type ShownBackup = Backup & { readonly title: string; readonly program: string | null };

/** Of each review the last seven daily copies, and one of each of the four weeks before those. */
const keptDays = 7;
const keptWeeks = 4;
/** Of each review the last three copies before an update, and before a migration. Nothing else is ever let go of. */
const keptUpdates = 3;
const dayMs = 24 * 60 * 60 * 1_000;

const nameOf = ({ reviewId, at, why }: Backup): string =>
  `${reviewId}.${at}${why === 'deleted' ? '' : `.${why}`}.review`;

/** Where a copy stands in the folder of copies. */
export const placeOf = (folder: string, backup: Backup): string => path.join(folder, nameOf(backup));

const backupOf = (name: string): Backup | null => {
  const parts = /^(.+?)\.(\d{1,15})(?:\.([a-z-]+))?\.review$/u.exec(name);
  const reviewId = ReviewId.safeParse(parts?.[1]);
  const why = reasons.find((reason) => reason === (parts?.[3] ?? 'deleted'));
  if (!parts || !reviewId.success || !why) return null;
  return { reviewId: reviewId.data, at: Number(parts[2]), why };
};

/** The copies there are, newest first. */
export async function listBackups(disk: DiskPort, folder: string): Promise<Backup[]> {
  const names = await namesIn(disk, folder);
  return names.flatMap((name) => backupOf(name) ?? []).sort((a, b) => b.at - a.at);
}

/** The copies with what a person knows them by. A copy that cannot be read is shown without a title. */
export async function showBackups(disk: DiskPort, folder: string): Promise<ShownBackup[]> {
  const shown: ShownBackup[] = [];
  for (const backup of await listBackups(disk, folder)) {
    const place = path.join(folder, nameOf(backup));
    const review = await readReviewFile(disk, place).catch(() => null);
    const openedBy = await readOpenedBy(disk, place).catch(() => null);
    shown.push({ ...backup, title: review?.title ?? '', program: openedBy?.program ?? null });
  }
  return shown;
}

/** Where a review stands, where its copies go, and how to be alone with it while they are made. */
export type BackupPlaces = {
  readonly disk: DiskPort;
  readonly reviewFolder: string;
  readonly folder: string;
  readonly reviewId: ReviewId;
  /** Runs work while nothing is written to the review: the logs are copied so, blobs need no such care. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
};

/**
 * Copies a review folder unless there is a daily copy that is younger than a day, and lets go of daily copies that are too
 * old.
 *
 * @returns whether a copy was made
 */
export async function backUpDaily(places: BackupPlaces, now: number): Promise<boolean> {
  const ours = await copiesOf(places, 'daily');
  // A copy from the future was made by a clock that was wrong; it does not keep today's from being made.
  if (ours.some(({ at }) => at <= now && now - at < dayMs)) return false;
  const made = await makeBackup(places, 'daily', now);
  for (const old of tooMany([made, ...ours], now)) await letGo(places, old);
  return true;
}

/** Copies a review folder before another program, or another version of its formats, works on it. */
export async function backUpBefore(
  places: BackupPlaces,
  why: 'before-update' | 'before-migration',
  now: number,
): Promise<void> {
  await makeBackup(places, why, now);
  // The one just made is the newest by any clock that is right; the last of a kind is never let go of.
  for (const old of (await copiesOf(places, why)).slice(keptUpdates)) await letGo(places, old);
}

async function copiesOf({ disk, folder, reviewId }: BackupPlaces, why: BackupReason): Promise<Backup[]> {
  return (await listBackups(disk, folder)).filter(
    (backup) => backup.reviewId === reviewId && backup.why === why,
  );
}

const letGo = ({ disk, folder }: BackupPlaces, backup: Backup): Promise<void> =>
  removeFolder(disk, path.join(folder, nameOf(backup)));

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

/** A copy that was cut off half-way has another name until it is whole, and is cleared away the next time. */
async function makeBackup(
  { disk, reviewFolder, folder, reviewId, alone }: BackupPlaces,
  why: BackupReason,
  now: number,
): Promise<Backup> {
  await disk.makeFolder(folder);
  for (const name of await namesIn(disk, folder))
    if (name.endsWith('.draft')) await removeFolder(disk, path.join(folder, name));
  // Copies are told apart by their moment.
  let at = now;
  const taken = new Set((await listBackups(disk, folder)).map((there) => there.at));
  while (taken.has(at)) at += 1;
  const backup = { reviewId, at, why };
  const draft = path.join(folder, `${nameOf(backup)}.draft`);
  await alone(() => copyFolder(disk, reviewFolder, draft, [blobsName]));
  const blobs = path.join(reviewFolder, blobsName);
  if ((await disk.size(blobs)) !== null) await copyFolder(disk, blobs, path.join(draft, blobsName));
  await disk.rename(draft, path.join(folder, nameOf(backup)));
  await disk.syncFolder(folder);
  return backup;
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
