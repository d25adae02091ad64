import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from './run.mjs';

const sources = [
  'src',
  'electron.vite.config.ts',
  'vite.cli.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
];

/** Whether an output is missing or older than any source. */
export async function isOutdated(output) {
  const file = path.join(projectFolder, output);
  if (!existsSync(file)) return true;
  const built = (await stat(file)).mtimeMs;
  for (const source of sources) {
    if ((await newest(path.join(projectFolder, source))) > built) return true;
  }
  return false;
}

/** The last change in a place; a folder itself changes when a file in it is removed or renamed. */
async function newest(place) {
  const info = await stat(place).catch(() => null);
  if (!info) return 0;
  let latest = info.mtimeMs;
  if (info.isDirectory()) {
    for (const name of await readdir(place)) latest = Math.max(latest, await newest(path.join(place, name)));
  }
  return latest;
}
