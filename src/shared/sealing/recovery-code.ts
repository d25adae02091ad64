import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from '../kernel/schema';
import { AuthorId, err, ok, ReviewId, type Result } from '../kernel';
import { SealKey } from './keys';

/** All a coder needs to be themselves again on another machine. */
export type Recovery = {
  readonly reviewId: ReviewId;
  readonly authorId: AuthorId;
  readonly rootKey: SealKey;
};

/**
 * What a recovery sheet says, for people to keep and to type: review, coder, and the key in groups of four with four digits
 * at the end that tell a slip of the pen.
 */
export function recoveryCode({ reviewId, authorId, rootKey }: Recovery): string {
  const groups = rootKey.match(/.{4}/gu) ?? [];
  return `concord:${reviewId}:${authorId}:${groups.join('-')}-${checkOf(reviewId, authorId, rootKey)}`;
}

const Code = z.tuple([z.literal('concord'), ReviewId, AuthorId, z.string()]);

/** Reads a code however it was copied: spaces, line breaks, capitals. `mistyped` when its check does not fit. */
export function readRecoveryCode(text: string): Result<Recovery, 'no-code' | 'mistyped'> {
  const found = /concord:[^:\s]+:[^:\s]+:[\s0-9A-Fa-f-]+/u.exec(text)?.[0];
  const parts = Code.safeParse(found?.split(':').map((part) => part.trim()));
  if (!parts.success) return err('no-code');
  const [, reviewId, authorId, digits] = parts.data;
  const hex = digits.replace(/[^0-9A-Fa-f]/gu, '').toLowerCase();
  const rootKey = SealKey.safeParse(hex.slice(0, 64));
  if (!rootKey.success || hex.slice(64, 68) !== checkOf(reviewId, authorId, rootKey.data))
    return err('mistyped');
  return ok({ reviewId, authorId, rootKey: rootKey.data });
}

const checkOf = (reviewId: ReviewId, authorId: AuthorId, rootKey: SealKey): string =>
  bytesToHex(
    sha256(
      new Uint8Array([...utf8ToBytes(`concord/1/check/${reviewId}/${authorId}/`), ...hexToBytes(rootKey)]),
    ),
  ).slice(0, 4);
