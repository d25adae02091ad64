import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay, screeningContext } from '@shared/review';
import {
  coderView,
  conflictsAt,
  decideStage,
  isBlind,
  proposeVote,
  votesPerCoder,
  type Vote,
} from '@shared/screening';
import { membersOf } from '@shared/review';
import {
  anySteps,
  castVote,
  first,
  lead,
  ledgerOf,
  protocol,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';

/** The same work by others, with every vote, reason and answer of theirs replaced. */
const otherwise = (steps: readonly Step[], votes: readonly Vote[]): Step[] =>
  steps.map((step, index): Step => {
    if (step.author === first || !('body' in step) || step.body.kind !== 'voteCast') return step;
    const vote = votes[index % votes.length] ?? 'exclude';
    return { author: step.author, body: castVote(step.body.recordId, vote, step.body.stage) };
  });

const titleAbstractOnly = anySteps.map((steps) =>
  steps.filter(
    (step) => !('body' in step) || step.body.kind !== 'voteCast' || step.body.stage === 'title-abstract',
  ),
);
const replacement = fc.array(fc.constantFrom<Vote>('include', 'exclude', 'maybe'), {
  minLength: 1,
  maxLength: 60,
});

describe('a blind coder', () => {
  it('sees the same whatever the others vote', () => {
    fc.assert(
      fc.property(titleAbstractOnly, replacement, (steps, votes) => {
        const views = [steps, otherwise(steps, votes)].map((work) => {
          const context = screeningContext(replay(ledgerOf(work)));
          const view = coderView(context, 'title-abstract', first);
          return {
            queue: view.queue,
            done: view.done,
            entries: view.entries.map(({ recordId, own, others }) => ({ recordId, own: own?.body, others })),
            counts: [...votesPerCoder(context, 'title-abstract')],
            blind: isBlind(context, 'title-abstract', { authorId: first, role: 'coder' }),
          };
        });
        expect(views[1]).toEqual(views[0]);
      }),
      { numRuns: 300 },
    );
  });

  it('is blind while records wait, and no longer when all is voted', () => {
    const all: Step[] = recordIds.map((id) => ({ author: first, body: castVote(id, 'include') }));
    const half = screeningContext(replay(ledgerOf(all.slice(0, 6))));
    const whole = screeningContext(replay(ledgerOf(all)));
    const viewer = { authorId: first, role: 'coder' } as const;
    expect(isBlind(half, 'title-abstract', viewer)).toBe(true);
    expect(isBlind(whole, 'title-abstract', viewer)).toBe(false);
    expect(isBlind(half, 'title-abstract', { authorId: lead, role: 'adjudicator' })).toBe(false);
  });
});

describe('undo', () => {
  it('restores what was before', () => {
    fc.assert(
      fc.property(
        anySteps,
        fc.constantFrom(...recordIds),
        fc.constantFrom<Vote>('include', 'exclude', 'maybe'),
        (steps, id, vote) => {
          const before = replay(ledgerOf(steps));
          const after = replay(
            ledgerOf([...steps, { author: first, body: castVote(id, vote) }, { author: first, undo: true }]),
          );
          expect(after.screening).toEqual(before.screening);
        },
      ),
    );
  });

  it('is not for another’s judgement', () => {
    const events = ledgerOf([{ author: first, body: castVote(recordIds[0] ?? raise(), 'include') }]);
    const vote = events.at(-1);
    const state = replay(
      ledgerOf([
        { author: first, body: castVote(recordIds[0] ?? raise(), 'include') },
        {
          author: second,
          body: { kind: 'judgementWithdrawn', version: 1, target: vote?.eventId ?? raise() },
        },
      ]),
    );
    expect(state.screening.votes['title-abstract'].get(recordIds[0] ?? raise())?.size).toBe(1);
  });
});

describe('a decision', () => {
  const id = recordIds[0] ?? raise();
  const decideAfter = (...steps: Step[]) => {
    const state = replay(ledgerOf(steps));
    return decideStage(state.screening, 'full-text', protocol.stages['full-text'], membersOf(state, id));
  };
  const byFirst = (vote: Vote, reason: string | null = null): Step => ({
    author: first,
    body: castVote(id, vote, 'full-text', reason),
  });
  const bySecond = (vote: Vote, reason: string | null = null): Step => ({
    author: second,
    body: castVote(id, vote, 'full-text', reason),
  });

  it('waits for the second coder', () => {
    expect(decideAfter(byFirst('include')).status).toBe('pending');
  });

  it('is a conflict when decisions differ, or reasons at full text', () => {
    expect(decideAfter(byFirst('include'), bySecond('exclude', 'wrong-design'))).toMatchObject({
      status: 'conflict',
      about: 'decision',
    });
    expect(decideAfter(byFirst('exclude', 'no-outcome'), bySecond('exclude', 'wrong-design'))).toMatchObject({
      status: 'conflict',
      about: 'reason',
    });
    expect(decideAfter(byFirst('exclude', 'no-outcome'), bySecond('exclude', 'no-outcome'))).toMatchObject({
      status: 'exclude',
      reasonId: 'no-outcome',
    });
  });

  it('opens again by itself when a settled vote changes', () => {
    const steps = [byFirst('include'), bySecond('exclude', 'wrong-design')];
    const votes = ledgerOf(steps)
      .slice(-2)
      .map((event) => event.eventId);
    const settled: Step = {
      author: lead,
      body: {
        kind: 'conflictResolved',
        version: 1,
        stage: 'full-text',
        recordId: id,
        decision: 'include',
        reasonId: null,
        method: 'adjudication',
        settles: votes,
        rationale: '',
      },
    };
    expect(decideAfter(...steps, settled)).toMatchObject({ status: 'include' });
    expect(decideAfter(...steps, settled, byFirst('exclude', 'no-outcome'))).toMatchObject({
      status: 'conflict',
    });
  });

  it('lists no conflict that is settled', () => {
    const state = replay(
      ledgerOf([
        { author: first, body: castVote(id, 'include') },
        { author: second, body: castVote(id, 'exclude') },
      ]),
    );
    expect(conflictsAt(screeningContext(state), 'title-abstract').map(({ recordId }) => recordId)).toEqual([
      id,
    ]);
  });
});

describe('the criterion rule', () => {
  const answer = (answers: Record<string, 'yes' | 'no' | 'unclear'>) =>
    proposeVote(
      protocol,
      Object.fromEntries(Object.entries(answers).map(([key, value]) => [key, { answer: value }])),
      true,
    );

  it('excludes at the first no, with that criterion’s reason', () => {
    expect(answer({ design: 'yes', adults: 'no', 'peer-delivered': 'no' })).toMatchObject({
      vote: 'exclude',
      failing: 'peer-delivered',
      reasonId: 'not-peer-delivered',
    });
  });

  it('includes when all are yes, and is maybe when one is unclear', () => {
    const all = { design: 'yes', 'peer-delivered': 'yes', adults: 'yes', 'mental-illness': 'yes' } as const;
    expect(answer(all).vote).toBe('include');
    expect(answer({ ...all, adults: 'unclear' }).vote).toBe('maybe');
    expect(answer({ design: 'yes' })).toMatchObject({
      vote: null,
      unanswered: ['peer-delivered', 'adults', 'mental-illness'],
    });
  });
});

function raise(): never {
  throw new Error('The test has no such value');
}
