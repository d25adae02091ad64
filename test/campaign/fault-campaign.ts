import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { languages, textsIn } from '@shared/i18n';
import { checkFolder, isSerious as isSeriousInFolder } from '../../src/cli/verify-folder';
import { problemInWords } from '../../src/renderer/app/problem-in-words';
import { isSerious } from '../../src/renderer/ledger/open-problem';
import type { ReviewSession } from '../../src/renderer/ledger/review-session';
import { copyOf, databaseLines, machineThatWorked, openReview, type Machine } from './fault-review';
import { faults, type Fault, type Roll } from './faults';
import { troubledPlaces } from './troubled-places';

/** How one kind of fault ended. */
export type FaultCounts = {
  readonly name: string;
  injected: number;
  /** At the start of the program; the two copies are compared there. */
  atStart: number;
  /** By `concord verify`, which has the folder alone. */
  byVerify: number;
  /** Said in both languages, with the place. */
  explained: number;
  /** Everything is as it was before. */
  repaired: number;
  /** No second copy had it; the rest is whole, and a person was told. */
  notRepairable: number;
};

export type FaultReport = {
  readonly kinds: FaultCounts[];
  /** Acknowledged events that are gone although a copy had them. Must be 0. */
  readonly lost: number;
  /** Whatever did not go as it must, with what repeats it. Must be empty. */
  readonly failures: readonly string[];
  /** Faults that could not be tried on this system. */
  readonly skipped: readonly string[];
};

/**
 * Does every kind of damage to a real review folder and its database, as often as there are rounds, and looks whether it is
 * found, said, and repaired where another copy has what was damaged.
 *
 * @param seed repeats a campaign exactly
 */
export async function faultCampaign(
  rounds: number,
  seed: number,
  log: (line: string) => void,
): Promise<FaultReport> {
  let state = seed;
  const roll: Roll = (limit) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * limit);
  };
  const worked = await machineThatWorked();
  const failures: string[] = [];
  const skipped = new Set<string>();
  let lost = 0;
  const kinds = [...faults, ...troubledPlaces].map(({ name }): FaultCounts => countsOf(name));
  try {
    for (let round = 0; round < rounds; round += 1) {
      for (const [index, fault] of faults.entries()) {
        const counts = kinds[index];
        if (!counts) continue;
        await onCopy(worked, async (machine) => {
          const seen = await tryFault(machine, fault, roll);
          lost += seen.lost;
          count(counts, seen);
          for (const failure of seen.failures)
            failures.push(`${fault.name} (${seen.where}, round ${round + 1}): ${failure}`);
        });
      }
      for (const [index, place] of troubledPlaces.entries()) {
        const counts = kinds[faults.length + index];
        if (!counts) continue;
        await onCopy(worked, async (machine) => {
          const seen = await place.try(machine, roll);
          if (typeof seen === 'string') {
            skipped.add(`${place.name}: ${seen}`);
            return;
          }
          lost += seen.lost;
          count(counts, { ...seen, byVerify: false, then: 'whole' });
          for (const failure of seen.failures)
            failures.push(`${place.name} (round ${round + 1}): ${failure}`);
        });
      }
      log(`round ${round + 1} of ${rounds}: ${failures.length} failures, ${lost} events lost`);
    }
  } finally {
    rmSync(worked.userData, { recursive: true, force: true });
  }
  return { kinds, lost, failures, skipped: [...skipped] };
}

const countsOf = (name: string): FaultCounts => ({
  name,
  injected: 0,
  atStart: 0,
  byVerify: 0,
  explained: 0,
  repaired: 0,
  notRepairable: 0,
});

/** What was seen of one fault. */
type Seen = {
  readonly then: Fault['then'];
  readonly atStart: boolean;
  readonly byVerify: boolean;
  readonly explained: boolean;
  readonly repaired: boolean;
};

function count(counts: FaultCounts, seen: Seen): void {
  counts.injected += 1;
  if (seen.atStart) counts.atStart += 1;
  if (seen.byVerify) counts.byVerify += 1;
  if (seen.explained) counts.explained += 1;
  if (seen.repaired) counts.repaired += 1;
  else if (seen.then === 'told') counts.notRepairable += 1;
}

async function onCopy(worked: Machine, work: (machine: Machine) => Promise<void>): Promise<void> {
  const place = mkdtempSync(path.join(os.tmpdir(), 'concord-fault-'));
  try {
    await work(await copyOf(worked, place));
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

type Tried = Seen & { readonly where: string; readonly lost: number; readonly failures: readonly string[] };

async function tryFault(machine: Machine, fault: Fault, roll: Roll): Promise<Tried> {
  const where = await fault.inject(machine, roll);
  const failures: string[] = [];
  const inFolder = await problemsInFolder(machine);
  const session = await openReview(machine.userData);
  await session.checkFiles(true);
  const found = new Set(session.events.map(({ eventId }) => String(eventId)));
  const missing = [...machine.acknowledged].filter((id) => !found.has(id)).length;
  const sentences = startSentences(session);
  const explained = session.problems.length > 0 && sentences.every(isSaid);
  const atStart = session.problems.length > 0;
  session.close();
  if (!atStart) failures.push('nothing was said at the start');
  if (!explained) failures.push(`not said in both languages: ${JSON.stringify(sentences)}`);
  if (!inFolder.every(isSaid)) failures.push(`verify does not say it: ${JSON.stringify(inFolder)}`);
  const repaired = fault.then === 'whole' && (await isWhole(machine, failures));
  if (fault.then === 'whole' && missing > 0) failures.push(`${missing} acknowledged events are gone`);
  if (fault.then === 'told' && !session.problems.some(isSerious)) failures.push('not called serious');
  return {
    where,
    then: fault.then,
    atStart,
    byVerify: inFolder.length > 0,
    explained,
    repaired,
    lost: fault.then === 'whole' ? missing : 0,
    failures,
  };
}

/** One thing said, in each language. */
type Said = readonly string[];

/** Said in words, in each language, and not with the code. */
const isSaid = (said: Said): boolean =>
  new Set(said).size === languages.length &&
  said.every((sentence) => sentence.length > 30 && !/undefined|\[object|NaN/u.test(sentence));

export const startSentences = (session: ReviewSession): Said[] =>
  session.problems.map((problem) =>
    languages.map((language) =>
      problemInWords(
        textsIn(language),
        problem,
        (id) => [...session.state.coders.values()].find(({ authorId }) => authorId === id)?.name ?? id,
      ),
    ),
  );

/** What `concord verify` says of the folder; a folder it cannot even begin with is one thing said. */
async function problemsInFolder(machine: Machine): Promise<Said[]> {
  try {
    const { problems } = await checkFolder(machine.reviewFolder);
    return problems.map(({ code, where, detail }) =>
      languages.map((language) => textsIn(language).folderCheck[code](where, detail)),
    );
  } catch (cause) {
    const told = cause instanceof Error ? cause.message : String(cause);
    return [[told, `${told} `]];
  }
}

/** Whether both copies are whole again: nothing serious at another start, every chain and blob sound, every event there. */
export async function isWhole(machine: Machine, failures: string[]): Promise<boolean> {
  const before = failures.length;
  const again = await openReview(machine.userData);
  await again.checkFiles(true);
  const rest = again.problems.filter(({ code }) => code !== 'conflicted-copies');
  if (rest.length > 0) failures.push(`not healed by the second start: ${JSON.stringify(rest)}`);
  if (again.readOnly) failures.push('read only at the second start');
  const events = new Set(again.events.map(({ eventId }) => String(eventId)));
  again.close();
  const { read, problems } = await checkFolder(machine.reviewFolder);
  const serious = problems.filter(isSeriousInFolder);
  if (serious.length > 0) failures.push(`verify still finds ${JSON.stringify(serious)}`);
  const onDisk = new Set(read.events.map(({ eventId }) => String(eventId)));
  const inDatabase = [...(await databaseLines())];
  const gone = (from: ReadonlySet<string>): number =>
    [...machine.acknowledged].filter((id) => !from.has(id)).length;
  if (gone(events) > 0) failures.push(`${gone(events)} events are not in the review`);
  if (gone(onDisk) > 0) failures.push(`${gone(onDisk)} events are not on disk`);
  if (inDatabase.length < machine.acknowledged.size)
    failures.push(`the database has ${inDatabase.length} of ${machine.acknowledged.size} events`);
  return failures.length === before;
}
