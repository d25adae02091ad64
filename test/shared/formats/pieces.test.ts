import fc from 'fast-check';
import {
  openInPieces,
  readOpenedFile,
  readReferenceFile,
  readReferenceText,
  type FormatName,
  type ParseProblem,
  type ParsedRecord,
  type ParseSink,
} from '@shared/formats';
import { partsOf, piecesOf, readPieces } from '../../../src/shared/formats/tagged';
import { holdsZero } from '../../../src/shared/formats/utf8-bytes';
import { describe, expect, it } from 'vitest';
import { generateNbib, generateRis } from '../../bench/generate-ris';

/** Everything a reading delivers, in its order. */
function delivered(read: (sink: ParseSink) => unknown): readonly (ParsedRecord | ParseProblem)[] {
  const all: (ParsedRecord | ParseProblem)[] = [];
  read({ record: (record) => all.push(record), problem: (problem) => all.push(problem) });
  return all;
}

const texts: readonly (readonly [format: FormatName, text: string])[] = [
  ['ris', generateRis(6)],
  ['nbib', generateNbib(6)],
  // Numbers between records, a lost end mark, fields after the end, text of no record, an end without line end.
  [
    'ris',
    'Found 3\n1.\n\nTY  - JOUR\nTI  - One & two\nAB  - a wrapped\nabstract  - and more\n2.\n\n\nTY  - JOUR\nTI  - Two\nER  - \nKW  - late\nnonsense\n\n3.\nTY  - BOOK\nTI  - Thr',
  ],
  ['enw', '%0 Journal Article\n%T One\n%A Anna\n\n%0 Book\n%T Two\nwrapped\n'],
  ['refworks', 'RT Journal Article\nT1 One\nA1 Anna\n\nRT Book\nT1 Two\n'],
];

describe('a text in pieces', () => {
  it('gives what the whole text gives, wherever it is cut', () => {
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.integer({ min: 1, max: 5_000 }), ([format, text], size) => {
        const bytes = new TextEncoder().encode(text);
        const parts = [...partsOf(bytes, format, size)];
        expect(Buffer.concat(parts)).toEqual(Buffer.from(bytes));
        expect(delivered((sink) => readPieces(piecesOf(parts, format), format, sink))).toEqual(
          delivered((sink) => readReferenceText(text, format, sink)),
        );
      }),
    );
  });

  it('gives what the whole text gives, however its lines are wrapped', () => {
    const line = fc.constantFrom(
      'TI  - One\u00e0',
      'AB  - of  two',
      'AU  - Vos A',
      'AID - 10.1000/x [doi]',
      'LINK- two',
      'TI - a',
      'XY  - b',
      '      goes on',
      '      goes on &amp; \u{1f600}',
      '       further in',
      '     less far',
      '      ',
      '',
      ' ',
      '      12.',
      '      Record #3 of 18',
      '      3 of many words, more than there are in a number',
      'loose',
      '      \u00a0space',
      '      \u2019tis',
      'PMID- 12\n      3',
      'SO  - x',
      '\tin',
    );
    const ending = fc.constantFrom('\n', '\n', '\r\n', ' \n', '\u00a0\r\n', '\r');
    const wrapped = fc
      .array(fc.tuple(line, ending), { maxLength: 30 })
      .map((lines) => [['PMID- 1', '\n'], ...lines, ['PMID- 2', '\n'], ...lines].flat().join(''));
    fc.assert(
      fc.property(wrapped, fc.integer({ min: 1, max: 400 }), (text, size) => {
        const parts = [...partsOf(new TextEncoder().encode(text), 'nbib', size)];
        expect(delivered((sink) => readPieces(piecesOf(parts, 'nbib'), 'nbib', sink))).toEqual(
          delivered((sink) => readReferenceText(text, 'nbib', sink)),
        );
      }),
      { numRuns: 400 },
    );
  });

  it('is how a large file is read: its records, problems and progress are those of the file', () => {
    const bytes = new TextEncoder().encode(`\ufeff${generateRis(3_000)}\r\nstray\r\n`);
    const opened = openInPieces(bytes);
    expect(opened.kind).toBe('pieces');
    const { records, problems } = readReferenceFile(bytes);
    expect(delivered((sink) => readOpenedFile(opened, sink)).length).toBe(records.length + problems.length);
    const told: number[] = [];
    const again: ParsedRecord[] = [];
    readOpenedFile(opened, {
      record: (record) => again.push(record),
      problem: () => undefined,
      progress: (read) => told.push(read) > 0,
    });
    expect(again).toEqual(records);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('is not tried where the file is small, of another encoding or of another kind', () => {
    const kindOf = (text: string): string => openInPieces(new TextEncoder().encode(text)).kind;
    expect(kindOf(generateRis(2))).toBe('text');
    expect(kindOf(`Title,Year\n${'A title,2020\n'.repeat(400_000)}`)).toBe('text');
    expect(kindOf(`${generateRis(3_000)}\r\n${generateNbib(3)}`)).toBe('text');
    const large = `TY  - JOUR\nTI  - Caf\u00e9 ${'x'.repeat(5_000_000)}\nER  - \n`;
    expect(kindOf(large)).toBe('pieces');
    expect(openInPieces(Uint8Array.from(large, (letter) => letter.charCodeAt(0))).kind).toBe('text');
  });

  it('is given up where only the whole text can be read, however late that shows', () => {
    const start = generateRis(3_000);
    const late: readonly (readonly [string, Uint8Array])[] = [
      [
        'mixed-encoding',
        Buffer.concat([Buffer.from(start), Buffer.from('TY  - JOUR\nTI  - Caf\u00e9\nER  - \n', 'latin1')]),
      ],
      ['format-changes', Buffer.from(`${start}\r\n${generateNbib(3)}`)],
      ['undecodable-bytes', Buffer.from(`${start}TY  - JOUR\nTI  - One\0 two\nER  - \n`)],
    ];
    for (const [code, bytes] of late) {
      const { records, problems } = readReferenceFile(bytes);
      expect(problems.map((problem) => problem.code)).toContain(code);
      expect(records.length).toBeGreaterThan(3_000);
      expect(new Set(records.map(({ line }) => line)).size).toBe(records.length);
    }
  });

  it('finds a zero wherever it stands', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat({ max: 3 }), (bytes, skipped) => {
        const part = bytes.subarray(skipped);
        expect(holdsZero(part)).toBe(part.includes(0));
      }),
    );
  });
});
