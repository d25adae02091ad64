import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AuthorId, DeviceId } from '@shared/kernel';
import { replay, screeningContext } from '@shared/review';
import { conflictsAt } from '@shared/screening';
import { readReviewFolder } from '../../src/cli/review-folder';
import { FolderTransport } from '../../src/main/team/folder-transport';

/** One frozen folder for each format version that was ever released; every later version opens it. */
const folder = path.join(__dirname, '../golden/reviews/format-1.review');

describe('a review folder of format 1', () => {
  it('is read as it was: who works on it, a conflict that is open, a vote that is sealed', async () => {
    const read = await readReviewFolder(folder);
    expect(read.problems).toEqual([]);
    const state = replay(read.events);
    expect(state.title).toBe('Peers 🌱 שלום');
    expect([...state.coders.values()].map(({ name, role }) => `${name} ${role}`)).toEqual([
      'Anna lead',
      'Bram coder',
    ]);
    const [conflict, ...more] = conflictsAt(screeningContext(state), 'title-abstract');
    expect(more).toEqual([]);
    expect(conflict?.votes.map(({ body }) => body.vote)).toEqual(['include', 'exclude']);
    expect(conflict?.votes[1]?.body.answers['design']?.quote).toBe('no peers');
    expect(state.sealing.sealed.size).toBe(2);
    expect(state.uncounted).toEqual([]);
  });

  it('keeps what a newer version wrote, byte for byte, and passes it on', async () => {
    const read = await readReviewFolder(folder);
    expect(replay(read.events).notUnderstood.map(({ why }) => why)).toEqual(['newer', 'newer']);
    const log = { authorId: AuthorId.parse('anna'), deviceId: DeviceId.parse('laptop0001') };
    const part = await new FolderTransport(folder).readLog(log, 1, 100);
    const text = readFileSync(path.join(folder, 'ledger/anna/laptop0001/head.jsonl'), 'utf8');
    expect(part.ok && part.value.lines.map((line) => `${line}\n`).join('')).toBe(text);
    expect(text).toContain('"thoughtRead"');
  });
});
