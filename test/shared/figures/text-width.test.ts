import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageTextWidth, fitted, wrapped } from '../../../src/shared/figures';

describe('text that has to fit', () => {
  it('is wider when longer, larger or bold', () => {
    expect(averageTextWidth('Smit 2022', 13)).toBeGreaterThan(averageTextWidth('Smit 20', 13));
    expect(averageTextWidth('Smit', 26)).toBeCloseTo(2 * averageTextWidth('Smit', 13), 10);
    expect(averageTextWidth('Smit', 13, 'bold')).toBeGreaterThan(averageTextWidth('Smit', 13));
    expect(averageTextWidth('é', 10)).toBe(averageTextWidth('e', 10));
  });

  it('is cut with an ellipsis only where it must be', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 60 }),
        fc.integer({ min: 40, max: 400 }),
        (text, most) => {
          const short = fitted(text, most, 13, averageTextWidth);
          if (averageTextWidth(text, 13) <= most) expect(short).toBe(text);
          else {
            expect(short.endsWith('…')).toBe(true);
            expect(averageTextWidth(short, 13)).toBeLessThanOrEqual(most);
          }
        },
      ),
    );
  });

  it('is wrapped without losing a word', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z0-9²=.]{1,12}$/), { minLength: 1, maxLength: 20 }),
        (words) => {
          const lines = wrapped(words.join(' '), 120, 12, averageTextWidth);
          expect(lines.join(' ')).toBe(words.join(' '));
          for (const line of lines.filter((one) => one.includes(' '))) {
            expect(averageTextWidth(line, 12)).toBeLessThanOrEqual(120);
          }
        },
      ),
    );
  });
});
