import path from 'node:path';
import { z } from '../../shared/kernel/schema';
import type { ListedReview } from '../../shared/ipc';
import { appIdentity, ReviewId } from '../../shared/kernel';
import { isAbsent, type DiskPort } from './disk-port';
import { replaceDurably } from './durable-files';
import { Refused } from './failures';

/** The file that makes a folder a review. Fields it does not know are left alone: a newer Concord may have more. */
const ReviewFile = z.looseObject({
  format: z.number().int(),
  reviewId: ReviewId,
  title: z.string(),
  fictitious: z.boolean().default(false),
});

export const reviewFileName = 'review.json';
const folderEnding = '.review';

/** Every review folder, also those whose review.json is lost or damaged: their ledger may be whole. */
export async function listReviewFolders(disk: DiskPort, folder: string): Promise<ListedReview[]> {
  const reviews: ListedReview[] = [];
  for (const name of (await disk.list(folder)).sort()) {
    if (!name.endsWith(folderEnding)) continue;
    const reviewId = ReviewId.safeParse(name.slice(0, -folderEnding.length));
    if (reviewId.success) reviews.push(await describe(disk, path.join(folder, name), reviewId.data));
  }
  return reviews;
}

async function describe(disk: DiskPort, folder: string, reviewId: ReviewId): Promise<ListedReview> {
  const nameless = { reviewId, title: '', fictitious: false };
  const text = await readText(disk, path.join(folder, reviewFileName));
  if (text === null) return { ...nameless, problem: 'review-file-missing' };
  const file = parse(text);
  if (file === null) return { ...nameless, problem: 'review-file-damaged' };
  const { title, fictitious, format } = file;
  return {
    reviewId,
    title,
    fictitious,
    problem:
      format > appIdentity.format
        ? 'newer-format'
        : file.reviewId === reviewId
          ? null
          : 'review-file-damaged',
  };
}

/** Writes review.json once. The same review again changes nothing; a damaged file is replaced. */
export async function writeReviewFile(
  disk: DiskPort,
  folder: string,
  review: { reviewId: ReviewId; title: string; fictitious: boolean },
): Promise<void> {
  const file = path.join(folder, reviewFileName);
  const text = await readText(disk, file);
  const there = text === null ? null : parse(text);
  if (there) {
    const same = there.title === review.title && there.fictitious === review.fictitious;
    if (same && there.reviewId === review.reviewId) return;
    throw new Refused({ code: 'review-exists', detail: there.title });
  }
  await replaceDurably(disk, file, contentOf(review));
}

/**
 * Makes review.json say what the ledger says of the review. A file from a newer Concord is left alone.
 *
 * @returns whether it was written anew; what stood there is kept beside it
 * @throws {Refused} `newer-format`
 */
export async function mendReviewFile(
  disk: DiskPort,
  folder: string,
  review: { reviewId: ReviewId; title: string; fictitious: boolean },
): Promise<boolean> {
  const text = await readText(disk, path.join(folder, reviewFileName));
  const there = text === null ? null : parse(text);
  if (there && there.format > appIdentity.format)
    throw new Refused({ code: 'newer-format', detail: String(there.format) });
  const same =
    there?.reviewId === review.reviewId &&
    there.title === review.title &&
    there.fictitious === review.fictitious &&
    there.format === appIdentity.format;
  if (same) return false;
  if (text !== null) await replaceDurably(disk, path.join(folder, `${reviewFileName}.damaged`), text);
  await replaceDurably(disk, path.join(folder, reviewFileName), contentOf(review));
  return true;
}

const contentOf = (review: { reviewId: ReviewId; title: string; fictitious: boolean }): string =>
  `${JSON.stringify({ format: appIdentity.format, ...review }, null, 2)}\n`;

/** What a review folder says about itself; null where there is no readable review.json. */
export async function readReviewFile(
  disk: DiskPort,
  folder: string,
): Promise<{ reviewId: ReviewId; title: string; fictitious: boolean } | null> {
  const text = await readText(disk, path.join(folder, reviewFileName));
  const file = text === null ? null : parse(text);
  if (file === null) return null;
  if (file.format > appIdentity.format)
    throw new Refused({ code: 'newer-format', detail: String(file.format) });
  return { reviewId: file.reviewId, title: file.title, fictitious: file.fictitious };
}

function parse(text: string): z.infer<typeof ReviewFile> | null {
  try {
    const parsed = ReviewFile.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

async function readText(disk: DiskPort, file: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await disk.read(file));
  } catch (cause) {
    if (isAbsent(cause)) return null;
    throw cause;
  }
}
