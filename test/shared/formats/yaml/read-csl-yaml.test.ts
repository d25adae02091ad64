import { readReferenceFile } from '@shared/formats';
import { describe, expect, it } from 'vitest';
import { inventedArticle } from '../invented-article';

const read = (...lines: string[]) => readReferenceFile(new TextEncoder().encode(`${lines.join('\n')}\n`));

const item = [
  '- id: vos2021',
  '  type: article-journal',
  '  title: Peer support',
  '    for sadness',
  '  author:',
  '  - family: Vos',
  '    given: Anna',
  '  - {family: Doe, given: Bob}',
  '  issued:',
  '  - year: 2021',
  '    month: 3',
  '  container-title: "<span class=\\"nocase\\">Journal of Invented Trials</span>"',
  '  volume: 12',
  "  issue: '3'",
  '  page: 101–110',
  '  DOI: 10.5555/abc.1',
  '  ISSN: 1234-5679',
  '  abstract: |',
  '    Peers',
  '    help.',
];
const article = { ...inventedArticle, authors: ['Vos, Anna', 'Doe, Bob'] };

describe('CSL-YAML', () => {
  it('gives every field of an item under references', () => {
    const file = read('---', 'title: A paper', 'references:', ...item, '...');
    expect(file.format).toBe('csl-yaml');
    expect(file.problems).toEqual([]);
    expect(file.records).toMatchObject([{ ...article, date: '2021-03', type: 'article-journal', line: 4 }]);
  });

  it('reads a list alone, further in, with texts that look like other things', () => {
    const file = read(
      ...item.map((line) => `  ${line}`),
      '  - id: doe2020',
      '    type: book',
      '    title: "Yes: a book"',
      '    author: [{family: "No", given: N}]',
      '    issued: {date-parts: [[2020, 1, 2]]}',
    );
    expect(file.records).toMatchObject([
      article,
      { title: 'Yes: a book', authors: ['No, N'], year: 2020, date: '2020-01-02', line: 21 },
    ]);
  });

  it('keeps the text of a member that is no YAML, and the items behind it', () => {
    const file = read('references:', '- id: a', '  title: Peers: a trial', '  type: book', ...item);
    expect(file.records).toMatchObject([{ title: 'Peers: a trial', type: 'book' }, article]);
    expect(file.problems.map(({ code, line }) => [code, line])).toEqual([['missing-record-end', 2]]);
  });

  it('does not spell out names for parts without end', () => {
    const bomb = ['  a: &a [x, x, x, x, x, x, x, x, x, x]'];
    for (const [from, to] of ['ab', 'bc', 'cd', 'de', 'ef'])
      bomb.push(`  ${to}: &${to} [${Array.from({ length: 10 }, () => `*${from}`).join(', ')}]`);
    const file = read('references:', '- id: x', '  type: book', '  title: Bomb', ...bomb);
    expect(file.records).toMatchObject([{ title: 'Bomb' }]);
    expect(JSON.stringify(file.records).length).toBeLessThan(2000);
  });

  it('leaves settings and other YAML alone', () => {
    expect(read('name: build', 'on:', '  - push', 'jobs:', '  - id: a', '  - id: b').format).toBe('unknown');
  });
});
