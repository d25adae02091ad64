import { readReferenceFile } from '@shared/formats';
import { describe, expect, it } from 'vitest';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string) => readReferenceFile(bytesOf(text));
const titles = (text: string) => read(text).records.map(({ title }) => title);
const codes = (text: string) => read(text).problems.map(({ code }) => code);

const ris = 'TY  - JOUR\nTI  - In RIS\nAU  - Vos, A\nPY  - 2001\nER  - \n';
const nbib =
  'PMID- 12345678\nOWN - NLM\nTI  - In nbib\nFAU - Vos, Anna\nDP  - 2010 Jan\nJT  - Journal\nSO  - J. 2010.\n';
const bibtex = '@article{vos2003,\n  title={In BibTeX},\n  author={Vos, A.},\n  year={2003}\n}\n';
const wos =
  'FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Vos, A\nTI In Web of Science\nPY 2004\nER\n\nEF\n';
const enw = '%0 Journal Article\n%T In EndNote\n%A Vos, A.\n%D 2005\n';

describe('a file put together from several exports', () => {
  it('reads each stretch in its own format, whatever the order', () => {
    const file = read([ris, nbib, bibtex, wos, enw, ris].join('\n'));
    expect(file.records.map(({ title, line }) => [title, line])).toEqual([
      ['In RIS', 1],
      ['In nbib', 7],
      ['In BibTeX', 15],
      ['In Web of Science', 23],
      ['In EndNote', 31],
      ['In RIS', 36],
    ]);
    expect(new Set(file.problems.map(({ code }) => code))).toEqual(new Set(['format-changes']));
    expect(file.problems.map(({ line }) => line)).toEqual([7, 15, 21, 31, 36]);
  });

  it('does not lose what follows a BibTeX file', () => {
    expect(titles(bibtex + ris)).toEqual(['In BibTeX', 'In RIS']);
  });

  it('does not take an address or a note inside a record for another export', () => {
    const text = ris.replace(
      'PY  -',
      'AD  - a@article.org\nN1  - PMID- 12345678\nAB  - @article is a word\nPY  -',
    );
    expect(read(text).records).toHaveLength(1);
    expect(codes(text)).toEqual([]);
  });

  it('passes over byte order marks between files that were joined', () => {
    expect(titles(`${ris}\uFEFF${ris.replace('In RIS', 'Second')}`)).toEqual(['In RIS', 'Second']);
  });
});

describe('what programs put around every line', () => {
  const wrapped: readonly (readonly [string, (line: string, index: number) => string])[] = [
    ['numbers', (line, index) => `${String(index + 1).padStart(4, '0')} ${line}`],
    ['numbers with tabs', (line, index) => `  ${index + 1}\t${line}`],
    ['quotation marks', (line) => `"${line}"`],
    ['the sign of a quoted mail', (line) => `> ${line}`],
  ];
  it.each(wrapped)('leaves out %s', (_, wrap) => {
    const text = ris.trimEnd().split('\n').map(wrap).join('\n');
    expect(read(text).records).toMatchObject([{ title: 'In RIS', authors: ['Vos, A'], year: 2001 }]);
    expect(codes(text)).toContain('lines-unwrapped');
  });

  it('reads an export that was saved as a web page, without its markup', () => {
    const page = `<html><body><pre>\n${ris.replaceAll('\n', '<br>\n')}</pre></body></html>\n`;
    expect(read(page).records).toMatchObject([
      { title: 'In RIS', authors: ['Vos, A'], year: 2001, type: 'JOUR' },
    ]);
  });

  it('reads tags that lost their spaces throughout', () => {
    expect(titles(ris.replaceAll('  - ', '- '))).toEqual(['In RIS']);
  });

  it('takes a lone ER for the end of a record, and EF for the end of a file', () => {
    const text = `${ris.replace('ER  - ', 'ER')}${ris}\nEF\n`;
    expect(titles(text)).toEqual(['In RIS', 'In RIS']);
    expect(codes(text)).toEqual([]);
  });
});

describe('texts in another encoding than they should be in', () => {
  const text = ris.replace('In RIS', 'Étude des façons d’être naïve').replace('Vos, A', 'Müller, Jérôme');

  it('puts a text right that was encoded twice', () => {
    const twice = new TextDecoder('latin1').decode(bytesOf(text));
    expect(read(twice).records).toMatchObject([
      { title: 'Étude des façons d’être naïve', authors: ['Müller, Jérôme'] },
    ]);
    expect(codes(twice)).toEqual(['mojibake-repaired']);
  });

  it('only warns where some of the text is right as it is', () => {
    const mixed = `${new TextDecoder('latin1').decode(bytesOf(text))}${ris.replace('In RIS', 'λ')}`;
    expect(codes(mixed)).toEqual(['mojibake-suspected']);
  });

  it('tells Mac OS Roman from windows-1252', () => {
    const mac: Readonly<Record<string, number>> = {
      É: 0x83,
      ç: 0x8d,
      '’': 0xd5,
      ê: 0x90,
      ï: 0x95,
      ü: 0x9f,
      é: 0x8e,
      ô: 0x99,
    };
    const windows: Readonly<Record<string, number>> = { '’': 0x92 };
    const encode = (table: Readonly<Record<string, number>>) =>
      Uint8Array.from(text, (character) => table[character] ?? character.charCodeAt(0));
    for (const [table, encoding] of [
      [mac, 'macintosh'],
      [windows, 'windows-1252'],
    ] as const) {
      const file = readReferenceFile(encode(table));
      expect(file.encoding).toBe(encoding);
      expect(file.records[0]?.authors).toEqual(['Müller, Jérôme']);
    }
  });

  it('leaves out zero bytes and says so', () => {
    const withZero = ris.replace('In RIS', 'In\0 RIS');
    expect(titles(withZero)).toEqual(['In RIS']);
    expect(codes(withZero)).toEqual(['undecodable-bytes']);
  });
});
