import { writeBibtex, type ParsedRecord } from '@shared/formats';
import { readBibtex } from '@shared/formats/bibtex';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRecord } from '../any-record';
import { collect } from '../xml/expect-fixture';

const read = (text: string) => collect((sink) => readBibtex(text, sink));
const titles = (text: string) => read(text).records.map(({ title }) => title);

describe('BibTeX', () => {
  it('gives every field of an entry', () => {
    const { records, problems } = read(`@Article{vos2019,
  author = {Vos, Anna and Bram de Kuiper and {Peer Trial Group} and others},
  title = "{Peers} and recovery: a trial",
  journal = jir, year = 2019, month = mar, volume = 12, number = {3}, pages = {101--109},
  doi = {https://doi.org/10.1000/Peer\\_1}, pmid = {31000001}, issn = {1234-5679},
  url = {https://example.org/a\\_b}, keywords = {peers, recovery}, abstract = {Two
    lines.}, language = {English}, note = {cited by 3}
}
@string{jir = "Journal of " # "invented recovery"}
`);
    expect(problems).toEqual([]);
    expect(records).toEqual([
      {
        title: 'Peers and recovery: a trial',
        authors: ['Vos, Anna', 'de Kuiper, Bram', 'Peer Trial Group'],
        year: 2019,
        date: '2019 March',
        journal: 'Journal of invented recovery',
        volume: '12',
        issue: '3',
        pages: '101-109',
        doi: '10.1000/peer_1',
        pmid: '31000001',
        issn: '1234-5679',
        url: 'https://example.org/a_b',
        keywords: ['peers', 'recovery'],
        abstract: 'Two lines.',
        language: 'English',
        type: 'article',
        other: [
          ['citation key', 'vos2019'],
          ['note', 'cited by 3'],
        ],
        line: 1,
      },
    ]);
  });

  it('reads biblatex: journaltitle, date, subtitle, extended names, crossref and xdata', () => {
    const { records } =
      read(`@incollection{part, author = {family=Vos, given=Anna, prefix=de}, title = {A part}, subtitle = {and more}, crossref = {whole}, xdata = {house}, pages = {1-2}}
@collection{whole, title = {The whole}, date = {2001-05}, editor = {Edit, Or}}
@xdata{house, publisher = {Invented Press}}
@article{art, author = {Vos, A}, title = {Art}, journaltitle = {Invented J}, date = {2004-02-03}}`);
    expect(records[0]).toMatchObject({
      title: 'A part: and more',
      authors: ['de Vos, Anna'],
      journal: 'The whole',
      year: 2001,
      date: '2001-05',
    });
    expect(records[0]?.other).toContainEqual(['publisher', 'Invented Press']);
    expect(records).toHaveLength(3);
    expect(records[2]).toMatchObject({ journal: 'Invented J', year: 2004, date: '2004-02-03' });
  });

  it('finds identifiers in the key and the addresses of an entry', () => {
    const { records, problems } =
      read(`@article{PMID:31000002, title = {One}, url = {https://europepmc.org/articles/PMC7000002}}
@article{b, title = {Two}, url = "https://example.org/b", url = "http://www.ncbi.nlm.nih.gov/pubmed/31000003"}
@article{c, title = {Three}, url = {https://example.org/c https://doi.org/10.5555/three}}`);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      { pmid: '31000002', pmcid: 'PMC7000002' },
      { pmid: '31000003', url: 'https://example.org/b' },
      { doi: '10.5555/three', url: 'https://example.org/c' },
    ]);
    expect(records[2]?.other).toContainEqual(['addresses', 'https://doi.org/10.5555/three']);
  });

  it('reads names of fields in two words, months in full, and names with space before the comma', () => {
    const { records, problems } = read(
      '@article{a, author = "Vos\t, Anna\nand Doe , Bo", title = {{\\a\'E}t\\a`a}, key words = {peers, recovery}, month = March, year = 2019}',
    );
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        authors: ['Vos, Anna', 'Doe, Bo'],
        title: 'Étà',
        keywords: ['peers', 'recovery'],
        date: '2019 March',
      },
    ]);
  });

  it('reads parentheses, concatenation, upper case, and passes over comments and preambles', () => {
    const text = `@preamble{"\\newcommand{\\x}{y}"}
@comment{@article{no, title = {No}}}
% a remark
@ARTICLE ( key , TITLE = "One " # {and } # "two" , YEAR = 2001 )`;
    const { records, problems } = read(text);
    expect(records).toMatchObject([{ title: 'One and two', year: 2001 }]);
    expect(problems).toEqual([]);
  });

  it('an abbreviation that is not defined keeps its name and is told', () => {
    const { records, problems } = read('@article{a, title = {T}, journal = nowhere}');
    expect(records[0]?.journal).toBe('nowhere');
    expect(problems).toMatchObject([{ line: 1, code: 'unresolved-string', raw: 'nowhere' }]);
  });

  it('abbreviations that grow from one another are bounded', () => {
    const strings = Array.from(
      { length: 40 },
      (_, i) => `@string{s${i + 1} = s${i} # s${i} # s${i} # s${i}}`,
    ).join('\n');
    const { records } = read(
      `@string{s0 = "xxxxxxxxxxxxxxxx"}\n${strings}\n@article{a, title = s40, year = 2001}`,
    );
    expect(records).toHaveLength(1);
    expect(records[0]?.title?.length).toBeLessThan(500_000);
  });
});

describe('broken BibTeX', () => {
  const after = '\n@article{b, title = {Second}, year = 2002}\n';
  it.each([
    ['a lost closing brace of the entry', '@article{a, title = {First}, year = 2001\n', 'missing-record-end'],
    [
      'a lost closing brace of a value',
      '@article{a,\n title = {First,\n year = {2001},\n}\n',
      'missing-record-end',
    ],
    ['a lost closing quote', '@article{a,\n title = "First,\n year = {2001}\n}\n', 'missing-record-end'],
    ['a lost comma', '@article{a, title = {First}\n year = 2001}\n', 'text-outside-record'],
    ['a brace too many', '@article{a, title = {First}}, year = {2001}}\n', 'field-after-end'],
    ['a quote inside quotes', '@article{a, year = 2001, title = "First "of" all"}\n', 'text-outside-record'],
    [
      'text where a field should stand',
      '@article{a, title = {First}, what is this, year = 2001}\n',
      'text-outside-record',
    ],
  ])('%s costs nothing of the next entry and little of its own', (_, broken, code) => {
    const { records, problems } = read(broken + after);
    expect(records).toHaveLength(2);
    expect(records[0]?.title).toMatch(/^First/);
    expect(records[0]?.year).toBe(2001);
    expect(records[1]).toMatchObject({ title: 'Second', year: 2002 });
    expect(problems.map((problem) => [problem.line, problem.code])).toContainEqual([1, code]);
  });

  it('a missing key is no reason to lose the entry', () => {
    expect(titles('@article{title = {No key}, year = 2001}')).toEqual(['No key']);
    expect(titles('@article{,title = {Empty key}}')).toEqual(['Empty key']);
  });

  it('a file that ends too early keeps what was there', () => {
    const { records, codes } = read(
      '@article{a, title = {One}}\n@article{b, title = {Two}, abstract = {It was',
    );
    expect(records.map(({ title, abstract }) => [title, abstract])).toEqual([
      ['One', undefined],
      ['Two', 'It was'],
    ]);
    expect(codes).toContain('truncated');
  });

  it('says what stands between entries, and which entry held nothing', () => {
    const { problems } = read('Exported by hand\n@article{a, title = {One}}\n@misc{}\n');
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [1, 'text-outside-record'],
      [3, 'entry-skipped'],
    ]);
  });

  const size = 200_000;
  it.each([
    ['open entries', '@article{'.repeat(size / 9)],
    ['open entries on lines', '@article{a,\n'.repeat(size / 12)],
    ['open values', `@article{a,${' title = {'.repeat(size / 10)}`],
    ['open quotes', '@article{a, title = "x\n'.repeat(size / 23)],
    ['at signs', '@'.repeat(size)],
    ['commas', `@article{a${','.repeat(size)}`],
    ['equals signs', `@article{a, ${'='.repeat(size)}`],
    ['sharps', `@article{a, title = ${'# '.repeat(size / 2)}}`],
    ['ands', `@article{a, author = {${'and '.repeat(size / 4)}}}`],
    ['spaces', `@article{a, title =${' '.repeat(size)}{x}}`],
    ['brackets', `@article{a, title = {x}${')'.repeat(size)}`],
    ['the same key', '@article{a, crossref = {a}, title = {x}}\n'.repeat(size / 42)],
    [
      'the same field',
      `@article{a, ${Array.from({ length: 5_000 }, (_, i) => `title = {${i}}`).join(', ')}}`,
    ],
  ])('a file made of %s neither hangs nor throws', (_, text) => {
    expect(read(text).problems.every(({ raw }) => raw.length <= 200)).toBe(true);
  });
});

describe('what we write as BibTeX', () => {
  /** TeX joins these to dashes and quotation marks; a lone keyword with a comma reads as two. */
  const ligature = /--|``|''|[-`']\s*$/;
  const survives = (record: ParsedRecord): boolean =>
    !Object.values(record)
      .flat()
      .some((value) => typeof value === 'string' && ligature.test(value)) &&
    record.keywords.every((word) => !word.includes(',')) &&
    record.authors.every((name) => !/\sand\s/i.test(` ${name} `) && !/,.*,/.test(name));

  it('comes back the same', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), (records) => {
        fc.pre(records.every(survives));
        const { records: back } = read(writeBibtex(records));
        const key = [['citation key', expect.any(String)]];
        expect(back.map((record) => ({ ...record, line: 1 }))).toEqual(
          records.map((record) => ({ ...record, keywords: [...new Set(record.keywords)], other: key })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('tells nothing of the lines Scopus writes above its entries, but of other text', () => {
    const entry = '@ARTICLE{Vos2020,\nauthor={Vos, A.},\ntitle={Peers},\nyear={2020},\n}\n';
    expect(read(`Scopus\nEXPORT DATE: 24 March 2021\n\n${entry}`).problems).toEqual([]);
    expect(read(`Scopus\nEXPORT DATE: 24 March 2021\n\nLost entry\n${entry}`).problems).toMatchObject([
      { code: 'text-outside-record' },
    ]);
  });

  it('takes the year of an article of Web of Science that is early access from that date', () => {
    const { records } = read(
      '@article{ WOS:000000000000001,\nAuthor = {Vos, Anna},\nTitle = {Peers},\nEarlyAccessDate = {{DEC 2021}},\n}',
    );
    expect(records[0]?.year).toBe(2021);
  });

  it('reads names with the initials behind, as PubMed writes them and Rayyan hands them on', () => {
    const authors = (list: string) =>
      read(`@article{a, title={Peers}, author={${list}}}`).records[0]?.authors;
    expect(authors('Vos AB and Doe O and van Helm C and Del Mar G')).toEqual([
      'Vos, AB',
      'Doe, O',
      'van Helm, C',
      'Del Mar, G',
    ]);
    expect(authors('Vos A. and M{\\"u}ller K.-B. and Jane Doe')).toEqual([
      'Vos, A.',
      'Müller, K.-B.',
      'Doe, Jane',
    ]);
    expect(authors('Yu LI and Bo WU')).toEqual(['LI, Yu', 'WU, Bo']);
    expect(authors('Malcolm X')).toEqual(['X, Malcolm']);
  });

  it('tells the sign of a currency from a formula', () => {
    const title = (text: string) => read(`@article{a, title={${text}}}`).records[0]?.title;
    expect(title('At $5 million and US$8 a walk')).toBe('At $5 million and US$8 a walk');
    expect(title('A walk of $5')).toBe('A walk of $5');
    expect(title('p$<$0.05, $x^2$, $ \\sim 5$ and $5$ walks')).toBe('p<0.05, x2, ∼5 and 5 walks');
  });

  it('tells a small initial from a particle', () => {
    const { records } = read(
      '@article{a, title={Peers}, author={Z. a. {AL-Alder} and H. v. Helm and J. van Doe}}',
    );
    expect(records[0]?.authors).toEqual(['AL-Alder, Z. a.', 'v. Helm, H.', 'van Doe, J.']);
  });
});
