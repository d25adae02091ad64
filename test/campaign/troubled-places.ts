import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { languages, textsIn } from '@shared/i18n';
import { recordIdOf, hashText } from '@shared/kernel';
import { wordsForStorageError } from '../../src/renderer/app/problem-in-words';
import type { ReviewSession } from '../../src/renderer/ledger/review-session';
import { anna, openReview, type Machine } from './fault-review';
import type { Roll } from './faults';

/** A disk or folder that refuses while the program works; and what was seen, or why it cannot be tried here. */
export type TroubledPlace = {
  readonly name: string;
  readonly try: (machine: Machine, roll: Roll) => Promise<TroubleSeen | string>;
};

export type TroubleSeen = {
  readonly atStart: boolean;
  readonly explained: boolean;
  /** When the trouble was over, work went on and everything acknowledged was there. */
  readonly repaired: boolean;
  readonly lost: number;
  readonly failures: readonly string[];
};

const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;

export const troubledPlaces: readonly TroubledPlace[] = [
  {
    name: 'the disk fills up while work goes on',
    try: (machine, roll) =>
      onSmallDisk(machine, async (reviews) => {
        const ballast = path.join(reviews, 'ballast');
        fill(ballast, 20_000 + roll(60_000));
        return refusedAndBack(machine, 'disk-full', { end: () => rmSync(ballast), writes: 400 });
      }),
  },
  {
    name: 'the disk becomes read-only while work goes on',
    try: (machine) =>
      onSmallDisk(machine, (reviews) => {
        const remount = (mode: string): void =>
          void execFileSync('mount', ['-o', `remount,${mode}`, reviews], { stdio: 'pipe' });
        return refusedAndBack(machine, 'read-only', {
          begin: () => remount('ro'),
          end: () => remount('rw'),
          writes: 3,
        });
      }),
  },
  {
    name: 'no permission to write, while work goes on',
    try: (machine) =>
      asSomebodyElse(machine, () =>
        refusedAndBack(machine, 'permission-denied', {
          begin: () => becomeNobody(machine, '755'),
          end: becomeOneself,
          writes: 3,
        }),
      ),
  },
  {
    name: 'no permission to read, at the start',
    try: (machine) => asSomebodyElse(machine, () => unreadableAtStart(machine)),
  },
];

/** A disk of 4 MB under the reviews, where this system lets us have one. */
async function onSmallDisk(
  { userData }: Machine,
  work: (reviews: string) => Promise<TroubleSeen>,
): Promise<TroubleSeen | string> {
  if (!isRootOnLinux) return 'only root on Linux can mount a small disk';
  const reviews = path.join(userData, 'reviews');
  const whole = path.join(userData, 'reviews-before');
  renameSync(reviews, whole);
  mkdirSync(reviews);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', reviews], { stdio: 'pipe' });
  } catch (cause) {
    return `a small disk could not be mounted: ${cause instanceof Error ? cause.message.split('\n')[0] : ''}`;
  }
  try {
    cpSync(whole, reviews, { recursive: true });
    return await work(reviews);
  } finally {
    execFileSync('umount', ['-l', reviews]);
  }
}

/** Leaves so many bytes free, as far as a disk of pages can. */
function fill(ballast: string, free: number): void {
  const out = execFileSync('df', ['--output=avail', '-B1', path.dirname(ballast)]).toString();
  const available = Number(out.split('\n')[1]);
  writeFileSync(ballast, Buffer.alloc(Math.max(0, available - free)));
}

/** Root may do everything; so another user is asked to do it. */
async function asSomebodyElse(
  machine: Machine,
  work: () => Promise<TroubleSeen>,
): Promise<TroubleSeen | string> {
  if (process.platform === 'win32') return 'Windows keeps its permissions otherwise';
  if (process.getuid?.() === 0 && !process.seteuid) return 'this system cannot change the user';
  try {
    return await work();
  } finally {
    becomeOneself();
    for (const folder of foldersOf(machine)) chmodSync(folder, 0o755);
  }
}

const foldersOf = ({ userData, reviewFolder }: Machine): string[] => [
  userData,
  path.join(userData, 'reviews'),
  reviewFolder,
];

/** Everything in the folder may be read and nothing written, or (`700`) not even read. */
function becomeNobody(machine: Machine, mode: '755' | '700'): void {
  for (const folder of foldersOf(machine)) chmodSync(folder, 0o755);
  if (process.getuid?.() === 0) {
    execFileSync('chmod', ['-R', 'a+rX', machine.userData]);
    if (mode === '700') chmodSync(machine.reviewFolder, 0o700);
    process.seteuid?.(65_534);
  } else execFileSync('chmod', ['-R', mode === '755' ? 'a-w' : 'a-rwx', machine.reviewFolder]);
}

function becomeOneself(): void {
  if (process.getuid?.() === 0) process.seteuid?.(0);
}

/** Work until it is refused; then the end of the trouble, more work, and a look whether everything is there. */
async function refusedAndBack(
  machine: Machine,
  code: string,
  trouble: { readonly begin?: () => void; readonly end: () => void; readonly writes: number },
): Promise<TroubleSeen> {
  const failures: string[] = [];
  const saved = new Set(machine.acknowledged);
  const session = await openReview(machine.userData);
  trouble.begin?.();
  let refused = '';
  try {
    for (let write = 0; write < trouble.writes && refused === ''; write += 1)
      refused = await note(session, saved, write);
  } finally {
    trouble.end();
  }
  if (refused !== code) failures.push(`refused with ${refused}, not ${code}`);
  const sentences = languages.map((language) => wordsForStorageError(textsIn(language), refused));
  const explained = new Set(sentences).size === 2 && !sentences.some((each) => each.includes(`(${refused})`));
  if (!explained) failures.push(`not said: ${sentences.join(' / ')}`);
  if (session.status.state !== 'failed') failures.push(`shown as ${session.status.state}`);
  const after = await note(session, saved, trouble.writes);
  if (after !== '') failures.push(`refused afterwards: ${after}`);
  session.close();
  const lost = await lostOf(machine, saved, failures);
  return { atStart: refused !== '', explained, repaired: failures.length === 0, lost, failures };
}

async function unreadableAtStart(machine: Machine): Promise<TroubleSeen> {
  const failures: string[] = [];
  becomeNobody(machine, '700');
  const session = await openReview(machine.userData);
  becomeOneself();
  const [problem] = session.problems;
  const explained = problem?.code === 'journal-unreadable' && problem.error.code === 'permission-denied';
  if (!explained) failures.push(`said ${JSON.stringify(session.problems)}`);
  if (!session.readOnly) failures.push('not read only');
  session.close();
  for (const folder of foldersOf(machine)) chmodSync(folder, 0o755);
  const lost = await lostOf(machine, machine.acknowledged, failures);
  return {
    atStart: session.problems.length > 0,
    explained,
    repaired: failures.length === 0,
    lost,
    failures,
  };
}

/** Writes a note; what it was refused with, or nothing. */
async function note(session: ReviewSession, saved: Set<string>, number: number): Promise<string> {
  const written = await session.dispatch(anna, {
    do: 'writeNote',
    stage: 'title-abstract',
    recordId: recordIdOf(hashText('an invented export'), 1),
    text: `${number} ${'word '.repeat(100)}`,
    shared: false,
  });
  if (!written.ok) return written.error.kind === 'storage' ? written.error.error.code : written.error.kind;
  for (const id of written.value) saved.add(id);
  return '';
}

async function lostOf(machine: Machine, saved: ReadonlySet<string>, failures: string[]): Promise<number> {
  const again = await openReview(machine.userData);
  const there = new Set(again.events.map(({ eventId }) => String(eventId)));
  const serious = again.problems.filter(({ code }) => code === 'logs-differ' || code === 'chain-broken');
  if (serious.length > 0) failures.push(JSON.stringify(serious));
  again.close();
  const lost = [...saved].filter((id) => !there.has(id)).length;
  if (lost > 0) failures.push(`${lost} acknowledged events are gone`);
  return lost;
}
