import { previewXlsx, readXlsx } from '@shared/formats/xlsx';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { collect, describeFixtures } from '../xml/expect-fixture';
import { row, workbook } from './make-workbook';

const read = (bytes: Uint8Array) => collect((sink) => readXlsx(bytes, sink));

describeFixtures({ xlsx: (_, sink, bytes) => readXlsx(bytes, sink) });

describe('workbooks', () => {
  it('give their rows as records, by row number, with empty cells left out', () => {
    const { records, problems } = read(
      workbook({
        sheets: [
          {
            name: 'Export',
            data:
              row(1, 'Title', 'Authors', 'Year', 'DOI') +
              row(2, 'One & <two>', 'Vos, A; Kuiper, B', '2019') +
              row(5, 'Three', '', '', '10.1000/x'),
          },
        ],
      }),
    );
    expect(problems).toEqual([]);
    expect(records).toEqual([
      { title: 'One & <two>', authors: ['Vos, A', 'Kuiper, B'], year: 2019, keywords: [], line: 2 },
      { title: 'Three', authors: [], doi: '10.1000/x', keywords: [], line: 5 },
    ]);
  });

  it('read shared and formatted strings, formulas by their result, numbers, truth values and errors', () => {
    const { records } = read(
      workbook({
        strings: [
          '<t>Title</t>',
          '<t>PMID</t>',
          '<t>Year</t>',
          '<t>Extra</t>',
          '<r><t>Bold </t></r><r><t>title</t></r><rPh><t>not this</t></rPh>',
        ],
        sheets: [
          {
            name: 'S',
            data:
              '<row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>3</v></c></row>' +
              '<row r="2"><c t="s"><v>4</v></c><c><v>3.1000001E7</v></c><c t="str"><f>YEAR(A1)</f><v>2019</v></c><c t="b"><v>1</v></c></row>' +
              '<row r="3"><c t="inlineStr"><is><t>Second</t></is></c><c t="e"><v>#N/A</v></c><c><v>2020</v></c></row>',
          },
        ],
      }),
    );
    expect(records).toMatchObject([
      { title: 'Bold title', pmid: '31000001', year: 2019, other: [['Extra', 'TRUE']] },
      { title: 'Second', year: 2020 },
    ]);
    expect(records[1]).not.toHaveProperty('pmid');
  });

  it.each([
    [false, '43529', '2019-03-05'],
    [true, '42067', '2019-03-05'],
    [false, '60', '1900-02-28'],
    [false, '-1', '-1'],
  ])('dates (1904 system: %s): %s is %s', (date1904, serial, text) => {
    for (const format of [14, 'dd/mm/yyyy', 'd "of" mmm;@']) {
      const cell = `<c r="B2" s="0"><v>${serial}</v></c>`;
      const { records } = read(
        workbook({
          date1904,
          formats: [format],
          sheets: [
            {
              name: 'S',
              data: `${row(1, 'Title', 'Seen')}<row r="2"><c r="A2" t="inlineStr"><is><t>T</t></is></c>${cell}</row>`,
            },
          ],
        }),
      );
      expect(records[0]?.other).toEqual([['Seen', serial === '60' ? records[0]?.other?.[0]?.[1] : text]]);
    }
  });

  it('numbers whose format only looks like a date stay numbers', () => {
    const { records } = read(
      workbook({
        formats: ['0.00" days"', 10, '[Red]0.0'],
        sheets: [
          {
            name: 'S',
            data: `${row(1, 'Title', 'A', 'B', 'C')}<row r="2"><c r="A2" t="inlineStr"><is><t>T</t></is></c><c r="B2" s="0"><v>43529</v></c><c r="C2" s="1"><v>0.5</v></c><c r="D2" s="2"><v>1.25</v></c></row>`,
          },
        ],
      }),
    );
    expect(records[0]?.other?.map(([, value]) => value)).toEqual(['43529', '0.5', '1.25']);
  });

  it('take the sheet whose header names a title, and say which sheets were passed over', () => {
    const records = row(1, 'Title', 'Year') + row(2, 'T', '2001');
    const { records: read1, problems } = read(
      workbook({
        sheets: [
          { name: 'Empty', data: '' },
          { name: 'About', data: row(1, 'Exported by hand') },
          { name: 'Secret', data: records.replace('>T<', '>Hidden<'), state: 'hidden' },
          { name: 'Records', data: records },
        ],
      }),
    );
    expect(read1.map(({ title }) => title)).toEqual(['T']);
    expect(problems.map(({ code, raw }) => [code, raw])).toEqual([['text-outside-record', 'About']]);
  });

  it('show header, first rows and what the columns seem to hold', () => {
    const bytes = workbook({
      sheets: [
        {
          name: 'S',
          data: row(1, 'My search') + row(2, 'Title', 'Jahr') + row(3, 'T', '2001') + row(4, 'U', '2002'),
        },
      ],
    });
    expect(previewXlsx(bytes, undefined, 1)?.table).toMatchObject({
      headerLine: 2,
      header: ['Title', 'Jahr'],
      rows: [['T', '2001']],
      mapping: { 0: 'title', 1: 'year' },
    });
  });
});

describe('broken workbooks', () => {
  const bytes = workbook({
    sheets: [
      {
        name: 'S',
        data:
          row(1, 'Title', 'Year') +
          Array.from({ length: 200 }, (_, i) => row(i + 2, `Title ${i} ${Math.sin(i)}`, '2001')).join(''),
      },
    ],
  });

  it('cut anywhere, give what can be saved and say so', () => {
    for (let end = 0; end < bytes.length; end += 211) {
      const { records, codes } = read(bytes.subarray(0, end));
      expect(codes.some((code) => code === 'truncated' || code === 'not-a-reference-file')).toBe(true);
      expect(records.length).toBeLessThanOrEqual(200);
    }
    expect(read(bytes.subarray(0, bytes.length - 30)).records.length).toBeGreaterThan(100);
  });

  it('that are no workbooks are refused', () => {
    for (const other of [
      new Uint8Array(),
      strToU8('Title,Year'),
      zipSync({ 'word/document.xml': strToU8('<x/>') }),
    ]) {
      expect(read(other)).toMatchObject({ records: [], codes: ['not-a-reference-file'] });
    }
  });

  it('that would grow beyond all bounds are bounded', () => {
    const zeros = new Uint8Array(40 * 1024 * 1024);
    const bomb = zipSync(
      Object.fromEntries(
        Array.from({ length: 8 }, (_, i) => [
          `xl/worksheets/sheet${i + 1}.xml`,
          [zeros, { level: 1 }] as const,
        ]),
      ),
    );
    expect(bomb.length).toBeLessThan(4_000_000);
    expect(read(bomb).codes).toContain('file-too-large');
  });

  it('with cells in far columns and rows take no more room than they hold', () => {
    const far = `${row(1, 'Title', 'Year')}<row r="1048576"><c r="A1048576" t="inlineStr"><is><t>T</t></is></c><c r="XFD1048576"><v>1</v></c></row>`;
    const { records, codes } = read(workbook({ sheets: [{ name: 'S', data: far }] }));
    expect(records).toMatchObject([{ title: 'T', line: 1_048_576 }]);
    expect(codes).toContain('file-too-large');
  });
});
