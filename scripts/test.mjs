import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { buildWhatIsOutdated } from './build.mjs';
import { startXvfb } from './lib/display.mjs';
import { findElectron } from './lib/electron-runtime.mjs';
import { projectFolder, runPackage, stop } from './lib/run.mjs';
import { ensureSystem, findChromium } from './lib/system-libraries.mjs';

/**
 * Runs every test: pure logic, the product in real Electron under its own X server, and the window in Chromium. The
 * last line sums up all three: "N passed, N failed".
 */
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;
const wants = (part) => only === null || only === part;
const reports = path.join(projectFolder, 'test-results');

await rm(reports, { recursive: true, force: true });
const totals = { passed: 0, failed: 0, skipped: 0 };

if (wants('unit')) {
  const file = path.join(reports, 'unit.json');
  const { code } = await runPackage('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]);
  const report = await readReport(file);
  add(report?.numPassedTests ?? 0, report?.numFailedTests ?? 0, report?.numPendingTests ?? 0, code, report !== null);
}

if (wants('e2e') || wants('web')) {
  const electron = wants('e2e') ? await findElectron() : null;
  if (electron && 'problem' in electron) stop(electron.problem);
  const problem = await ensureSystem({
    electronBinary: electron?.binary,
    xvfb: electron !== null,
    chromium: wants('web'),
  });
  if (problem) stop(problem);
  console.log('Building …');
  await buildWhatIsOutdated();
  const screen = process.platform === 'linux' ? await startXvfb() : null;
  const env = {
    ...process.env,
    ...(screen ? { DISPLAY: screen.display } : {}),
    ...(electron ? { ...electron.env, CONCORD_TEST_ELECTRON: electron.binary, CONCORD_TEST_ELECTRON_ARGS: JSON.stringify(electron.args) } : {}),
    CONCORD_TEST_CHROMIUM: (await findChromium()) ?? '',
  };
  try {
    for (const project of ['e2e', 'web'].filter(wants)) {
      const file = path.join(reports, `${project}.json`);
      const { code } = await runPackage('@playwright/test/cli.js', ['test', '--project', project], {
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
      });
      const report = await readReport(file);
      const stats = report?.stats;
      add((stats?.expected ?? 0) + (stats?.flaky ?? 0), stats?.unexpected ?? 0, stats?.skipped ?? 0, code, stats !== undefined);
    }
  } finally {
    screen?.stop();
  }
}

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : '';
console.log(`${totals.passed} passed, ${totals.failed} failed${skipped}`);
process.exit(totals.failed === 0 && totals.passed > 0 ? 0 : 1);

/** A runner that ends badly without naming a failed test counts as one failure: nothing passes by crashing. */
function add(passed, failed, skippedTests, code, reported) {
  totals.passed += passed;
  totals.failed += failed > 0 ? failed : code !== 0 || !reported ? 1 : 0;
  totals.skipped += skippedTests;
}

async function readReport(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return null;
  }
}
