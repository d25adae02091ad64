import { mkdirSync, mkdtempSync, renameSync, symlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { SyncthingPair } from '../../support/syncthing';

/** The place two machines share, as each of them sees it. */
export type TeamPlace = {
  /** The folder that machine finds the place under. */
  readonly folderOf: (machine: MachineName) => string;
  /** Takes the place away from one machine alone, as a network that is down does; work goes on offline. */
  readonly unplug: (machine: MachineName) => void | Promise<void>;
  readonly plugIn: (machine: MachineName) => void | Promise<void>;
  /** Whether a window can tell that the place is gone. */
  readonly isMissed: boolean;
  /** Resolves when what one machine has shared so far can be joined from the other. */
  readonly arrived?: () => Promise<void>;
  /** Every folder that bytes of the team's work may lie in outside the two machines' own data. */
  readonly folders: readonly string[];
};
export type MachineName = 'lena' | 'bram';

/** One folder on a network drive: each machine reaches it through a mount of its own, which can be gone. */
export function networkDrive(): TeamPlace {
  const base = mkdtempSync(path.join(os.tmpdir(), 'concord-drive-'));
  const drive = path.join(base, 'drive');
  mkdirSync(drive);
  const mount = (machine: MachineName): string => path.join(base, `mount of ${machine} ü שלום`);
  for (const machine of ['lena', 'bram'] as const) symlinkSync(drive, mount(machine), 'junction');
  return {
    folderOf: mount,
    unplug: (machine) => renameSync(mount(machine), `${mount(machine)}, away`),
    plugIn: (machine) => renameSync(`${mount(machine)}, away`, mount(machine)),
    isMissed: true,
    folders: [drive],
  };
}

/** A folder on each machine, and a real Syncthing on each that brings it to the other when there is a line. */
export function syncedFolders(pair: SyncthingPair): TeamPlace {
  const [lena, bram] = pair.peers;
  const peers = { lena, bram };
  return {
    folderOf: (machine) => peers[machine].folder,
    unplug: (machine) => peers[machine].pause(),
    plugIn: (machine) => peers[machine].resume(),
    isMissed: false,
    arrived: () => pair.inSync(),
    folders: [lena.folder, bram.folder],
  };
}
