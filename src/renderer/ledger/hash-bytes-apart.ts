import { Sha256 } from '@shared/kernel';

/**
 * SHA-256 of bytes, worked out beside the window's thread: a file of 100 MB would hold the window for seconds. The same
 * digest as `hashBytes` of the kernel, which is for small things and for where there is no waiting.
 */
export async function hashBytesApart(bytes: Uint8Array): Promise<Sha256> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes.slice()));
  return Sha256.parse(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
}
