import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import path from 'node:path';

/** The folder of the checkout. */
export const projectFolder = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/**
 * Runs a program and waits for it. No shell: arguments stay as they are on every system.
 * @returns {Promise<{ code: number, output: string }>} `output` is empty unless `capture` is set.
 */
export function run(command, args, { cwd = projectFolder, env = process.env, capture = false, echo = !capture, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true });
    let output = '';
    const take = (target) => (chunk) => {
      if (capture) output += chunk;
      if (echo) target.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    const timer = timeoutMs === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), timeoutMs);
    child.on('error', (cause) => {
      clearTimeout(timer);
      resolve({ code: 127, output: `${output}${cause.message}` });
    });
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs the command line of an installed package with this Node, without a shell in between. */
export async function runPackage(entry, args, options) {
  return run(process.execPath, [path.join(projectFolder, 'node_modules', ...entry.split('/')), ...args], options);
}

/** Ends the script with a sentence for the person who started it. */
export function stop(message) {
  console.error(message);
  process.exit(1);
}
