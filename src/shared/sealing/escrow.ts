import { gcm } from '@noble/ciphers/aes.js';
import { x25519 } from '@noble/curves/ed25519.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { z } from '../kernel/schema';
import {
  base64ToBytes,
  bytesToBase64,
  canonicalJson,
  type AuthorId,
  type Json,
  type ReviewId,
} from '../kernel';
import { keyBelow, SealKey } from './keys';

/** The public half of a pair, 32 bytes as hex digits: with it a key can be entrusted, and nothing opened. */
export const EscrowKey = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'EscrowKey'>();
export type EscrowKey = z.infer<typeof EscrowKey>;

/** A key under a lock that only the holder of the escrow opens. */
export const Entrusted = z.object({
  /** Public half of a pair made for this one lock. */
  ephemeral: EscrowKey,
  /** AES-256-GCM of the key, base64. */
  cipher: z.string().max(200),
});
export type Entrusted = z.infer<typeof Entrusted>;

type Holder = { readonly reviewId: ReviewId; readonly authorId: AuthorId };

/** The escrow key of somebody in a review (X25519, RFC 7748). It follows from their root key, so a recovery sheet has it too. */
export const escrowKeyOf = (root: SealKey, holder: Holder): EscrowKey =>
  bytesToHex(x25519.getPublicKey(hexToBytes(secretOf(root, holder)))) as EscrowKey;

const secretOf = (root: SealKey, { reviewId, authorId }: Holder): SealKey =>
  keyBelow(root, `concord/1/escrow/${reviewId}/${authorId}`);

/**
 * Locks a key for the holder of an escrow: Diffie-Hellman with a pair of this lock's own, HKDF with SHA-256, AES-256-GCM. The
 * pair follows from the author's root key and the label, so that the same key entrusted again is the same text.
 *
 * @param label what stays readable beside it, and is bound to it
 * @returns null where the holder's key is none of the curve's useful points
 */
export function entrust(key: SealKey, to: EscrowKey, root: SealKey, label: Json): Entrusted | null {
  const secret = hexToBytes(keyBelow(root, `concord/1/entrust/${to}/${canonicalJson(label)}`));
  const ephemeral = bytesToHex(x25519.getPublicKey(secret)) as EscrowKey;
  const lock = lockOf(secret, to, ephemeral, to);
  if (lock === null) return null;
  const cipher = gcm(lock.key, lock.nonce, utf8ToBytes(canonicalJson(label))).encrypt(hexToBytes(key));
  return { ephemeral, cipher: bytesToBase64(cipher) };
}

/** The key that was entrusted to this holder under this label; null if it was not, or was changed since. */
export function openEntrusted(
  { ephemeral, cipher }: Entrusted,
  root: SealKey,
  holder: Holder,
  label: Json,
): SealKey | null {
  const bytes = base64ToBytes(cipher);
  const secret = secretOf(root, holder);
  const lock = lockOf(hexToBytes(secret), ephemeral, ephemeral, escrowKeyOf(root, holder));
  if (bytes === null || lock === null) return null;
  try {
    const key = gcm(lock.key, lock.nonce, utf8ToBytes(canonicalJson(label))).decrypt(bytes);
    const parsed = SealKey.safeParse(bytesToHex(key));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** Key and nonce both ends arrive at; a pair is used for one lock, so the nonce is used once. */
function lockOf(
  secret: Uint8Array,
  other: EscrowKey,
  ephemeral: EscrowKey,
  holder: EscrowKey,
): { readonly key: Uint8Array; readonly nonce: Uint8Array } | null {
  let shared: Uint8Array;
  try {
    shared = x25519.getSharedSecret(secret, hexToBytes(other));
  } catch {
    return null;
  }
  const bytes = hkdf(
    sha256,
    shared,
    undefined,
    utf8ToBytes(`concord/1/entrusted/${ephemeral}/${holder}`),
    44,
  );
  return { key: bytes.slice(0, 32), nonce: bytes.slice(32) };
}
