import { gcm } from '@noble/ciphers/aes.js';
import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import {
  base64ToBytes,
  bytesToBase64,
  canonicalJson,
  err,
  ok,
  Sha256,
  type EventId,
  type Json,
  type Result,
} from '../kernel';
import type { SealKey } from './keys';

/** A sealed text: what anybody may see of it. */
export type Sealed = {
  /** AES-256-GCM of the padded text, base64; the tag is its last 16 bytes. */
  readonly cipher: string;
  /** SHA-256 over a key of this event and the padded text: nobody can find another key that opens it to something else. */
  readonly commitment: Sha256;
};

export type OpenError = 'not-sealed-so' | 'wrong-key' | 'commitment-broken';

/** Shorter texts are padded to this many bytes, so that a length does not tell an inclusion from an exclusion. */
const leastBytes = 384;
const steps = 65_536;

/**
 * Seals a JSON value under an item's key. The same value, key and event always give the same text, so that a log can be
 * sealed again and be the same log.
 *
 * Every event has an encryption key, a nonce and a commitment key of its own (HKDF over its id): a key is never used with
 * two nonces or two texts. AES-GCM alone does not bind a key (Dodis et al. 2018, "invisible salamanders"), hence the
 * commitment.
 *
 * @param label what stays readable beside it; bound to it, so that it cannot be moved to another event or item.
 */
export function seal(value: Json, itemKey: SealKey, eventId: EventId, label: Json): Sealed {
  const { encryption, nonce, commitment } = eventKeys(itemKey, eventId);
  const text = padded(canonicalJson(value));
  const cipher = gcm(encryption, nonce, utf8ToBytes(canonicalJson(label))).encrypt(text);
  return { cipher: bytesToBase64(cipher), commitment: commit(commitment, text) };
}

/** What was sealed, if this is the key, this the event and this the label it was sealed with. */
export function open(
  sealed: Sealed,
  itemKey: SealKey,
  eventId: EventId,
  label: Json,
): Result<unknown, OpenError> {
  const bytes = base64ToBytes(sealed.cipher);
  if (bytes === null || bytes.length < 16) return err('not-sealed-so');
  const { encryption, nonce, commitment } = eventKeys(itemKey, eventId);
  let text: Uint8Array;
  try {
    text = gcm(encryption, nonce, utf8ToBytes(canonicalJson(label))).decrypt(bytes);
  } catch {
    return err('wrong-key');
  }
  if (commit(commitment, text) !== sealed.commitment) return err('commitment-broken');
  try {
    return ok(JSON.parse(new TextDecoder().decode(text)));
  } catch {
    return err('not-sealed-so');
  }
}

function eventKeys(itemKey: SealKey, eventId: EventId) {
  const bytes = hkdf(sha256, hexToBytes(itemKey), undefined, utf8ToBytes(`concord/1/event/${eventId}`), 76);
  return {
    encryption: bytes.slice(0, 32),
    nonce: bytes.slice(32, 44),
    commitment: bytes.slice(44, 76),
  };
}

const commit = (key: Uint8Array, text: Uint8Array): Sha256 =>
  bytesToHex(sha256(concatBytes(key, text))) as Sha256;

/** With spaces at the end, which JSON does not mind: to a power of two times the least, and in steps when it is long. */
function padded(text: string): Uint8Array {
  const bytes = utf8ToBytes(text);
  let length = leastBytes;
  while (length < bytes.length && length < steps) length *= 2;
  if (length < bytes.length) length = Math.ceil(bytes.length / steps) * steps;
  const whole = new Uint8Array(length).fill(0x20);
  whole.set(bytes);
  return whole;
}
