import { describe, expect, it } from 'vitest';
import { kendall, kendallExactP } from '../../../src/shared/statistics';

describe("Kendall's rank correlation", () => {
  it('gives the exact p-value without ties (R: cor.test, method kendall)', () => {
    const got = kendall([3.1, 1.2, 5.5, 2.2, 9.1, 4.4, 7.7], [1, 3, 2, 6, 7, 5, 9]);
    expect(got.tau).toBeCloseTo(1 / 3, 14);
    expect(got.pval).toBeCloseTo(0.3813492063492063, 14);
    expect(got.exact).toBe(true);
  });

  it('gives tau-b and the tie-corrected normal p-value with ties (R: cor.test)', () => {
    const got = kendall([1, 2, 2, 3, 4, 4, 4, 5, 6], [2, 1, 3, 3, 5, 4, 6, 6, 7]);
    expect(got.tau).toBeCloseTo(0.8488746876271654, 14);
    expect(got.pval).toBeCloseTo(0.002468715225802365, 14);
    expect(got.exact).toBe(false);
  });

  it('counts permutations: perfect agreement of four has p = 2/24', () => {
    expect(kendallExactP(6, 4)).toBeCloseTo(2 / 24, 15);
    expect(kendallExactP(3, 4)).toBe(1);
  });

  it('keeps the exact distribution whole for many observations', () => {
    const x = Array.from({ length: 300 }, (_, i) => i);
    const y = x.map((i) => (i * 7919) % 300);
    const got = kendall(x, y);
    expect(got.exact).toBe(true);
    expect(got.pval).toBeGreaterThan(0);
    expect(got.pval).toBeLessThanOrEqual(1);
  });
});
