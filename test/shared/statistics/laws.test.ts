import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chiSquareCdf,
  chiSquareQuantile,
  fCdf,
  fQuantile,
  hypergeometricCdf,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
} from '../../../src/shared/statistics';

const probability = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const degrees = fc.double({ min: 0.2, max: 3000, noNaN: true });

describe('laws of distributions', () => {
  it('a quantile is the inverse of the distribution function', () => {
    fc.assert(
      fc.property(probability, degrees, degrees, (p, df, df2) => {
        const near = (got: number): boolean => Math.abs(got - p) <= 1e-11;
        return (
          near(normalCdf(normalQuantile(p))) &&
          near(tCdf(tQuantile(p, df), df)) &&
          near(chiSquareCdf(chiSquareQuantile(p, df), df)) &&
          near(fCdf(fQuantile(p, df, df2), df, df2))
        );
      }),
    );
  });

  it('the normal and t distributions are symmetric', () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), degrees, (x, df) => {
        expect(normalCdf(x) + normalCdf(-x)).toBeCloseTo(1, 13);
        expect(tCdf(x, df) + tCdf(-x, df)).toBeCloseTo(1, 13);
      }),
    );
  });

  it('the hypergeometric function equals the count of subsets where they can be counted', () => {
    const choose = (n: number, k: number): number => {
      let out = 1;
      for (let i = 0; i < k; i++) out = (out * (n - i)) / (i + 1);
      return k < 0 || k > n ? 0 : out;
    };
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 25 }),
        fc.integer({ min: 0, max: 25 }),
        (population, a, b, k) => {
          const successes = a % (population + 1);
          const draws = b % (population + 1);
          let expected = 0;
          for (let i = 0; i <= k; i++)
            expected += choose(successes, i) * choose(population - successes, draws - i);
          expect(hypergeometricCdf(k, population, successes, draws)).toBeCloseTo(
            expected / choose(population, draws),
            11,
          );
        },
      ),
    );
  });
});
