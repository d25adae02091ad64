import { readRows } from '@shared/formats/delimited';
import { cutRows } from '@shared/formats/delimited/cut-rows';
import type { TableRow } from '@shared/formats/delimited/table-row';
import * as fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

const cells = (text: string, delimiter = ''): readonly (readonly string[])[] =>
  readRows(text, delimiter).rows.map((row) => row.cells);

describe('rows', () => {
  it('whatever is written as CSV comes back, under the delimiter it was written with', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'b', '1', ' ', '"', ',', ';', '\n', '=', 'é', '王'),
      maxLength: 8,
    });
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      );
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        (rows, delimiter, newline) => {
          const kept = rows.filter(
            (row) => row.some((value) => value.trim() !== '') && !row.some((value) => /="/.test(value)),
          );
          fc.pre(kept.length > 0);
          const text = Papa.unparse(kept, { delimiter, newline, quotes: true });
          expect(cells(text, delimiter)).toEqual(kept);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('sound text is cut the same by shape as by the standard', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', ' ', '"', ',', '\n', 'é'), maxLength: 6 });
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 }),
        (rows) => {
          const text = Papa.unparse(rows, { newline: '\n', quotes: true });
          const cut: TableRow[] = [];
          const bad: number[] = [];
          cutRows(text, 0, 1, ',', 3, {
            row: (row) => {
              cut.push(row);
              return true;
            },
            badQuote: ({ line }) => bad.push(line),
          });
          expect(cut.map((row) => row.cells)).toEqual(
            rows.filter((row) => row.some((value) => value.trim() !== '')),
          );
          expect(bad).toEqual([]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it.each([
    ['semicolons', 'a;b;c\n1;2,5;3\n4;5,5;6\n', ';'],
    ['tabs, with commas in the cells', 'a\tb\n1, 2\t3\n4, 5\t6\n', '\t'],
    ['bars', 'a|b|c\n1|2|3\n', '|'],
    ['commas in quotes between semicolons', '"a";"b"\n"1, 2";"x, y, z"\n"3, 4";"u, v"\n', ';'],
    ['nothing to go by', 'a\nb\n', ','],
  ])('the delimiter is found: %s', (_, text, delimiter) => {
    expect(readRows(text).delimiter).toBe(delimiter);
  });

  it('lines are counted in the file, also with CR alone, with cells of several lines, and behind empty rows', () => {
    const lines = (text: string): readonly number[] => readRows(text, ',').rows.map(({ line }) => line);
    expect(lines('a,b\n"1\n2",3\n\n4,5\n')).toEqual([1, 2, 5]);
    expect(lines('a,b\r"1\r2",3\r\r4,5\r')).toEqual([1, 2, 5]);
    expect(lines('a,b\r\n"1\r\n2",3\r\n,\r\n4,5')).toEqual([1, 2, 5]);
  });

  it('cells that a spreadsheet was told to keep as text', () => {
    expect(cells('a,b\n="00123","=""4"""\n', ',')).toEqual([
      ['a', 'b'],
      ['00123', '4'],
    ]);
  });
});

describe('broken quotes', () => {
  const header = 'title,year,note\n';
  it.each([
    ['never closed', '"One,2001,x\n', 'One'],
    ['stray inside', '"One "quoted" here",2001,x\n', 'One "quoted" here'],
    ['closed too early', '"One" and more,2001,x\n', undefined],
  ])('a quote %s costs nothing of the other rows', (_, row, title) => {
    const sound = Array.from({ length: 300 }, (_, i) => `"Row, ${i}",2002,"two\nlines"\n`).join('');
    const { rows, badQuotes } = readRows(header + row + sound, ',');
    expect(rows).toHaveLength(302);
    expect(rows.at(-1)?.cells).toEqual(['Row, 299', '2002', 'two\nlines']);
    expect(badQuotes.map(({ line }) => line)).toEqual([2]);
    expect(rows[1]?.cells).toHaveLength(3);
    if (title !== undefined) expect(rows[1]?.cells[0]).toBe(title);
    expect(rows[1]?.cells[1]).toBe('2001');
  });

  const size = 300_000;
  it.each([
    ['quotes', '"'.repeat(size)],
    ['quotes on lines', '"\n'.repeat(size / 2)],
    ['open cells on lines', '"a,b\n'.repeat(size / 5)],
    ['open cells on one line', '"a,'.repeat(size / 3)],
    ['one open quote in front', `"a,b\n${'c,d\n'.repeat(size / 4)}`],
    ['open quotes between long lines', `"a,${'b'.repeat(3_000)}\n`.repeat(size / 3_000)],
    ['delimiters', `"a\n${','.repeat(size)}`],
    ['lines without delimiters', `"a,b\n${'c\n'.repeat(size / 2)}`],
  ])('a file made of %s neither hangs nor throws', (_, text) => {
    expect(Array.isArray(readRows(text).rows)).toBe(true);
  });
});
