import { z } from '../kernel/schema';
import { EventId } from '../kernel';

export const Role = z.enum(['lead', 'coder', 'adjudicator', 'observer']);
export type Role = z.infer<typeof Role>;

/** The first event of a review. */
export const ReviewCreated = z.object({
  kind: z.literal('reviewCreated'),
  version: z.literal(1),
  title: z.string().min(1).max(500),
  templateId: z.string().max(80),
  /** Invented data that shows how the program works; said on every screen. */
  fictitious: z.boolean(),
});
export type ReviewCreated = z.infer<typeof ReviewCreated>;

/** A coder's own word on who they are; the last one counts. Stands in the coder's own log. */
export const CoderJoined = z.object({
  kind: z.literal('coderJoined'),
  version: z.literal(1),
  name: z.string().min(1).max(200),
  role: Role,
});
export type CoderJoined = z.infer<typeof CoderJoined>;

/**
 * Takes an earlier event back. Judgements can be withdrawn by their author alone; facts of the team (a batch, a run of
 * duplicate rules, a study) by anybody who may work on the review.
 */
export const JudgementWithdrawn = z.object({
  kind: z.literal('judgementWithdrawn'),
  version: z.literal(1),
  target: EventId,
});
export type JudgementWithdrawn = z.infer<typeof JudgementWithdrawn>;

/** The sheet that went to the pooling module, frozen: what exactly was analysed, and from which protocol. */
export const PoolingSheetFrozen = z.object({
  kind: z.literal('poolingSheetFrozen'),
  version: z.literal(1),
  sheetVersion: z.number().int().min(1),
  sha256: z.string().length(64),
  rows: z.number().int().min(0),
  trials: z.number().int().min(0),
  protocolVersion: z.number().int().min(0),
  note: z.string().max(2_000),
  /** The newest event the sheet rests on; absent, as what follows, in versions from before these were noted. */
  dataVersion: z.string().max(80).optional(),
  /** Alarms nobody had answered. */
  outstanding: z.number().int().min(0).optional(),
  /** Results read differently. */
  corrections: z.number().int().min(0).optional(),
  /** The blob that holds the sheet as it went out. */
  snapshot: z.string().length(64).optional(),
});
export type PoolingSheetFrozen = z.infer<typeof PoolingSheetFrozen>;
