import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AuthorId, DeviceId, ReviewId, type Sha256 } from '@shared/kernel';
import { checkLog, readLine, type ChainProblem, type LedgerEvent, type LogKey } from '@shared/ledger';

export type FolderProblem = {
  readonly code:
    | ChainProblem['code']
    | 'review-file'
    | 'torn-line'
    | 'missing-segment'
    | 'blob-missing'
    | 'blob-damaged'
    | 'conflicted-copy'
    | 'seal-broken'
    | 'no-right';
  readonly where: string;
  readonly detail: string;
};

export type ReadFolder = {
  readonly reviewId: ReviewId;
  /** Null where review.json does not say. */
  readonly title: string | null;
  readonly events: readonly LedgerEvent[];
  readonly logs: readonly (LogKey & { readonly events: number })[];
  readonly problems: readonly FolderProblem[];
};

/** Reads a review folder without changing it: every sound event, and what is wrong with the rest. */
export async function readReviewFolder(folder: string): Promise<ReadFolder> {
  const problems: FolderProblem[] = [];
  const { problem, ...review } = await reviewFile(folder);
  if (problem) problems.push(problem);
  const logs: (LogKey & { events: number })[] = [];
  const events: LedgerEvent[] = [];
  for (const author of await names(path.join(folder, 'ledger'))) {
    for (const device of await names(path.join(folder, 'ledger', author))) {
      const key = { authorId: AuthorId.safeParse(author), deviceId: DeviceId.safeParse(device) };
      if (!key.authorId.success || !key.deviceId.success) continue;
      const logKey: LogKey = { authorId: key.authorId.data, deviceId: key.deviceId.data };
      const where = `ledger/${author}/${device}`;
      const texts = await logLines(path.join(folder, where), where, problems);
      const checked = checkLog(texts, review.reviewId, logKey);
      if (checked.problem) {
        const { code, position, detail } = checked.problem;
        problems.push({ code, where: `${where}, line ${position}`, detail });
      }
      events.push(...checked.lines.map(({ event }) => event));
      logs.push({ ...logKey, events: checked.lines.length });
    }
  }
  return { ...review, events, logs, problems };
}

type ReviewFile = {
  readonly reviewId: ReviewId;
  /** Null where the file does not say. */
  readonly title: string | null;
  readonly problem?: FolderProblem;
};

/** What review.json says, or, where it says nothing, which review the ledger is of. */
async function reviewFile(folder: string): Promise<ReviewFile> {
  let text: string | null = null;
  let value: unknown;
  try {
    text = await readFile(path.join(folder, 'review.json'), 'utf8');
    value = JSON.parse(text);
  } catch {
    value = null;
  }
  const fields = typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  const named = ReviewId.safeParse(fields['reviewId']);
  const inLedger = await reviewOfLedger(folder);
  if (!named.success && inLedger === null)
    throw new Error(`${folder} is not a review folder: it has neither a readable review.json nor a ledger.`);
  const title = typeof fields['title'] === 'string' ? fields['title'] : null;
  const where = 'review.json';
  if (typeof fields['format'] === 'number' && fields['format'] > 1)
    throw new Error(
      `${folder} was written by a newer Concord (format ${fields['format']}). Update to read it.`,
    );
  if (named.success && (inLedger === null || inLedger === named.data) && title !== null)
    return { reviewId: named.data, title };
  const detail = text === null ? 'not there' : 'not readable, or of another review';
  return {
    reviewId: inLedger ?? ReviewId.parse(fields['reviewId']),
    title,
    problem: { code: 'review-file', where, detail },
  };
}

/** The review that most logs begin with; null where no line can be read. */
async function reviewOfLedger(folder: string): Promise<ReviewId | null> {
  const counts = new Map<ReviewId, number>();
  for (const author of await names(path.join(folder, 'ledger'))) {
    for (const device of await names(path.join(folder, 'ledger', author))) {
      const place = path.join(folder, 'ledger', author, device);
      for (const name of (await names(place)).filter((each) => each.endsWith('.jsonl'))) {
        const [first = ''] = (await readFile(path.join(place, name), 'utf8')).split('\n', 1);
        const read = readLine(first);
        if (read.ok) counts.set(read.value.event.reviewId, (counts.get(read.value.event.reviewId) ?? 0) + 1);
      }
    }
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

async function logLines(folder: string, where: string, problems: FolderProblem[]): Promise<string[]> {
  const files = await names(folder);
  const segments = files.filter((name) => /^\d{6}\.jsonl$/u.test(name)).sort();
  const lines: string[] = [];
  for (const [index, name] of segments.entries()) {
    const expected = `${String(index + 1).padStart(6, '0')}.jsonl`;
    if (name !== expected && !segments.includes(expected)) {
      problems.push({
        code: 'missing-segment',
        where: `${where}/${expected}`,
        detail: `${name} is there, ${expected} is not`,
      });
    }
    lines.push(...(await wholeLines(path.join(folder, name), `${where}/${name}`, problems)));
  }
  if (files.includes('head.jsonl')) {
    const head = await wholeLines(path.join(folder, 'head.jsonl'), `${where}/head.jsonl`, problems);
    const overlap = head[0] === undefined ? -1 : lines.indexOf(head[0]);
    lines.push(...head.slice(overlap === -1 ? 0 : lines.length - overlap));
  }
  for (const name of files) {
    if (name.endsWith('.jsonl') && name !== 'head.jsonl' && !segments.includes(name)) {
      problems.push({ code: 'conflicted-copy', where: `${where}/${name}`, detail: 'kept, not read' });
    }
  }
  return lines;
}

async function wholeLines(file: string, where: string, problems: FolderProblem[]): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const torn = lines.pop() ?? '';
  if (torn !== '')
    problems.push({ code: 'torn-line', where, detail: `${torn.length} characters without an end` });
  return lines;
}

/** The bytes of a blob, or the problem with it. */
export async function readBlob(folder: string, sha256: Sha256): Promise<Uint8Array | FolderProblem> {
  const where = `blobs/${sha256.slice(0, 2)}/${sha256}`;
  try {
    const bytes = await readFile(path.join(folder, where));
    const damaged = createHash('sha256').update(bytes).digest('hex') !== sha256;
    return damaged
      ? { code: 'blob-damaged', where, detail: 'the content does not fit its name' }
      : new Uint8Array(bytes);
  } catch {
    return { code: 'blob-missing', where, detail: 'named by the ledger, not in the folder' };
  }
}

async function names(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch {
    return [];
  }
}
