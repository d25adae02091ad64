import { spawn } from 'node:child_process';
import { buildApp } from './build.mjs';
import { isOutdated } from './lib/build-state.mjs';
import { hasDisplay } from './lib/display.mjs';
import { findElectron } from './lib/electron-runtime.mjs';
import { stop } from './lib/run.mjs';
import { ensureSystem } from './lib/system-libraries.mjs';

if (!hasDisplay()) {
  stop(
    'Concord opens a window, and this session has no display (neither DISPLAY nor WAYLAND_DISPLAY is set).\nStart it from a desktop session, or over SSH with "ssh -X". To try it without a screen: xvfb-run -a npm start',
  );
}
const electron = await findElectron();
if ('problem' in electron) stop(electron.problem);
const problem = await ensureSystem({ electronBinary: electron.binary });
if (problem) stop(problem);
if (await isOutdated('out/renderer/index.html')) {
  console.error('Building Concord …');
  await buildApp();
}
if (electron.trial) {
  console.error(
    'Note: this is the old Electron for trials, because the current one could not be downloaded. Do not use it for a real review.',
  );
}
// Chromium refuses its sandbox to root; nobody should work as root, but containers do.
const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const child = spawn(electron.binary, [...electron.args, ...asRoot, ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...process.env, ...electron.env },
});
child.on('exit', (code) => process.exit(code ?? 0));
