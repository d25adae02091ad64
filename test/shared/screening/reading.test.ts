import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFlow } from '@shared/prisma';
import { decide, flowOfReview, replay, screeningContext, type EventBody } from '@shared/review';
import { coderView, knownRelevant, readingOf, stageCounts, standingStop, type Vote } from '@shared/screening';
import {
  anySteps,
  castVote,
  first,
  lead,
  ledgerOf,
  recordCount,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';

const basis = { read: 4, found: 1, total: recordCount, p: 0.03, recall: 0.95, confidence: 0.95 };
const stop: EventBody = {
  kind: 'screeningStopped',
  version: 1,
  stage: 'title-abstract',
  reason: 'The test says so',
  basis,
  model: null,
};
const [one, two, three, four] = recordIds;
if (!one || !two || !three || !four) throw new Error('too few records');
const voted: readonly Step[] = [
  { author: first, body: castVote(one, 'include') },
  { author: second, body: castVote(one, 'include') },
  { author: first, body: castVote(two, 'exclude') },
  { author: second, body: castVote(two, 'exclude') },
  { author: first, body: castVote(three, 'exclude') },
];
const stateOf = (steps: readonly Step[]) => replay(ledgerOf(steps));
const contextOf = (steps: readonly Step[]) => screeningContext(stateOf(steps));

describe('a stop', () => {
  const stopped = [...voted, { author: lead, body: stop }];

  it('sets aside what nobody has read, and nothing else', () => {
    const context = contextOf(stopped);
    expect(standingStop(context)?.unread).toBe(recordCount - 3);
    expect(coderView(context, 'title-abstract', first).queue).toEqual([]);
    // One vote is there: the second is still asked for.
    expect(coderView(context, 'title-abstract', second).queue).toEqual([three]);
    expect(stageCounts(context, 'title-abstract')).toMatchObject({ include: 1, exclude: 10, pending: 1 });
  });

  it('counts them in PRISMA as excluded by automation tools', () => {
    const { boxes, extra, broken } = deriveFlow(flowOfReview(stateOf(stopped)));
    expect(broken).toEqual([]);
    expect(boxes).toMatchObject({ records_excluded: 10 });
    expect(JSON.stringify({ boxes, extra })).toContain(`"records_excluded_automation":${recordCount - 3}`);
    expect(JSON.stringify({ boxes, extra })).toContain('"records_excluded_human":1');
  });

  it('gives way to a vote on one of them, and to being withdrawn', () => {
    const reading = contextOf([...stopped, { author: first, body: castVote(four, 'include') }]);
    expect(coderView(reading, 'title-abstract', second).queue).toEqual([three, four]);
    expect(standingStop(reading)?.unread).toBe(recordCount - 4);
    const events = ledgerOf(stopped);
    const target = events.find(({ body }) => body.kind === 'screeningStopped')?.eventId;
    if (!target) throw new Error('no stop');
    const reopened = screeningContext(
      replay(
        ledgerOf([...stopped, { author: second, body: { kind: 'judgementWithdrawn', version: 1, target } }]),
      ),
    );
    expect(standingStop(reopened)).toBeUndefined();
    expect(coderView(reopened, 'title-abstract', first).queue).toHaveLength(recordCount - 3);
  });

  it('does not touch records that come in later', () => {
    const later: EventBody = {
      kind: 'batchImported',
      version: 1,
      source: {
        database: 'Scopus',
        platform: '',
        kind: 'database',
        searchedOn: '',
        strategy: '',
        limits: '',
        hits: null,
      },
      file: { name: 'b.ris', sha256: 'b'.repeat(64) as never, bytes: 1, format: 'ris', encoding: 'utf-8' },
      recordCount: 2,
      recordBlocks: [],
      problemCount: 0,
      problemsBlob: null,
    };
    const context = contextOf([...stopped, { author: lead, body: later }]);
    expect(coderView(context, 'title-abstract', first).queue).toHaveLength(2);
    expect(standingStop(context)?.unread).toBe(recordCount - 3);
  });

  it('is the lead’s to make, with a reason, while something is unread', () => {
    const ask = (author: typeof lead, steps: readonly Step[], reason: string) =>
      decide(stateOf(steps), { do: 'stopScreening', reason, basis, model: null }, { authorId: author });
    expect(ask(first, voted, 'Enough')).toMatchObject({ error: { code: 'only-lead' } });
    expect(ask(lead, voted, ' ')).toMatchObject({ error: { code: 'stop-without-reason' } });
    expect(ask(lead, voted, 'Enough')).toMatchObject({ ok: true });
    const all = recordIds.map((id): Step => ({ author: first, body: castVote(id, 'exclude') }));
    expect(ask(lead, all, 'Enough')).toMatchObject({ error: { code: 'nothing-unread' } });
  });

  it('keeps boxes adding up whatever happens before and after', () => {
    fc.assert(
      fc.property(anySteps, anySteps, (before, after) => {
        const flow = deriveFlow(flowOfReview(stateOf([...before, { author: lead, body: stop }, ...after])));
        expect(flow.broken).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('what a coder has read', () => {
  const viewer = { authorId: first, role: 'coder' } as const;

  it('is the same for a blind coder whatever the others vote', () => {
    const otherwise = (steps: readonly Step[], votes: readonly Vote[]): Step[] =>
      steps.map((step, index): Step =>
        step.author === first || !('body' in step) || step.body.kind !== 'voteCast'
          ? step
          : {
              author: step.author,
              body: castVote(step.body.recordId, votes[index % votes.length] ?? 'maybe', step.body.stage),
            },
      );
    const votes = fc.array(fc.constantFrom<Vote>('include', 'exclude', 'maybe'), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(anySteps, votes, (steps, replaced) => {
        const blindSteps = steps.filter(
          (step) =>
            !('body' in step) || step.body.kind !== 'voteCast' || step.body.stage === 'title-abstract',
        );
        const [as, is] = [blindSteps, otherwise(blindSteps, replaced)].map((work) => {
          const context = contextOf(work);
          if (coderView(context, 'title-abstract', first).queue.length === 0) return null;
          return readingOf(context, 'title-abstract', viewer);
        });
        expect(is).toEqual(as);
      }),
      { numRuns: 300 },
    );
  });

  it('is the decision once nothing waits, in the order of the first votes', () => {
    const steps: Step[] = [
      ...recordIds.map((id): Step => ({ author: second, body: castVote(id, 'exclude') })),
      ...recordIds.map((id): Step => ({
        author: first,
        body: castVote(id, id === one ? 'include' : 'exclude'),
      })),
    ];
    const read = readingOf(contextOf(steps), 'title-abstract', viewer);
    expect(read.map(({ recordId }) => recordId)).toEqual(recordIds);
    // A conflict counts as relevant until it is settled: missing one costs more than reading one.
    expect(read.map(({ relevant }) => relevant)).toEqual(recordIds.map((id) => id === one));
  });

  it('knows the relevant records somebody named, by report', () => {
    const named: EventBody = { kind: 'relevantRecordsNamed', version: 1, recordIds: [two] };
    const same: EventBody = { kind: 'duplicatesDecided', version: 1, verdict: 'same', records: [one, two] };
    expect([...knownRelevant(contextOf([{ author: first, body: named }]))]).toEqual([two]);
    expect([
      ...knownRelevant(
        contextOf([
          { author: first, body: named },
          { author: lead, body: same },
        ]),
      ),
    ]).toEqual([one]);
  });
});
