import { readdir, readFile, truncate } from 'node:fs/promises';
import path from 'node:path';
import { syncFolder, withFile, writeAtomically } from './durable-files';

/** Events in one immutable segment. */
const segmentSize = 500;
const head = 'head.jsonl';

/** One log on disk: numbered segments of 500 lines, and the open tail `head.jsonl`. */
export type LogOnDisk = {
  readonly lines: readonly string[];
  /** Lines that stand in segments; the rest is in the head. */
  readonly inSegments: number;
  /** A last line without its end, cut off by a crash. */
  readonly torn: string | null;
  /** Bytes of the head that are whole lines. */
  readonly soundHeadBytes: number;
};

export type AppendFailure = { readonly code: 'sequence-gap' | 'log-differs'; readonly detail: string };

export async function readLogFolder(folder: string): Promise<LogOnDisk> {
  const names = await namesIn(folder);
  const segments = names.filter((name) => /^\d{6}\.jsonl$/u.test(name)).sort();
  const lines: string[] = [];
  for (const name of segments)
    lines.push(...wholeLines(await readFile(path.join(folder, name), 'utf8')).lines);
  const inSegments = lines.length;
  const headText = names.includes(head) ? await readFile(path.join(folder, head), 'utf8') : '';
  const tail = wholeLines(headText);
  // After a crash between writing a segment and clearing the head, the head still holds lines that segments have.
  const firstOfHead = tail.lines[0] === undefined ? -1 : lines.indexOf(tail.lines[0]);
  lines.push(...tail.lines.slice(firstOfHead === -1 ? 0 : inSegments - firstOfHead));
  return {
    lines,
    inSegments,
    torn: tail.torn === '' ? null : tail.torn,
    soundHeadBytes: Buffer.byteLength(headText) - Buffer.byteLength(tail.torn),
  };
}

/**
 * Appends lines that continue a log and returns after they are on disk. Lines that are already there are passed over if
 * they are the same; a gap, or other lines in their place, is refused.
 */
export async function appendToLog(
  folder: string,
  known: LogOnDisk,
  fromSequence: number,
  lines: readonly string[],
): Promise<
  { readonly ok: true; readonly log: LogOnDisk } | { readonly ok: false; readonly error: AppendFailure }
> {
  const have = known.lines.length;
  if (fromSequence > have + 1) {
    return { ok: false, error: { code: 'sequence-gap', detail: `${fromSequence} after ${have}` } };
  }
  const repeated = lines.slice(0, Math.max(0, have - fromSequence + 1));
  for (const [index, line] of repeated.entries()) {
    if (known.lines[fromSequence - 1 + index] !== line) {
      return { ok: false, error: { code: 'log-differs', detail: `at ${fromSequence + index}` } };
    }
  }
  const fresh = lines.slice(repeated.length);
  if (fresh.length === 0) return { ok: true, log: known };
  const file = path.join(folder, head);
  if (known.torn !== null) await truncate(file, known.soundHeadBytes);
  const text = fresh.map((line) => `${line}\n`).join('');
  await withFile(file, 'a', async (handle) => {
    await handle.writeFile(text);
    await handle.datasync();
  });
  if (have === 0) await syncFolder(folder);
  const log = {
    lines: [...known.lines, ...fresh],
    inSegments: known.inSegments,
    torn: null,
    soundHeadBytes: known.soundHeadBytes + Buffer.byteLength(text),
  };
  return { ok: true, log: await closeSegments(folder, log) };
}

/** Moves full runs of 500 lines out of the head into segments of their own. */
async function closeSegments(folder: string, log: LogOnDisk): Promise<LogOnDisk> {
  let { inSegments } = log;
  while (log.lines.length - inSegments >= segmentSize) {
    const number = Math.floor(inSegments / segmentSize) + 1;
    const part = log.lines.slice(inSegments, inSegments + segmentSize);
    await writeAtomically(path.join(folder, `${String(number).padStart(6, '0')}.jsonl`), linesText(part));
    inSegments += segmentSize;
  }
  if (inSegments === log.inSegments) return log;
  const rest = linesText(log.lines.slice(inSegments));
  await writeAtomically(path.join(folder, head), rest);
  return { ...log, inSegments, soundHeadBytes: Buffer.byteLength(rest) };
}

const linesText = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

function wholeLines(text: string): { lines: string[]; torn: string } {
  const lines = text.split('\n');
  const torn = lines.pop() ?? '';
  return { lines, torn };
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return [];
    throw cause;
  }
}
