import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** Beyond this the log starts anew and the old one is kept once. */
const fullBytes = 1_000_000;

export type Log = {
  readonly file: string;
  readonly write: (what: string, cause: unknown) => void;
};

/** A plain text file for whoever has to find out what went wrong. A log that cannot be written is no reason to fail. */
export function logIn(folder: string, now: () => number): Log {
  const file = path.join(folder, 'concord.log');
  return {
    file,
    write(what, cause) {
      const detail = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      try {
        mkdirSync(folder, { recursive: true });
        makeRoom(file);
        appendFileSync(file, `${new Date(now()).toISOString()} ${what}: ${detail}\n`);
      } catch {
        // A full disk: the person is told on other ways.
      }
    },
  };
}

function makeRoom(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > fullBytes) renameSync(file, `${file}.old`);
}
