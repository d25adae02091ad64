import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findRoot, minimise } from '../../../src/shared/statistics';

describe('searching', () => {
  it('finds the root of a cubic wherever it lies', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (root) => {
        const found = findRoot((x) => (x - root) ** 3 + (x - root), -2e6, 2e6);
        expect(Math.abs(found - root)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(root)));
      }),
    );
  });

  it('finds the step of a function that jumps, and roots over many powers of ten', () => {
    expect(findRoot((x) => (x < 0.3 ? -1 : 1), 0, 1)).toBeCloseTo(0.3, 12);
    expect(findRoot((x) => Math.log(x) + 200, 1e-300, 1) / Math.exp(-200)).toBeCloseTo(1, 8);
  });

  it('takes an end that is itself a root and refuses ends of one sign', () => {
    expect(findRoot((x) => x, 0, 5)).toBe(0);
    expect(findRoot((x) => x - 5, 0, 5)).toBe(5);
    expect(() => findRoot((x) => x * x + 1, -1, 1)).toThrow(RangeError);
  });

  it('finds minima inside and at the ends of an interval', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 2, noNaN: true }), (centre) => {
        const found = minimise((x) => (x - centre) ** 2, 0, 1);
        expect(found.x).toBeCloseTo(Math.min(1, Math.max(0, centre)), 6);
      }),
    );
  });
});
