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

/** Whether a blob is there and, if its content is looked at, is what its name says. A damaged one is set aside. */
export async function isBlobSound(
  disk: DiskPort,
  reviewFolder: string,
  sha256: Sha256,
  content: boolean,
): Promise<boolean> {
  const file = fileOf(reviewFolder, sha256);
  if ((await disk.size(file)) === null) return false;
  if (!content || hashOf(await disk.read(file)) === sha256) return true;
  await disk.rename(file, `${file}.damaged`);
  return false;
}

/** Puts a blob back from the first of these folders that has it sound; false when none has. */
export async function bringBlobBack(
  disk: DiskPort,
  reviewFolder: string,
  sha256: Sha256,
  from: readonly string[],
): Promise<boolean> {
  for (const folder of from) {
    const bytes = await readBlob(disk, folder, sha256).catch(() => null);
    if (bytes === null) continue;
    await writeBlob(disk, reviewFolder, sha256, bytes);
    return true;
  }
  return false;
}

/** How much of a blob is there; parts of one that is on its way count, and are told from a whole one. */
export async function blobState(
  disk: DiskPort,
  reviewFolder: string,
  sha256: Sha256,
): Promise<{ bytes: number; complete: boolean }> {
  const whole = await disk.size(fileOf(reviewFolder, sha256));
  if (whole !== null) return { bytes: whole, complete: true };
  return { bytes: (await disk.size(partOf(reviewFolder, sha256))) ?? 0, complete: false };
}

/** @throws {Refused} `blob-missing`. Whoever puts the parts together checks the hash. */
export async function readBlobPart(
  disk: DiskPort,
  reviewFolder: string,
  sha256: Sha256,
  offset: number,
  length: number,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await disk.readPart(fileOf(reviewFolder, sha256), offset, length);
  } catch (cause) {
    if (isAbsent(cause)) throw new Refused({ code: 'blob-missing', detail: sha256 });
    throw cause;
  }
}

/**
 * Adds a part of a blob that arrives in pieces, in a file beside its place; the last part moves it there if the hash is right.
 *
 * @throws {Refused} `wrong-offset` when the part does not continue what is there, `hash-differs` after which nothing is there.
 */
export async function addBlobPart(
  disk: DiskPort,
  reviewFolder: string,
  sha256: Sha256,
  { offset, bytes, last }: { offset: number; bytes: Uint8Array<ArrayBuffer>; last: boolean },
): Promise<{ bytes: number; complete: boolean }> {
  const there = await blobState(disk, reviewFolder, sha256);
  if (there.complete) return there;
  if (offset !== there.bytes) throw new Refused({ code: 'wrong-offset', detail: String(there.bytes) });
  const part = partOf(reviewFolder, sha256);
  await disk.makeFolder(path.dirname(part));
  await appendBytes(disk, part, bytes);
  if (!last) return { bytes: offset + bytes.length, complete: false };
  if (hashOf(await disk.read(part)) !== sha256) {
    await disk.remove(part);
    throw new Refused({ code: 'hash-differs', detail: sha256 });
  }
  await disk.rename(part, fileOf(reviewFolder, sha256));
  await disk.syncFolder(path.dirname(part));
  return { bytes: offset + bytes.length, complete: true };
}

/** Makes room for a blob that will arrive in parts: what an earlier attempt left is dropped, a damaged one set aside. */
export async function beginBlob(disk: DiskPort, reviewFolder: string, sha256: Sha256): Promise<void> {
  await isBlobSound(disk, reviewFolder, sha256, true);
  const part = partOf(reviewFolder, sha256);
  if ((await disk.size(part)) !== null) await disk.remove(part);
}

async function appendBytes(disk: DiskPort, file: string, bytes: Uint8Array): Promise<void> {
  const open = await disk.open(file, 'append');
  try {
    await open.write(bytes);
    await open.sync();
  } finally {
    await open.close();
  }
}

const partOf = (reviewFolder: string, sha256: Sha256): string => `${fileOf(reviewFolder, sha256)}.part`;

const fileOf = (reviewFolder: string, sha256: Sha256): string =>
  path.join(reviewFolder, 'blobs', sha256.slice(0, 2), sha256);

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
