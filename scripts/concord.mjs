import { spawn } from 'node:child_process';
import path from 'node:path';
import { buildCli } from './build.mjs';
import { isOutdated } from './lib/build-state.mjs';
import { projectFolder } from './lib/run.mjs';

if (await isOutdated('out/cli/concord.cjs')) await buildCli();
const child = spawn(process.execPath, [path.join(projectFolder, 'out', 'cli', 'concord.cjs'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
child.on('exit', (code) => process.exit(code ?? 1));
