import { err, ok, type Sha256 } from '../kernel';
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

/** Where blobs are kept: a transport, or a machine's own review folder. */
export type BlobPlace = Pick<LedgerTransport, 'blobState' | 'readBlob' | 'writeBlob'>;

/**
 * Copies a blob from one place to another in parts, going on where an earlier attempt was cut off; the last part is
 * accepted only with the right hash. Answers whether anything was copied.
 */
export async function copyBlob(
  from: BlobPlace,
  to: BlobPlace,
  sha256: Sha256,
  partBytes = blobPartBytes,
): TransportAnswer<boolean> {
  const here = await to.blobState(sha256);
  if (!here.ok) return here;
  if (here.value.complete) return ok(false);
  const there = await from.blobState(sha256);
  if (!there.ok) return there;
  if (!there.value.complete) return err({ code: 'blob-missing', detail: sha256 });
  const total = there.value.bytes;
  let offset = Math.min(here.value.bytes, total);
  for (;;) {
    const part = await from.readBlob(sha256, offset, partBytes);
    if (!part.ok) return part;
    if (part.value.length === 0 && offset < total) return err({ code: 'blob-damaged', detail: sha256 });
    const last = offset + part.value.length >= total;
    const written = await to.writeBlob(sha256, { offset, bytes: part.value, last });
    if (!written.ok) return written;
    if (written.value.complete) return ok(true);
    offset = written.value.bytes;
  }
}
