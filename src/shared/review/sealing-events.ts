import { z } from '../kernel/schema';
import { AuthorId, EventId, Sha256 } from '../kernel';
import { Entrusted, EscrowKey, SealedStage, SealKey } from '../sealing';
import { Role } from './member-events';

/**
 * A judgement of a blind stage as it leaves its author's machine. What anybody may know stands beside the seal: who worked
 * on what, and whether the work is committed (a vote; a finished assessment or extraction). It stands in the place of the
 * event that was sealed, under the same event id.
 */
export const JudgementSealed = z.object({
  kind: z.literal('judgementSealed'),
  version: z.literal(1),
  stage: SealedStage,
  /** What is judged: `vote/<record>`, `assessment/<target>`, `extraction/<study>`. */
  item: z.string().min(1).max(300),
  /** The kind of the event that was sealed. */
  of: z.string().min(1).max(80),
  complete: z.boolean(),
  cipher: z.string().max(8_000_000),
  commitment: Sha256,
});
export type JudgementSealed = z.infer<typeof JudgementSealed>;

/**
 * An author gives out the keys of items on which all coders have committed. `seen` names the judgements that stood then:
 * whoever judges anew after that has seen the others, and everybody can tell.
 */
export const KeysReleased = z.object({
  kind: z.literal('keysReleased'),
  version: z.literal(1),
  stage: SealedStage,
  keys: z
    .array(z.object({ item: z.string().min(1).max(300), key: SealKey, seen: z.array(EventId).max(50) }))
    .min(1)
    .max(5_000),
});
export type KeysReleased = z.infer<typeof KeysReleased>;

/** An author gives out the key of a whole stage, after the lead has unblinded it. */
export const StageKeyReleased = z.object({
  kind: z.literal('stageKeyReleased'),
  version: z.literal(1),
  stage: SealedStage,
  key: SealKey,
});
export type StageKeyReleased = z.infer<typeof StageKeyReleased>;

/** The lead ends the blindness of a stage, for everybody and for good. */
export const StageUnblinded = z.object({
  kind: z.literal('stageUnblinded'),
  version: z.literal(1),
  stage: SealedStage,
  reason: z.string().max(2_000),
});
export type StageUnblinded = z.infer<typeof StageUnblinded>;

/** A lead gives the key that others lock theirs with, where the protocol lets the lead hold an escrow. */
export const EscrowKeyGiven = z.object({
  kind: z.literal('escrowKeyGiven'),
  version: z.literal(1),
  publicKey: EscrowKey,
});
export type EscrowKeyGiven = z.infer<typeof EscrowKeyGiven>;

/** An author entrusts the keys of their stages to a lead; only that lead's machine can take them out. */
export const KeysEntrusted = z.object({
  kind: z.literal('keysEntrusted'),
  version: z.literal(1),
  to: AuthorId,
  /** The lead's key they are locked with. */
  publicKey: EscrowKey,
  keys: z
    .array(Entrusted.extend({ stage: SealedStage }))
    .min(1)
    .max(20),
});
export type KeysEntrusted = z.infer<typeof KeysEntrusted>;

/**
 * The lead takes a coder's key of a stage out of the escrow and gives it to everybody, with the reason. It counts only from
 * a lead and while the protocol has an escrow; the key opens nothing before that.
 */
export const EscrowUsed = z.object({
  kind: z.literal('escrowUsed'),
  version: z.literal(1),
  coder: AuthorId,
  stage: SealedStage,
  reason: z.string().min(1).max(2_000),
  key: SealKey,
});
export type EscrowUsed = z.infer<typeof EscrowUsed>;

/** The lead says what somebody does in this review; from then on it counts before what they say of themselves. */
export const RoleGiven = z.object({
  kind: z.literal('roleGiven'),
  version: z.literal(1),
  coder: AuthorId,
  role: Role,
});
export type RoleGiven = z.infer<typeof RoleGiven>;
