import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from '../kernel/schema';
import type { AuthorId, ReviewId } from '../kernel';

/** A key of 256 bits as 64 hex digits: how keys stand in events, in the keychain and on a recovery sheet. */
export const SealKey = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'SealKey'>();
export type SealKey = z.infer<typeof SealKey>;

/** A stage of a review whose judgements are made blind. */
export const SealedStage = z.enum(['title-abstract', 'full-text', 'risk-of-bias', 'extraction']);
export type SealedStage = z.infer<typeof SealedStage>;

/**
 * Keys form a tree (HKDF with SHA-256, RFC 5869): one secret of an author in a review, from it a key for each stage, from
 * that a key for each item. Whoever is given a key can make those below it and no other: an item's key opens that item, a
 * stage's key that stage.
 */
export const stageKeyOf = (
  root: SealKey,
  at: { readonly reviewId: ReviewId; readonly authorId: AuthorId; readonly stage: SealedStage },
): SealKey => keyBelow(root, `concord/1/stage/${at.reviewId}/${at.authorId}/${at.stage}`);

/** @param item what is judged: `vote/<record>`, `assessment/<study>`, … */
export const itemKeyOf = (stageKey: SealKey, item: string): SealKey =>
  keyBelow(stageKey, `concord/1/item/${item}`);

/** A root key from 32 random bytes; where they come from is the caller's business. */
export const rootKeyOf = (random: Uint8Array): SealKey => {
  if (random.length !== 32) throw new Error('a root key is made of 32 bytes');
  return SealKey.parse(bytesToHex(random));
};

/** A key that follows from another and a name for what it is for; nobody finds the way back. */
export const keyBelow = (key: SealKey, info: string): SealKey =>
  bytesToHex(hkdf(sha256, hexToBytes(key), undefined, utf8ToBytes(info), 32)) as SealKey;
