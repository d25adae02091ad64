import type { LogProblem } from '@shared/ipc';
import type { Result, ReviewId, Sha256 } from '@shared/kernel';
import type { LogKey } from '@shared/ledger';

/** Why the disk said no; worded in the `storage` namespace. */
export type JournalError = { readonly code: string; readonly detail?: string };

export type JournalReview = {
  readonly reviewId: ReviewId;
  readonly title: string;
  readonly fictitious: boolean;
};

/**
 * The journal on disk as the window sees it. The desktop bridge implements it through the main process; in a plain
 * browser there is none and IndexedDB is the only copy.
 */
export type JournalPort = {
  readonly listReviews: () => Promise<Result<readonly JournalReview[], JournalError>>;
  readonly createReview: (
    reviewId: ReviewId,
    title: string,
    fictitious: boolean,
  ) => Promise<Result<null, JournalError>>;
  /** Returns after the lines are on disk. `fromSequence` is the sequence of the first line. */
  readonly append: (
    reviewId: ReviewId,
    key: LogKey,
    fromSequence: number,
    lines: readonly string[],
  ) => Promise<Result<null, JournalError>>;
  readonly readLogs: (reviewId: ReviewId) => Promise<Result<readonly JournalLog[], JournalError>>;
  /** Writes anew what the files of a log hold wrongly; `lines` is the whole log. */
  readonly mendLog: (
    reviewId: ReviewId,
    key: LogKey,
    lines: readonly string[],
  ) => Promise<Result<null, JournalError>>;
  /** Makes the folder say what the review says of itself; whether that was needed. */
  readonly mendReviewFile: (review: JournalReview) => Promise<Result<boolean, JournalError>>;
  /** Which of these blobs came back from a backup, and which are lost here. `content`: each is read and compared. */
  readonly checkBlobs: (
    reviewId: ReviewId,
    named: readonly Sha256[],
    content: boolean,
  ) => Promise<
    Result<{ readonly restored: readonly Sha256[]; readonly lost: readonly Sha256[] }, JournalError>
  >;
  readonly putBlob: (
    reviewId: ReviewId,
    sha256: Sha256,
    bytes: Uint8Array,
  ) => Promise<Result<null, JournalError>>;
  /** Parts of a large blob, from the beginning on and in order; the last is kept only if the whole has the hash. */
  readonly putBlobPart: (
    reviewId: ReviewId,
    sha256: Sha256,
    part: { readonly offset: number; readonly bytes: Uint8Array<ArrayBuffer>; readonly last: boolean },
  ) => Promise<Result<null, JournalError>>;
  readonly getBlob: (reviewId: ReviewId, sha256: Sha256) => Promise<Result<Uint8Array, JournalError>>;
  readonly deleteReview: (reviewId: ReviewId) => Promise<Result<null, JournalError>>;
  readonly listBackups: () => Promise<Result<readonly ReviewBackup[], JournalError>>;
  /** Copies a review before it is opened, if another version of the program or of its database opened it last. */
  readonly prepare: (
    reviewId: ReviewId,
    database: number,
  ) => Promise<Result<ReviewBackup['why'] | null, JournalError>>;
  /** Copies a review unless there is a copy of today. */
  readonly backUp: (reviewId: ReviewId) => Promise<Result<boolean, JournalError>>;
  readonly restore: (backup: ReviewBackup) => Promise<Result<null, JournalError>>;
};

/** A log as the journal has it, and what is not as it was written. */
export type JournalLog = LogKey & {
  readonly lines: readonly string[];
  readonly torn: string | null;
  readonly problems: readonly LogProblem[];
};

/** A copy of a review as it was. */
export type ReviewBackup = {
  readonly reviewId: ReviewId;
  /** ms since 1970. */
  readonly at: number;
  readonly why: 'daily' | 'before-update' | 'before-migration' | 'before-restore' | 'deleted';
  readonly title: string;
  /** Version of the program that opened the review last; null where it was not noted. */
  readonly program: string | null;
};
