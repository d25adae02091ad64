import { readReferenceFile, type ParsedRecord } from '@shared/formats';
import { describe, expect, it } from 'vitest';

const read = (text: string) => readReferenceFile(new TextEncoder().encode(text));
const ris = (...lines: string[]): string => `${['TY  - JOUR', ...lines, 'ER  - ', ''].join('\r\n')}\r\n`;

/** How programs write what they call RIS or CSV, in records of our own making. */
const dialects: readonly (readonly [name: string, text: string, record: Partial<ParsedRecord>])[] = [
  [
    'ProQuest',
    ris(
      'T1  - Peers: A meta-analysis',
      'A1  - Vos, Anna B',
      'JF  - Journal of Invention',
      'VL  - 33',
      'SP  - 29',
      'EP  - 36',
      'Y1  - 2011/01//Jan/Feb 2011',
      'DA  - Jan/Feb 2011',
      'SN  - 0360-0572, 03600572',
      'AN  - 848000001; 13000002',
      'N2  - Text.',
      'DO  - http://dx.doi.org/10.5555/Inv.2011.10.002',
    ),
    {
      title: 'Peers: A meta-analysis',
      authors: ['Vos, Anna B'],
      year: 2011,
      pages: '29-36',
      abstract: 'Text.',
      issn: '0360-0572',
      doi: '10.5555/inv.2011.10.002',
    },
  ],
  [
    'JSTOR, with a preamble',
    `Provider: JSTOR http://www.jstor.org\nDatabase: JSTOR\nContent: text/plain; charset="UTF-8"\n \n${ris(
      'TI  - Mutual Aid',
      'AU  - Katz, A.',
      'T2  - Review of Invention',
      'PY  - 1981',
      'SP  - 129',
      'EP  - 155',
      'SN  - 03600572, 15452115',
    )}`,
    { title: 'Mutual Aid', journal: 'Review of Invention', pages: '129-155', issn: '0360-0572; 1545-2115' },
  ],
  [
    'RefWorks',
    ris(
      'T1  - A title',
      'A1  - Doe,J.',
      'Y1  - 2003///',
      'K1  - Adult',
      'KW  - Female',
      'SP  - 55',
      'EP  - 60',
      'L3  - 10.5555/182',
    ),
    { authors: ['Doe,J.'], year: 2003, keywords: ['Adult', 'Female'], pages: '55-60', doi: '10.5555/182' },
  ],
  [
    'Embase.com, two identifiers and a PubMed number',
    ris(
      'M3  - Article',
      'Y1  - 2014//',
      'A1  - Vos B.',
      'T1  - Peers',
      'U2  - L52990000',
      'DB  - Embase Medline',
      'C5  - 24528545',
      'DO  - 10.5555/1471',
    ),
    { year: 2014, accession: 'L52990000', pmid: '24528545', doi: '10.5555/1471' },
  ],
  [
    'a chapter of SpringerLink',
    'TY  - CHAP\nAU  - Repper, Julie\nED  - Slade, Mike\nDA  - 2017//\nTI  - Peer Support\nBT  - Wellbeing\nSP  - 100\nEP  - 112\nSN  - 978-3-319-50000-1\nER  - \n',
    {
      title: 'Peer Support',
      authors: ['Repper, Julie'],
      journal: 'Wellbeing',
      year: 2017,
      isbn: '9783319500001',
    },
  ],
  [
    'IEEE, with empty fields and two journals',
    'TY  - CONF\nTI  - Mobile Peers\nT2  - 2019 Conference (INV)\nSP  - 1\nEP  - 2\nAU  - J. Doe\nJO  - 2019 Conference (INV)\nIS  - \nVL  - \nY1  - 10-13 June 2019\nER  - \n\n',
    { authors: ['J. Doe'], year: 2019, journal: '2019 Conference (INV)', pages: '1-2' },
  ],
  [
    'a DOI of the SICI kind, percent-encoded',
    ris(
      'TI  - SICI',
      'DO  - https://doi.org/10.1002/%28SICI%291097-0258%2819980815%2F30%2917%3A15%2F16%3C1661%3A%3AAID-INV968%3E3.0.CO%3B2-2',
    ),
    { doi: '10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-inv968>3.0.co;2-2' },
  ],
  [
    'RIS inside a web page',
    `<html><body><pre>\n${ris('TI  - Inside &amp; more')}</pre></body></html>`,
    { title: 'Inside & more' },
  ],
  [
    'Abstrackr',
    '(internal) id,(source) id,pubmed id,keywords,abstract,title,journal,authors\n1,101,24528545,peer;hope,"A, b",Peers,J Invent,"Vos B and Mayo E"\n',
    { pmid: '24528545', keywords: ['peer', 'hope'], authors: ['Vos B', 'Mayo E'], abstract: 'A, b' },
  ],
  [
    'CINAHL as a table',
    '"Article Title","Author","Journal Title","ISSN","Publication Date","Volume","Issue","First Page","Page Count","Accession Number","DOI"\n"Peers.","Repper, Julie; Carter, Tim","J Invent","09638237","20110801","20","4","392","10","104654321","10.5555/2011.58"\n',
    {
      authors: ['Repper, Julie', 'Carter, Tim'],
      year: 2011,
      pages: '392',
      accession: '104654321',
      issn: '0963-8237',
    },
  ],
  [
    'IEEE as a table: its document identifier is a type',
    '"Document Title","Authors","Publication Title","Publication Year","Start Page","End Page","DOI","Document Identifier"\n"Mobile Peers","J. Doe; W. van der Berg","INV","2019","1","2","10.5555/ichi.2019","IEEE Conferences"\n',
    { authors: ['J. Doe', 'W. van der Berg'], pages: '1-2', type: 'IEEE Conferences', accession: undefined },
  ],
  [
    'SpringerLink as a table: names run into each other',
    'Item Title,Publication Title,Item DOI,Authors,Publication Year,Content Type\nPeers,J Invent,10.5555/14-39,Brynmor Lloyd-EvansEvan Mayo-WilsonRonald McDonald,2014,Article\n',
    { authors: ['Brynmor Lloyd-Evans', 'Evan Mayo-Wilson', 'Ronald McDonald'], doi: '10.5555/14-39' },
  ],
  [
    'ClinicalTrials.gov as a table: a month is no page',
    'NCT Number,Study Title,Brief Summary,Start Date,First Posted\nNCT01234567,Peers,A summary,2014-02,2014-02-14\n',
    { registrations: ['NCT01234567'], year: 2014, pages: undefined },
  ],
  [
    'cells a spreadsheet guarded, with the delimiter inside',
    '="Title",="Authors",="Year"\n="Peers, again",="Doe, J.; Roe, R.",="2003"\n',
    { title: 'Peers, again', authors: ['Doe, J.', 'Roe, R.'], year: 2003 },
  ],
];

describe('dialects of programs', () => {
  it.each(dialects)('%s', (_, text, record) => {
    const { records, problems } = read(text);
    expect(records).toHaveLength(1);
    expect({ ...records[0] }).toMatchObject(
      Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)),
    );
    for (const [field, value] of Object.entries(record))
      if (value === undefined) expect(records[0]).not.toHaveProperty(field);
    expect(problems.map(({ code }) => code)).not.toContain('reader-failed');
  });

  it.each([
    ['2011/01/05/', 2011],
    ['2011///Spring', 2011],
    ['c2011', 2011],
    ['[2011]', 2011],
    ['2011-2012', 2011],
    ['15/03/2011', 2011],
    ['20110105', 2011],
    ['March 15, 2011', 2011],
    ['in press', undefined],
  ])('the year in %s', (written, year) => {
    const [record] = read(ris('TI  - Dated', `PY  - ${written}`)).records;
    expect(record?.year).toBe(year);
    if (year === undefined) expect(record?.date).toBe(written);
  });

  it.each([
    ['utf-16le', false],
    ['utf-16be', true],
  ] as const)('%s without a byte order mark, lines ended by CR alone', (encoding, swap) => {
    const text = ris('TI  - Ünïcode', 'PY  - 2001').replaceAll('\r\n', '\r');
    const bytes = Buffer.from(text, 'utf16le');
    const { records, encoding: found } = readReferenceFile(new Uint8Array(swap ? bytes.swap16() : bytes));
    expect(found).toBe(encoding);
    expect(records.map(({ title, year }) => [title, year])).toEqual([['Ünïcode', 2001]]);
  });

  it('numbers between records that lost their end marks belong to no field', () => {
    const { records, problems } = read(
      '1.\nTY  - JOUR\nTI  - One\nPY  - 2001\n2.\nTY  - JOUR\nTI  - Two\nAB  - scored\n12\nof 20\nER  - \n',
    );
    expect(records.map(({ title, year, date, abstract }) => [title, year, date, abstract])).toEqual([
      ['One', 2001, undefined, undefined],
      ['Two', undefined, undefined, 'scored 12 of 20'],
    ]);
    expect(problems.filter(({ code }) => code === 'text-outside-record').map(({ line }) => line)).toEqual([
      1,
    ]);
  });

  it('a login page saved as RIS gives no record, and says so', () => {
    const { records, problems } = read(
      '<!DOCTYPE html>\n<html><body><form action="/login"><p>TY  - your session expired</p></form></body></html>\n',
    );
    expect(records).toEqual([]);
    expect(problems).not.toEqual([]);
  });
});
