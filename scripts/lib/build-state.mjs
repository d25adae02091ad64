import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { projectFolder } from './run.mjs';

const sources = ['src', 'electron.vite.config.ts', 'vite.cli.config.ts', 'package-lock.json'];

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

async function newest(place) {
  const info = await stat(place).catch(() => null);
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  let latest = 0;
  for (const name of await readdir(place)) latest = Math.max(latest, await newest(path.join(place, name)));
  return latest;
}
