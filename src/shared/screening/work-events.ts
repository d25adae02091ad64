import { z } from '../kernel/schema';
import { AuthorId, EventId, RecordId } from '../kernel';

/** How records are shared out at titles and abstracts. The last allocation counts; one without people opens all to all. */
export const WorkAllocated = z.object({
  kind: z.literal('workAllocated'),
  version: z.literal(1),
  /** The same seed gives the same allocation on every machine. */
  seed: z.number().int().min(0).max(999_999),
  people: z
    .array(
      z.object({
        coder: AuthorId,
        /** Weight beside the others: 2 gets twice as many records as 1. */
        share: z.number().min(0).max(1_000),
        /** At most so many records; null for no limit. */
        most: z.number().int().min(0).nullable(),
        senior: z.boolean(),
      }),
    )
    .max(100),
  /** Every record gets at least one senior, if there is one. */
  oneSenior: z.boolean(),
});
export type WorkAllocated = z.infer<typeof WorkAllocated>;

/** A random sample that the named coders all screen before anything else. */
export const PilotDrawn = z.object({
  kind: z.literal('pilotDrawn'),
  version: z.literal(1),
  seed: z.number().int().min(0).max(999_999),
  recordIds: z.array(RecordId).min(1).max(2_000),
  coders: z.array(AuthorId).min(2).max(100),
});
export type PilotDrawn = z.infer<typeof PilotDrawn>;

/** The pilot is over: criteria stand as the protocol has them, and everybody goes on to the rest. */
export const PilotClosed = z.object({
  kind: z.literal('pilotClosed'),
  version: z.literal(1),
  pilot: EventId,
  /** Number of the protocol version whose criteria are frozen. */
  protocolVersion: z.number().int().min(1),
  /** Whether the gate of the protocol was met; null where it has none. */
  gateMet: z.boolean().nullable(),
  /** Why it was closed although the gate was not met, or what was agreed. */
  reason: z.string().max(5_000),
});
export type PilotClosed = z.infer<typeof PilotClosed>;
