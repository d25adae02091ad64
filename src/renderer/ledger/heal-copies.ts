import type { LogProblem } from '@shared/ipc';
import type { ReviewId } from '@shared/kernel';
import type { ChainProblem, LogKey } from '@shared/ledger';
import type { ReviewDatabase } from '../storage/review-database';
import type { JoinedLog } from './join-copies';
import type { JournalLog, JournalPort } from './journal-port';
import type { OpenProblem } from './open-problem';

/** Makes the database's copy of a log what was proven; what was done. */
export async function healDatabase(
  database: ReviewDatabase,
  { key, lines, database: state }: JoinedLog,
): Promise<OpenProblem[]> {
  if (state.damagedAt !== null) {
    await database.replaceLog(key, lines);
    return [{ code: 'mended', side: 'database', key, position: state.damagedAt }];
  }
  if (state.missingFrom === null) return [];
  const missing = lines.slice(state.missingFrom - 1);
  await database.append(key, missing);
  return [{ code: 'healed', side: 'database', events: missing.length }];
}

/** Makes the journal's copy of a log what was proven, and its files as they should be; what was done. */
export async function healJournal(
  journal: JournalPort,
  reviewId: ReviewId,
  { key, lines, journal: state }: JoinedLog,
  onDisk: JournalLog | undefined,
): Promise<OpenProblem[]> {
  const { copies, files, isUntidy } = troubleOf(onDisk);
  const told: OpenProblem[] = copies.length > 0 ? [{ code: 'conflicted-copies', key, files: copies }] : [];
  const isInOrder = state.damagedAt === null && !isUntidy;
  if (isInOrder && state.missingFrom === null) return told;
  const texts = lines.map(({ line }) => line);
  const from = state.missingFrom ?? texts.length + 1;
  const written = isInOrder
    ? await journal.append(reviewId, key, from, texts.slice(from - 1))
    : await journal.mendLog(reviewId, key, texts);
  if (!written.ok) return [...told, { code: 'journal-unreadable', error: written.error }];
  if (state.damagedAt !== null)
    told.push({ code: 'mended', side: 'journal', key, position: state.damagedAt });
  if (state.missingFrom !== null)
    told.push({ code: 'healed', side: 'journal', events: texts.length - from + 1 });
  if (files.length > 0) told.push({ code: 'files-mended', key, files });
  else if (onDisk !== undefined && onDisk.torn !== null && state.missingFrom === null)
    told.push({ code: 'torn-line', key });
  return told;
}

export const isSameLog = (a: LogKey, b: LogKey): boolean =>
  a.authorId === b.authorId && a.deviceId === b.deviceId;

/**
 * Where the journal lacks entries in the middle and the other copy has them, but is itself damaged later on, gives the
 * journal what it lacks: what stands behind its gap can then be read, and may make the other copy whole.
 *
 * @returns the log as the journal has it then; null where there was nothing to fill or it could not be
 */
export async function fillGap(
  journal: JournalPort,
  { key, lines, stop }: JoinedLog,
  onDisk: JournalLog | undefined,
  reviewId: ReviewId,
): Promise<JournalLog | null> {
  const known = onDisk?.lines.length ?? 0;
  const hasGap = onDisk?.problems.some(({ code }) => code === 'lines-missing') ?? false;
  const isStuck = stop !== null || gapAfter(lines.length, onDisk) !== null;
  if (!onDisk || !hasGap || !isStuck || lines.length <= known) return null;
  const missing = lines.slice(known).map(({ line }) => line);
  const written = await journal.append(reviewId, key, known + 1, missing);
  const read = written.ok ? await journal.readLogs(reviewId) : written;
  const again = read.ok ? read.value.find((log) => isSameLog(log, key)) : undefined;
  // What was damaged in its files is still to be told, though they were put in order to fill the gap.
  return again ? { ...again, problems: [...onDisk.problems, ...again.problems] } : null;
}

/** Entries that are in no file although later ones are, where what was put together does not reach beyond them. */
export function gapAfter(known: number, onDisk: JournalLog | undefined): ChainProblem | null {
  for (const { code, detail } of onDisk?.problems ?? []) {
    const last = code === 'lines-missing' ? Number(detail.split('-')[1]) : 0;
    if (known < last) return { code: 'gap', position: known + 1, detail };
  }
  return null;
}

/** What is wrong with the files of a log: copies beside it, files that are not as they were written, other disorder. */
function troubleOf(onDisk: JournalLog | undefined): {
  readonly copies: readonly string[];
  readonly files: readonly string[];
  /** The files have to be written anew, also where no line is missing. */
  readonly isUntidy: boolean;
} {
  const trouble = onDisk?.problems ?? [];
  const named = (code: LogProblem['code']): string[] =>
    trouble.filter((problem) => problem.code === code).map(({ detail }) => detail.split(',')[0] ?? detail);
  const copies = named('conflicted-copy');
  // What a copy says of a place that the log has is nothing against the log.
  const differing = named('copies-differ').filter((name) => !copies.includes(name));
  const files = [...new Set([...named('file-damaged'), ...differing])];
  const isTorn = onDisk !== undefined && onDisk.torn !== null;
  return { copies, files, isUntidy: files.length > 0 || named('only-in-copy').length > 0 || isTorn };
}
