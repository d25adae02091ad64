import { z } from 'zod';
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

export const ListedReview = z.object({ reviewId: ReviewId, title: z.string(), fictitious: z.boolean() });

export const contract = {
  appInfo: {
    request: z.object({}),
    response: answer(z.object({ version: z.string(), trialRuntime: z.boolean(), reviewsFolder: z.string() })),
  },
  listReviews: { request: z.object({}), response: answer(z.array(ListedReview)) },
  createReview: {
    request: z.object({ reviewId: ReviewId, title: z.string().min(1).max(500), fictitious: z.boolean() }),
    response: answer(Done),
  },
  deleteReview: { request: z.object({ reviewId: ReviewId }), response: answer(Done) },
  appendLines: {
    request: LogName.extend({
      /** The sequence of the first line: 1 for a new log. */
      fromSequence: z.number().int().min(1),
      lines: z.array(Line).min(1).max(20_000),
    }),
    response: answer(Done),
  },
  listLogs: {
    request: z.object({ reviewId: ReviewId }),
    response: answer(z.array(z.object({ authorId: AuthorId, deviceId: DeviceId }))),
  },
  readLog: {
    request: LogName,
    response: answer(
      z.object({
        lines: z.array(z.string()),
        /** An unfinished last line that was cut off by a crash; it was never acknowledged. */
        torn: z.string().nullable(),
      }),
    ),
  },
  putBlob: {
    request: z.object({ reviewId: ReviewId, sha256: Sha256, bytes: Bytes }),
    response: answer(Done),
  },
  getBlob: { request: z.object({ reviewId: ReviewId, sha256: Sha256 }), response: answer(Bytes) },
  saveFile: {
    request: z.object({ suggestedName: z.string().min(1).max(255), bytes: Bytes }),
    /** False when the person closed the dialog. */
    response: answer(z.boolean()),
  },
} as const;

export type Channel = keyof typeof contract;
export type Request<C extends Channel> = z.input<(typeof contract)[C]['request']>;
export type Response<C extends Channel> = z.output<(typeof contract)[C]['response']>;

export const channels: readonly Channel[] = Object.keys(contract).filter(
  (name): name is Channel => name in contract,
);
