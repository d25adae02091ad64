import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { AuthorId, DeviceId, ReviewId, type Sha256 } from '@shared/kernel';
import { checkLog, type ChainProblem, type LedgerEvent, type LogKey } from '@shared/ledger';

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
  readonly title: string;
  readonly events: readonly LedgerEvent[];
  readonly logs: readonly (LogKey & { readonly events: number })[];
  readonly problems: readonly FolderProblem[];
};

/** Reads a review folder without changing it: every sound event, and what is wrong with the rest. */
export async function readReviewFolder(folder: string): Promise<ReadFolder> {
  const problems: FolderProblem[] = [];
  const review = await reviewFile(folder);
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

async function reviewFile(folder: string): Promise<{ reviewId: ReviewId; title: string }> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path.join(folder, 'review.json'), 'utf8'));
  } catch {
    throw new Error(`${folder} is not a review folder: it has no readable review.json.`);
  }
  const fields = typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
  const reviewId = ReviewId.safeParse(fields['reviewId']);
  if (!reviewId.success) throw new Error(`${folder} is not a review folder: review.json names no review.`);
  if (typeof fields['format'] === 'number' && fields['format'] > 1) {
    throw new Error(
      `${folder} was written by a newer Concord (format ${fields['format']}). Update to read it.`,
    );
  }
  return { reviewId: reviewId.data, title: String(fields['title'] ?? '') };
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
