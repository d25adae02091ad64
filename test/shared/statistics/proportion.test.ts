import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactInterval } from '@shared/statistics';

describe('the exact interval of a proportion', () => {
  // Values as R's binom.test gives them.
  it.each([
    [0, 20, 0, 0.1684],
    [20, 20, 0.8316, 1],
    [95, 100, 0.8872, 0.9836],
    [7, 21, 0.1459, 0.5697],
  ])('%i of %i', (right, all, low, high) => {
    const interval = exactInterval(right, all);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('holds the proportion, and mirrors that of the failures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.nat(500), (trials, some) => {
        const successes = some % (trials + 1);
        const { low, high } = exactInterval(successes, trials);
        expect(low <= successes / trials && successes / trials <= high).toBe(true);
        const other = exactInterval(trials - successes, trials);
        expect(other.low).toBeCloseTo(1 - high, 6);
      }),
    );
  });
});
