import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AuthorId, RecordId } from '@shared/kernel';
import { decide, pilotReport, replay, screeningContext, type EventBody } from '@shared/review';
import { allocate, coderView, hoursLeft, isBlind, isOffered, workAt, type Vote } from '@shared/screening';
import { castVote, first, lead, ledgerOf, recordIds, second, type Step } from '../../support/review-events';

const names = ['ann', 'bo', 'cas', 'dee'].map((name) => AuthorId.parse(name));
const many = Array.from({ length: 300 }, (_, index) => RecordId.parse(`w${index}`));
const person = (coder: AuthorId, share = 1, most: number | null = null, senior = false) => ({
  coder,
  share,
  most,
  senior,
});

describe('allocation', () => {
  const people = fc
    .array(
      fc.record({
        share: fc.integer({ min: 1, max: 4 }),
        most: fc.option(fc.integer({ min: 0, max: 200 }), { nil: null }),
        senior: fc.boolean(),
      }),
      { minLength: 1, maxLength: 4 },
    )
    .map((list) =>
      list.flatMap((one, index) => {
        const coder = names[index];
        return coder === undefined ? [] : [{ coder, ...one }];
      }),
    );

  it('gives each record to as many different people as the protocol asks for, within limits', () => {
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 3 }), fc.boolean(), (list, needed, oneSenior) => {
        const { coders } = allocate({ seed: 3, people: list, oneSenior }, many, needed);
        const given = new Map<AuthorId, number>();
        for (const asked of coders.values()) {
          expect(asked.size).toBe(needed);
          for (const coder of asked) given.set(coder, (given.get(coder) ?? 0) + 1);
        }
        for (const { coder, most } of list)
          expect(given.get(coder) ?? 0).toBeLessThanOrEqual(most ?? Infinity);
      }),
      { numRuns: 60 },
    );
  });

  it('follows the shares, and gives every record a senior where that is asked', () => {
    const [ann, bo, cas] = names as [AuthorId, AuthorId, AuthorId];
    const shared = allocate(
      { seed: 1, people: [person(ann, 2), person(bo), person(cas)], oneSenior: false },
      many,
      1,
    );
    const count = (coder: AuthorId): number =>
      [...shared.coders.values()].filter((asked) => asked.has(coder)).length;
    expect([count(ann), count(bo), count(cas)]).toEqual([150, 75, 75]);
    const seniors = allocate(
      { seed: 1, people: [person(ann, 1, null, true), person(bo), person(cas)], oneSenior: true },
      many,
      2,
    );
    expect([...seniors.coders.values()].every((asked) => asked.has(ann))).toBe(true);
  });

  it('never leaves a record that needs votes without somebody it is offered to', () => {
    const vote = fc.subarray(names, { maxLength: 2 });
    fc.assert(
      fc.property(people, vote, fc.boolean(), (list, voters, oneSenior) => {
        const needed = 2;
        const allocation = allocate({ seed: 5, people: list, oneSenior }, many.slice(0, 5), needed);
        for (const [id] of allocation.coders) {
          if (voters.length >= needed) continue;
          const offered = names.filter(
            (name) => !voters.includes(name) && isOffered(allocation, id, name, voters, needed),
          );
          expect(offered.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

const body = (value: EventBody): Step => ({ author: lead, body: value });
const pilotOf = (count: number): Step =>
  body({
    kind: 'pilotDrawn',
    version: 1,
    seed: 1,
    recordIds: recordIds.slice(0, count),
    coders: [first, second],
  });

describe('the pilot round', () => {
  const votes = (author: AuthorId, list: readonly Vote[]): Step[] =>
    list.map((vote, index) => ({ author, body: castVote(recordIds[index] ?? raise(), vote) }));

  it('offers its records and no others, and keeps its coders blind until all are done', () => {
    const half = replay(ledgerOf([pilotOf(3), ...votes(first, ['include', 'exclude', 'exclude'])]));
    const context = screeningContext(half);
    expect(coderView(context, 'title-abstract', first).queue).toEqual([]);
    expect(coderView(context, 'title-abstract', second).queue).toEqual(recordIds.slice(0, 3));
    expect(isBlind(context, 'title-abstract', { authorId: first, role: 'coder' })).toBe(true);
  });

  it('reports each pair, the differing records and whether the gate is met', () => {
    const state = replay(
      ledgerOf([
        pilotOf(4),
        ...votes(first, ['include', 'exclude', 'exclude', 'maybe']),
        ...votes(second, ['include', 'exclude', 'include', 'include']),
      ]),
    );
    const context = screeningContext(state);
    expect(isBlind(context, 'title-abstract', { authorId: first, role: 'coder' })).toBe(false);
    const report = pilotReport(context, { size: 4, minKappa: 0.6, minPercent: 75 });
    // Forward/forward 2, out/out 1, one apart: 75%; chance 0.5 · 0.75 + 0.5 · 0.25 = 0.5, kappa 0.5.
    expect(report?.pairs).toEqual([{ first, second, both: 4, agreed: 0.75, kappa: 0.5 }]);
    expect(report?.differing.map(({ recordId }) => recordId)).toEqual([recordIds[2]]);
    expect(report?.gateMet).toBe(false);
    expect(pilotReport(context, { size: 4, minKappa: 0.5, minPercent: null })?.gateMet).toBe(true);
    const close = (reason: string, authorId = lead) =>
      decide(state, { do: 'closePilot', reason }, { authorId });
    expect(close('')).toEqual({ ok: false, error: { code: 'pilot-reason-required' } });
    expect(close('We talked', first)).toEqual({ ok: false, error: { code: 'only-lead' } });
    expect(close('We talked')).toMatchObject({
      ok: true,
      value: [{ kind: 'pilotClosed', protocolVersion: 1 }],
    });
  });

  it('closed, everybody goes on to the rest', () => {
    const steps = [pilotOf(2), ...votes(first, ['include', 'exclude'])];
    const drawn = ledgerOf(steps).find((event) => event.body.kind === 'pilotDrawn');
    const closed = body({
      kind: 'pilotClosed',
      version: 1,
      pilot: drawn?.eventId ?? raise(),
      protocolVersion: 1,
      gateMet: null,
      reason: 'enough',
    });
    const context = screeningContext(replay(ledgerOf([...steps, closed])));
    expect(coderView(context, 'title-abstract', first).queue).toEqual(recordIds.slice(2));
  });
});

describe('the work', () => {
  it('is counted for everybody, and a pace told only where it may be', () => {
    const steps = recordIds.slice(0, 6).map((id, index): Step => ({
      author: first,
      body: { ...castVote(id, 'exclude'), seconds: 10 + index } as EventBody,
    }));
    const context = screeningContext(replay(ledgerOf(steps)));
    const work = workAt(context, 'title-abstract', [first, second], (coder) => coder === first);
    expect(work).toMatchObject({ awaitSecond: 6, untouched: 6 });
    const [mine, other] = work.people;
    expect(mine).toMatchObject({ done: 6, waiting: 6, secondsPerRecord: 12.5 });
    expect(mine && hoursLeft(mine)).toBeCloseTo((6 * 12.5) / 3_600);
    expect(other).toMatchObject({ done: 0, waiting: 12, lastAt: undefined, secondsPerRecord: undefined });
    const untold = workAt(context, 'title-abstract', [first], () => false);
    expect(untold.people[0]?.secondsPerRecord).toBeUndefined();
  });
});

function raise(): never {
  throw new Error('The test has no such value');
}
