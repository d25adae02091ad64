import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildWhatIsOutdated } from './build.mjs';
import { startXvfb } from './lib/display.mjs';
import { findElectron } from './lib/electron-runtime.mjs';
import { projectFolder, runPackage, stop } from './lib/run.mjs';
import { ensureSystem, findChromium } from './lib/system-libraries.mjs';

/**
 * Runs every test: pure logic, the product in real Electron under its own X server, and the window in Chromium. The
 * last line sums up all three: "N passed, N failed". `--only unit|e2e|web` runs one part; what else is given goes to
 * that part's runner, such as the name of a file. `--only syncthing` runs the product through a real sync service, which
 * is no part of the rest because it needs a package more.
 */
const usual = ['unit', 'e2e', 'web'];
const parts = [...usual, 'syncthing'];
const inElectron = ['e2e', 'syncthing'];
const { only, others } = readArguments(process.argv.slice(2));
const wants = (part) => (only === null ? usual.includes(part) : only === part);
const reports = path.join(projectFolder, 'test-results');
const totals = { passed: 0, failed: 0, skipped: 0, secondTry: 0 };

await rm(reports, { recursive: true, force: true });
// Before the unit tests, so that a machine that lacks something says so at once.
const electron = inElectron.some(wants) ? await findElectron() : null;
if (electron && 'problem' in electron) stop(electron.problem);
const needsWindow = electron !== null || wants('web');
const problem = await ensureSystem({
  electronBinary: electron?.binary,
  xvfb: electron !== null,
  chromium: wants('web'),
  syncthing: wants('syncthing'),
});
if (problem) stop(problem);

if (wants('unit')) await runUnit();
if (needsWindow) await runInWindows();

if (totals.secondTry > 0)
  console.log(`${totals.secondTry} passed only at the second try: look at their cause`);
if (totals.skipped > 0) console.log(`${totals.skipped} skipped`);
console.log(`${totals.passed} passed, ${totals.failed} failed`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

async function runUnit() {
  const file = path.join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const { code } = await runPackage('vitest/vitest.mjs', ['run', ...reporters, ...others]);
  const report = await readReport(file);
  add({
    passed: report?.numPassedTests,
    failed: report?.numFailedTests,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
    good: code === 0 && report !== null,
  });
}

async function runInWindows() {
  console.log('Building what has changed …');
  await buildWhatIsOutdated();
  const screen = process.platform === 'linux' && electron ? await startXvfb() : null;
  if (screen && 'problem' in screen) stop(screen.problem);
  const env = {
    ...process.env,
    ...electron?.env,
    ...(screen ? { DISPLAY: screen.display, WAYLAND_DISPLAY: '' } : {}),
    ...(electron
      ? {
          CONCORD_TEST_ELECTRON: electron.binary,
          CONCORD_TEST_ELECTRON_ARGS: JSON.stringify(electron.args),
        }
      : {}),
    CONCORD_TEST_CHROMIUM: findChromium() ?? '',
  };
  for (const project of ['e2e', 'web', 'syncthing'].filter(wants)) await runPlaywright(project, env);
  screen?.stop();
}

async function runPlaywright(project, env) {
  const file = path.join(reports, `${project}.json`);
  const { code } = await runPackage('@playwright/test/cli.js', ['test', `--project=${project}`, ...others], {
    env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
  });
  const stats = (await readReport(file))?.stats;
  add({
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected,
    skipped: stats?.skipped,
    secondTry: stats?.flaky,
    good: code === 0 && stats !== undefined,
  });
}

/** A runner that ends badly without naming a failed test counts as one failure: nothing passes by crashing. */
function add({ passed = 0, failed = 0, skipped = 0, secondTry = 0, good }) {
  totals.passed += passed;
  totals.failed += failed > 0 || good ? failed : 1;
  totals.skipped += skipped;
  totals.secondTry += secondTry;
}

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}

function readArguments(given) {
  const at = given.indexOf('--only');
  if (at === -1 && given.length === 0) return { only: null, others: [] };
  const part = given[at + 1];
  if (at === -1 || !parts.includes(part)) {
    console.error(`Usage: npm test [-- --only ${parts.join('|')} [what the runner of that part takes]]`);
    process.exit(2);
  }
  return { only: part, others: given.filter((_, index) => index !== at && index !== at + 1) };
}
