import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CandidateKeys } from '../../../src/shared/deduplication/candidate-keys';
import { DistinctNumbers } from '../../../src/shared/deduplication/distinct-numbers';

describe('keys of records', () => {
  it('give the records that share one, each once and in order', () => {
    const key = fc.oneof(fc.string({ maxLength: 3 }), fc.constantFrom('t same title', 'v 2001 4 17'));
    fc.assert(
      fc.property(fc.array(fc.array(key), { maxLength: 60 }), (records) => {
        const keys = new CandidateKeys(records.length);
        const expected = new Map<string, Set<number>>();
        for (const [position, ofRecord] of records.entries()) {
          for (const one of ofRecord) {
            keys.add(one, position);
            expected.set(one, (expected.get(one) ?? new Set()).add(position));
          }
        }
        const shared = [...expected.values()].filter(({ size }) => size > 1).map((members) => [...members]);
        const told = (lists: readonly (readonly number[])[]): readonly string[] =>
          lists.map((list) => list.join(' ')).sort();
        expect(told([...keys.shared()])).toEqual(told(shared));
      }),
    );
  });

  it('tell very many apart', () => {
    const keys = new CandidateKeys(200_000);
    for (let position = 0; position < 200_000; position += 1) keys.add(`w adult study${position}`, position);
    expect([...keys.shared()]).toEqual([]);
  });
});

describe('distinct numbers', () => {
  it('stand in order, each once, however many were added', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5_000 })), fc.integer({ min: 1, max: 40 }), (values, times) => {
        const numbers = new DistinctNumbers();
        for (let time = 0; time < times; time += 1) for (const value of values) numbers.add(value * 2 ** 40);
        expect([...numbers]).toEqual(
          [...new Set(values)].sort((a, b) => a - b).map((value) => value * 2 ** 40),
        );
      }),
    );
    const many = new DistinctNumbers();
    for (let value = 10_000; value > 0; value -= 1) many.add(value);
    expect([...many]).toEqual(Array.from({ length: 10_000 }, (_, at) => at + 1));
  });
});
