import path from 'node:path';
import type { LogProblem } from '../../shared/ipc';
import { isAbsent, type DiskPort } from './disk-port';

/** Events in one immutable segment. */
export const segmentSize = 500;
export const headName = 'head.jsonl';
export const segmentName = (number: number): string => `${String(number).padStart(6, '0')}.jsonl`;
export const textOf = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/** More events than one coder ever makes; a line that claims a higher place is damaged. */
const highestSequence = 2_000_000;

/** What stands in the folder of one log: numbered segments of 500 lines, and the open tail `head.jsonl`. */
export type LogContents = {
  /** Sequence n at n - 1; undefined where no file has that line. */
  readonly bySequence: readonly (string | undefined)[];
  /** Lines from sequence 1 up to the first that is missing. */
  readonly lines: readonly string[];
  readonly torn: string | null;
  readonly problems: readonly LogProblem[];
  /** Names of the segments that are exactly as they were written. */
  readonly soundSegments: ReadonlySet<string>;
  /** Files whose content cannot be trusted as a whole; they are set aside before they are written anew. */
  readonly damagedFiles: ReadonlySet<string>;
  /** The folder is exactly what the writer of this log leaves behind: it may simply go on appending. */
  readonly sound: boolean;
};

/** Reads a log and trusts nothing: torn ends, gaps, foreign lines and copies are told apart from sound lines. */
export async function readLogContents(disk: DiskPort, folder: string): Promise<LogContents> {
  const names = (await namesIn(disk, folder)).filter((name) => name.endsWith('.jsonl')).sort();
  const reading = new Reading({
    authorId: path.basename(path.dirname(folder)),
    deviceId: path.basename(folder),
  });
  const segments = names.filter((name) => /^\d{6}\.jsonl$/u.test(name));
  const text = async (name: string): Promise<string> =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(await disk.read(path.join(folder, name)));
  for (const name of segments) reading.takeSegment(name, await text(name));
  const headFirst = reading.bySequence.length + 1;
  if (names.includes(headName)) reading.takeHead(await text(headName), headFirst);
  for (const name of names) {
    if (name !== headName && !segments.includes(name)) reading.takeCopy(name, await text(name));
  }
  return reading.result();
}

/** Whose log a folder is, by its name. */
type Owner = { readonly authorId: string; readonly deviceId: string };

class Reading {
  readonly bySequence: (string | undefined)[] = [];
  readonly #problems: LogProblem[] = [];
  readonly #sound = new Set<string>();
  readonly #damaged = new Set<string>();
  readonly #owner: Owner;
  #filled = 0;
  #tidy = true;
  #torn: string | null = null;

  constructor(owner: Owner) {
    this.#owner = owner;
  }

  takeSegment(name: string, text: string): void {
    const { lines, rest } = splitLines(text);
    const first = (Number(name.slice(0, 6)) - 1) * segmentSize + 1;
    const whole =
      rest === '' &&
      lines.length === segmentSize &&
      lines.every((line, index) => isInPlace(line, first + index));
    if (whole) {
      for (const [index, line] of lines.entries()) this.#believe(name, first + index, line);
      this.#sound.add(name);
      return;
    }
    this.#takeEach(name, rest === '' ? lines : [...lines, rest]);
    this.#isDamaged(name);
  }

  takeHead(text: string, expected: number): void {
    const { lines, rest } = splitLines(text);
    // A last line that is whole but for its line feed is as good as any other.
    const finished = rest !== '' && sequenceOf(rest) !== null;
    if (rest !== '') {
      this.#tidy = false;
      if (!finished) this.#torn = rest;
    }
    const all = finished ? [...lines, rest] : lines;
    if (all.length > 0 && sequenceOf(all[0]) !== expected) this.#tidy = false;
    if (this.#takeEach(headName, all)) this.#isDamaged(headName);
  }

  /** A file some sync service made out of two versions: it only fills what the log itself lacks. */
  takeCopy(name: string, text: string): void {
    const { lines, rest } = splitLines(text);
    this.#problems.push({ code: 'conflicted-copy', detail: name });
    const before = this.#filled;
    this.#takeEach(name, rest === '' ? lines : [...lines, rest]);
    if (this.#filled > before) this.#problems.push({ code: 'only-in-copy', detail: name });
  }

  result(): LogContents {
    const { bySequence } = this;
    const hole = bySequence.findIndex((line) => line === undefined);
    const lines = bySequence.slice(0, hole === -1 ? undefined : hole).filter((line) => line !== undefined);
    if (hole !== -1) {
      this.#tidy = false;
      const after = bySequence.findIndex((line, index) => index > hole && line !== undefined);
      this.#problems.push({ code: 'lines-missing', detail: `${hole + 1}-${after}` });
    }
    return {
      bySequence,
      lines,
      torn: this.#torn,
      problems: this.#problems,
      soundSegments: this.#sound,
      damagedFiles: this.#damaged,
      sound: this.#tidy && lines.length - this.#sound.size * segmentSize < segmentSize,
    };
  }

  /** Puts every line in its place if the place is free; true when some line is no event. */
  #takeEach(name: string, lines: readonly string[]): boolean {
    let damaged = false;
    for (const line of lines) {
      const sequence = sequenceOf(line, this.#owner);
      if (sequence === null) {
        damaged = true;
        continue;
      }
      const there = this.bySequence[sequence - 1];
      if (there === undefined) {
        this.#fill(sequence, line);
        if (name !== headName) this.#tidy = false;
      } else {
        if (name === headName) this.#tidy = false;
        if (there !== line) this.#problems.push({ code: 'copies-differ', detail: `${name}, ${sequence}` });
      }
    }
    return damaged;
  }

  /** A whole segment is believed over whatever a damaged file before it claimed. */
  #believe(name: string, sequence: number, line: string): void {
    const there = this.bySequence[sequence - 1];
    if (there !== undefined && there !== line) {
      this.#problems.push({ code: 'copies-differ', detail: `${name}, ${sequence}` });
    }
    this.#fill(sequence, line);
  }

  /** Without leaving holes in the array itself, so that a missing line is a value and not an absence. */
  #fill(sequence: number, line: string): void {
    this.#filled += 1;
    while (this.bySequence.length < sequence) this.bySequence.push(undefined);
    this.bySequence[sequence - 1] = line;
  }

  #isDamaged(name: string): void {
    this.#tidy = false;
    this.#damaged.add(name);
    this.#problems.push({ code: 'file-damaged', detail: name });
  }
}

/**
 * Whether a line of a segment is the event of that place. Parsing 100,000 events only to see this would double the time
 * to open a review; the hash chain, checked when events are replayed, finds what this lets pass.
 */
const isInPlace = (line: string, sequence: number): boolean =>
  (line.startsWith('{') && line.endsWith('}') && line.includes(`"sequence":${sequence}`)) ||
  sequenceOf(line) === sequence;

/** The place a line claims in its log, or null if it is no event at all, or says it is one of somebody else's. */
export function sequenceOf(line: string | undefined, owner?: Owner): number | null {
  if (line === undefined) return null;
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('sequence' in value)) return null;
  if (owner && 'authorId' in value && value.authorId !== owner.authorId) return null;
  if (owner && 'deviceId' in value && value.deviceId !== owner.deviceId) return null;
  const { sequence } = value;
  const isPlace = typeof sequence === 'number' && Number.isInteger(sequence) && sequence >= 1;
  return isPlace && sequence <= highestSequence ? sequence : null;
}

function splitLines(text: string): { lines: string[]; rest: string } {
  const lines = text.split('\n');
  const rest = lines.pop() ?? '';
  return { lines, rest };
}

async function namesIn(disk: DiskPort, folder: string): Promise<string[]> {
  try {
    return await disk.list(folder);
  } catch (cause) {
    if (isAbsent(cause)) return [];
    throw cause;
  }
}
