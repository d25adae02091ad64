import type { LogKey } from '@shared/ledger';

export type LogText = LogKey & { readonly lines: readonly string[] };

/** What to do about one log that exists in the database, in the journal, or in both. */
export type LogComparison = {
  readonly key: LogKey;
  /** The longer of the two; both are prefixes of it unless they differ. */
  readonly lines: readonly string[];
  /** Lines the database lacks, from this 0-based position on. */
  readonly missingInDatabaseFrom: number | null;
  readonly missingInJournalFrom: number | null;
  /** 0-based position of the first line that is not the same on both sides. */
  readonly differsAt: number | null;
};

/**
 * Lays the two copies of every log side by side. Logs only grow, so one must be a prefix of the other: then the shorter
 * can be healed from the longer. If they differ inside the common part, nothing is healed and a person must look.
 */
export function compareLogs(database: readonly LogText[], journal: readonly LogText[]): LogComparison[] {
  const pairs = new Map<string, { key: LogKey; database: readonly string[]; journal: readonly string[] }>();
  for (const log of database) pairs.set(nameOf(log), { key: keyOf(log), database: log.lines, journal: [] });
  for (const log of journal) {
    const known = pairs.get(nameOf(log));
    if (known) pairs.set(nameOf(log), { ...known, journal: log.lines });
    else pairs.set(nameOf(log), { key: keyOf(log), database: [], journal: log.lines });
  }
  return [...pairs.values()].map(({ key, database: left, journal: right }) => {
    const common = Math.min(left.length, right.length);
    let differsAt: number | null = null;
    for (let index = 0; index < common; index += 1) {
      if (left[index] !== right[index]) {
        differsAt = index;
        break;
      }
    }
    return {
      key,
      lines: left.length >= right.length ? left : right,
      missingInDatabaseFrom: differsAt === null && left.length < right.length ? left.length : null,
      missingInJournalFrom: differsAt === null && right.length < left.length ? right.length : null,
      differsAt,
    };
  });
}

const keyOf = ({ authorId, deviceId }: LogText): LogKey => ({ authorId, deviceId });
const nameOf = ({ authorId, deviceId }: LogText): string => `${authorId} ${deviceId}`;
