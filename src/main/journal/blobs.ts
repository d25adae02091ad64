import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Sha256 } from '../../shared/kernel';
import { isAbsent, type DiskPort } from './disk-port';
import { replaceDurably } from './durable-files';
import { Refused } from './failures';

/** Keeps bytes under their hash: `blobs/ab/<sha256>`. Bytes that are there and sound are not written again. */
export async function writeBlob(
  disk: DiskPort,
  reviewFolder: string,
  sha256: Sha256,
  bytes: Uint8Array,
): Promise<void> {
  if (hashOf(bytes) !== sha256) throw new Refused({ code: 'hash-differs', detail: sha256 });
  const file = fileOf(reviewFolder, sha256);
  if ((await disk.size(file)) === bytes.length && hashOf(await disk.read(file)) === sha256) return;
  await disk.makeFolder(path.dirname(file));
  await replaceDurably(disk, file, bytes);
  await disk.syncFolder(path.dirname(path.dirname(file)));
  await disk.syncFolder(reviewFolder);
}

/** @throws {Refused} `blob-missing`, or `blob-damaged` when the content no longer has the hash in its name. */
export async function readBlob(
  disk: DiskPort,
  reviewFolder: string,
  sha256: Sha256,
): Promise<Uint8Array<ArrayBuffer>> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await disk.read(fileOf(reviewFolder, sha256));
  } catch (cause) {
    if (isAbsent(cause)) throw new Refused({ code: 'blob-missing', detail: sha256 });
    throw cause;
  }
  if (hashOf(bytes) !== sha256) throw new Refused({ code: 'blob-damaged', detail: sha256 });
  return bytes;
}

const fileOf = (reviewFolder: string, sha256: Sha256): string =>
  path.join(reviewFolder, 'blobs', sha256.slice(0, 2), sha256);

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
