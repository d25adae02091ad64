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

describe('a file in which another kind stands behind a table, JSON or XML', () => {
  const csv = 'Title,Authors,Year\nIn a table,"Vos, A",2001\n';
  const json = '[{"type":"article-journal","id":"1","title":"In JSON"}]\n';
  const xml =
    '<?xml version="1.0"?><xml><records><record><ref-type name="Journal Article">17</ref-type><titles><title>In EndNote XML</title></titles></record></records></xml>\n';
  it.each([
    ['a table', csv + ris, ['In a table', 'In RIS']],
    ['JSON', json + ris, ['In JSON', 'In RIS']],
    ['XML', xml + nbib, ['In EndNote XML', 'In nbib']],
    ['RIS, and XML behind it', ris + xml, ['In RIS', 'In EndNote XML']],
  ])('reads both behind %s', (_, text, wanted) => {
    expect(titles(text)).toEqual(wanted);
    expect(codes(text)).toEqual(['format-changes']);
  });

  it('reads two tables with columns of their own, and one whose header stands again behind a byte order mark', () => {
    const other = 'Authors,Article Title,Publication Year,DOI\n"Doe, B",In another,2002,10.5555/abc.2\n';
    expect(read(`${csv}\n${other}`).records).toMatchObject([
      { title: 'In a table', year: 2001 },
      { title: 'In another', year: 2002, doi: '10.5555/abc.2', line: 5 },
    ]);
    expect(codes(`${csv}\n${other}`)).toEqual(['format-changes']);
    expect(titles(`${csv}\uFEFF${csv}`)).toEqual(['In a table', 'In a table']);
  });
});

describe('a table saved as something else', () => {
  const rows = [
    ['Title', 'Authors', 'Year'],
    ['One &amp; two', 'Vos, A.; Doe, B.', '2001'],
    ['Three', '', '2003'],
  ];
  const wanted = [
    { title: 'One & two', authors: ['Vos, A.', 'Doe, B.'], year: 2001 },
    { title: 'Three', year: 2003 },
  ];

  it('reads the web page that databases save as .xls', () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><body><table><tr><td>Search results</td></tr></table><table border=1>${rows
      .map((cells) => `<tr>${cells.map((cell) => `<td><b>${cell}</b></td>`).join('')}</tr>`)
      .join('\n')}</table></body></html>`;
    expect(read(page)).toMatchObject({ format: 'html-table', records: wanted, problems: [] });
  });

  it("reads Excel's XML of 2003, which leaves empty cells out", () => {
    const cell = (text: string, column: number) =>
      text === '' ? '' : `<Cell ss:Index="${column + 1}"><Data ss:Type="String">${text}</Data></Cell>`;
    const book = `<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet><Table>${rows
      .map((cells) => `<Row>${cells.map(cell).join('')}</Row>`)
      .join('')}</Table></Worksheet></Workbook>`;
    expect(read(book)).toMatchObject({ format: 'html-table', records: wanted, problems: [] });
  });

  it('reads the tabs that others save as .xls, and the table of Markdown', () => {
    expect(titles('Title\tAuthors\tYear\r\nOne\tVos, A.\t2001\r\n')).toEqual(['One']);
    expect(titles('| Title | Authors | Year |\n|---|---|---|\n| One | Vos, A. | 2001 |\n')).toEqual(['One']);
  });

  it('says of an old workbook how to save it', () => {
    const old = readReferenceFile(Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]));
    expect(old.problems).toMatchObject([
      { code: 'old-workbook', message: expect.stringContaining('.xlsx') as string },
    ]);
  });
});

describe('answers that hold no record', () => {
  it.each(['{"error":{"code":401,"message":"Unauthorized"}}', '{"message":{"items":[],"total-results":0}}'])(
    'gives none for %s, and says so',
    (text) => {
      expect(read(text).records).toEqual([]);
      expect(codes(text)).toEqual(['no-records']);
    },
  );
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

  it.each([
    ['an empty line behind every line', ris.replaceAll('\n', '\n\n'), 'lines-unwrapped'],
    ['a line break written twice', ris.replaceAll('\n', '\r\r\n'), 'lines-unwrapped'],
    ['all fields on one line', ris.replaceAll('\n', ' '), 'fields-on-one-line'],
  ])('takes %s for what it is', (_, text, code) => {
    expect(read(text + text).records).toMatchObject([
      { title: 'In RIS', authors: ['Vos, A'], year: 2001 },
      { title: 'In RIS', authors: ['Vos, A'], year: 2001 },
    ]);
    expect(codes(text + text)).toEqual([code]);
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

  it('tells the BibTeX of Scopus from its plain text, though both begin alike', () => {
    const file = readReferenceFile(
      new TextEncoder().encode(
        'Scopus\nEXPORT DATE: 24 March 2021\n\n@ARTICLE{Vos2020,\nauthor={Vos, A.},\ntitle={Peers},\nyear={2020},\nsource={Scopus},\n}\n',
      ),
    );
    expect(file).toMatchObject({ format: 'bibtex', problems: [], records: [{ title: 'Peers' }] });
  });
});
