import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { run } from './run.mjs';

/** Debian and Ubuntu packages that bring the libraries Electron links to; alternatives where releases name them apart. */
const electronPackages = [
  ['libgtk-3-0', 'libgtk-3-0t64'],
  ['libnss3'],
  ['libasound2', 'libasound2t64'],
  ['libgbm1'],
  ['libxss1'],
  ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
  ['libcups2', 'libcups2t64'],
  ['libdrm2'],
  ['libxkbcommon0'],
];

/**
 * Makes sure that what `needs` names is on this machine: `electron` libraries of a binary, `xvfb`, `chromium`.
 * Installs with apt as root on Debian and Ubuntu; otherwise says what to do.
 * @returns {Promise<string | null>} null when all is there, else the sentence to show before stopping.
 */
export async function ensureSystem({ electronBinary, xvfb = false, chromium = false }) {
  if (process.platform !== 'linux') return null;
  const missing = await missingOf({ electronBinary, xvfb, chromium });
  if (missing.length === 0) return null;
  const packages = await packagesFor(missing);
  const command = `apt-get install -y --no-install-recommends ${packages.join(' ')}`;
  if (!(await isDebian())) {
    return `These are missing on this system: ${missing.join(', ')}. Install them with your system's package manager and start again.`;
  }
  if (process.getuid?.() !== 0) {
    return `Some system packages are missing (${missing.join(', ')}). Install them and start again:\n\n  sudo apt-get update && sudo ${command}\n`;
  }
  console.error(`Installing system packages: ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update'], { capture: true, env });
  const installed = await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { capture: true, env });
  if (installed.code !== 0) return `apt could not install the packages. Try:\n\n  ${command}\n\n${installed.output.slice(-800)}`;
  const still = await missingOf({ electronBinary, xvfb, chromium });
  return still.length === 0 ? null : `Still missing after installing: ${still.join(', ')}.`;
}

async function missingOf({ electronBinary, xvfb, chromium }) {
  const missing = [];
  if (electronBinary && (await missingLibraries(electronBinary)).length > 0) missing.push('libraries for Electron');
  if (xvfb && !(await onPath('Xvfb'))) missing.push('Xvfb');
  if (chromium && !(await findChromium())) missing.push('Chromium');
  return missing;
}

/** Shared libraries a binary asks for and the system does not have. */
async function missingLibraries(binary) {
  const { output } = await run('ldd', [binary], { capture: true });
  return output.split('\n').flatMap((line) => (line.includes('not found') ? [line.trim().split(' ')[0]] : []));
}

async function packagesFor(missing) {
  const packages = [];
  if (missing.includes('libraries for Electron')) {
    await run('apt-get', process.getuid?.() === 0 ? ['update'] : ['--version'], { capture: true });
    for (const names of electronPackages) packages.push(await firstKnown(names));
  }
  if (missing.includes('Xvfb')) packages.push('xvfb');
  if (missing.includes('Chromium')) packages.push('chromium');
  return packages;
}

async function firstKnown(names) {
  for (const name of names) {
    const { output } = await run('apt-cache', ['policy', name], { capture: true });
    if (/Candidate: (?!\(none\))/u.test(output)) return name;
  }
  return names[0];
}

/** A Chromium or Chrome of the system, for the tests in a second engine. */
export async function findChromium() {
  for (const name of ['chromium', 'chromium-browser', 'google-chrome']) {
    const found = await onPath(name);
    if (found) return found;
  }
  return null;
}

async function onPath(name) {
  for (const folder of (process.env['PATH'] ?? '').split(':')) {
    if (folder && existsSync(`${folder}/${name}`)) return `${folder}/${name}`;
  }
  return null;
}

async function isDebian() {
  const text = await readFile('/etc/os-release', 'utf8').catch(() => '');
  return /^(?:ID|ID_LIKE)=.*(?:debian|ubuntu)/mu.test(text);
}
