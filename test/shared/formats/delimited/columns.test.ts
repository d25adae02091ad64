import { mapColumns, previewTable, proposeMapping, readDelimited } from '@shared/formats/delimited';
import type { ParseSink } from '@shared/formats';
import { describe, expect, it } from 'vitest';
import { collect, describeFixtures } from '../xml/expect-fixture';

const read = (text: string) => collect((sink) => readDelimited(text, sink));
const fieldsOf = (header: string): Readonly<Record<string, string | undefined>> => {
  const names = header.split(',');
  const mapping = mapColumns(names);
  return Object.fromEntries(names.map((name, i) => [name, mapping[i]]));
};

const table = (text: string, sink: ParseSink): void => readDelimited(text, sink);
describeFixtures({ csv: table, tsv: table, 'wos-tab': table });

describe('column names', () => {
  it.each([
    [
      'IEEE Xplore',
      'Document Title,Authors,Author Affiliations,Publication Title,Publication Year,Volume,Issue,Start Page,End Page,Abstract,ISSN,ISBNs,DOI,PDF Link,Author Keywords,IEEE Terms',
      {
        'Document Title': 'title',
        'Publication Title': 'journal',
        'Start Page': 'startPage',
        ISBNs: 'isbn',
        'PDF Link': 'url',
        'IEEE Terms': 'keywords',
      },
    ],
    [
      'SpringerLink',
      'Item Title,Publication Title,Book Series Title,Journal Volume,Journal Issue,Item DOI,Authors,Publication Year,URL,Content Type',
      { 'Item Title': 'title', 'Journal Volume': 'volume', 'Item DOI': 'doi', 'Content Type': 'type' },
    ],
    [
      'The Lens',
      'Lens ID,Title,Date Published,Publication Year,Publication Type,Source Title,ISSNs,Author/s,Abstract,Issue Number,Start Page,Source URLs,PMID,DOI',
      {
        'Lens ID': 'accession',
        'Author/s': 'authors',
        ISSNs: 'issn',
        'Issue Number': 'issue',
        'Source URLs': 'url',
      },
    ],
    [
      'OpenAlex',
      'id,display_name,publication_year,primary_location.source.display_name,authorships.author.display_name,doi,abstract,biblio.volume,biblio.first_page',
      {
        display_name: 'title',
        publication_year: 'year',
        'primary_location.source.display_name': 'journal',
        'authorships.author.display_name': 'authors',
        'biblio.first_page': 'startPage',
      },
    ],
    [
      'Dimensions',
      'Rank,Publication ID,DOI,PMID,Title,Abstract,Source title,PubYear,Volume,Pagination,Authors,Dimensions URL',
      {
        'Publication ID': 'accession',
        'Source title': 'journal',
        PubYear: 'year',
        Pagination: 'pages',
        'Dimensions URL': 'url',
      },
    ],
    [
      'Scopus',
      'Authors,Author full names,Title,Year,Source title,Art. No.,Page start,Source,EID,Author Keywords,Index Keywords',
      {
        'Source title': 'journal',
        Source: undefined,
        'Author full names': 'fullAuthors',
        'Art. No.': 'articleNumber',
        EID: 'accession',
        'Author Keywords': 'keywords',
        'Index Keywords': 'keywords',
      },
    ],
    [
      'ClinicalTrials.gov',
      'NCT Number,Study Title,Study URL,Brief Summary,Conditions,Study Type,First Posted,Start Date',
      {
        'NCT Number': 'registration',
        'Study Title': 'title',
        'Study URL': 'url',
        'Brief Summary': 'abstract',
        'First Posted': 'date',
        'Start Date': undefined,
      },
    ],
    [
      'Abstrackr',
      '(internal) id,(source) id,pubmed id,keywords,abstract,title,journal,authors',
      { 'pubmed id': 'pmid', '(internal) id': undefined, journal: 'journal' },
    ],
    [
      'Web of Science',
      'PT,AU,AF,TI,SO,DE,AB,PY,VL,IS,BP,EP,DI,UT,PG',
      {
        AU: 'authors',
        AF: 'fullAuthors',
        TI: 'title',
        SO: 'journal',
        DE: 'keywords',
        BP: 'startPage',
        UT: 'accession',
        PG: undefined,
      },
    ],
    [
      'a Dutch list',
      'Titel,Auteurs,Jaar,Tijdschrift,Samenvatting',
      { Titel: 'title', Auteurs: 'authors', Jaar: 'year', Tijdschrift: 'journal', Samenvatting: 'abstract' },
    ],
  ])('of %s', (_, header, wanted) => {
    expect(fieldsOf(header)).toMatchObject(wanted);
  });

  it('are known behind a byte order mark, also one decoded wrongly, in any case and spacing', () => {
    expect(mapColumns(['\uFEFFTitle', 'YEAR ', '"Journal"', 'publication  title'])).toMatchObject({
      0: 'title',
      1: 'year',
      2: 'journal',
    });
    expect(mapColumns(['ï»¿"Title"', 'Year:'])).toMatchObject({ 0: 'title', 1: 'year' });
  });
});

describe('columns without a known name', () => {
  const rows = Array.from({ length: 6 }, (_, i) => [
    `Rec ${i}`,
    `A study of number ${i} and what came of it in the end`,
    `Vos A, Kuiper ${String.fromCharCode(65 + i)}`,
    String(2001 + i),
    `https://doi.org/10.1000/x.${i}`,
    `${'A long abstract about many things. '.repeat(12)}${i}`,
  ]);
  const header = ['nr', 'what', 'who', 'when', 'where', 'more'];

  it('are proposed by what stands in them', () => {
    expect(proposeMapping(header, rows)).toMatchObject({
      1: 'title',
      2: 'authors',
      3: 'year',
      4: 'doi',
      5: 'abstract',
    });
    expect(proposeMapping(header, rows)[0]).toBeUndefined();
  });

  it('a preview shows header, rows and proposal behind a preamble, and a mapping by hand is read as given', () => {
    const text = [
      'Search of 3 May',
      header.join(';'),
      ...rows.map((row) => row.map((cell) => `"${cell}"`).join(';')),
    ].join('\n');
    const preview = previewTable(text, 2);
    expect(preview).toMatchObject({ delimiter: ';', headerLine: 2, header });
    expect(preview?.rows).toHaveLength(2);
    const { records } = collect((sink) => readDelimited(text, sink, { 1: 'title', 3: 'year', 4: 'url' }));
    expect(records).toHaveLength(6);
    expect(records[0]).toMatchObject({
      title: rows[0]?.[1],
      year: 2001,
      url: 'https://doi.org/10.1000/x.0',
      doi: '10.1000/x.0',
      line: 3,
    });
    expect(records[0]?.other?.map(([name]) => name)).toEqual(['nr', 'who', 'more']);
  });

  it('a table without a header loses no row', () => {
    const text = rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n');
    const { records } = read(text);
    expect(records).toHaveLength(6);
    expect(records[0]).toMatchObject({ year: 2001, doi: '10.1000/x.0', line: 1 });
  });

  it('a column that only names the database is no journal', () => {
    const { records } = read(
      'Title,Authors,Year,Source\nOne,"Vos, A",2001,Scopus\nTwo,"Vos, A",2002,Scopus\n',
    );
    expect(records[0]).not.toHaveProperty('journal');
    expect(records[0]?.other).toEqual([['Source', 'Scopus']]);
  });
});

describe('damaged tables', () => {
  it('a comma in a title without quotes is put back where years and DOIs tell', () => {
    const { records, problems } = read(
      'Title,Authors,Year,DOI\nOne, two, three,Vos A,2001,10.1000/x\nFour,Ek B,2002,10.1000/y\n',
    );
    expect(records.map(({ title, year, doi }) => [title, year, doi])).toEqual([
      ['One, two, three', 2001, '10.1000/x'],
      ['Four', 2002, '10.1000/y'],
    ]);
    expect(problems).toMatchObject([{ line: 2, code: 'row-shape' }]);
  });

  it('a header that stands twice is told and is no record', () => {
    const { records, codes } = read('Title,Year\nOne,2001\nTitle,Year\nTwo,2002\n');
    expect(records.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(codes).toEqual(['text-outside-record']);
  });

  it('marks for "nothing" are nothing, except in titles; years as decimals are years', () => {
    const { records, problems } = read('Title,Authors,Year,DOI,PMID\nNA,nan,2001.0,NULL,31000001.0\n');
    expect(problems).toEqual([]);
    expect(records).toEqual([
      { title: 'NA', authors: [], year: 2001, pmid: '31000001', keywords: [], line: 2 },
    ]);
  });

  it('a broken quote is told with the row, and the rows behind it are read', () => {
    const { records, problems } = read('Title,Year\n"One,2001\n"Two",2002\n"Three",2003\n');
    expect(records.map(({ title, year }) => [title, year])).toEqual([
      ['One', 2001],
      ['Two', 2002],
      ['Three', 2003],
    ]);
    expect(problems).toMatchObject([{ line: 2, code: 'quote-repaired', raw: '"One,2001' }]);
  });
});

describe('author cells', () => {
  const authors = (cell: string) => read(`Title,Year,Authors\nOne,2001,"${cell}"\n`).records[0]?.authors;
  it.each([
    ['Vos, A.; Kuiper, B.', ['Vos, A.', 'Kuiper, B.']],
    ['Vos A., Kuiper B.C., de Vries D.', ['Vos A.', 'Kuiper B.C.', 'de Vries D.']],
    ['Vos, A., Kuiper, B. C., de Vries, D.', ['Vos, A.', 'Kuiper, B. C.', 'de Vries, D.']],
    ['Vos, A. and Kuiper, B.', ['Vos, A.', 'Kuiper, B.']],
    ['Vos, A., Kuiper, B., & Ek, C.', ['Vos, A.', 'Kuiper, B.', 'Ek, C.']],
    ['Anna Vos|Bo Ek', ['Anna Vos', 'Bo Ek']],
    ['Anna Vos, Bo van Ek, Cy Dee', ['Anna Vos', 'Bo van Ek', 'Cy Dee']],
    ['Vos, Anna', ['Vos, Anna']],
    ['van den Hoven,null;Smits,Maarten', ['van den Hoven', 'Smits,Maarten']],
  ])('%s', (cell, wanted) => {
    expect(authors(cell)).toEqual(wanted);
  });
});
