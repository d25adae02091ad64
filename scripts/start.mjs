import { spawn } from 'node:child_process';
import { buildAppIfOutdated } from './build.mjs';
import { hasDisplay } from './lib/display.mjs';
import { findElectron } from './lib/electron-runtime.mjs';
import { endWithScript, packageFile, projectFolder, stop } from './lib/run.mjs';
import { ensureSystem } from './lib/system-libraries.mjs';

/** Opens the window, fetching and building what is missing first. `--dev` builds again on every change of a source. */
const dev = process.argv.includes('--dev');

if (!hasDisplay()) {
  stop(
    [
      'Concord opens a window, and this session has no display (neither DISPLAY nor WAYLAND_DISPLAY is set).',
      'Start it from a desktop session, or over SSH with "ssh -X".',
      'To see that it runs without a screen: xvfb-run -a npm start (Debian and Ubuntu: apt-get install xvfb xauth).',
    ].join('\n'),
  );
}
const electron = await findElectron();
if ('problem' in electron) stop(electron.problem);
const problem = await ensureSystem({ electronBinary: electron.binary });
if (problem) stop(problem);
console.error('Building what has changed …');
await buildAppIfOutdated();
if (electron.trial) {
  console.error(
    [
      'Note: this is an old Electron for trials, because the current one could not be downloaded.',
      'Do not use it for a real review. Its reviews are kept apart from those of the real one.',
    ].join('\n'),
  );
}
if (dev) {
  const watch = [packageFile('electron-vite/bin/electron-vite.js'), 'build', '--watch'];
  endWithScript(spawn(process.execPath, watch, { cwd: projectFolder, stdio: 'inherit' }));
}
// Chromium refuses its sandbox to root; nobody should work as root, but containers do.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const own = process.argv.slice(2).filter((argument) => argument !== '--dev');
const child = endWithScript(
  spawn(electron.binary, [...electron.args, ...asRoot, ...own], {
    stdio: 'inherit',
    env: { ...process.env, ...electron.env, ...(dev ? { CONCORD_DEV: '1' } : {}) },
  }),
);
child.on('error', (cause) => stop(`Electron could not be started: ${cause.message}`));
child.on('exit', (code) => process.exit(code ?? 1));
