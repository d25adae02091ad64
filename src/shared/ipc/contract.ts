import { z } from '../kernel/schema';
import { PlaceToLook } from './places-to-look';
import { AuthorId, DeviceId, ReviewId, Sha256 } from '../kernel';

/**
 * Every message between the window and the main process: channel -> what is asked and what is answered. Both sides
 * parse with these schemas; a channel that is not here does not exist.
 */

const Failure = z.object({ code: z.string().max(80), detail: z.string().max(2_000).optional() });
const answer = <T extends z.ZodType>(value: T) =>
  z.union([z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), error: Failure })]);

const Bytes = z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array, 'bytes');
const Done = z.null();

/** An event as it stands in the ledger: one line of JSON. */
const Line = z
  .string()
  .max(4_000_000)
  .refine((text) => !text.includes('\n'), 'one line');

const LogName = z.object({ reviewId: ReviewId, authorId: AuthorId, deviceId: DeviceId });

export const ListedReview = z.object({
  reviewId: ReviewId,
  title: z.string(),
  fictitious: z.boolean(),
  /** Why the folder's review.json says less than it should; its ledger may still be whole. */
  problem: z.enum(['review-file-missing', 'review-file-damaged', 'newer-format']).nullable(),
});
export type ListedReview = z.infer<typeof ListedReview>;

/** Something in a log's folder that is not as it was written. The sound lines are given all the same. */
export const LogProblem = z.object({
  code: z.enum([
    /** Lines between two sound parts are not there; what stands after the gap is kept but not given. */
    'lines-missing',
    /** A file is cut short, or holds a line that is no event. */
    'file-damaged',
    /** A copy made by a folder-sync service lies beside the log; lines only it has were taken from it. */
    'conflicted-copy',
    /** Of such a copy: lines were taken from it. */
    'only-in-copy',
    /** Two files say different things about one sequence number; the segment, then the head, is believed. */
    'copies-differ',
  ]),
  /** The file, or the range of sequence numbers. */
  detail: z.string(),
});
export type LogProblem = z.infer<typeof LogProblem>;

/** Who somebody is on a server; both empty where anybody may come. */
const Login = { user: z.string().max(200), password: z.string().max(500) };

export const contract = {
  appInfo: {
    request: z.object({}),
    response: answer(z.object({ version: z.string(), trialRuntime: z.boolean(), reviewsFolder: z.string() })),
  },
  listReviews: { request: z.object({}), response: answer(z.array(ListedReview)) },
  /** Refused with `review-exists` when the folder already holds another review.json: it is written once. */
  createReview: {
    request: z.object({ reviewId: ReviewId, title: z.string().min(1).max(500), fictitious: z.boolean() }),
    response: answer(Done),
  },
  /** Takes the review out of the list; its folder moves to `backups` beside the reviews. */
  deleteReview: { request: z.object({ reviewId: ReviewId }), response: answer(Done) },
  /** Copies of reviews as they were, newest first. */
  listBackups: {
    request: z.object({}),
    response: answer(
      z.array(
        z.object({
          reviewId: ReviewId,
          /** ms since 1970 */
          at: z.number().int().min(0),
          why: z.enum(['daily', 'before-update', 'before-migration', 'before-restore', 'deleted']),
          /** Empty where the copy no longer says. */
          title: z.string(),
          /** Version of the program that opened the review last; null where it was not noted. */
          program: z.string().nullable(),
        }),
      ),
    ),
  },
  /**
   * Before a review is opened: copies it if another version of the program, of the format or of the window's database
   * opened it last. Why it was copied; null where it was not.
   */
  prepareReview: {
    request: z.object({ reviewId: ReviewId, database: z.number().int().min(1) }),
    response: answer(z.enum(['before-update', 'before-migration']).nullable()),
  },
  /** Copies a review folder unless there is a copy of today; whether one was made. */
  backUpReview: { request: z.object({ reviewId: ReviewId }), response: answer(z.boolean()) },
  /** Puts a copy in the place of a review, after making a copy of what stands there. */
  restoreBackup: {
    request: z.object({ reviewId: ReviewId, at: z.number().int().min(0) }),
    response: answer(Done),
  },
  /**
   * Answers after the lines are on disk. Lines that are there already are passed over if they are the same; `log-differs`
   * if not, `sequence-gap` if lines before them are missing, `not-an-event` if a line is no event of this sequence.
   */
  appendLines: {
    request: LogName.extend({
      /** The sequence of the first line: 1 for a new log. */
      fromSequence: z.number().int().min(1),
      lines: z.array(Line).min(1).max(200_000),
    }),
    response: answer(Done),
  },
  listLogs: {
    request: z.object({ reviewId: ReviewId }),
    response: answer(z.array(z.object({ authorId: AuthorId, deviceId: DeviceId }))),
  },
  readLog: {
    request: LogName.extend({
      /** The sequence of the first line wanted; the whole log without it. */
      from: z.number().int().min(1).optional(),
      /** At most so many lines; all without it. */
      limit: z.number().int().min(1).max(200_000).optional(),
    }),
    response: answer(
      z.object({
        lines: z.array(z.string()),
        /** Lines in the whole log, as far as it has no gap. */
        total: z.number().int(),
        /** An unfinished last line that was cut off by a crash; it was never acknowledged. */
        torn: z.string().nullable(),
        problems: z.array(LogProblem),
      }),
    ),
  },
  /**
   * The whole log as the window's database and the sound part of the journal prove it: what its files hold otherwise is
   * written anew, and kept beside it under another name.
   */
  mendLog: { request: LogName.extend({ lines: z.array(Line).max(2_000_000) }), response: answer(Done) },
  /** Makes review.json say what the review says; whether it had to be written anew. */
  mendReviewFile: {
    request: z.object({ reviewId: ReviewId, title: z.string().min(1).max(500), fictitious: z.boolean() }),
    response: answer(z.boolean()),
  },
  /** Which of the blobs a review names were put back from a backup, and which are neither here nor there. */
  checkBlobs: {
    request: z.object({
      reviewId: ReviewId,
      named: z.array(Sha256).max(200_000),
      /** Reads every blob and compares it with its name; else only looks whether it is there. */
      content: z.boolean(),
    }),
    response: answer(z.object({ restored: z.array(Sha256), lost: z.array(Sha256) })),
  },
  writeMember: {
    request: z.object({
      reviewId: ReviewId,
      authorId: AuthorId,
      member: z.record(z.string().max(80), z.json()),
    }),
    response: answer(Done),
  },
  readMembers: {
    request: z.object({ reviewId: ReviewId }),
    response: answer(
      z.array(z.object({ authorId: AuthorId, member: z.record(z.string(), z.json()).nullable() })),
    ),
  },
  putBlob: {
    request: z.object({ reviewId: ReviewId, sha256: Sha256, bytes: Bytes }),
    response: answer(Done),
  },
  /** A part of a large blob, from the beginning on and in order; the last one is kept only if the whole has the hash. */
  putBlobPart: {
    request: z.object({
      reviewId: ReviewId,
      sha256: Sha256,
      offset: z.number().int().nonnegative(),
      bytes: Bytes,
      last: z.boolean(),
    }),
    response: answer(Done),
  },
  getBlob: { request: z.object({ reviewId: ReviewId, sha256: Sha256 }), response: answer(Bytes) },
  diskSpace: {
    request: z.object({}),
    /** Bytes free where the reviews are; `low` when it is time to tell the person. Null where it cannot be known. */
    response: answer(z.object({ freeBytes: z.number().nullable(), low: z.boolean() })),
  },
  /**
   * Puts a review where its team can reach it: on a server of the CouchDB protocol, or without one in a folder the person
   * chooses; null when they change their mind.
   */
  shareReview: {
    request: z.object({
      reviewId: ReviewId,
      title: z.string().min(1).max(500),
      fictitious: z.boolean(),
      server: z.object({ url: z.url().max(2_000), ...Login }).optional(),
    }),
    response: answer(z.object({ place: z.string() }).nullable()),
  },
  /** Opens a review that somebody shared: the person chooses its folder. The review is in the list from then on. */
  lookForReview: {
    request: z.object({
      /** The address a lead sent; without it the person chooses a folder. */
      server: z.object({ address: z.string().max(2_000), ...Login }).optional(),
    }),
    response: answer(z.object({ reviewId: ReviewId, title: z.string(), fictitious: z.boolean() }).nullable()),
  },
  /** Where a review is shared, to be shown; null where it is not. */
  teamPlace: {
    request: z.object({ reviewId: ReviewId }),
    response: answer(z.object({ place: z.string() }).nullable()),
  },
  /** Stops the exchange on this machine. What was shared stays where it is. */
  leaveTeam: { request: z.object({ reviewId: ReviewId }), response: answer(Done) },
  teamListLogs: {
    request: z.object({ reviewId: ReviewId }),
    response: answer(
      z.array(z.object({ authorId: AuthorId, deviceId: DeviceId, stamp: z.string().max(2_000) })),
    ),
  },
  teamReadLog: {
    request: LogName.extend({
      from: z.number().int().min(1),
      limit: z.number().int().min(0).max(200_000),
    }),
    response: answer(z.object({ lines: z.array(z.string()), total: z.number().int() })),
  },
  teamAppend: {
    request: LogName.extend({
      fromSequence: z.number().int().min(1),
      lines: z.array(Line).min(1).max(200_000),
    }),
    response: answer(Done),
  },
  /** Fetches a blob from the team's place into the review, going on where an earlier attempt ended. */
  teamBringBlob: { request: z.object({ reviewId: ReviewId, sha256: Sha256 }), response: answer(Done) },
  /** Puts a blob of the review in the team's place; false when it was there. */
  teamSendBlob: { request: z.object({ reviewId: ReviewId, sha256: Sha256 }), response: answer(z.boolean()) },
  /** Answers when something has changed in the team's place, or after some seconds. */
  teamWait: { request: z.object({ reviewId: ReviewId }), response: answer(Done) },
  /** Keeps the key of a coder of this machine, locked with the system's keychain where there is one. */
  keepKey: {
    request: z.object({ reviewId: ReviewId, authorId: AuthorId, key: z.string().regex(/^[0-9a-f]{64}$/) }),
    response: answer(Done),
  },
  readKeys: {
    request: z.object({ reviewId: ReviewId }),
    response: answer(
      z.object({
        keys: z.array(z.object({ authorId: AuthorId, key: z.string() })),
        /** `file`: this system has no keychain, and whoever can read this account's files can read the keys. */
        protection: z.enum(['keychain', 'file']),
      }),
    ),
  },
  saveFile: {
    request: z.object({ suggestedName: z.string().min(1).max(255), bytes: Bytes }),
    /** False when the person closed the dialog. */
    response: answer(z.boolean()),
  },
  /** Shows the article in the person's browser. Only a DOI is named, so the window cannot have any other address opened. */
  openDoi: {
    request: z.object({
      doi: z
        .string()
        .max(1_000)
        .regex(/^10\.\d{4,9}\/\S+$/u),
    }),
    response: answer(Done),
  },
  /** The page of the window as it prints, on one sheet of that size in inches: a figure as PDF, its text as text. */
  pageAsPdf: {
    request: z.object({ width: z.number().min(0.5).max(200), height: z.number().min(0.5).max(200) }),
    response: answer(Bytes),
  },
  /** Looks for a report in the person's browser, at one of the places main knows. */
  lookFor: { request: PlaceToLook, response: answer(Done) },
} as const;

export type Channel = keyof typeof contract;
export type Request<C extends Channel> = z.input<(typeof contract)[C]['request']>;
export type Response<C extends Channel> = z.output<(typeof contract)[C]['response']>;

export const channels: readonly Channel[] = Object.keys(contract).filter(
  (name): name is Channel => name in contract,
);
