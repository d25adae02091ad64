import type { AuthorId, DeviceId, Result, ReviewId, Sha256 } from '../kernel';

/** One author's log on one device. */
export type TransportLog = { readonly authorId: AuthorId; readonly deviceId: DeviceId };

/** `stamp` is another text whenever the log may have changed; what it looks like is the transport's business. */
export type StampedLog = TransportLog & { readonly stamp: string };

/**
 * Why a transport could not do something. The codes of the journal (`folder-missing`, `permission-denied`, `read-only`,
 * `disk-full`, `log-differs`, `sequence-gap`, …), and for servers `unreachable`, `not-allowed`, `not-a-server`.
 */
export type TransportError = { readonly code: string; readonly detail?: string };

export type TransportAnswer<T> = Promise<Result<T, TransportError>>;

/** What a review says about itself where a team keeps it; written once, by whoever shares it. */
export type SharedReview = {
  readonly reviewId: ReviewId;
  readonly title: string;
  readonly fictitious: boolean;
};

/** Part of a log; `total` counts the lines it has without a gap. */
export type LogPart = { readonly lines: readonly string[]; readonly total: number };

/**
 * The place where the machines of a team leave their logs for one another: a folder, a server, memory in tests. Every log
 * has one writer, lines are only ever added, and whoever asks twice gets the same or more. A transport knows lines and
 * bytes, not events: what they mean, whether a chain holds and what is sealed is for those who use it.
 *
 * `test/support/transport-contract.ts` is the suite that every implementation passes.
 */
export type LedgerTransport = {
  /** Null where there is no review yet. */
  readonly describe: () => TransportAnswer<SharedReview | null>;
  /** Makes the place ready for a review; the same review again changes nothing, another is `review-exists`. */
  readonly found: (review: SharedReview) => TransportAnswer<null>;
  /** Every log there is. Logs whose stamp is the same as before need not be read again. */
  readonly listLogs: () => TransportAnswer<readonly StampedLog[]>;
  /** At most `limit` lines from sequence `from` (1-based) on; of a log that is not there, none of 0. */
  readonly readLog: (log: TransportLog, from: number, limit: number) => TransportAnswer<LogPart>;
  /**
   * Adds lines to a log of this machine. Lines that are there already are passed over when they are the same;
   * `log-differs` when not, `sequence-gap` when lines before `fromSequence` are missing.
   */
  readonly append: (
    log: TransportLog,
    fromSequence: number,
    lines: readonly string[],
  ) => TransportAnswer<null>;
  /** How much of a blob has arrived: `bytes` of it, and whether that is all. */
  readonly blobState: (sha256: Sha256) => TransportAnswer<BlobState>;
  /** At most `length` bytes of a whole blob from `offset` on; `blob-missing` when it has not (wholly) arrived. */
  readonly readBlob: (
    sha256: Sha256,
    offset: number,
    length: number,
  ) => TransportAnswer<Uint8Array<ArrayBuffer>>;
  /**
   * Adds a part. It must begin where the parts before end, `wrong-offset` otherwise; with the last part the hash is checked,
   * and on `hash-differs` everything of it is thrown away. Answers what has arrived then.
   */
  readonly writeBlob: (
    sha256: Sha256,
    part: { readonly offset: number; readonly bytes: Uint8Array<ArrayBuffer>; readonly last: boolean },
  ) => TransportAnswer<BlobState>;
};

export type BlobState = { readonly bytes: number; readonly complete: boolean };

export const nothingOfBlob: BlobState = { bytes: 0, complete: false };
