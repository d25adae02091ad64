import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Kills a process and everything it has started, at once and without a chance to tidy up: what a power cut does. */
export function killTree(pid: number): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  for (const victim of [pid, ...descendantsOf(pid)]) {
    try {
      process.kill(victim, 'SIGKILL');
    } catch {
      // Gone with its parent already.
    }
  }
}

function descendantsOf(pid: number): number[] {
  const parents = parentsOfAll();
  const found: number[] = [];
  for (let generation = [pid]; generation.length > 0;) {
    generation = parents.flatMap(([child, parent]) => (generation.includes(parent) ? [child] : []));
    found.push(...generation);
  }
  return found;
}

/** Every process with its parent. */
function parentsOfAll(): [number, number][] {
  if (process.platform === 'linux') {
    return readdirSync('/proc').flatMap((name): [number, number][] => {
      if (!/^\d+$/u.test(name)) return [];
      try {
        // The name of the program stands in brackets and may hold anything; what follows is fixed.
        const [, parent] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
        return [[Number(name), Number(parent)]];
      } catch {
        return [];
      }
    });
  }
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line): [number, number][] => {
    const [pid, parent] = line.trim().split(/\s+/u).map(Number);
    return pid !== undefined && parent !== undefined ? [[pid, parent]] : [];
  });
}
