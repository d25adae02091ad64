import { buildWhatIsOutdated } from './build.mjs';
import { startXvfb } from './lib/display.mjs';
import { findElectron } from './lib/electron-runtime.mjs';
import { runPackage, stop } from './lib/run.mjs';
import { ensureSystem } from './lib/system-libraries.mjs';

/** Makes the pictures of the README anew, from the demonstration review. */
const electron = await findElectron();
if ('problem' in electron) stop(electron.problem);
const problem = await ensureSystem({ electronBinary: electron.binary, xvfb: true });
if (problem) stop(problem);
await buildWhatIsOutdated();
const screen = process.platform === 'linux' ? await startXvfb() : null;
if (screen && 'problem' in screen) stop(screen.problem);
const { code } = await runPackage(
  '@playwright/test/cli.js',
  ['test', '--config', 'test/screenshots/playwright.config.ts', '--reporter=list'],
  {
    env: {
      ...process.env,
      ...electron.env,
      ...(screen ? { DISPLAY: screen.display } : {}),
      CONCORD_TEST_ELECTRON: electron.binary,
      CONCORD_TEST_ELECTRON_ARGS: JSON.stringify(electron.args),
    },
  },
);
screen?.stop();
process.exit(code);
