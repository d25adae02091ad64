import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { buildBench, buildWhatIsOutdated } from './build.mjs';
import { startXvfb } from './lib/display.mjs';
import { findElectron } from './lib/electron-runtime.mjs';
import { ensureSystem, findChromium } from './lib/system-libraries.mjs';
import { projectFolder, run, runPackage, stop } from './lib/run.mjs';

/**
 * `npm run bench` measures and prints; `-- --only NAME` (more than once if wanted) measures a part; `-- --write` also
 * puts the tables where docs/benchmarks.md marks their places. Every bench has a process of its own, and
 * measures the code as it is built for people.
 */
const { only, write } = options(process.argv.slice(2));
let chromium = '';
/** What the bench of the window needs to start the program. */
let window = {};
let screen = null;
await buildBench();
const names = (await bench([])).split('\n').filter(Boolean);
for (const name of only) {
  if (!names.includes(name)) stop(`There is no bench named ${name}; there are: ${names.join(', ')}.`);
}
const document = path.join(projectFolder, 'docs', 'benchmarks.md');

const asked = only.length === 0 ? names : only;
if (asked.includes('storage')) {
  const problem = await ensureSystem({ chromium: true });
  if (problem) stop(problem);
  chromium = (await findChromium()) ?? '';
  if (chromium === '') stop('The bench of storage needs Chromium or Chrome, and found none.');
}

if (asked.includes('import-window')) await prepareWindow();

for (const name of asked) {
  console.log(`## ${name}\n`);
  const tables = await bench([name]);
  console.log(tables);
  if (write) await writeFile(document, withTables(await readFile(document, 'utf8'), name, tables));
}
screen?.stop();
if (write) await runPackage('prettier/bin/prettier.cjs', ['--write', document], { capture: true });

async function bench(args) {
  const { code, output } = await run(
    process.execPath,
    ['--max-old-space-size=6144', path.join('out', 'bench', 'run-suite.mjs'), ...args],
    { capture: true, env: { ...process.env, CONCORD_BENCH_CHROMIUM: chromium, ...window } },
  );
  if (code !== 0) stop(`The bench ${args.join(' ')} stopped:\n${output}`);
  return output;
}

async function prepareWindow() {
  const electron = await findElectron();
  if ('problem' in electron) stop(electron.problem);
  const problem = await ensureSystem({ electronBinary: electron.binary, xvfb: true });
  if (problem) stop(problem);
  await buildWhatIsOutdated();
  screen = process.platform === 'linux' ? await startXvfb() : null;
  if (screen && 'problem' in screen) stop(screen.problem);
  window = {
    ...electron.env,
    ...(screen ? { DISPLAY: screen.display, WAYLAND_DISPLAY: '' } : {}),
    CONCORD_TEST_ELECTRON: electron.binary,
    CONCORD_TEST_ELECTRON_ARGS: JSON.stringify(electron.args),
  };
}

function withTables(text, name, tables) {
  const [open, close] = [`<!-- bench ${name} -->`, `<!-- end of bench ${name} -->`];
  const start = text.indexOf(open);
  const end = text.indexOf(close);
  if (start < 0 || end < start) stop(`docs/benchmarks.md has no place marked ${open} … ${close}.`);
  return `${text.slice(0, start + open.length)}\n\n${tables.trim()}\n\n${text.slice(end)}`;
}

function options(args) {
  const only = [];
  let write = false;
  for (let index = 0; index < args.length; index += 1) {
    const value = args[index + 1];
    if (args[index] === '--write') write = true;
    else if (args[index] === '--only' && value !== undefined) {
      only.push(value);
      index += 1;
    } else {
      console.error('Usage: npm run bench -- [--only NAME]… [--write]');
      process.exit(2);
    }
  }
  return { only, write };
}
