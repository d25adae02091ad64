import { watch, type FSWatcher } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';

/**
 * Returns when something changes in the ledger of a review folder, or after `patience` ms. Network drives and some sync
 * services tell of no changes; the end of the patience is what can be relied on.
 */
export async function waitForChange(folder: string, patience: number): Promise<void> {
  const watchers: FSWatcher[] = [];
  const folders = await ledgerFolders(folder);
  await new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, patience);
    for (const one of folders) {
      try {
        watchers.push(watch(one, { persistent: false }, done).on('error', () => undefined));
      } catch {
        // Not every file system can be watched.
      }
    }
  });
  for (const watcher of watchers) watcher.close();
}

async function ledgerFolders(folder: string): Promise<string[]> {
  const ledger = path.join(folder, 'ledger');
  const found = [ledger];
  for (const author of await namesIn(ledger)) {
    found.push(path.join(ledger, author));
    for (const device of await namesIn(path.join(ledger, author)))
      found.push(path.join(ledger, author, device));
  }
  return found;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  } catch {
    return [];
  }
}
