import fc from 'fast-check';
import { markDifferences } from '@shared/deduplication';
import { describe, expect, it } from 'vitest';

const shown = (a: string, b: string): string[] =>
  markDifferences(a, b).map((stretches) =>
    stretches.map(({ text, differs }) => (differs ? `[${text}]` : text)).join(''),
  );

describe('what differs between two texts', () => {
  it.each([
    ['1095-103', '1095-1103', '1095-103', '1095-1[1]03'],
    ['Peer support', 'PEER SUPPORT', 'Peer support', 'PEER SUPPORT'],
    ['Nürnberger, J.', 'Nurnberger, J.', 'Nürnberger, J.', 'Nurnberger, J.'],
    [
      'support for adults today',
      'support for adolescents today',
      'support for ad[ul]ts today',
      'support for ad[olescen]ts today',
    ],
    ['a trial', 'a randomised trial', 'a trial', 'a [randomised ]trial'],
    ['2015', '2016', '201[5]', '201[6]'],
  ])('%s | %s', (a, b, left, right) => {
    expect(shown(a, b)).toEqual([left, right]);
  });

  it('is marked on texts that stay as they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (a, b) => {
        const [left, right] = markDifferences(a, b);
        expect(left.map(({ text }) => text).join('')).toBe(a);
        expect(right.map(({ text }) => text).join('')).toBe(b);
      }),
    );
  });

  it('is nothing between a text and itself', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(
          markDifferences(text, text)
            .flat()
            .some(({ differs }) => differs),
        ).toBe(false);
      }),
    );
  });
});
