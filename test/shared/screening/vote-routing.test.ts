import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { replay, screeningContext, type EventBody } from '@shared/review';
import {
  countedReason,
  liberalAccelerated,
  openReasons,
  presetOf,
  Protocol,
  usualRouting,
  votePairNames,
  VoteRoute,
  type VoteRouting,
} from '@shared/protocol';
import {
  changedCriteria,
  coderView,
  movesUnder,
  routeVotes,
  stageDecision,
  touchedVotes,
  type Vote,
} from '@shared/screening';
import {
  castVote,
  first,
  lead,
  ledgerOf,
  protocol,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';

const votes = fc.array(fc.constantFrom<Vote>('include', 'maybe', 'exclude'), { maxLength: 5 });
const anyRoute = fc.constantFrom(...VoteRoute.options);
const anyRouting: fc.Arbitrary<VoteRouting> = fc.record({
  pairs: fc.record({
    'include+include': anyRoute,
    'include+maybe': anyRoute,
    'maybe+maybe': anyRoute,
    'include+exclude': anyRoute,
    'maybe+exclude': anyRoute,
    'exclude+exclude': anyRoute,
  }),
  enough: fc.uniqueArray(fc.constantFrom<Vote>('include', 'maybe', 'exclude')),
  settledLeavesQueue: fc.boolean(),
});
const rules = (codersNeeded: number, routing?: VoteRouting) => ({
  codersNeeded,
  allowMaybe: true,
  ...(routing === undefined ? {} : { routing }),
});

const under = (
  change: Partial<Protocol['stages']['title-abstract']>,
  more: Partial<Protocol> = {},
): Protocol =>
  Protocol.parse({
    ...protocol,
    ...more,
    stages: { ...protocol.stages, 'title-abstract': { ...protocol.stages['title-abstract'], ...change } },
  });
const saved = (version: Protocol): Step => ({
  author: lead,
  body: { kind: 'protocolSaved', version: 1, protocol: version, note: '' } satisfies EventBody,
});
const [one, two, three] = recordIds as [
  (typeof recordIds)[number],
  (typeof recordIds)[number],
  (typeof recordIds)[number],
];

describe('the routing of votes', () => {
  it('sends pairs where the table says, in whichever order they stand', () => {
    fc.assert(
      fc.property(anyRouting, fc.constantFrom(...votePairNames), (routing, pair) => {
        const [a, b] = pair.split('+') as [Vote, Vote];
        const table = { ...routing, enough: [] };
        expect(routeVotes([a, b], rules(2, table))).toBe(routing.pairs[pair]);
        expect(routeVotes([b, a], rules(2, table))).toBe(routing.pairs[pair]);
      }),
    );
  });

  it('does not depend on the order of any number of votes', () => {
    fc.assert(
      fc.property(anyRouting, votes, fc.integer({ min: 1, max: 4 }), (routing, cast, needed) => {
        const turned = [...cast].reverse();
        expect(routeVotes(turned, rules(needed, routing))).toBe(routeVotes(cast, rules(needed, routing)));
      }),
    );
  });

  it('usually takes include and maybe forward, two excludes out, and mixed votes to a conflict at once', () => {
    expect(routeVotes(['include', 'maybe'], rules(2))).toBe('forward');
    expect(routeVotes(['exclude', 'exclude'], rules(2))).toBe('out');
    expect(routeVotes(['exclude'], rules(2))).toBe('pending');
    expect(routeVotes(['maybe', 'exclude'], rules(3))).toBe('conflict');
    expect(routeVotes(['exclude'], rules(1))).toBe('out');
    expect(routeVotes(['include', 'include', 'include'], rules(3))).toBe('forward');
  });

  it('in liberal accelerated screening takes one include, and two excludes', () => {
    const liberal = rules(2, liberalAccelerated);
    expect(routeVotes(['include'], liberal)).toBe('forward');
    expect(routeVotes(['maybe'], liberal)).toBe('forward');
    expect(routeVotes(['exclude'], liberal)).toBe('pending');
    expect(routeVotes(['exclude', 'include'], liberal)).toBe('forward');
    expect(routeVotes(['exclude', 'exclude'], liberal)).toBe('out');
  });

  it('is known by its name as long as it decides as the preset does', () => {
    expect(presetOf(usualRouting)).toBe('usual');
    expect(presetOf({ ...liberalAccelerated, settledLeavesQueue: true })).toBe('liberal-accelerated');
    expect(presetOf({ ...usualRouting, enough: ['include'] })).toBeNull();
  });
});

describe('what one vote has decided', () => {
  const work: Step[] = [
    { author: first, body: castVote(one, 'include') },
    { author: first, body: castVote(two, 'exclude') },
  ];
  const queueOfSecond = (settledLeavesQueue: boolean): readonly string[] => {
    const version = under({ routing: { ...liberalAccelerated, settledLeavesQueue } });
    const context = screeningContext(replay(ledgerOf([saved(version), ...work])));
    return coderView(context, 'title-abstract', second).queue;
  };

  it('still waits for the second coder', () => {
    expect(queueOfSecond(false)).toEqual(recordIds);
  });

  it('leaves the queue where the protocol says so; what one coder excluded waits', () => {
    expect(queueOfSecond(true)).toEqual(recordIds.slice(1));
  });
});

describe('a change of the protocol', () => {
  const work: Step[] = [
    { author: first, body: castVote(one, 'include') },
    { author: second, body: castVote(one, 'exclude') },
    { author: first, body: castVote(two, 'exclude') },
    { author: second, body: castVote(two, 'exclude') },
    { author: first, body: castVote(three, 'exclude') },
  ];
  const context = screeningContext(replay(ledgerOf(work)));

  it('tells what would move before anything moves', () => {
    expect(movesUnder(context, under({ routing: liberalAccelerated }))).toEqual([
      { stage: 'title-abstract', from: 'conflict', to: 'include', records: [one] },
    ]);
    expect(movesUnder(context, under({ codersNeeded: 1 }))).toEqual([
      { stage: 'title-abstract', from: 'pending', to: 'exclude', records: [three] },
    ]);
    expect(movesUnder(context, protocol)).toEqual([]);
  });

  it('moves exactly that, and an older version moves it back', () => {
    const standing = (steps: Step[]): string[] => {
      const after = screeningContext(replay(ledgerOf(steps)));
      return recordIds.map((id) => stageDecision(after, 'title-abstract', id).status);
    };
    const before = standing(work);
    const liberal = standing([...work, saved(under({ routing: liberalAccelerated }))]);
    expect(liberal.filter((status, index) => status !== before[index])).toEqual(['include']);
    expect(standing([...work, saved(under({ routing: liberalAccelerated })), saved(protocol)])).toEqual(
      before,
    );
  });

  it('names the votes that rest on a criterion it changes', () => {
    const answered: EventBody = {
      ...castVote(three, 'exclude'),
      answers: { adults: { answer: 'no' } },
    } as EventBody;
    const asked = screeningContext(
      replay(
        ledgerOf([
          { author: first, body: answered },
          { author: second, body: castVote(three, 'exclude') },
        ]),
      ),
    );
    const change = (id: string): Protocol =>
      Protocol.parse({
        ...protocol,
        criteria: protocol.criteria.map((criterion) =>
          criterion.id === id ? { ...criterion, question: 'Asked anew' } : criterion,
        ),
      });
    expect(changedCriteria(protocol, change('adults')).map(({ id }) => id)).toEqual(['adults']);
    expect(touchedVotes(asked, protocol, change('adults')).map((vote) => vote.authorId)).toEqual([
      first,
      second,
    ]);
    // The first coder never answered the question on the design; a vote without answers rests on all of them.
    expect(touchedVotes(asked, protocol, change('design')).map((vote) => vote.authorId)).toEqual([second]);
    expect(touchedVotes(asked, protocol, change('design'), first)).toEqual([]);
    expect(touchedVotes(asked, protocol, protocol)).toEqual([]);
  });
});

describe('merged exclusion reasons', () => {
  const merged = Protocol.parse({
    ...protocol,
    exclusionReasons: protocol.exclusionReasons.map((reason) =>
      reason.id === 'not-peer-delivered' ? { ...reason, mergedInto: 'wrong-design' } : reason,
    ),
  });

  it('count as one, are no longer offered, and no history is lost', () => {
    expect(openReasons(merged).map(({ id }) => id)).not.toContain('not-peer-delivered');
    const steps: Step[] = [
      { author: first, body: castVote(one, 'include') },
      { author: second, body: castVote(one, 'include') },
      { author: first, body: castVote(one, 'exclude', 'full-text', 'wrong-design') },
      { author: second, body: castVote(one, 'exclude', 'full-text', 'not-peer-delivered') },
    ];
    const apart = screeningContext(replay(ledgerOf(steps)));
    expect(stageDecision(apart, 'full-text', one)).toMatchObject({ status: 'conflict', about: 'reason' });
    const together = screeningContext(replay(ledgerOf([...steps, saved(merged)])));
    const decision = stageDecision(together, 'full-text', one);
    expect(decision).toMatchObject({ status: 'exclude', reasonId: 'wrong-design' });
    expect(decision.votes.map((vote) => vote.body.reasonId).sort()).toEqual([
      'not-peer-delivered',
      'wrong-design',
    ]);
  });

  it('that merge in a circle stay themselves', () => {
    const circle = {
      ...protocol,
      exclusionReasons: protocol.exclusionReasons.map((reason, index, list) => ({
        ...reason,
        mergedInto: list[(index + 1) % list.length]?.id,
      })),
    } as Protocol;
    const [reason] = circle.exclusionReasons;
    expect(reason && countedReason(circle, reason.id)).toBe(reason?.id);
  });
});
