import { readReferenceFile, writeRis, type ParsedRecord } from '@shared/formats';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRecord } from './any-record';

/** Something to damage: every tagged format, each with a few records. */
const seeds: readonly string[] = [
  'TY  - JOUR\r\nTI  - One\r\nAU  - A, B\r\nPY  - 2001\r\nDO  - 10.1234/a\r\nER  - \r\n\r\n'.repeat(3),
  'PMID- 1\nTI  - One\n      wrapped\nFAU - A, B\nAU  - A B\nSO  - X.\n\n'.repeat(3),
  'FN X\nVR 1.0\nPT J\nAU A, B\n   C, D\nTI One\nPY 2001\nUT WOS:1\nER\n\nEF\n',
  '%0 Journal Article\n%T One\n%A A, B\n%D 2001\n\n'.repeat(3),
  'Title,Authors,Year\n"One, ""quoted""",A; B,2001\nTwo,C,2002\n',
  '@article{a, title = {One {Two}}, author = "A, B", year = 2001}\n@book{b, title={Three}}\n',
  '<?xml version="1.0"?><xml><records><record><titles><title>One &amp; two</title></titles></record></records></xml>',
  '[{"type":"article-journal","title":"One","author":[{"family":"A","given":"B"}]}]',
  '---\nreferences:\n- id: a\n  title: One\n  author:\n  - {family: A, given: B}\n  issued: 2001\n- id: b\n  title: |\n    Two\n    wrapped\n...\n',
  '<article><front><article-meta><title-group><article-title>One</article-title></title-group><contrib-group><contrib contrib-type="author"><name><surname>A</surname><given-names>B</given-names></name></contrib></contrib-group><abstract><p>Text</p></abstract></article-meta></front></article>',
  '<TEI><listBibl><biblStruct><analytic><title>One</title><author><surname>A</surname></author></analytic><monogr><title>J</title></monogr></biblStruct></listBibl></TEI>',
  '<OAI-PMH><record><oai_dc:dc><dc:title>One</dc:title><dc:creator>A, B</dc:creator><dc:date>2001</dc:date></oai_dc:dc></record></OAI-PMH>',
  '<ArticleSet><Article><Journal><JournalTitle>J</JournalTitle></Journal><ArticleTitle>One</ArticleTitle><AuthorList><Author><LastName>A</LastName></Author></AuthorList></Article></ArticleSet>',
  'id,reference\n1,"A, B. (2001). One. Journal, 1(2), 3–4. https://doi.org/10.1234/a"\n2,"C, D. (2002). Two. Journal, 2, 3."\n',
];

type Damage = {
  readonly at: number;
  readonly kind: 'flip' | 'cut' | 'insert' | 'repeat';
  readonly byte: number;
};
const damage: fc.Arbitrary<Damage> = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  kind: fc.constantFrom('flip', 'cut', 'insert', 'repeat'),
  byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(10, 13, 32, 34, 38, 45, 60, 123)),
});

function damaged(bytes: Uint8Array, { at, kind, byte }: Damage): Uint8Array {
  const index = Math.floor(at * bytes.length);
  switch (kind) {
    case 'flip':
      return bytes.map((old, i) => (i === index ? byte : old));
    case 'cut':
      return bytes.slice(0, index);
    case 'insert':
      return Uint8Array.from([...bytes.slice(0, index), byte, ...bytes.slice(index)]);
    case 'repeat':
      return Uint8Array.from([...bytes.slice(0, index), ...bytes.slice(Math.max(0, index - 40))]);
  }
}

describe('damaged files', () => {
  it('always give an answer: records that are records, problems that are problems', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(damage, { minLength: 1, maxLength: 8 }),
        (seed, damages) => {
          const bytes = damages.reduce(damaged, new TextEncoder().encode(seed));
          const { records, problems } = readReferenceFile(bytes);
          expect(problems.map((problem) => problem.code)).not.toContain('reader-failed');
          for (const { authors, keywords, line } of records) {
            expect(Array.isArray(authors) && Array.isArray(keywords) && line >= 1).toBe(true);
          }
          for (const { line, message, raw } of problems) {
            expect(line >= 0 && message.length > 0 && raw.length <= 200).toBe(true);
          }
          if (records.length === 0) expect(problems).not.toEqual([]);
        },
      ),
      { numRuns: 2500 },
    );
  });

  it('a lost line costs one field, not the records around it', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 3, maxLength: 5 }), fc.nat(), (records, which) => {
        const lines = writeRis(records).split('\r\n');
        const removable = lines.flatMap((line, i) =>
          /^(?:TY|TI) {2}- /.test(line) || line === '' ? [] : [i],
        );
        const lost = removable[which % removable.length] ?? 0;
        const { records: read } = readReferenceFile(
          new TextEncoder().encode(lines.filter((_, i) => i !== lost).join('\r\n')),
        );
        expect(read.map((record) => record.title)).toEqual(
          records.map((record: ParsedRecord) => record.title),
        );
      }),
    );
  });
});

describe('files made to be slow', () => {
  const size = 300_000;
  it.each([
    ['one line of spaces', ' '.repeat(size)],
    ['one endless value', `TY  - JOUR\nTI  - ${'x'.repeat(size)}\nER  - \n`],
    ['an endless value of spaces', `TY  - JOUR\nTI  - ${'a   '.repeat(size / 4)}b\nER  - \n`],
    ['fields on one line without end', `TY  - JOUR${'     AU  - A, B'.repeat(size / 15)}\nER  - \n`],
    ['end marks on one line without end', `TY  - JOUR\n${'ER  - '.repeat(size / 6)}\n`],
    ['ampersands', `TY  - JOUR\nTI  - ${'&'.repeat(size)}\nER  - \n`],
    ['open tags', `TY  - JOUR\nTI  - ${'<i '.repeat(size / 3)}\nER  - \n`],
    [
      'starts of DOIs',
      `TY  - JOUR\nDO  - ${'10.1234'.repeat(size / 7)}\nN1  - doi: ${'10.'.repeat(size / 3)}\nER  - \n`,
    ],
    ['brackets behind a DOI', `TY  - JOUR\nDO  - 10.1234/${')'.repeat(size)}\nER  - \n`],
    ['a year of digits', `TY  - JOUR\nPY  - ${'1'.repeat(size)}\nER  - \n`],
    ['semicolons', `TY  - JOUR\nKW  - ${';'.repeat(size)}\nAU  - ${'a;'.repeat(size / 2)}\nER  - \n`],
    ['continuation lines', `TY  - JOUR\nAB  - x\n${'y\n'.repeat(size / 2)}ER  - \n`],
    [
      'one author under two tags',
      `TY  - JOUR\n${'AU  - A, B\n'.repeat(10_000)}${'A1  - A, B\n'.repeat(10_000)}ER  - \n`,
    ],
    ['numbers between blank lines', `TY  - JOUR\nTI  - x\n${'\n1.\n'.repeat(size / 4)}`],
    ['carriage returns', `TY  - JOUR\r${'\r'.repeat(size)}TI  - x\rER  - \r`],
    ['notes', `TY  - JOUR\n${`N1  - doi: ${'a'.repeat(100)}\n`.repeat(3_000)}ER  - \n`],
    [
      'digits like registrations',
      `TY  - JOUR\nCN  - ${'2004-000123-'.repeat(size / 12)}\nC3  - ${'ChiCTR-'.repeat(size / 7)}\nER  - \n`,
    ],
    ['numbers like ISBNs', `TY  - JOUR\nSN  - ${'9-7-8-1 '.repeat(size / 8)}\nER  - \n`],
  ])(
    '%s',
    (_, text) => {
      const { problems } = readReferenceFile(new TextEncoder().encode(text));
      expect(problems.map((problem) => problem.code)).not.toContain('reader-failed');
    },
    5_000,
  );
});
