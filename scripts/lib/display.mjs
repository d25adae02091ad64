import { spawn } from 'node:child_process';
import { endWithScript } from './run.mjs';

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * Starts an X server without a screen on a number nobody uses. It ends with the script.
 * @returns {Promise<{ display: string, stop: () => void } | { problem: string }>}
 */
export function startXvfb() {
  return new Promise((resolve) => {
    const child = endWithScript(
      spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'], {
        stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
      }),
    );
    const fail = (what) => resolve({ problem: `Xvfb, the display for the tests, could not start: ${what}` });
    let said = '';
    child.on('error', (cause) => fail(cause.message));
    child.on('exit', (code) => fail(`it ended with code ${code}. ${said.trim()}`));
    child.stderr.on('data', (chunk) => {
      said = `${said}${chunk}`.slice(-800);
    });
    let number = '';
    child.stdio[3].on('data', (chunk) => {
      number += chunk;
      if (number.includes('\n')) resolve({ display: `:${number.trim()}`, stop: () => child.kill('SIGTERM') });
    });
  });
}
