import { describe, expect, it } from 'vitest';
import { readReferenceFile } from '@shared/formats';

const read = (text: string) => readReferenceFile(new TextEncoder().encode(text));

describe('tables of records', () => {
  it('are read by their column names, commas or semicolons', () => {
    const comma =
      'Title,Authors,Year,DOI,Journal,Abstract\n"A trial, with a comma","Vos, A; Kuiper, B",2021,https://doi.org/10.1000/XYZ.1,Invented Journal,Text\n';
    const semicolon = comma
      .replaceAll(',', '\u0001')
      .replaceAll('\u0001', ';')
      .replace('"A trial; with a comma"', '"A trial, with a comma"')
      .replace('"Vos; A; Kuiper; B"', '"Vos, A; Kuiper, B"');
    for (const text of [comma, semicolon]) {
      expect(read(text).records[0]).toMatchObject({
        title: 'A trial, with a comma',
        authors: ['Vos, A', 'Kuiper, B'],
        year: 2021,
        doi: '10.1000/xyz.1',
        journal: 'Invented Journal',
        abstract: 'Text',
      });
    }
  });

  it('keep what no field takes', () => {
    const { records, problems } = read('Title,Year,Colour of cover\nA trial of something,2020,green\n');
    expect(records[0]?.other).toEqual([['Colour of cover', 'green']]);
    expect(problems.map(({ code }) => code)).toContain('column-unmapped');
  });

  it('read cells that a spreadsheet made text, and authors in each way', () => {
    const { records } = read(
      'Title,Authors,Year,PMID\nOne,"Vos A., Kuiper B.",2020,"=""123456"""\nTwo,"Vos, A. and Kuiper, B.",2020,2\n',
    );
    expect(records.map(({ authors }) => authors)).toEqual([
      ['Vos A.', 'Kuiper B.'],
      ['Vos, A.', 'Kuiper, B.'],
    ]);
    expect(records[0]?.pmid).toBe('123456');
  });

  it('report rows that do not fit the header, years that are none, and titles that are missing', () => {
    const { records, problems } = read(
      'Title,Authors,Year,Abstract\nA trial,Vos,n.d.,text,more\n,Kuiper,2020,text\n',
    );
    expect(records).toHaveLength(2);
    expect(problems.map(({ line, code }) => [line, code])).toEqual(
      expect.arrayContaining([
        [2, 'row-shape'],
        [2, 'bad-year'],
        [3, 'missing-title'],
      ]),
    );
  });
});
