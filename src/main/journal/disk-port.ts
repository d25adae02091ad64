import { copyFile, link, mkdir, open, readdir, readFile, rename, rm, stat, statfs } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** A file open for writing. */
export type OpenFile = {
  readonly write: (content: Uint8Array | string) => Promise<void>;
  /** Returns when content and size are on the medium. */
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * The few things the journal asks of a file system. Tests put a disk behind it that is full, or that stops half-way, as
 * a crash does. Every function rejects with the error of the system (`code` such as ENOSPC).
 */
export type DiskPort = {
  /** `append` keeps what is there, `replace` starts empty, `new` refuses if the file exists. */
  readonly open: (file: string, mode: 'append' | 'replace' | 'new') => Promise<OpenFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Cuts a file off after `bytes` and returns when that is on the medium. */
  readonly shorten: (file: string, bytes: number) => Promise<void>;
  /** Removes a file; it need not exist. */
  readonly remove: (file: string) => Promise<void>;
  /** Removes a folder with everything in it; it need not exist. */
  readonly removeFolder: (folder: string) => Promise<void>;
  /** Another name for a file, or a copy where the disk knows no second names. */
  readonly linkOrCopy: (from: string, to: string) => Promise<void>;
  readonly isFolder: (place: string) => Promise<boolean>;
  /** Makes a folder and those above it; it may exist. */
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Makes renames and new files in a folder survive a power cut. */
  readonly syncFolder: (folder: string) => Promise<void>;
  readonly list: (folder: string) => Promise<string[]>;
  readonly read: (file: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** At most `length` bytes from `offset` on. */
  readonly readPart: (file: string, offset: number, length: number) => Promise<Uint8Array<ArrayBuffer>>;
  /** Bytes of a file or folder entry; null when there is none. */
  readonly size: (file: string) => Promise<number | null>;
  readonly freeBytes: (folder: string) => Promise<number>;
};

const flags = { append: 'a', replace: 'w', new: 'wx' } as const;

export const nodeDisk: DiskPort = {
  async open(file, mode) {
    const handle = await open(file, flags[mode]);
    return {
      write: (content) => handle.writeFile(content),
      sync: () => handle.datasync(),
      close: () => handle.close(),
    };
  },
  rename: renamePatiently,
  async shorten(file, bytes) {
    const handle = await open(file, 'r+');
    try {
      await handle.truncate(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  remove: (file) => rm(file, { force: true }),
  removeFolder: (folder) => rm(folder, { force: true, recursive: true }),
  async linkOrCopy(from, to) {
    try {
      await link(from, to);
    } catch (cause) {
      if (codeOf(cause) === 'EEXIST') return;
      await copyFile(from, to);
    }
  },
  isFolder: async (place) => (await stat(place)).isDirectory(),
  async makeFolder(folder) {
    await mkdir(folder, { recursive: true });
  },
  async syncFolder(folder) {
    // Windows has no such call and keeps its directory changes in a log of its own.
    if (process.platform === 'win32') return;
    const handle = await open(folder, 'r');
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  },
  list: (folder) => readdir(folder),
  async read(file) {
    return new Uint8Array(await readFile(file));
  },
  async readPart(file, offset, length) {
    const handle = await open(file, 'r');
    try {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await handle.read(bytes, 0, length, offset);
      return bytes.slice(0, bytesRead);
    } finally {
      await handle.close();
    }
  },
  async size(file) {
    try {
      return (await stat(file)).size;
    } catch (cause) {
      if (isAbsent(cause)) return null;
      throw cause;
    }
  },
  async freeBytes(folder) {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

/** Whether an error says that a file or folder is not there. */
export const isAbsent = (cause: unknown): boolean => codeOf(cause) === 'ENOENT';

export const codeOf = (cause: unknown): string =>
  cause instanceof Error && 'code' in cause ? String(cause.code) : '';

const briefly = new Set(['EPERM', 'EACCES', 'EBUSY']);

/** On Windows a virus scanner or a sync client may hold a file for a moment; a rename then works a little later. */
async function renamePatiently(from: string, to: string): Promise<void> {
  for (let waited = 10; ; waited *= 2) {
    try {
      return await rename(from, to);
    } catch (cause) {
      if (process.platform !== 'win32' || !briefly.has(codeOf(cause)) || waited > 1_000) throw cause;
      await wait(waited);
    }
  }
}
