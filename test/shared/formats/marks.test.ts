import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineCursor } from '../../../src/shared/formats/line-cursor';
import { MarkedLines } from '../../../src/shared/formats/tagged/marked-lines';
import { Marks } from '../../../src/shared/formats/tagged/marks';
import { pieceOf } from '../../../src/shared/formats/tagged/piece';

/** Texts in which everything stands that is looked for, at every place of a word of four bytes. */
const texts = fc
  .array(
    fc.constantFrom(
      ...'a \n\r\t&<\u00e9\u00a0\u2019\u2003\u2028\u202f\u205f\u3000\ufeff\u1680\u4e2d\u{1f600}',
      'TY  - ',
      '  ',
      '\r\n',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** The lines of a text whose bytes begin `offset` bytes behind the start of a word. */
function linesOf(text: string, offset: number): MarkedLines {
  const marks = new Marks();
  marks.look(new TextEncoder().encode(`${'x'.repeat(offset)}${text}`).subarray(offset));
  const lines = new MarkedLines();
  lines.open(marks);
  return lines;
}

const offsets = fc.nat({ max: 3 });

describe('the marks of a text', () => {
  it('bound the lines that the text has', () => {
    fc.assert(
      fc.property(texts, offsets, (text, offset) => {
        const lines = linesOf(text, offset);
        const expected = new LineCursor(text);
        while (expected.advance()) {
          expect(lines.advance()).toBe(true);
          expect([lines.start, lines.end, lines.following]).toEqual([
            expected.start,
            expected.end,
            Math.min(expected.following, text.length),
          ]);
        }
        expect(lines.advance()).toBe(false);
      }),
    );
  });

  it('call no stretch of a line even that holds a reference, markup or uneven white space', () => {
    fc.assert(
      fc.property(texts, offsets, (text, offset) => {
        const lines = linesOf(text, offset);
        while (lines.advance()) {
          const line = text.slice(lines.start, lines.end);
          const value = line.trimStart();
          if (/[&<]| {2}(?!-)|[^\S ]/.test(value))
            expect(lines.isEven(lines.end - value.length, lines.end)).toBe(false);
        }
      }),
    );
    for (let offset = 0; offset < 4; offset += 1) {
      for (let before = 1; before < 9; before += 1) {
        const text = `${'a'.repeat(before)}  behind it`;
        const lines = linesOf(text, offset);
        lines.advance();
        expect(lines.isEven(0, text.length)).toBe(false);
      }
    }
    const even = linesOf('TY  - One two \u2019three\u{1f600}\u4e2d', 0);
    even.advance();
    expect(even.isEven(0, even.end)).toBe(true);
  });

  it('tell a zero', () => {
    fc.assert(
      fc.property(texts, fc.boolean(), (text, holds) => {
        expect(pieceOf(holds ? `${text}\0${text}` : text).marks.zero).toBe(holds);
      }),
    );
  });
});
