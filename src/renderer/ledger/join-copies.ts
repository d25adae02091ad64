import type { ReviewId, Sha256, Work } from '@shared/kernel';
import {
  checkLog,
  emptyHead,
  readLine,
  type ChainProblem,
  type LedgerLine,
  type LogHead,
  type LogKey,
} from '@shared/ledger';

/** One copy of a log; `lastHash` is what its last line must hash to, where the copy remembers that apart from the line. */
export type LogCopy = LogKey & { readonly lines: readonly string[]; readonly lastHash?: Sha256 | undefined };

/** How one copy stands to the log as it was proven; places are sequences, from 1. */
export type CopyState = {
  /** The first event it lacks at its end. */
  readonly missingFrom: number | null;
  /** The first event of which it says something else. */
  readonly damagedAt: number | null;
};

/** One log put together from its copies. */
export type JoinedLog = {
  readonly key: LogKey;
  /** As far as one copy or the other proves it. */
  readonly lines: readonly LedgerLine[];
  /** Why it ends there although a copy goes on: both are sound and differ, or neither is. */
  readonly stop:
    | { readonly code: 'differ'; readonly position: number }
    | { readonly code: 'broken'; readonly problem: ChainProblem }
    | null;
  readonly database: CopyState;
  readonly journal: CopyState;
};

/** The copies of each log, from the database and from the journal, side by side. */
export function pairCopies(
  database: readonly LogCopy[],
  journal: readonly LogCopy[],
): { readonly key: LogKey; readonly database: LogCopy; readonly journal: LogCopy }[] {
  const nameOf = ({ authorId, deviceId }: LogKey): string => `${authorId} ${deviceId}`;
  const keyOf = ({ authorId, deviceId }: LogKey): LogKey => ({ authorId, deviceId });
  const inDatabase = new Map(database.map((copy) => [nameOf(copy), copy]));
  const onDisk = new Map(journal.map((copy) => [nameOf(copy), copy]));
  const keys = new Map([...database, ...journal].map((copy) => [nameOf(copy), keyOf(copy)]));
  return [...keys].map(([name, key]) => ({
    key,
    database: inDatabase.get(name) ?? { ...key, lines: [] },
    journal: onDisk.get(name) ?? { ...key, lines: [] },
  }));
}

/**
 * Puts a log together from two copies, event by event. Logs only grow, so usually one is the beginning of the other. Where
 * they say different things the chain of hashes tells which is damaged: the next event names the hash of the one before.
 * The last event has none after it; there the hash that a copy remembers beside it decides. Two sound copies of which
 * neither can be refuted are no damage but two histories: there a person must look.
 */
export function* joinCopies(
  reviewId: ReviewId,
  key: LogKey,
  database: LogCopy,
  journal: LogCopy,
): Work<JoinedLog> {
  const lines: LedgerLine[] = [];
  let head: LogHead = emptyHead;
  let stop: JoinedLog['stop'] = null;
  const damaged = { database: null as number | null, journal: null as number | null };
  const length = Math.max(database.lines.length, journal.lines.length);
  for (let at = 0; at < length; at += 1) {
    // After every line: some hold thousands of joins.
    yield;
    const texts = [...new Set([database.lines[at], journal.lines[at]].filter((text) => text !== undefined))];
    const checked = texts.map((text) => checkLog([text], reviewId, key, head));
    const sound = checked.flatMap((each) => each.lines);
    const chosen = sound.length < 2 ? sound[0] : chooseOf(sound, at, [database, journal]);
    if (!chosen) {
      const problem = checked.find((each) => each.problem)?.problem;
      stop =
        sound.length > 1 || !problem ? { code: 'differ', position: at + 1 } : { code: 'broken', problem };
      break;
    }
    for (const side of ['database', 'journal'] as const) {
      const text = (side === 'database' ? database : journal).lines[at];
      if (text !== undefined && text !== chosen.line) damaged[side] ??= at + 1;
    }
    lines.push(chosen);
    head = { sequence: chosen.event.sequence, hash: chosen.hash };
  }
  const stateOf = (side: 'database' | 'journal', copy: LogCopy): CopyState => ({
    missingFrom: copy.lines.length < lines.length ? copy.lines.length + 1 : null,
    damagedAt: damaged[side],
  });
  return { key, lines, stop, database: stateOf('database', database), journal: stateOf('journal', journal) };
}

/** Of two lines that both continue the log, the one that is not damaged; undefined where nothing tells. */
function chooseOf(
  candidates: readonly LedgerLine[],
  at: number,
  copies: readonly LogCopy[],
): LedgerLine | undefined {
  const judged = candidates.map((line) => ({ line, proof: proofOf(line, at, copies) }));
  const standing = judged.filter(({ proof }) => proof !== 'refuted');
  if (standing.length === 1) return standing[0]?.line;
  const proven = standing.filter(({ proof }) => proof === 'proven');
  return isOneEvent(candidates) && proven.length === 1 ? proven[0]?.line : undefined;
}

/**
 * Two events with two names were both written by somebody; one name with two texts is damage. So is a name that was damaged
 * itself: whoever writes another event writes another time, and that takes more than one character.
 */
function isOneEvent([first, second]: readonly LedgerLine[]): boolean {
  if (!first || !second || first.event.eventId === second.event.eventId) return true;
  const { line } = second;
  return (
    first.line.length === line.length &&
    first.line.split('').filter((character, at) => character !== line[at]).length === 1
  );
}

/** What the copies that hold a line say of it: the next line names its hash or another, or the copy remembers its hash. */
function proofOf(
  { line, hash }: LedgerLine,
  at: number,
  copies: readonly LogCopy[],
): 'proven' | 'refuted' | 'open' {
  let proof: 'proven' | 'refuted' | 'open' = 'open';
  for (const copy of copies) {
    if (copy.lines[at] !== line) continue;
    const next = copy.lines[at + 1];
    const read = next === undefined ? undefined : readLine(next);
    const named = read ? (read.ok ? read.value.event.previousHash : undefined) : copy.lastHash;
    if (named === undefined) continue;
    if (named === hash) return 'proven';
    proof = 'refuted';
  }
  return proof;
}
