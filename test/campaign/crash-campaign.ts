import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { readReviewFolder } from '../../src/cli/review-folder';

export type CrashReport = {
  readonly kills: number;
  /** Events that a machine had called saved before it was killed or at the end. */
  readonly saved: number;
  /** Of those, events that were not on its disk at the next look. Must be 0. */
  readonly lost: number;
  /** Starts at which something was healed, and all starts. */
  readonly healedStarts: number;
  readonly starts: number;
  /** Logs that ended in a torn line right after a kill. */
  readonly tornTails: number;
  /** Events both machines have at the end, and those only one has. The second must be 0. */
  readonly shared: number;
  readonly apart: number;
  /** What `concord verify` finds in the team's folder at the end. Must be empty. */
  readonly problems: readonly string[];
};

type Machine = {
  readonly role: 'anna' | 'bram';
  readonly userData: string;
  readonly saved: Set<string>;
  process: ChildProcess | null;
  has: string[];
  told: string[];
};

/**
 * Two machines at work on one folder, each killed again and again without warning (SIGKILL), started again, and asked at the
 * end whether everything they had called saved is there, on both.
 *
 * @param kills how often one of the two is killed
 * @param seed repeats a campaign, as far as two processes can be repeated
 */
export async function crashCampaign(
  kills: number,
  seed: number,
  log: (line: string) => void,
): Promise<CrashReport> {
  const place = mkdtempSync(path.join(os.tmpdir(), 'concord-crash-'));
  const teamFolder = path.join(place, 'team');
  mkdirSync(teamFolder);
  let random = seed;
  const roll = (limit: number): number => {
    random = (random * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((random / 4_294_967_296) * limit);
  };
  const counts = { lost: 0, healedStarts: 0, starts: 0, tornTails: 0 };
  const machines = (['anna', 'bram'] as const).map((role): Machine => ({
    role,
    userData: path.join(place, role),
    saved: new Set(),
    process: null,
    has: [],
    told: [],
  }));
  const program = await machineProgram(path.join(place, 'program'));
  const start = (machine: Machine, then: 'work' | 'finish' = 'work'): Promise<void> => {
    counts.starts += 1;
    const args = [program, machine.role, machine.userData, teamFolder, String(roll(1_000_000)), then];
    return startMachine(machine, args, (healed) => {
      if (healed) counts.healedStarts += 1;
    });
  };
  try {
    for (const machine of machines) await start(machine);
    for (let kill = 0; kill < kills; kill += 1) {
      const victim = machines[roll(2)];
      if (!victim) continue;
      await wait(20 + roll(350));
      victim.process?.kill('SIGKILL');
      await gone(victim);
      const disk = ownLog(victim);
      if (disk.torn) counts.tornTails += 1;
      const missing = [...victim.saved].filter((id) => !disk.events.has(id)).length;
      counts.lost += missing;
      if (missing > 0) log(`kill ${kill + 1}: ${victim.role} lost ${missing} events`);
      await start(victim);
      if ((kill + 1) % 25 === 0)
        log(`${kill + 1} kills, ${savedBy(machines)} events saved, ${counts.lost} lost`);
    }
    // The first to finish exchanges before the second; so each of them twice.
    for (const machine of [...machines, ...machines]) {
      if (machine.process === null) await start(machine, 'finish');
      else machine.process.stdin?.write('finish\n');
      await gone(machine);
    }
    const [first, second] = machines.map(({ has }) => new Set(has));
    const all = new Set([...(first ?? []), ...(second ?? [])]);
    const apart = [...all].filter((id) => !first?.has(id) || !second?.has(id)).length;
    const unseen = machines.flatMap(({ saved }) => [...saved]).filter((id) => !all.has(id)).length;
    const [review] = readdirSync(teamFolder);
    const verified = await readReviewFolder(path.join(teamFolder, review ?? ''));
    return {
      kills,
      saved: savedBy(machines),
      ...counts,
      lost: counts.lost + unseen,
      shared: all.size - apart,
      apart,
      problems: [
        ...verified.problems.map(({ code, where }) => `${code} ${where}`),
        ...machines.flatMap(({ told }) => told),
      ],
    };
  } finally {
    for (const { process: running } of machines) running?.kill('SIGKILL');
    rmSync(place, { recursive: true, force: true });
  }
}

const savedBy = (machines: readonly Machine[]): number =>
  machines.reduce((total, { saved }) => total + saved.size, 0);

const here = fileURLToPath(new URL('.', import.meta.url));

/** The program of a machine as one file, so that a start takes no longer than it must. */
async function machineProgram(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    root: path.resolve(here, '../..'),
    resolve: { alias: { '@shared': path.resolve(here, '../../src/shared') } },
    ssr: { noExternal: true },
    build: { ssr: path.join(here, 'machine-process.ts'), outDir: folder, target: 'node20' },
  });
  writeFileSync(path.join(folder, 'package.json'), '{"type":"module"}');
  return path.join(folder, 'machine-process.js');
}

/** Starts a machine and returns when it has begun to work. */
function startMachine(
  machine: Machine,
  args: readonly string[],
  onReady: (healed: boolean) => void,
): Promise<void> {
  const child = spawn(process.execPath, [...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  machine.process = child;
  let rest = '';
  let errors = '';
  child.stderr.on('data', (data: Buffer) => {
    errors += data.toString();
  });
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      const lines = (rest + data.toString()).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const [word, ...words] = line.split(' ');
        const said = words.join(' ');
        if (word === 'saved') machine.saved.add(said);
        if (word === 'has') machine.has = JSON.parse(said) as string[];
        if (word === 'problems' && said !== '[]') machine.told.push(said);
        if (word === 'ready') {
          onReady(said !== 'none');
          resolve();
        }
      }
    });
    child.on('exit', (code, signal) => {
      machine.process = null;
      if (signal !== 'SIGKILL' && code !== 0)
        reject(new Error(`${machine.role} ended with ${code}: ${errors.slice(-2_000)}`));
      else resolve();
    });
  });
}

async function gone(machine: Machine): Promise<void> {
  while (machine.process !== null) await wait(5);
}

/** The events of the log a machine writes itself, as it stands on its disk; a torn line is none. */
function ownLog({ userData, role }: Machine): {
  readonly events: ReadonlySet<string>;
  readonly torn: boolean;
} {
  const ledger = path.join(userData, 'reviews', 'campaign.review', 'ledger', role);
  const events = new Set<string>();
  let torn = false;
  for (const device of namesIn(ledger)) {
    for (const name of namesIn(path.join(ledger, device))) {
      if (!name.endsWith('.jsonl')) continue;
      const content = readFileSync(path.join(ledger, device, name), 'utf8');
      if (content !== '' && !content.endsWith('\n')) torn = true;
      // What stands after the last line end was never whole: cut off, it names no event.
      for (const line of content.split('\n').slice(0, -1)) {
        const id = /"eventId":"([^"]+)","format"/u.exec(line)?.[1];
        if (id !== undefined) events.add(id);
      }
    }
  }
  return { events, torn };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
