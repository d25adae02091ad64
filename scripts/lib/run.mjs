import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const projectFolder = path.resolve(fileURLToPath(new URL('../..', import.meta.url)));

/** Everything started here and not yet ended; nothing of it outlives the script. */
const children = new Set();

/** Ends a child with the script, however the script ends. */
export function endWithScript(child) {
  children.add(child);
  child.on('exit', () => children.delete(child));
  child.on('error', () => children.delete(child));
  return child;
}

process.on('exit', () => {
  for (const child of children) child.kill('SIGTERM');
});
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
]) {
  process.on(signal, () => process.exit(code));
}

/**
 * Runs a program and waits for it. No shell: arguments stay as they are on every system.
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, capture?: boolean, echo?: boolean, isStalled?: () => Promise<boolean> }} options
 *   `isStalled` is asked every few seconds; the program is ended when it says yes.
 * @returns {Promise<{ code: number, output: string }>} `output` is empty unless `capture` is set; 127 if it cannot start.
 */
export function run(
  command,
  args,
  { cwd = projectFolder, env = process.env, capture = false, echo = !capture, isStalled } = {},
) {
  return new Promise((resolve) => {
    const child = endWithScript(
      spawn(command, args, {
        cwd,
        // What is kept for a message must not hold the codes for colours.
        env: capture ? { ...env, NO_COLOR: '1', FORCE_COLOR: '0' } : env,
        stdio: ['ignore', 'pipe', 'pipe'],
        windowsHide: true,
      }),
    );
    let output = '';
    const take = (target) => (chunk) => {
      if (capture) output += chunk;
      if (echo) target.write(chunk);
    };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    const watch = isStalled
      ? setInterval(async () => {
          if (await isStalled()) child.kill('SIGKILL');
        }, 2_000)
      : undefined;
    child.on('error', (cause) => {
      clearInterval(watch);
      resolve({ code: 127, output: `${output}${cause.message}` });
    });
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Runs the command line of an installed package with this Node, without a shell in between. */
export async function runPackage(entry, args, options) {
  return run(process.execPath, [packageFile(entry), ...args], options);
}

/** A file of an installed package, such as `vite/bin/vite.js`. */
export const packageFile = (entry) => path.join(projectFolder, 'node_modules', ...entry.split('/'));

/** Ends the script with a sentence for the person who started it. */
export function stop(message) {
  console.error(message);
  process.exit(1);
}
