import fc from 'fast-check';
import {
  AuthorId,
  DeviceId,
  ReviewId,
  createHybridClock,
  hashText,
  recordIdOf,
  type RecordId,
} from '@shared/kernel';
import { createLogWriter, emptyHead, type LedgerEvent } from '@shared/ledger';
import { protocolTemplates } from '@shared/protocol';
import type { EventBody } from '@shared/review';
import type { ScreeningStage, Vote } from '@shared/screening';

/** Random but sound reviews: every event made by the log writer of its author, as the program makes them. */

export const reviewId = ReviewId.parse('review-under-test');
export const lead = AuthorId.parse('lead');
export const first = AuthorId.parse('first');
export const second = AuthorId.parse('second');
export const authors = [lead, first, second] as const;
const devices = new Map(authors.map((author, index) => [author, DeviceId.parse(`device000${index}`)]));

export const fileHash = hashText('a file');
export const recordCount = 12;
export const recordIds: readonly RecordId[] = Array.from({ length: recordCount }, (_, index) =>
  recordIdOf(fileHash, index + 1),
);

const template = protocolTemplates[0];
if (!template) throw new Error('There is no protocol template');
export const protocol = template.protocol.en;

export const opening: readonly EventBody[] = [
  { kind: 'reviewCreated', version: 1, title: 'Test', templateId: 'peer-support', fictitious: true },
  { kind: 'coderJoined', version: 1, name: 'Lead', role: 'lead' },
  { kind: 'protocolSaved', version: 1, protocol, note: '' },
  {
    kind: 'batchImported',
    version: 1,
    source: {
      database: 'PubMed',
      platform: '',
      kind: 'database',
      searchedOn: '',
      strategy: '',
      limits: '',
      hits: null,
    },
    file: { name: 'a.ris', sha256: fileHash, bytes: 6, format: 'ris', encoding: 'utf-8' },
    recordCount,
    recordBlocks: [],
    problemCount: 0,
    problemsBlob: null,
  },
];

/** One step of one author: what they did, or that they took back their latest vote. */
export type Step = { readonly author: AuthorId } & ({ readonly body: EventBody } | { readonly undo: true });

export const castVote = (
  recordId: RecordId,
  vote: Vote,
  stage: ScreeningStage = 'title-abstract',
  reasonId: string | null = vote === 'exclude' ? 'wrong-design' : null,
): EventBody => ({
  kind: 'voteCast',
  version: 1,
  stage,
  recordId,
  vote,
  reasonId,
  answers: {},
  overruled: null,
  seconds: null,
});

const anyRecord = fc.constantFrom(...recordIds);
const anyStage = fc.constantFrom<ScreeningStage>('title-abstract', 'full-text');
const anyReason = fc.constantFrom('wrong-design', 'not-peer-delivered', 'no-outcome');

const anyVote: fc.Arbitrary<EventBody> = fc
  .record({
    recordId: anyRecord,
    vote: fc.constantFrom<Vote>('include', 'include', 'exclude', 'maybe'),
    stage: anyStage,
    reason: anyReason,
  })
  .map(({ recordId, vote, stage, reason }) =>
    castVote(
      recordId,
      stage === 'full-text' && vote === 'maybe' ? 'include' : vote,
      stage,
      vote === 'exclude' ? reason : null,
    ),
  );

const anyOther: fc.Arbitrary<EventBody> = fc.oneof(
  fc
    .record({
      a: anyRecord,
      b: anyRecord,
      verdict: fc.constantFrom<'same' | 'different'>('same', 'different'),
    })
    .map(({ a, b, verdict }): EventBody =>
      a === b
        ? { kind: 'retrievalNoted', version: 1, recordId: a, status: 'retrieved', note: '' }
        : { kind: 'duplicatesDecided', version: 1, verdict, records: [a, b] },
    ),
  fc
    .record({
      recordId: anyRecord,
      status: fc.constantFrom<'retrieved' | 'not-retrieved' | 'sought'>(
        'retrieved',
        'not-retrieved',
        'sought',
      ),
    })
    .map(({ recordId, status }): EventBody => ({
      kind: 'retrievalNoted',
      version: 1,
      recordId,
      status,
      note: '',
    })),
  fc
    .record({ recordId: anyRecord, text: fc.string({ minLength: 1, maxLength: 20 }) })
    .map(({ recordId, text }): EventBody => ({
      kind: 'noteWritten',
      version: 1,
      stage: 'title-abstract',
      recordId,
      text,
      shared: false,
    })),
);

export const anyStep: fc.Arbitrary<Step> = fc
  .tuple(
    fc.constantFrom(...authors),
    fc.oneof(
      { weight: 7, arbitrary: anyVote },
      { weight: 2, arbitrary: anyOther },
      { weight: 1, arbitrary: fc.constant(null) },
    ),
  )
  .map(([author, body]) => (body === null ? { author, undo: true } : { author, body }));

export const anySteps = fc.array(anyStep, { maxLength: 60 });

/** The ledger these steps leave, in the order in which they happened; clocks tick a second per step. */
export function ledgerOf(steps: readonly Step[], start: readonly EventBody[] = opening): LedgerEvent[] {
  const writers = new Map(
    authors.map((author) => {
      const deviceId = devices.get(author) ?? DeviceId.parse('device0000');
      return [
        author,
        createLogWriter(reviewId, { authorId: author, deviceId }, emptyHead, createHybridClock(deviceId)),
      ];
    }),
  );
  const events: LedgerEvent[] = [];
  const votes = new Map<AuthorId, LedgerEvent[]>();
  let now = 1_700_000_000_000;
  const write = (author: AuthorId, body: EventBody): void => {
    const writer = writers.get(author);
    if (!writer) return;
    now += 1_000;
    for (const { event, hash } of writer.seal([body], now)) {
      writer.advance({ sequence: event.sequence, hash });
      events.push(event);
      if (body.kind === 'voteCast') votes.set(author, [...(votes.get(author) ?? []), event]);
    }
  };
  for (const body of start) write(lead, body);
  for (const author of [first, second])
    write(author, { kind: 'coderJoined', version: 1, name: author, role: 'coder' });
  for (const step of steps) {
    if ('body' in step) write(step.author, step.body);
    else {
      const target = votes.get(step.author)?.pop();
      if (target) write(step.author, { kind: 'judgementWithdrawn', version: 1, target: target.eventId });
    }
  }
  return events;
}
