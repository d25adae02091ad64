import { readReferenceFile } from '@shared/formats';
import { describe, expect, it } from 'vitest';

const read = (...lines: string[]) => readReferenceFile(new TextEncoder().encode(lines.join('\r\n')));

describe('citations written out with the names of their fields', () => {
  it('reads Ovid with values indented under their names', () => {
    const file = read(
      '<1>',
      'Unique Identifier',
      '  30000001',
      'Title',
      '  Peers who listen: a trial in',
      '  three towns.',
      'Source',
      '  Journal of Invention. 12(3):99-111, 2019 Jan 09.',
      'Status',
      '  MEDLINE',
      'Authors',
      '  Vos A; Doe BC',
      'Authors Full Name',
      '  Vos, Anna; Doe, Bob C',
      'Abstract',
      '  METHODS: We asked.',
      'Publication Type',
      '  Journal Article.',
      '',
      '<2>',
      'Accession Number',
      '  PREV2',
      'Title',
      '  Another one',
      'Year of Publication',
      '  2018',
      '',
    );
    expect(file.format).toBe('labelled');
    expect(file.problems).toEqual([]);
    expect(file.records).toMatchObject([
      {
        title: 'Peers who listen: a trial in three towns.',
        authors: ['Vos, Anna', 'Doe, Bob C'],
        journal: 'Journal of Invention',
        volume: '12',
        issue: '3',
        pages: '99-111',
        year: 2019,
        pmid: '30000001',
        abstract: 'METHODS: We asked.',
      },
      { title: 'Another one', accession: 'PREV2', year: 2018, line: 20 },
    ]);
    expect(file.records[0]?.other).toContainEqual(['Authors', 'Vos A; Doe BC']);
  });

  it('reads older Ovid files, whose values stand at the margin', () => {
    const { records } = read(
      '<1>',
      'Title',
      'Improved outcomes in invention.',
      'Authors',
      'Vos A. Doe BC.',
      'Source',
      'BMJ. 346:e8501, 2013',
      'Abstract',
      'OBJECTIVES: To ask.',
      'More of it.',
    );
    expect(records).toMatchObject([
      {
        authors: ['Vos A', 'Doe BC'],
        journal: 'BMJ',
        volume: '346',
        pages: 'e8501',
        year: 2013,
        abstract: 'OBJECTIVES: To ask. More of it.',
      },
    ]);
  });

  it("reads Ovid's journals, whose first name is another, whose records may lack numbers and whose names carry marks", () => {
    const one = [
      'Score',
      '  *****',
      'Accession Number',
      '  00005131-900000000-99049.',
      'Author',
      '  Vos, Anna MD, PhD *;  Doe, Bob RN; PhD; FAAN 1,2',
      'Title',
      '  Peers who listen: a trial.[Article]',
      'Source',
      '  Journal of Invention. ',
      'Status',
      '  Publish Ahead of Print, POST ACCEPTANCE, 30 November 2015',
      'Author Keywords',
      '  peers;  listening',
      'Language',
      '  English.',
      'DOI Number',
      '  10.5555/inv.7',
    ];
    const two = [
      'Author',
      '  Roe C',
      'Chapter Title',
      '  Second',
      'Source',
      '  Old J.   28(2):103-106, April 2014.',
    ];
    const wanted = {
      title: 'Peers who listen: a trial.',
      authors: ['Vos, Anna', 'Doe, Bob'],
      journal: 'Journal of Invention',
      year: 2015,
      accession: '00005131-900000000-99049',
      doi: '10.5555/inv.7',
      keywords: ['peers', 'listening'],
      language: 'English',
    };
    const numbered = read('<1>', ...one, '', '<2>', ...two);
    expect(numbered.format).toBe('labelled');
    expect(numbered.records).toMatchObject([
      wanted,
      { title: 'Second', authors: ['Roe C'], journal: 'Old J', year: 2014, pages: '103-106' },
    ]);
    expect(numbered.problems).toEqual([]);
    const plain = read('', ...one, '', '', ...one);
    expect(plain.records).toMatchObject([
      { ...wanted, line: 2 },
      { ...wanted, line: 22 },
    ]);
    expect(plain.problems).toEqual([]);
  });

  it('reads the tags of SilverPlatter, also those it does not know', () => {
    const { format, records, problems } = read(
      '',
      'TI:  Peers who listen',
      'AU:  Vos-A; Doe-BC',
      'AF:  Utrecht',
      'SO:  Journal of Invention, 1993; 40(6): 529-40',
      'PY: 1993',
      'AB: First line',
      '    CI: goes on.',
      'ZZ: what it is',
      'AN: 94085977',
      '',
      'TI:  Second',
      'AU:  Roe-C',
      'PY: 1994',
    );
    expect(format).toBe('labelled');
    expect(records).toMatchObject([
      {
        title: 'Peers who listen',
        authors: ['Vos-A', 'Doe-BC'],
        year: 1993,
        accession: '94085977',
        abstract: 'First line CI: goes on.',
      },
      { title: 'Second', year: 1994, line: 12 },
    ]);
    expect(records[0]?.other).toContainEqual(['ZZ', 'what it is']);
    expect(problems).toEqual([]);
  });

  it('reads the citation export of the Cochrane Library', () => {
    const file = read(
      'Record #1 of 2',
      'ID: CN-01234567',
      'AU: Vos A',
      'AU: Doe B',
      'TI: Peer support: RCT',
      'SO: Invention bulletin',
      'YR: 2017',
      'VL: 43',
      'NO: 2',
      'PG: 123\u2010130',
      'XR: EMBASE 612345678',
      'PM: PUBMED 28123456',
      'KY: *Peer Group; Adult',
      'DOI: 10.5555/inv.123',
      'AB: BACKGROUND: x.',
      '',
      'Record #2 of 2',
      'ID: CN-01999999',
      'TI: A trial',
      'SO: https://clinicaltrials.gov/show/NCT03456789',
      'YR: 2018',
      'XR: CTgov NCT03456789',
    );
    expect(file.problems).toEqual([]);
    expect(file.records).toMatchObject([
      {
        authors: ['Vos A', 'Doe B'],
        journal: 'Invention bulletin',
        volume: '43',
        issue: '2',
        pages: '123-130',
        pmid: '28123456',
        doi: '10.5555/inv.123',
        keywords: ['*Peer Group', 'Adult'],
        accession: 'CN-01234567',
      },
      { title: 'A trial', registrations: ['NCT03456789'] },
    ]);
  });

  it('reads the text of ProQuest, where the title has no name, and tells the frame of the page', () => {
    const line = '_'.repeat(60);
    const file = read(
      line,
      '',
      'Report Information from ProQuest',
      line,
      'Document 1 of 2',
      '',
      'Peer workers: a trial',
      '',
      'Author: Vos, Anna; Doe, Bob',
      '',
      'Abstract: First paragraph.',
      '',
      'Methods: what looks like a name.',
      '',
      'Publication title: Journal of Invention; Boston',
      '',
      'Volume: 25',
      '',
      'Publication year: 2001',
      '',
      'Shelf mark: A 12',
      '',
      line,
      '',
      'Document 2 of 2',
      '',
      'Second',
      '',
      'Author: Roe, C',
      '',
      'ProQuest document ID: 12',
      line,
      'Contact ProQuest',
    );
    expect(file.records).toMatchObject([
      {
        title: 'Peer workers: a trial',
        authors: ['Vos, Anna', 'Doe, Bob'],
        abstract: 'First paragraph. Methods: what looks like a name.',
        journal: 'Journal of Invention',
        volume: '25',
        year: 2001,
      },
      { title: 'Second', authors: ['Roe, C'], accession: '12' },
    ]);
    expect(file.records[0]?.other).toContainEqual(['Shelf mark', 'A 12']);
    expect(file.problems.map(({ code, line: at }) => [code, at])).toEqual([
      ['text-outside-record', 3],
      ['text-outside-record', 33],
    ]);
  });

  it('reads the text of EBSCOhost, whose values stand below their names', () => {
    const { records, problems } = read(
      'Record: 1',
      '',
      'Title:',
      'Peer support.',
      'Authors:',
      'Vos, Mary; Lee, Bob',
      'Source:',
      'Journal of Invention (J INVENT), Mar2019; 57(3): 45-50. (6p)',
      'Accession Number:',
      '134',
      '',
      'Record: 2',
      '',
      'Title:',
      'Second',
      'Accession Number:',
      '135',
    );
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        title: 'Peer support.',
        authors: ['Vos, Mary', 'Lee, Bob'],
        journal: 'Journal of Invention',
        year: 2019,
        volume: '57',
        issue: '3',
        pages: '45-50',
      },
      { title: 'Second', accession: '135' },
    ]);
  });

  it('reads what PubMed saves as the text of abstracts', () => {
    const { records, problems } = read(
      '1. J Invent. 2021 Jan 9;397(10269):99-111. doi: 10.5555/inv(20)1. Epub',
      '2020 Dec 8.',
      '',
      'Peers who listen: a trial.',
      '',
      'Vos A(1), Doe BC(2).',
      '',
      'Author information:',
      '(1)Utrecht.',
      '',
      'BACKGROUND: We asked.',
      'METHODS: So.',
      '',
      '2. This paragraph begins with a number.',
      '',
      'DOI: 10.5555/inv(20)1',
      'PMCID: PMC7723445',
      'PMID: 33306989 [Indexed for MEDLINE]',
      '',
      '2. J Other. 2019 Mar 1;3(2):1-9.',
      '',
      'Second.',
      '',
      'Roe J(1).',
      '',
      'PMID: 30000001',
    );
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        title: 'Peers who listen: a trial.',
        authors: ['Vos A', 'Doe BC'],
        year: 2021,
        journal: 'J Invent',
        volume: '397',
        issue: '10269',
        pages: '99-111',
        doi: '10.5555/inv(20)1',
        pmid: '33306989',
        pmcid: 'PMC7723445',
        abstract: 'BACKGROUND: We asked. METHODS: So. 2. This paragraph begins with a number.',
      },
      { title: 'Second.', authors: ['Roe J'], pmid: '30000001', line: 20 },
    ]);
  });
});

describe('what Ovid and EBSCOhost write beside the common tags', () => {
  it('reads the tagged text of Ovid with its source line and its own numbers of records', () => {
    const { records, problems } = read(
      '<1. >',
      'VN  - Ovid Technologies',
      'DB  - Ovid MEDLINE(R) <1946 to January Week 1 2013>',
      'UI  - 23287841',
      'AU  - Vos A',
      'TI  - A trial',
      'SO  - Journal of Invention. 12 (3) (pp 1-9), 2013. Date of Publication: 01 Mar 2013.',
      'PT  - Randomized Controlled Trial',
      '',
      '<2. >',
      'VN  - Ovid Technologies',
      'DB  - Embase',
      'AN  - 2010693481',
      'TI  - Another trial',
      'JN  - Other Journal',
      'YR  - 2014',
      'KW  - adult; aged',
      '',
    );
    expect(records).toMatchObject([
      {
        journal: 'Journal of Invention',
        volume: '12',
        issue: '3',
        pages: '1-9',
        year: 2013,
        pmid: '23287841',
        type: 'Randomized Controlled Trial',
      },
      { journal: 'Other Journal', year: 2014, accession: '2010693481', keywords: ['adult', 'aged'] },
    ]);
    expect(problems.map(({ line, code }) => [line, code])).toEqual([[1, 'text-outside-record']]);
  });

  it('takes the words of Ovid off names, titles and numbers, and keeps them', () => {
    const { records, problems } = read(
      '<1. >',
      'VN  - Ovid Technologies',
      'DB  - BIOSIS Previews',
      'AN  - PREV200499999901',
      'AU  - Roe, Jane B. [Author, Reprint Author; E-mail: roe@example.org]',
      'AU  - Doe, Ma [Author]',
      'IN  - Hill Clinic, Town',
      'TI  - Peers in wards',
      'SO  - Vos, A [Editor], Poe, B. [Editor]. Methods of asking.:371-397, 2004.',
      'DS  - nothing: mental disease',
      'PT  - Book Chapter',
      'YR  - 2004',
      '',
      '<2. >',
      'VN  - Ovid Technologies',
      'DB  - Journals@Ovid',
      'AN  - 01189059-201108000-99999.',
      'AU  - Roe, Weija 1,2,+',
      'AU  - Vos, Barbara MD, PhD *',
      'AU  - Poe, MA',
      'TI  - Peers at home. [Article]',
      'SO  - Acta Peers August 2011;43(8):647-653',
      'DT  - Original Articles.',
      'LG  - English.',
      '',
    );
    expect(records).toMatchObject([
      {
        title: 'Peers in wards',
        authors: ['Roe, Jane B.', 'Doe, Ma'],
        journal: 'Methods of asking',
        pages: '371-397',
        year: 2004,
        accession: 'PREV200499999901',
      },
      {
        title: 'Peers at home.',
        authors: ['Roe, Weija', 'Vos, Barbara', 'Poe, MA'],
        journal: 'Acta Peers',
        volume: '43',
        issue: '8',
        pages: '647-653',
        year: 2011,
        accession: '01189059-201108000-99999',
        language: 'English',
        type: 'Original Articles',
      },
    ]);
    expect(records[1]?.other).toContainEqual(['AU', 'Vos, Barbara MD, PhD *']);
    expect(records[1]?.other).toContainEqual(['TI', 'Peers at home. [Article]']);
    expect(problems.map(({ code }) => code)).toEqual(['text-outside-record']);
  });

  it('reads the text of PsycINFO, every line of which is indented', () => {
    const { records, problems } = read(
      ' <7. >',
      ' VN  - Ovid Technologies',
      ' DB  - PsycINFO',
      ' AN  - Peer Reviewed Journal: 2015-99999-012.',
      ' TI  - Reassurance among peers. [References].',
      ' YR  - 2015',
      ' AU  - Roe, Ann',
      ' IN  - Roe, Ann: Hill University, Town',
      ' ',
      '       Vos, Bo: Dale University, Town',
      ' ',
      ' SO  - Journal of Peers. Vol.43(5), Sep 2015, pp. 623-634. ',
      ' IS  - 1234-5679',
      ' DT  - Journal Article',
      ' PM  - 24892999',
      ' ID  - peer support, hope, recovery',
      ' MH  - *Peers',
      '',
    );
    expect(records).toMatchObject([
      {
        title: 'Reassurance among peers.',
        authors: ['Roe, Ann'],
        accession: '2015-99999-012',
        pmid: '24892999',
        keywords: ['peer support', 'hope', 'recovery', '*Peers'],
        type: 'Journal Article',
        pages: '623-634',
      },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['lines-unwrapped', 'text-outside-record']);
  });

  it('takes identifiers, kinds and language from where these programs put them in RIS', () => {
    const { records, problems } = read(
      '1. ',
      'TY  - JOUR',
      'ID  - 10.5555/inv.7 [doi]',
      'T1  - One',
      'U1  - 33306989 [pmid]',
      'U2  - PMC7723445 [pmc]',
      'PT  - Clinical Trial',
      'ER  - ',
      '',
      '2. ',
      'TY  - JOUR',
      'T1  - Two',
      'N1  - Accession Number: 134. Language: English. Entry Date: 20190310. PMID: NLM30812345.',
      'ER  - ',
    );
    expect(records).toMatchObject([
      { doi: '10.5555/inv.7', pmid: '33306989', pmcid: 'PMC7723445', type: 'Clinical Trial' },
      { pmid: '30812345', language: 'English' },
    ]);
    expect(problems.map(({ line }) => line)).toEqual([1]);
  });
});

describe('PubMed, saved as a summary', () => {
  it('takes an entry apart by the order of its parts', () => {
    const { format, records, problems } = read(
      '1: Vos A, van Doe BC; Peer Group. Peers vs. usual care: is it better? J Inv Trials. 2021 Mar',
      '1;12(3):101-110. doi: 10.5555/abc.1. Epub 2021 Feb 1. PMID: 30000001; PMCID:',
      'PMC7000001.',
      '',
      '2: Roe C. Second title. J Inv (Basel). 2020 Jan-Feb;11 Suppl 1:S1-S2. doi: 10.5555/abc.2. PMID: 30000002.',
      '',
      '3: [No authors listed]. News of trials. Lancet. 2019;393(10170):1. PMID: 30000003.',
    );
    expect(format).toBe('labelled');
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        title: 'Peers vs. usual care: is it better?',
        authors: ['Vos A', 'van Doe BC', 'Peer Group'],
        year: 2021,
        date: '2021 Mar 1',
        journal: 'J Inv Trials',
        volume: '12',
        issue: '3',
        pages: '101-110',
        doi: '10.5555/abc.1',
        pmid: '30000001',
        pmcid: 'PMC7000001',
        line: 1,
      },
      { title: 'Second title.', journal: 'J Inv (Basel)', volume: '11', pages: 'S1-S2', line: 5 },
      { title: 'News of trials.', authors: [], journal: 'Lancet', pmid: '30000003' },
    ]);
  });

  it('keeps an entry whose parts are in another order, by its PubMed id', () => {
    const { records } = read('1: Peers help people who are sad (a note). PMID: 30000001.');
    expect(records).toMatchObject([{ title: 'Peers help people who are sad (a note).', pmid: '30000001' }]);
  });
});

describe("Scopus's plain text", () => {
  const { records, problems, format } = read(
    'Scopus',
    'EXPORT DATE: 11 February 2026',
    '',
    'Vos A., Doe B.C.',
    'AUTHOR FULL NAMES: Vos, Anna (57000000001); Doe, B.C. (57000000002)',
    '57000000001; 57000000002',
    'Peer support in two towns',
    '(2021) Care, Culture and Society, 68 (2-4), pp. 271 - 286, Cited 6 times.',
    'DOI: 10.1234/Peer.1',
    'https://www.scopus.com/inward/record.uri?eid=2-s2.0-85000000001&doi=10.1234%2fpeer.1',
    '',
    'ABSTRACT: Two towns.',
    'AUTHOR KEYWORDS: peers; towns',
    'INDEX KEYWORDS: Human',
    'PUBMED ID: 31234567',
    'DOCUMENT TYPE: Article',
    'OPEN ACCESS: Green',
    'SOURCE: Scopus',
    '',
    '[No author name available]',
    'Helping: what, and whom',
    '(2019) Lecture Notes (including a series), 124 LNCS, art. no. 5.',
    'https://www.scopus.com/pages/publications/85000000002?origin=resultslist',
    'SOURCE: Scopus',
    '',
    '',
    'Vos, A., Doe, B.',
    'Before 2023',
    '(2016) Help (London), pp. 2-3. Cited 1 times.',
    'SOURCE: Scopus',
    '',
  );
  it('has authors, title and place by their order, the rest by name', () => {
    expect(format).toBe('labelled');
    expect(problems).toEqual([]);
    expect(records).toHaveLength(3);
    expect(records[0]).toMatchObject({
      title: 'Peer support in two towns',
      authors: ['Vos, Anna', 'Doe, B.C.'],
      year: 2021,
      journal: 'Care, Culture and Society',
      volume: '68',
      issue: '2-4',
      pages: '271-286',
      doi: '10.1234/peer.1',
      pmid: '31234567',
      accession: '2-s2.0-85000000001',
      abstract: 'Two towns.',
      keywords: ['peers', 'towns', 'Human'],
      type: 'Article',
      line: 4,
    });
    expect(records[0]?.other).toContainEqual(['OPEN ACCESS', 'Green']);
  });
  it('names without authors, series, article numbers and names as they were before 2023', () => {
    expect(records[1]).toMatchObject({
      title: 'Helping: what, and whom',
      authors: [],
      journal: 'Lecture Notes (including a series)',
      volume: '124 LNCS',
      articleNumber: '5',
      accession: '2-s2.0-85000000002',
    });
    expect(records[2]).toMatchObject({
      title: 'Before 2023',
      authors: ['Vos, A.', 'Doe, B.'],
      journal: 'Help (London)',
      pages: '2-3',
    });
  });
});

it('Scopus in Chinese names its fields so, in text and tables', () => {
  const text = read(
    'Scopus',
    '导出日期: 2026年2月11日',
    '',
    'Vos A.',
    '作者全名: Vos, Anna (57000000001)',
    'Peer support',
    '(2021) Care, 68 (2), pp. 271 - 286, 引用 6 次.',
    'DOI: 10.1234/peer.1',
    '',
    '摘要: Two towns.',
    '作者关键字: peers; towns',
    '文献类型: Article',
    '来源出版物: Scopus',
  );
  const table = read(
    '"作者","作者全名","作者 ID","文献标题","年份","来源出版物名称","卷","期","起始页码","结束页码","DOI","链接","摘要","作者关键字","文献类型","EID"',
    '"Vos A.","Vos, Anna (57000000001)","57000000001","Peer support","2021","Care","68","2","271","286","10.1234/peer.1","https://www.scopus.com/a","Two towns.","peers; towns","Article","2-s2.0-85000000001"',
  );
  for (const { records } of [text, table])
    expect(records).toMatchObject([
      {
        title: 'Peer support',
        year: 2021,
        journal: 'Care',
        volume: '68',
        issue: '2',
        pages: '271-286',
        doi: '10.1234/peer.1',
        abstract: 'Two towns.',
        keywords: ['peers', 'towns'],
        type: 'Article',
      },
    ]);
  expect(text.records[0]?.authors).toEqual(['Vos, Anna']);
});

it("Engineering Village's text has a field a line, without a space behind its name", () => {
  const { format, records, problems } = read(
    '<RECORD 1>',
    '',
    'Accession number:20210300000001',
    'Title:Bridges: how they last',
    'Authors:Vos, Anna (1); Doe, B.C. (1, 2)',
    'Author affiliation:(1) Town; (2) Gown',
    'Source title:Journal of Bridges',
    'Abbreviated source title:J Bridg',
    'Volume:12',
    'Issue:3',
    'Issue date:March 2021',
    'Publication year:2021',
    'Pages:1-10',
    'Language:English',
    'ISSN:12345678',
    'Document type:Journal article (JA)',
    'Abstract:Bridges last. Why: steel.',
    'Main heading:Steel',
    'Controlled terms:Corrosion  -  Stress-strain curves',
    'DOI:10.1234/bridge.1',
    '',
    'Database:Compendex',
    'Compilation and indexing terms, Copyright 2021 Elsevier Inc.',
    '<RECORD 2>',
    '',
    'Accession number:20210300000002',
    'Title:More bridges',
    'Publication year:2020',
  );
  expect(format).toBe('labelled');
  expect(problems).toEqual([]);
  expect(records).toMatchObject([
    {
      title: 'Bridges: how they last',
      authors: ['Vos, Anna', 'Doe, B.C.'],
      year: 2021,
      journal: 'Journal of Bridges',
      volume: '12',
      pages: '1-10',
      doi: '10.1234/bridge.1',
      issn: '1234-5678',
      abstract: 'Bridges last. Why: steel.',
      keywords: ['Steel', 'Corrosion', 'Stress-strain curves'],
      accession: '20210300000001',
    },
    { title: 'More bridges', year: 2020, accession: '20210300000002' },
  ]);
});

it("EndNote's Show All Fields has keywords and addresses on lines of their own", () => {
  const { format, records, problems } = read(
    'Reference Type:  Journal Article',
    'Record Number: 12',
    'Author: Vos, Anna, Doe, B.C. and Roe, C.',
    'Year: 2014',
    'Title: Peer support: two towns',
    'Journal: Care',
    'Alternate Journal: C',
    'Volume: 107',
    'Pages: 447-453',
    'Short Title: Peer support',
    'DOI: 10.1234/peer.1',
    'Keywords: peers',
    'town, small',
    'Abstract: Two towns',
    'were asked.',
    'RESULTS: none.',
    'URL: https://example.org/1',
    'https://example.org/2',
    '',
    '',
    'Reference Type:  Book Section',
    'Record Number: 13',
    'Author: Peer Research Group',
    'Year: 2015',
    'Title: A chapter',
    'Editor: Poe, D.',
    'Book Title: A book',
  );
  expect(format).toBe('labelled');
  expect(problems).toEqual([]);
  expect(records).toMatchObject([
    {
      title: 'Peer support: two towns',
      authors: ['Vos, Anna', 'Doe, B.C.', 'Roe, C.'],
      year: 2014,
      journal: 'Care',
      journalAbbreviation: 'C',
      pages: '447-453',
      doi: '10.1234/peer.1',
      keywords: ['peers', 'town, small'],
      abstract: expect.stringMatching(/^Two towns\s+were asked\.\s+RESULTS: none\.$/) as string,
      url: 'https://example.org/1',
      type: 'Journal Article',
    },
    { title: 'A chapter', authors: ['Peer Research Group'], journal: 'A book', type: 'Book Section' },
  ]);
  expect(records[1]?.other).toContainEqual(['Editor', 'Poe, D.']);
});
