import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './run.mjs';

/** Debian and Ubuntu packages that bring the libraries Electron links to; alternatives where releases name them apart. */
const electronPackages = [
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libasound2t64', 'libasound2'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libcups2t64', 'libcups2'],
  ['libdrm2'],
  ['libxkbcommon0'],
];

const chromiumNames = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * Makes sure that what is asked for is on this machine: the libraries of an Electron binary, Xvfb, a Chromium, Syncthing. As root
 * on Debian and Ubuntu it installs with apt; otherwise it says what to do. Windows and macOS bring all of it.
 * @param {{ electronBinary?: string, xvfb?: boolean, chromium?: boolean }} needs
 * @returns {Promise<string | null>} null when all is there, else the sentence to show before stopping.
 */
export async function ensureSystem(needs) {
  if (process.platform !== 'linux') return null;
  const missing = await missingOf(needs);
  if (missing.length === 0) return null;
  const names = missing.map(({ name }) => name).join(', ');
  if (!(await isDebian())) {
    return `These are missing on this system: ${names}.\nInstall them with the package manager of your system and start again.`;
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const isRoot = process.getuid?.() === 0;
  // Without package lists apt knows no names; only root can fetch them.
  if (isRoot) await run('apt-get', ['update'], { capture: true, env });
  const packages = [];
  for (const { packages: wanted } of missing) {
    for (const alternatives of wanted) packages.push(await firstKnown(alternatives));
  }
  const install = ['install', '-y', '--no-install-recommends', ...packages];
  const command = `apt-get ${install.join(' ')}`;
  if (!isRoot) {
    return `Some system packages are missing (${names}). Install them and start again:\n\n  sudo apt-get update && sudo ${command}\n`;
  }
  console.error(`Installing system packages: ${packages.join(' ')} …`);
  const installed = await run('apt-get', install, { capture: true, env });
  if (installed.code !== 0) {
    return `apt could not install the packages. Try:\n\n  apt-get update && ${command}\n\n${installed.output.slice(-800)}`;
  }
  const still = await missingOf(needs);
  return still.length === 0
    ? null
    : `Still missing after installing: ${still.map(({ name }) => name).join(', ')}.`;
}

/** What is not there, and the packages (each with its alternatives) that bring it. */
async function missingOf({ electronBinary, xvfb = false, chromium = false, syncthing = false }) {
  const missing = [];
  const libraries = electronBinary ? await missingLibraries(electronBinary) : [];
  if (libraries.length > 0) {
    missing.push({ name: `libraries for Electron: ${libraries.join(', ')}`, packages: electronPackages });
  }
  if (xvfb && !onPath('Xvfb')) missing.push({ name: 'Xvfb', packages: [['xvfb']] });
  if (chromium && !findChromium()) {
    missing.push({ name: 'Chromium', packages: [['chromium', 'chromium-browser']] });
  }
  if (syncthing && !onPath('syncthing')) missing.push({ name: 'Syncthing', packages: [['syncthing']] });
  return missing;
}

/** Shared libraries a binary asks for and the system does not have. */
async function missingLibraries(binary) {
  const { output } = await run('ldd', [binary], { capture: true });
  return output
    .split('\n')
    .flatMap((line) => (line.includes('not found') ? [line.trim().split(' ')[0]] : []));
}

async function firstKnown(names) {
  for (const name of names) {
    const { output } = await run('apt-cache', ['policy', name], {
      capture: true,
      env: { ...process.env, LC_ALL: 'C' },
    });
    if (/Candidate: (?!\(none\))/u.test(output)) return name;
  }
  return names.at(-1);
}

/** A Chromium or Chrome of the system, for the tests in a second engine; null where there is none on the path. */
export function findChromium() {
  for (const name of chromiumNames) {
    const found = onPath(name);
    if (found) return found;
  }
  return null;
}

function onPath(name) {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    if (folder && existsSync(path.join(folder, name))) return path.join(folder, name);
  }
  return null;
}

async function isDebian() {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^(?:ID|ID_LIKE)=.*(?:debian|ubuntu)/mu.test(text);
}
