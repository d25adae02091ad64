import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Result, ReviewId } from '../../shared/kernel';
import { copyBlob, type SharedReview, type TransportError } from '../../shared/transport';
import { fileNameOf } from '../files/file-name';
import type { Handlers } from '../ipc/handle-channels';
import { nodeDisk, type DiskPort } from '../journal/disk-port';
import { failureOf, Refused } from '../journal/failures';
import type { Journal } from '../journal/journal';
import { readReviewFile } from '../journal/review-file';
import type { Keychain } from '../secrets/keychain';
import { FolderTransport } from './folder-transport';
import { readAddress, serverTransport, type ServerAccess, type TeamPlaces } from './team-places';
import { waitForChange } from './wait-for-change';

type TeamChannels =
  | 'shareReview'
  | 'lookForReview'
  | 'teamPlace'
  | 'leaveTeam'
  | 'teamListLogs'
  | 'teamReadLog'
  | 'teamAppend'
  | 'teamBringBlob'
  | 'teamSendBlob'
  | 'teamWait'
  | 'keepKey'
  | 'readKeys';

export type TeamOptions = {
  readonly journal: Journal;
  readonly places: TeamPlaces;
  readonly keychain: Keychain;
  /** Asks the person; null when they change their mind. */
  readonly chooseFolder: (title: string) => Promise<string | null>;
  readonly titles: () => { readonly share: string; readonly join: string };
  readonly disk?: DiskPort;
};

/** How long the window waits for the folder to change before it looks by itself, ms. */
const patience = 5_000;

const folderEnding = '.review';

/** Sharing and joining reviews, the exchange of lines and blobs with the place a team shares, and the keys of this machine. */
export function teamHandlers({
  journal,
  places,
  keychain,
  chooseFolder,
  titles,
  disk = nodeDisk,
}: TeamOptions): Pick<Handlers, TeamChannels> {
  return {
    shareReview: ({ server, ...review }) =>
      answer(async () => {
        if (server) {
          valueOf(await serverTransport(server, review.reviewId).found(review));
          await places.keepServer(review.reviewId, server);
        } else {
          const chosen = await chooseFolder(titles().share);
          if (chosen === null) return null;
          const folder =
            (await sameReviewIn(disk, chosen, review.reviewId)) ?? (await newFolderIn(chosen, review.title));
          valueOf(await new FolderTransport(folder, disk).found(review));
          await places.keepFolder(review.reviewId, folder);
        }
        return { place: (await places.shown(review.reviewId)) ?? '' };
      }),
    lookForReview: ({ server }) =>
      answer(async () => {
        const found = server ? await reviewOn(server) : await chosenReview();
        if (found === null) return null;
        const { review } = found;
        const known = await journal.listReviews();
        const here = known.ok && known.value.some(({ reviewId }) => reviewId === review.reviewId);
        if (!here) valueOf(await journal.createReview(review));
        if ('folder' in found) await places.keepFolder(review.reviewId, found.folder);
        else await places.keepServer(review.reviewId, found.access);
        return review;
      }),
    teamPlace: ({ reviewId }) =>
      answer(async () => {
        const place = await places.shown(reviewId);
        return place === null ? null : { place };
      }),
    leaveTeam: ({ reviewId }) => answer(async () => places.forget(reviewId).then(() => null)),
    teamListLogs: ({ reviewId }) =>
      answer(async () => {
        const logs = valueOf(await (await places.transport(reviewId)).listLogs());
        await putBackReviewFile(reviewId);
        return [...logs];
      }),
    teamReadLog: ({ reviewId, from, limit, ...log }) =>
      answer(async () => {
        const part = valueOf(await (await places.transport(reviewId)).readLog(log, from, limit));
        return { lines: [...part.lines], total: part.total };
      }),
    teamAppend: ({ reviewId, fromSequence, lines, ...log }) =>
      answer(async () => valueOf(await (await places.transport(reviewId)).append(log, fromSequence, lines))),
    teamBringBlob: ({ reviewId, sha256 }) =>
      answer(async () => {
        const transport = await places.transport(reviewId);
        valueOf(await copyBlob(transport, journal.blobsOf(reviewId), sha256));
        return null;
      }),
    teamSendBlob: ({ reviewId, sha256 }) =>
      answer(async () => {
        const transport = await places.transport(reviewId);
        return valueOf(await copyBlob(journal.blobsOf(reviewId), transport, sha256));
      }),
    teamWait: ({ reviewId }) =>
      answer(async () => {
        const folder = await places.folderOf(reviewId);
        await (folder === null ? wait(patience) : waitForChange(folder, patience));
        return null;
      }),
    keepKey: ({ reviewId, authorId, key }) =>
      answer(async () => keychain.keep(reviewId, authorId, key).then(() => null)),
    readKeys: ({ reviewId }) =>
      answer(async () => ({
        keys: (await keychain.read(reviewId)).map(({ authorId, key }) => ({ authorId, key })),
        protection: keychain.protection,
      })),
  };

  /** A folder of its own in the chosen one; the chosen one itself where that is a review, which is then refused or the same. */
  async function newFolderIn(chosen: string, title: string): Promise<string> {
    const isReview = (await readReviewFile(disk, chosen)) !== null;
    return isReview ? chosen : path.join(chosen, `${fileNameOf(title)}${folderEnding}`);
  }

  /** Somebody deleted the file that makes a folder a review; without it nobody can join any more. */
  async function putBackReviewFile(reviewId: ReviewId): Promise<void> {
    const folder = await places.folderOf(reviewId);
    if (folder === null || (await readReviewFile(disk, folder)) !== null) return;
    const known = await journal.listReviews();
    const own = known.ok ? known.value.find((review) => review.reviewId === reviewId) : undefined;
    if (own && own.title !== '')
      await new FolderTransport(folder, disk).found({
        reviewId,
        title: own.title,
        fictitious: own.fictitious,
      });
  }

  async function chosenReview(): Promise<{ folder: string; review: SharedReview } | null> {
    const chosen = await chooseFolder(titles().join);
    return chosen === null ? null : reviewIn(disk, chosen);
  }
}

async function reviewOn(server: {
  readonly address: string;
  readonly user: string;
  readonly password: string;
}): Promise<{ access: ServerAccess; review: SharedReview }> {
  const at = readAddress(server.address);
  if (!at) throw new Refused({ code: 'no-address' });
  const access = { url: at.url, user: server.user, password: server.password };
  const review = valueOf(await serverTransport(access, at.reviewId).describe());
  if (!review) throw new Refused({ code: 'no-review-here' });
  return { access, review };
}

type FoundFolder = { readonly folder: string; readonly review: SharedReview };

/** The review of a folder that is one, else those in it. */
async function reviewsIn(disk: DiskPort, chosen: string): Promise<FoundFolder[]> {
  const candidates = [chosen];
  for (const name of (await disk.list(chosen)).sort())
    if (name.endsWith(folderEnding)) candidates.push(path.join(chosen, name));
  const found: FoundFolder[] = [];
  for (const folder of candidates) {
    const review = await readReviewFile(disk, folder);
    if (review) found.push({ folder, review });
    if (review && folder === chosen) break;
  }
  return found;
}

/** Where a review is that was shared here before, whatever its folder is called by now. */
async function sameReviewIn(disk: DiskPort, chosen: string, reviewId: ReviewId): Promise<string | null> {
  const same = (await reviewsIn(disk, chosen)).find(({ review }) => review.reviewId === reviewId);
  return same?.folder ?? null;
}

/** A review folder, or the only one in a folder. */
async function reviewIn(disk: DiskPort, chosen: string): Promise<FoundFolder> {
  const found = await reviewsIn(disk, chosen);
  const [only, ...more] = found;
  if (only === undefined) throw new Refused({ code: 'no-review-here', detail: path.basename(chosen) });
  if (more.length > 0) throw new Refused({ code: 'several-reviews-here', detail: path.basename(chosen) });
  return only;
}

function valueOf<T>(result: Result<T, TransportError>): T {
  if (result.ok) return result.value;
  throw new TransportRefused(result.error);
}

class TransportRefused extends Error {
  constructor(readonly refusal: TransportError) {
    super(refusal.code);
  }
}

async function answer<T>(work: () => Promise<T>): Promise<Result<T, TransportError>> {
  try {
    return { ok: true, value: await work() };
  } catch (cause) {
    return { ok: false, error: cause instanceof TransportRefused ? cause.refusal : failureOf(cause) };
  }
}
