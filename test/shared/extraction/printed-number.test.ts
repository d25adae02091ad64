import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberAsPrinted, printNumber, type PrintStyle } from '@shared/extraction';

const styles: fc.Arbitrary<PrintStyle> = fc
  .record({
    decimal: fc.constantFrom('.' as const, ',' as const, '·' as const),
    thousands: fc.constantFrom(
      '' as const,
      ' ' as const,
      '\u2009' as const,
      '\u202f' as const,
      ',' as const,
      '.' as const,
      '’' as const,
    ),
    minus: fc.constantFrom('-' as const, '\u2212' as const, '\u2013' as const),
    leadingZero: fc.boolean(),
    percent: fc.boolean(),
  })
  .filter(({ decimal, thousands }) => decimal !== thousands);

describe('numbers as papers print them', () => {
  it.each([
    ['12.5', 12.5],
    ['12,5', 12.5],
    ['3·4', 3.4],
    ['−0.31', -0.31],
    ['-0,31', -0.31],
    ['.05', 0.05],
    ['1 234', 1234],
    ['1 234,5', 1234.5],
    ['45%', 45],
    ['45,2 %', 45.2],
    ['1.234.567', 1234567],
    ['1,234.5', 1234.5],
    ['0,123', 0.123],
    ['p = .03', 0.03],
    ['3.1 × 10⁻⁴', 0.00031],
    ['3.1 x 10^-4', 0.00031],
    ['2.5e-3', 0.0025],
  ])('%s is %d', (text, value) => {
    expect(numberAsPrinted(text)?.value).toBeCloseTo(value, 10);
  });

  it.each(['', 'n.r.', '12-15', 'SD 3', '--4', '2 x 100', '1,23,456', '3 (2)'])(
    '%j is not guessed at',
    (text) => {
      expect(numberAsPrinted(text)).toBeUndefined();
    },
  );

  it.each([
    ['<.001', '<', 0.001],
    ['P < 0·001', '<', 0.001],
    ['p ≤ ,05', '<', 0.05],
    ['>.99', '>', 0.99],
  ])('%s is a bound, not a value', (text, bound, value) => {
    expect(numberAsPrinted(text)).toMatchObject({ bound, value });
  });

  it('say when a comma could be thousands, and read a count as one', () => {
    expect(numberAsPrinted('1,234')).toEqual({ value: 1.234, ambiguous: true });
    expect(numberAsPrinted('1,234', 'count')).toEqual({ value: 1234, ambiguous: true });
    expect(numberAsPrinted('1.234', 'count')).toEqual({ value: 1234, ambiguous: false });
  });

  it('read back whatever a journal prints', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -9_999_999, max: 9_999_999, noNaN: true }),
        fc.integer({ min: 0, max: 6 }),
        styles,
        (value, decimals, style) => {
          const printed = printNumber(value, decimals, style);
          const read = numberAsPrinted(printed, decimals === 0 ? 'count' : 'number');
          expect(read?.value, printed).toBeCloseTo(Number(value.toFixed(decimals)), 12);
        },
      ),
      { numRuns: 500 },
    );
  });
});
