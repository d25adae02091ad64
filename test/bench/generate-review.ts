import { AuthorId, createHybridClock, DeviceId, hashText, recordIdOf, ReviewId } from '@shared/kernel';
import type { RecordId } from '@shared/kernel';
import { createLogWriter, emptyHead, type LedgerLine, type LogKey } from '@shared/ledger';
import { templateById } from '@shared/protocol';
import type { EventBody } from '@shared/review';
import type { Vote } from '@shared/screening';

export const reviewId = ReviewId.parse('review-to-measure');
export const fileHash = hashText('an invented export');

/** A coder of the invented review with a log that goes on where the last line ended. */
export type InventedCoder = {
  readonly key: LogKey;
  readonly write: (...bodies: readonly EventBody[]) => readonly LedgerLine[];
};

/** Clocks of all coders tick together, a millisecond an event, so that later events have later ids. */
export function inventCoders(names: readonly string[]): readonly InventedCoder[] {
  let now = 1_790_000_000_000;
  return names.map((name, index) => {
    const key = { authorId: AuthorId.parse(name), deviceId: DeviceId.parse(`device000${index}`) };
    const writer = createLogWriter(reviewId, key, emptyHead, createHybridClock(key.deviceId));
    return {
      key,
      write: (...bodies) => {
        now += 1;
        const lines = writer.seal(bodies, now);
        const last = lines.at(-1);
        if (last) writer.advance({ sequence: last.event.sequence, hash: last.hash });
        return lines;
      },
    };
  });
}

export const recordAt = (index: number): RecordId => recordIdOf(fileHash, index + 1);

/** A review of one batch of `count` records, from its start up to the first vote. */
export function opening(count: number, blocks: readonly ReturnType<typeof hashText>[] = []): EventBody[] {
  const template = templateById('peer-support');
  if (!template) throw new Error('There is no protocol template');
  return [
    {
      kind: 'reviewCreated',
      version: 1,
      title: 'Invented review',
      templateId: template.id,
      fictitious: true,
    },
    joined('First'),
    { kind: 'protocolSaved', version: 1, protocol: template.protocol.en, note: '' },
    {
      kind: 'batchImported',
      version: 1,
      source: {
        database: 'Invented',
        platform: '',
        kind: 'database',
        searchedOn: '',
        strategy: '',
        limits: '',
        hits: count,
      },
      file: { name: 'invented.ris', sha256: fileHash, bytes: 1, format: 'ris', encoding: 'utf-8' },
      recordCount: count,
      recordBlocks: [...blocks],
      problemCount: 0,
      problemsBlob: null,
    },
    // One report in twenty was found twice.
    {
      kind: 'duplicatesFound',
      version: 1,
      method: 'invented',
      groups: Array.from({ length: Math.floor(count / 20) }, (_, group) => ({
        records: [recordAt(group * 20), recordAt(group * 20 + 1)],
        why: 'doi',
      })),
    },
  ];
}

export const joined = (name: string): EventBody => ({
  kind: 'coderJoined',
  version: 1,
  name,
  role: 'coder',
});

/** A vote of coder `coder` (0, 1) at title and abstract: one in ten goes forward, one in fifty is in dispute. */
export function voteOn(index: number, coder: number): EventBody {
  const vote: Vote =
    index % 50 === 7 ? (coder === 0 ? 'include' : 'exclude') : index % 10 === 3 ? 'include' : 'exclude';
  return {
    kind: 'voteCast',
    version: 1,
    stage: 'title-abstract',
    recordId: recordAt(index),
    vote,
    reasonId: null,
    answers:
      vote === 'include'
        ? { adults: { answer: 'yes' }, design: { answer: 'yes' } }
        : { adults: { answer: 'yes' }, design: { answer: 'no' } },
    overruled: null,
    seconds: 12.5,
  };
}

/** An include at full text. */
export const fullTextVote = (index: number): EventBody => ({
  kind: 'voteCast',
  version: 1,
  stage: 'full-text',
  recordId: recordAt(index),
  vote: 'include',
  reasonId: null,
  answers: {},
  overruled: null,
  seconds: 240,
});
