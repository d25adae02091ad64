import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { nodeDisk, type DiskPort } from './disk-port';

/**
 * Writes a file so that after a crash either the old or the new content is there, never half of it. `draft` names the
 * file it is written to first; a fixed name leaves at most one draft behind and suits files with one writer.
 */
export async function replaceDurably(
  disk: DiskPort,
  file: string,
  content: Uint8Array | string,
  draft = `${file}.draft`,
): Promise<void> {
  try {
    await writeAndSync(disk, draft, 'replace', content);
    await disk.rename(draft, file);
  } catch (cause) {
    await disk.remove(draft).catch(() => undefined);
    throw cause;
  }
  await disk.syncFolder(path.dirname(file));
}

/** Adds to the end of a file and returns after it is on the medium. */
export async function appendDurably(disk: DiskPort, file: string, content: string): Promise<void> {
  await writeAndSync(disk, file, 'append', content);
}

/** Writes a file at a place a person chose. */
export const writeAtomically = (file: string, content: Uint8Array): Promise<void> =>
  replaceDurably(nodeDisk, file, content, `${file}.${randomBytes(6).toString('hex')}.tmp`);

async function writeAndSync(
  disk: DiskPort,
  file: string,
  mode: 'append' | 'replace',
  content: Uint8Array | string,
): Promise<void> {
  const open = await disk.open(file, mode);
  try {
    await open.write(content);
    await open.sync();
  } finally {
    await open.close();
  }
}
