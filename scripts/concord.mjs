import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildCliIfOutdated } from './build.mjs';
import { endWithScript, projectFolder } from './lib/run.mjs';

/** Runs the command line with the arguments given, building it first when its sources are newer. */
await buildCliIfOutdated();
const entry = path.join(projectFolder, 'out', 'cli', 'concord.cjs');
const child = endWithScript(spawn(process.execPath, [entry, ...process.argv.slice(2)], { stdio: 'inherit' }));
child.on('exit', (code) => process.exit(code ?? 1));
