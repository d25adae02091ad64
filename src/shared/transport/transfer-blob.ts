import { err, hashBytes, ok, type Sha256 } from '../kernel';
import type { LedgerTransport, TransportAnswer } from './port';

/** A part of a blob on its way: large enough for few calls, small enough that a broken line costs little. */
export const blobPartBytes = 1_000_000;

/** Brings a blob to the transport, going on where an earlier attempt was cut off. Answers whether anything was sent. */
export async function sendBlob(
  transport: LedgerTransport,
  sha256: Sha256,
  bytes: Uint8Array<ArrayBuffer>,
  partBytes = blobPartBytes,
): TransportAnswer<boolean> {
  const there = await transport.blobState(sha256);
  if (!there.ok) return there;
  if (there.value.complete) return ok(false);
  // What is there and longer than the blob cannot be part of it: the last part below makes the transport throw it away.
  let offset = Math.min(there.value.bytes, bytes.length);
  for (;;) {
    const end = Math.min(bytes.length, offset + partBytes);
    const part = { offset, bytes: bytes.slice(offset, end), last: end === bytes.length };
    const written = await transport.writeBlob(sha256, part);
    if (!written.ok) return written;
    if (written.value.complete) return ok(true);
    if (written.value.bytes <= offset) return err({ code: 'blob-stalled', detail: sha256 });
    offset = written.value.bytes;
  }
}

/** Where a blob that arrives is collected, so that a cut line does not start it anew. */
export type BlobBasket = {
  /** Bytes collected so far. */
  readonly collected: () => Promise<Uint8Array<ArrayBuffer>>;
  readonly keep: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
};

/** Fetches a blob in parts; what comes out has the hash it was asked by, or it is an error. */
export async function fetchBlob(
  transport: LedgerTransport,
  sha256: Sha256,
  basket: BlobBasket,
  partBytes = blobPartBytes,
): TransportAnswer<Uint8Array<ArrayBuffer>> {
  const there = await transport.blobState(sha256);
  if (!there.ok) return there;
  if (!there.value.complete) return err({ code: 'blob-missing', detail: sha256 });
  const total = there.value.bytes;
  let bytes = await basket.collected();
  while (bytes.length < total) {
    const part = await transport.readBlob(sha256, bytes.length, partBytes);
    if (!part.ok) return part;
    if (part.value.length === 0) return err({ code: 'blob-damaged', detail: sha256 });
    const joined = new Uint8Array(bytes.length + part.value.length);
    joined.set(bytes);
    joined.set(part.value, bytes.length);
    bytes = joined;
    await basket.keep(bytes);
  }
  if (hashBytes(bytes) === sha256) return ok(bytes);
  await basket.keep(new Uint8Array());
  return err({ code: 'blob-damaged', detail: sha256 });
}
