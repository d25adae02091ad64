import { cp, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { buildAppIfOutdated } from './build.mjs';
import { findElectron } from './lib/electron-runtime.mjs';
import { projectFolder, stop } from './lib/run.mjs';

/**
 * Puts Concord and Electron into one folder, `release/Concord-VERSION-SYSTEM`, that runs without Node.js: for the system
 * this is run on (`-- --to FOLDER`: elsewhere). The folder can be zipped, put on a shared drive, and opened by people who
 * install nothing.
 */
const { values } = parseArgs({
  options: { to: { type: 'string', default: path.join(projectFolder, 'release') } },
});

const electron = await findElectron();
if ('problem' in electron) stop(electron.problem);
await buildAppIfOutdated();
const { name, productName, version, license } = JSON.parse(
  await readFile(path.join(projectFolder, 'package.json'), 'utf8'),
);
const trial = electron.trial ? '-trial' : '';
const folder = path.resolve(
  values.to,
  `${productName}-${version}${trial}-${process.platform}-${process.arch}`,
);
const layout = layoutOf(electron.binary);
await rm(folder, { recursive: true, force: true });
await mkdir(path.dirname(folder), { recursive: true });
await cp(layout.runtime, folder, { recursive: true, verbatimSymlinks: true });
await rename(path.join(folder, layout.binary), path.join(folder, layout.renamed));
const resources = path.join(folder, layout.resources);
// What Electron shows when it has no program; and, in the runtime for trials, its loader.
for (const old of ['default_app.asar', 'app'])
  await rm(path.join(resources, old), { recursive: true, force: true });
const program = path.join(resources, 'app');
for (const part of ['main', 'preload', 'renderer'])
  await cp(path.join(projectFolder, 'out', part), path.join(program, 'out', part), { recursive: true });
await cp(path.join(projectFolder, 'LICENSE'), path.join(program, 'LICENSE'));
const main = electron.trial ? 'trial.cjs' : 'out/main/index.cjs';
await writeFile(
  path.join(program, 'package.json'),
  JSON.stringify({ name, productName, version, license, main }),
);
if (electron.trial)
  await writeFile(
    path.join(program, main),
    "process.env.CONCORD_TRIAL_RUNTIME = '1';\nrequire('./out/main/index.cjs');\n",
  );
console.log(path.join(folder, layout.opened));
if (electron.trial)
  console.error('Note: packed with the old Electron for trials. Do not hand it out for real reviews.');

/** Where things stand in Electron's own folder, and what they are called when it is Concord. */
function layoutOf(binary) {
  if (process.platform === 'darwin') {
    const runtime = path.resolve(binary, '../../../..');
    // Its helpers look for the program by the name the bundle gives; only the folder is renamed.
    return {
      runtime,
      binary: 'Electron.app',
      renamed: 'Concord.app',
      resources: 'Concord.app/Contents/Resources',
      opened: 'Concord.app',
    };
  }
  const ending = process.platform === 'win32' ? '.exe' : '';
  const renamed = `${process.platform === 'win32' ? 'Concord' : 'concord'}${ending}`;
  return {
    runtime: path.dirname(binary),
    binary: path.basename(binary),
    renamed,
    resources: 'resources',
    opened: renamed,
  };
}
