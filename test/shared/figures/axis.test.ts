import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalsOf, numberFormat, pValueText, ticksBetween } from '../../../src/shared/figures';

const shown = (low: number, high: number, scale: 'linear' | 'log'): readonly number[] =>
  ticksBetween(low, high, scale).map((tick) => tick.shown);

describe('axis ticks', () => {
  it('are round', () => {
    expect(shown(-1.1, 1.3, 'linear')).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(shown(0, 0.037, 'linear')).toEqual([0, 0.01, 0.02, 0.03]);
    expect(shown(-1200, 300, 'linear')).toEqual([-1000, -750, -500, -250, 0, 250]);
  });

  it('of ratios are ratios, one of them always 1 when it is in sight', () => {
    expect(shown(Math.log(0.08), Math.log(12), 'log')).toEqual([0.1, 0.3, 1, 3, 10]);
    expect(shown(Math.log(0.4), Math.log(2.6), 'log')).toEqual([0.5, 0.7, 1, 1.5, 2]);
    expect(shown(Math.log(1e-6), Math.log(1e7), 'log')).toContain(1);
  });

  it('are between two and nine, in sight, in order, for any range', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 20, noNaN: true }),
        fc.double({ min: 0.01, max: 30, noNaN: true }),
        fc.constantFrom('linear' as const, 'log' as const),
        (low, width, scale) => {
          const ticks = ticksBetween(low, low + width, scale);
          expect(ticks.length).toBeGreaterThanOrEqual(2);
          expect(ticks.length).toBeLessThanOrEqual(9);
          for (const [i, tick] of ticks.entries()) {
            expect(tick.at).toBeGreaterThanOrEqual(low - 1e-6);
            expect(tick.at).toBeLessThanOrEqual(low + width + 1e-6);
            expect(tick.at).toBeGreaterThan(ticks[i - 1]?.at ?? Number.NEGATIVE_INFINITY);
          }
        },
      ),
    );
  });

  it('have as many decimals as tell them apart', () => {
    expect(decimalsOf(ticksBetween(0, 0.2, 'linear'))).toBe(2);
    expect(decimalsOf(ticksBetween(0, 10, 'linear'))).toBe(0);
  });
});

describe('numbers in figures', () => {
  it('are written in the language, with a minus sign and without negative zero', () => {
    const english = numberFormat('en');
    const dutch = numberFormat('nl');
    expect([english(-0.256, 2), dutch(-0.256, 2)]).toEqual(['−0.26', '−0,26']);
    expect([english(-0.001, 2), english(12345, 0)]).toEqual(['0.00', '12345']);
    expect([pValueText(0.00001, english), pValueText(0.0432, dutch), pValueText(0.6, english)]).toEqual([
      '< 0.001',
      '= 0,043',
      '= 0.60',
    ]);
  });
});
