import { nodeDisk, type DiskPort, type OpenFile } from '../../../src/main/journal/disk-port';

const systemError = (code: string): Error => Object.assign(new Error(`${code}: simulated`), { code });

export type FailingDisk = DiskPort & {
  /** Changes to the disk so far. */
  readonly changes: () => number;
};

/**
 * The real disk until `failAt` changes were made; that change is done half, and it and all later ones fail: what a
 * killed process leaves behind.
 */
export function diskThatStopsAt(failAt: number): FailingDisk {
  let changes = 0;
  const step = async (whole: () => Promise<void>, half: () => Promise<void>): Promise<void> => {
    changes += 1;
    if (changes < failAt) return whole();
    if (changes === failAt) await half();
    throw systemError('EIO');
  };
  const nothing = async (): Promise<void> => undefined;
  const file = (open: OpenFile): OpenFile => ({
    write: (content) =>
      step(
        () => open.write(content),
        () => open.write(content.slice(0, Math.floor(content.length / 2))),
      ),
    sync: () => step(() => open.sync(), nothing),
    close: () => open.close(),
  });
  return {
    ...nodeDisk,
    open: async (name, mode) => {
      if (changes >= failAt) throw systemError('EIO');
      return file(await nodeDisk.open(name, mode));
    },
    rename: (from, to) => step(() => nodeDisk.rename(from, to), nothing),
    remove: (name) => step(() => nodeDisk.remove(name), nothing),
    shorten: (name, bytes) => step(() => nodeDisk.shorten(name, bytes), nothing),
    makeFolder: (folder) => step(() => nodeDisk.makeFolder(folder), nothing),
    syncFolder: (folder) => step(() => nodeDisk.syncFolder(folder), nothing),
    changes: () => changes,
  };
}

/** A disk with room for so many more bytes; removing and shortening still work, as they do in life. */
export function diskWithRoomFor(bytes: number): DiskPort & { readonly free: (bytes: number) => void } {
  let room = bytes;
  return {
    ...nodeDisk,
    open: async (name, mode) => {
      const open = await nodeDisk.open(name, mode);
      return {
        ...open,
        write: async (content) => {
          const whole = Buffer.from(content);
          const fits = whole.subarray(0, room);
          await open.write(fits);
          room -= fits.length;
          if (fits.length < whole.length) throw systemError('ENOSPC');
        },
      };
    },
    freeBytes: async () => room,
    free: (more) => {
      room += more;
    },
  };
}

/** A disk that answers every change with this error of the system. */
export function diskThatRefuses(code: string): DiskPort {
  const refuse = async (): Promise<never> => {
    throw systemError(code);
  };
  return { ...nodeDisk, open: refuse, rename: refuse, makeFolder: refuse, remove: refuse, shorten: refuse };
}
