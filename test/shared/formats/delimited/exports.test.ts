import { readDecisions, readReferenceFile, type ParsedRecord } from '@shared/formats';
import { describe, expect, it } from 'vitest';

const read = (...lines: string[]) => readReferenceFile(new TextEncoder().encode(`${lines.join('\n')}\n`));
const row = (cells: readonly string[]): string =>
  cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',');
/** A table of one record, from the names of its columns and their values. */
const table = (columns: Readonly<Record<string, string>>) =>
  read(row(Object.keys(columns)), row(Object.values(columns)));
const recordOf = (columns: Readonly<Record<string, string>>): ParsedRecord | undefined => {
  const { records } = table(columns);
  expect(records).toHaveLength(1);
  return records[0];
};

/** What the tables of bibliographic services below say of one invented article. */
const article = {
  title: 'Peer support for sadness',
  authors: ['Vos A', 'Doe B'],
  year: 2021,
  journal: 'Journal of Invented Trials',
  volume: '12',
  issue: '3',
  pages: '101-110',
};
const title = 'Peer support for sadness';

describe('tables of services, by the names of their columns', () => {
  const ovid = 'Journal of Invented Trials. 12(3):101-110, 2021 Mar 01.';

  it.each([
    [
      'Ovid, with the names of fields',
      {
        'Unique Identifier': '30000001',
        Title: title,
        Authors: 'Vos A; Doe B',
        'Authors Full Name': 'Vos, Anna; Doe, Bob',
        Source: ovid,
        'MeSH Subject Headings': '*Sadness; Humans',
        'ISSN Print': '1234-5679',
        'ISSN Electronic': '2345-6789',
        Status: 'MEDLINE',
      },
      { pmid: '30000001', keywords: ['*Sadness', 'Humans'], issn: '1234-5679; 2345-6789' },
    ],
    [
      'Ovid, with two letters',
      {
        UI: '612345678',
        TI: title,
        AU: 'Vos A; Doe B',
        SO: ovid,
        IS: '1234-5679',
        YR: '2021',
        LG: 'English',
      },
      { accession: '612345678', issn: '1234-5679', language: 'English' },
    ],
    [
      'Ovid MEDLINE, with two letters',
      { DB: 'Ovid MEDLINE(R)', UI: '30000001', TI: title, AU: 'Vos A; Doe B', SO: ovid },
      { accession: '30000001', pmid: '30000001' },
    ],
    [
      'ERIC',
      {
        'Accession Number': 'EJ1234567',
        Title: title,
        Author: 'Vos A; Doe B',
        Source: 'Journal of Invented Trials, v12 n3 p101-110 Mar 2021',
        ISSN: 'ISSN-1234-5679',
        Descriptors: 'Peers; Sadness (Psychology)',
      },
      { accession: 'EJ1234567', issn: '1234-5679', keywords: ['Peers', 'Sadness (Psychology)'] },
    ],
    [
      'PEDro',
      {
        Title: title,
        Authors: 'Vos A, Doe B',
        Method: 'clinical trial',
        Source: 'Journal of Invented Trials 2021 Mar;12(3):101-110',
      },
      {},
    ],
    [
      'the Virtual Health Library (LILACS)',
      {
        ID: 'lil-1000001',
        Title: title,
        Authors: 'Vos A; Doe B',
        Source: 'Journal of Invented Trials; 12(3): 101-110, mar. 2021. tab',
        Journal: 'Journal of Invented Trials',
        'Publication year': '2021',
        'Descriptor(s)': 'Tristeza; Grupo Paritario',
        'Volume number': '12',
        'Issue number': '3',
        'Accession number': '',
      },
      { accession: 'lil-1000001', keywords: ['Tristeza', 'Grupo Paritario'] },
    ],
    [
      'EndNote, with tabs or commas',
      {
        'Reference Type': 'Journal Article',
        Author: 'Vos A//Doe B',
        Year: '2021',
        Title: title,
        'Secondary Title': 'Journal of Invented Trials',
        Volume: '12',
        Number: '3',
        Pages: '101-110',
      },
      { type: 'Journal Article' },
    ],
    [
      'a program that names the record before each column',
      {
        study_id: '1',
        citation_title: title,
        citation_authors: 'Vos A;Doe B',
        citation_journal_name: 'Journal of Invented Trials',
        citation_pub_year: '2021',
        citation_abstract: 'Peers help.',
        Volume: '12',
        Issue: '3',
        Pages: '101-110',
      },
      { abstract: 'Peers help.' },
    ],
  ])('reads %s', (_, columns, more) => {
    expect(recordOf(columns)).toMatchObject({ ...article, ...more });
  });

  it('keeps journals with digits in their names as they are', () => {
    const journal = (name: string) => recordOf({ Title: title, Source: name, Year: '2021' })?.journal;
    expect(journal('Trials 2000')).toBe('Trials 2000');
    expect(journal('Proceedings: Series 3, Medicine')).toBe('Proceedings: Series 3, Medicine');
  });

  it('takes groups among the authors, and the first of several addresses', () => {
    const record = recordOf({
      'Article Title': title,
      Authors: 'Vos, A; Doe, B',
      'Group Authors': 'Peer Group',
      'Publication Year': '2021',
      URLs: 'https://example.org/a ||| https://example.org/b',
    });
    expect(record).toMatchObject({
      authors: ['Vos, A', 'Doe, B', 'Peer Group'],
      url: 'https://example.org/a',
    });
    expect(record?.other).toContainEqual(['addresses', 'https://example.org/b']);
  });
});

describe('names of authors parted by commas', () => {
  it('parts them where another row of the column shows that every comma ends a name', () => {
    const authors = (...cells: string[]) =>
      read('title,year,authors', ...cells.map((cell, i) => `T${i},2021,"${cell}"`)).records.map(
        (record) => record.authors,
      );
    expect(authors('Anna Vos, Bob Doe', 'Anna Vos, Bob Doe, Carl de Roe')).toEqual([
      ['Anna Vos', 'Bob Doe'],
      ['Anna Vos', 'Bob Doe', 'Carl de Roe'],
    ]);
    // A family name of two words with given names, where nothing tells.
    expect(authors('García López, María José', 'Anna Vos')).toEqual([
      ['García López, María José'],
      ['Anna Vos'],
    ]);
  });
});

describe('tables of registers', () => {
  const today = {
    'NCT Number': 'NCT04000001',
    'Study Title': 'Peers, a trial',
    'Study URL': 'https://clinicaltrials.gov/study/NCT04000001',
    Acronym: 'PEERS',
    'Study Status': 'COMPLETED',
    'Brief Summary': 'Summary.',
    'Study Results': 'YES',
    Conditions: 'Sadness|Grief',
    Interventions: 'BEHAVIORAL: Peers',
    'Primary Outcome Measures': 'PHQ-9, 6 months',
    Sponsor: 'University',
    Sex: 'ALL',
    Age: 'ADULT',
    Phases: 'NA',
    Enrollment: '120',
    'Study Type': 'INTERVENTIONAL',
    'Other IDs': 'PEER-1|2019-001234-56',
    'First Posted': '2019-09-02',
    Locations: 'Nowhere, Netherlands',
  };

  it('reads ClinicalTrials.gov with the columns of today and of before', () => {
    const now = table(today);
    expect(now.format).toBe('ctgov-csv');
    expect(now.records).toMatchObject([
      {
        title: 'Peers, a trial',
        authors: [],
        year: 2019,
        journal: 'ClinicalTrials.gov',
        accession: 'NCT04000001',
        registrations: ['NCT04000001', '2019-001234-56'],
        abstract:
          'Summary. CONDITION, INTERVENTION: Sadness; Grief; BEHAVIORAL: Peers PRIMARY OUTCOME: PHQ-9, 6 months',
        url: 'https://clinicaltrials.gov/study/NCT04000001',
      },
    ]);
    expect(now.records[0]?.other).toContainEqual(['Acronym', 'PEERS']);
    const before = table({
      Rank: '1',
      'NCT Number': 'NCT04000001',
      Title: 'Peers',
      Status: 'Completed',
      'Study Results': 'Has Results',
      Conditions: 'Sadness',
      'Outcome Measures': 'PHQ-9',
      'First Posted': 'September 2, 2019',
      URL: 'https://ClinicalTrials.gov/show/NCT04000001',
    });
    expect(before.format).toBe('ctgov-csv');
    expect(before.records).toMatchObject([
      { title: 'Peers', year: 2019, abstract: 'CONDITION, INTERVENTION: Sadness PRIMARY OUTCOME: PHQ-9' },
    ]);
  });

  it('gathers the numbers of all registers', () => {
    const record = recordOf({
      ISRCTN: 'ISRCTN12345678',
      Title: 'Peers',
      Condition: 'Sadness',
      'Date applied': '2019-09-02',
      'EudraCT/CTIS number': '2019-001234-56',
      'ClinicalTrials.gov number': 'NCT04000001',
    });
    expect(record).toMatchObject({
      accession: 'ISRCTN12345678',
      registrations: ['ISRCTN12345678', '2019-001234-56', 'NCT04000001'],
    });
  });
});

describe('lines that are no records', () => {
  it('passes over a line that sums the table up, and says so', () => {
    const { records, problems } = read(
      'Title,Authors,Year,DOI',
      '"One, with comma","Vos, A.; Doe, B.",2021,10.5555/abc.1',
      'Total hip replacement,"Roe, C.",2020,10.5555/abc.2',
      'Total,2,,',
      '"Exported on 1 March 2021",,,',
    );
    expect(records.map((record) => record.title)).toEqual(['One, with comma', 'Total hip replacement']);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([
      [4, 'text-outside-record'],
      [5, 'text-outside-record'],
    ]);
  });

  it('reads the table of a spreadsheet with semicolons, decimal commas and line breaks in cells', () => {
    const file = readReferenceFile(
      new TextEncoder().encode(
        'sep=;\r\nTitel;Auteurs;Jaar;Tijdschrift;Score\r\n"Een; twee";"Vos, A.; Doe, B.";2021;J Inv;3,5\r\n"Met\r\nregel";"Roe, C.";2020,0;J Inv;2,5\r\n',
      ),
    );
    expect(file.records).toMatchObject([
      { title: 'Een; twee', authors: ['Vos, A.', 'Doe, B.'], year: 2021, other: [['Score', '3,5']] },
      { title: 'Met regel', year: 2020 },
    ]);
  });
});

describe('decisions in other tables', () => {
  it('takes a column that is named after a decision and holds one', () => {
    const decisions = (columns: Readonly<Record<string, string>>) =>
      readDecisions(table({ Title: title, Authors: 'Vos A; Doe B', Year: '2021', ...columns }).records);
    expect(decisions({ citation_screening_status: 'excluded', reason: 'population; design' })).toMatchObject([
      { coder: 'Table', vote: 'exclude', reasons: ['population', 'design'] },
    ]);
    expect(decisions({ 'User Name': 'anna', Include: 'true' })).toMatchObject([
      { coder: 'anna', vote: 'include' },
    ]);
    expect(decisions({ Status: 'Completed' })).toEqual([]);
  });
});
