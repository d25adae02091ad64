import { readSheet } from '@shared/formats/delimited';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

describe('sheets of numbers', () => {
  it.each([
    ['semicolons and decimal commas', '"study";"g";"n"\n"Vos; 2001";-0,05;12\n"Ek 2002";1,5;NA\n', ';', ','],
    ['commas and points', 'study,g,n\n"Vos; 2001",-0.05,12\nEk 2002,1.5,NA\n', ',', '.'],
    ['tabs and decimal commas', 'study\tg\tn\nVos; 2001\t-0,05\t12\nEk 2002\t1,5\tNA\n', '\t', ','],
    [
      'commas, decimal commas in quotes, CR LF',
      'study,g,n\r\n"Vos; 2001","-0,05",12\r\nEk 2002,"1,5",NA\r\n',
      ',',
      ',',
    ],
  ])('%s', (_, text, delimiter, decimal) => {
    const sheet = readSheet(text);
    expect(sheet).toMatchObject({
      delimiter,
      decimal,
      header: ['study', 'g', 'n'],
      lines: [2, 3],
      problems: [],
    });
    expect(sheet?.rows.map((row) => [row[0], row[1]?.replace(',', '.'), row[2]])).toEqual([
      ['Vos; 2001', '-0.05', '12'],
      ['Ek 2002', '1.5', 'NA'],
    ]);
  });

  it('thousands are no decimals', () => {
    expect(readSheet('study;n;g\nA;1,234;0.5\nB;2,345;0.25\n')?.decimal).toBe('.');
  });

  it('rows of another width are told by their line and keep their place', () => {
    const sheet = readSheet('study,g,n\nA,1.5\nB,2.5,3,surplus\n\nC,3.5,4\n');
    expect(sheet?.rows).toEqual([
      ['A', '1.5', ''],
      ['B', '2.5', '3'],
      ['C', '3.5', '4'],
    ]);
    expect(sheet?.lines).toEqual([2, 3, 5]);
    expect(sheet?.problems.map(({ line, code }) => [line, code])).toEqual([
      [2, 'row-shape'],
      [3, 'row-shape'],
    ]);
  });

  const header = 'study;arm;outcome;g;se;country;n;type';
  const row = (i: number): string => `S${i};peer;clinical;0,${i};0,1${i};NL;${i}0;trial`;
  it('a row whose cells stand one column off is told, others are not', () => {
    const rows = Array.from({ length: 12 }, (_, i) => row(i + 1));
    const off = [...rows.slice(0, 6), 'S7;peer;0,7;0,17;NL;70;trial;', ...rows.slice(7)];
    expect(readSheet([header, ...rows].join('\n'))?.problems).toEqual([]);
    expect(readSheet([header, ...off].join('\n'))?.problems).toMatchObject([
      { line: 8, code: 'row-shape', message: expect.stringContaining('outcome') },
    ]);
  });

  it('an empty text is none', () => {
    expect(readSheet(' \n\n')).toBeUndefined();
  });

  const path = fileURLToPath(
    new URL('../../../../../shared/fixtures/reviews/smit-2022-peer-support/data.csv', import.meta.url),
  );
  if (!existsSync(path))
    console.log('No ../shared/fixtures/reviews here: a real extraction sheet is not tried.');
  it.runIf(existsSync(path))('the sheet of a published review', () => {
    const sheet = readSheet(readFileSync(path, 'utf8'));
    expect(sheet).toMatchObject({ delimiter: ';', decimal: ',' });
    expect(sheet?.rows).toHaveLength(66);
    expect(sheet?.rows.every((cells) => cells.length === sheet.header.length)).toBe(true);
    expect(sheet?.rows[0]?.[1]).toBe('Boevink, 2016');
    expect(sheet?.problems).toEqual([]);
  });
});
