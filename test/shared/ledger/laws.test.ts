import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeEvents, type LedgerEvent } from '@shared/ledger';
import { Projection, replay } from '@shared/review';
import { anySteps, ledgerOf } from '../../support/review-events';

/** Splits a ledger into overlapping parts, as colleagues have them. */
const parts = fc
  .tuple(anySteps, fc.array(fc.integer({ min: 0, max: 7 }), { minLength: 200, maxLength: 200 }))
  .map(([steps, picks]) => {
    const events = ledgerOf(steps);
    const part = (bit: number): LedgerEvent[] =>
      events.filter((_, index) => ((picks[index % picks.length] ?? 0) & bit) !== 0);
    return { events, a: part(1), b: part(2), c: part(4) };
  });

const shuffled = anySteps.chain((steps) => {
  const events = ledgerOf(steps);
  return fc
    .shuffledSubarray(events, { minLength: events.length, maxLength: events.length })
    .map((order) => ({ events, order }));
});

describe('merge', () => {
  it('is commutative', () => {
    fc.assert(
      fc.property(parts, ({ a, b }) => {
        expect(mergeEvents(a, b)).toEqual(mergeEvents(b, a));
      }),
    );
  });

  it('is associative', () => {
    fc.assert(
      fc.property(parts, ({ a, b, c }) => {
        expect(mergeEvents(mergeEvents(a, b), c)).toEqual(mergeEvents(a, mergeEvents(b, c)));
      }),
    );
  });

  it('is idempotent', () => {
    fc.assert(
      fc.property(parts, ({ a, b }) => {
        const merged = mergeEvents(a, b);
        expect(mergeEvents(merged, a, merged)).toEqual(merged);
      }),
    );
  });

  it('is the same for everybody when one id names two different events', () => {
    const [event] = ledgerOf([]);
    if (!event) throw new Error('no event');
    const other = { ...event, at: 'another time' };
    expect(mergeEvents([event], [other])).toEqual(mergeEvents([other], [event]));
    expect(mergeEvents([event], [other])).toHaveLength(1);
  });
});

describe('replay', () => {
  it('tells the same review in whatever order events arrive', () => {
    fc.assert(
      fc.property(shuffled, ({ events, order }) => {
        expect(replay(order)).toEqual(replay(events));
      }),
    );
  });

  it('tells the same review when events arrive one at a time', () => {
    fc.assert(
      fc.property(shuffled, ({ events, order }) => {
        const projection = new Projection();
        for (const event of order) projection.add([event]);
        expect(projection.state).toEqual(replay(events));
      }),
    );
  });

  it('passes over events it already knows', () => {
    fc.assert(
      fc.property(parts, ({ events, a }) => {
        const projection = new Projection();
        projection.add(events);
        const { revision } = projection;
        expect(projection.add(a)).toBe(0);
        expect(projection.revision).toBe(revision);
      }),
    );
  });
});
