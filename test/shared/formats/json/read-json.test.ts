import { writeCslJson, type ParsedRecord } from '@shared/formats';
import { readJson } from '@shared/formats/json';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyRecord } from '../any-record';
import { collect } from '../xml/expect-fixture';

const read = (text: string) => collect((sink) => readJson(text, sink));
const titles = (text: string) => read(text).records.map(({ title }) => title);

describe('CSL-JSON', () => {
  it('gives every field of an item', () => {
    const { records, problems } = read(
      JSON.stringify(
        [
          {
            id: 'vos2019',
            type: 'article-journal',
            title: 'Peers <i>and</i> recovery',
            author: [
              { family: 'Vries', given: 'Anna', 'non-dropping-particle': 'de', suffix: 'Jr' },
              { literal: 'Peer Trial Group' },
            ],
            issued: { 'date-parts': [[2019, 3, 5]] },
            'container-title': 'Invented Journal',
            'container-title-short': 'Inv J',
            volume: 12,
            issue: '3',
            page: '101-9',
            DOI: '10.1000/Peer.1',
            ISSN: '1234-5679',
            URL: 'https://example.org/a',
            abstract: '<jats:p>Short.</jats:p>',
            keyword: 'peers; recovery',
            language: 'en',
            note: 'PMID: 31000001\nPMCID: PMC6000001',
            editor: [{ family: 'Edit', given: 'Or' }],
          },
        ],
        undefined,
        1,
      ),
    );
    expect(problems).toEqual([]);
    expect(records).toEqual([
      {
        title: 'Peers and recovery',
        authors: ['de Vries, Anna Jr', 'Peer Trial Group'],
        year: 2019,
        date: '2019-03-05',
        journal: 'Invented Journal',
        journalAbbreviation: 'Inv J',
        volume: '12',
        issue: '3',
        pages: '101-9',
        doi: '10.1000/peer.1',
        pmid: '31000001',
        pmcid: 'PMC6000001',
        issn: '1234-5679',
        url: 'https://example.org/a',
        abstract: 'Short.',
        keywords: ['peers', 'recovery'],
        language: 'en',
        type: 'article-journal',
        other: [
          ['editor', 'Edit, Or'],
          ['id', 'vos2019'],
          ['note', 'PMID: 31000001\nPMCID: PMC6000001'],
        ],
        line: 2,
      },
    ]);
  });

  it('comes back the same as it was written', () => {
    const survives = (record: ParsedRecord): boolean => record.keywords.every((word) => !word.includes(','));
    fc.assert(
      fc.property(fc.array(anyRecord, { minLength: 1, maxLength: 4 }), (records) => {
        fc.pre(records.every(survives));
        const { records: back, problems } = read(writeCslJson(records));
        expect(problems).toEqual([]);
        expect(back.map((record) => ({ ...record, line: 1 }))).toEqual(
          records.map((record, i) => ({ ...record, other: [['id', `record-${i + 1}`]] })),
        );
      }),
      { numRuns: 100 },
    );
  });
});

describe('answers of services', () => {
  it('OpenAlex: the abstract is put in order again', () => {
    const { records } = read(
      JSON.stringify({
        meta: { count: 1 },
        results: [
          {
            id: 'https://openalex.org/W12',
            doi: 'https://doi.org/10.1000/OA',
            title: 'Open',
            publication_year: 2020,
            ids: { pmid: 'https://pubmed.ncbi.nlm.nih.gov/31000001' },
            authorships: [{ author: { id: 'https://openalex.org/A1', display_name: 'Anna Vos' } }],
            primary_location: { source: { display_name: 'Invented J', issn: ['1234-5679'] } },
            biblio: { volume: '1', first_page: '2', last_page: '9' },
            abstract_inverted_index: { again: [2], help: [1, 3], Peers: [0] },
          },
        ],
      }),
    );
    expect(records).toMatchObject([
      {
        title: 'Open',
        authors: ['Anna Vos'],
        year: 2020,
        journal: 'Invented J',
        pages: '2-9',
        doi: '10.1000/oa',
        pmid: '31000001',
        accession: 'W12',
        abstract: 'Peers help again help',
      },
    ]);
  });

  it('ClinicalTrials.gov', () => {
    const study = {
      protocolSection: {
        identificationModule: {
          nctId: 'NCT01234567',
          briefTitle: 'Peers',
          officialTitle: 'A trial of peers',
          secondaryIdInfos: [{ id: 'ISRCTN12345678' }],
        },
        statusModule: { studyFirstPostDateStruct: { date: '2015-02-03' }, overallStatus: 'COMPLETED' },
        descriptionModule: { briefSummary: 'What it is about.' },
        conditionsModule: { conditions: ['Depression'], keywords: ['peer support'] },
        designModule: { studyType: 'INTERVENTIONAL' },
        armsInterventionsModule: { interventions: [{ type: 'BEHAVIORAL', name: 'Peer group' }] },
      },
      hasResults: false,
    };
    const { records, problems } = read(JSON.stringify({ studies: [study, study], totalCount: 2 }));
    expect(problems).toEqual([]);
    expect(records).toHaveLength(2);
    expect(records[0]).toMatchObject({
      title: 'Peers',
      year: 2015,
      date: '2015-02-03',
      journal: 'ClinicalTrials.gov',
      accession: 'NCT01234567',
      registrations: ['NCT01234567', 'ISRCTN12345678'],
      abstract: 'What it is about. CONDITION: Depression INTERVENTION: BEHAVIORAL: Peer group',
      keywords: ['Depression', 'peer support'],
      type: 'INTERVENTIONAL',
      url: 'https://clinicaltrials.gov/study/NCT01234567',
    });
    expect(read(JSON.stringify(study)).records).toHaveLength(1);
  });

  it('The Lens, Zotero, Semantic Scholar, Crossref and lists of any origin', () => {
    const texts = [
      {
        data: [
          {
            lens_id: '1-2',
            title: 'T',
            year_published: 2001,
            authors: [{ first_name: 'Anna', last_name: 'Vos' }],
            external_ids: [{ type: 'doi', value: '10.1000/x' }],
          },
        ],
      },
      {
        items: [
          {
            itemType: 'journalArticle',
            title: 'T',
            date: '2001-02',
            DOI: '10.1000/x',
            creators: [{ firstName: 'Anna', lastName: 'Vos', creatorType: 'author' }],
          },
        ],
      },
      [
        {
          key: 'A',
          data: {
            itemType: 'book',
            title: 'T',
            date: '2001',
            creators: [{ firstName: 'Anna', lastName: 'Vos' }],
            extra: 'DOI',
            DOI: '10.1000/x',
          },
        },
      ],
      {
        message: {
          items: [
            {
              DOI: '10.1000/x',
              title: ['T'],
              author: [{ family: 'Vos', given: 'Anna' }],
              published: { 'date-parts': [[2001]] },
            },
          ],
        },
      },
      {
        data: [
          {
            paperId: 'p',
            title: 'T',
            year: 2001,
            authors: [{ name: 'Vos, Anna' }],
            externalIds: { DOI: '10.1000/x' },
          },
        ],
      },
      [{ Title: 'T', Authors: 'Vos, Anna', Year: 2001, DOI: '10.1000/x', Colour: 'green' }],
      [{ title: 'T', authors: ['Vos, Anna'], publication_year: '2001', doi: '10.1000/x' }],
    ];
    for (const value of texts) {
      const { records, problems } = read(JSON.stringify(value));
      expect(problems).toEqual([]);
      expect(records).toMatchObject([{ title: 'T', authors: ['Vos, Anna'], year: 2001, doi: '10.1000/x' }]);
    }
  });

  it('JSON lines, with lists inside the objects', () => {
    const line = (title: string): string =>
      JSON.stringify({
        type: 'book',
        id: title,
        title,
        author: [
          { family: 'Vos', given: 'A' },
          { family: 'B', given: 'C' },
        ],
        issued: { 'date-parts': [[2001]] },
      });
    const { records } = read(`${line('One')}\n${line('Two')}\n`);
    expect(records.map(({ title, line }) => [title, line])).toEqual([
      ['One', 1],
      ['Two', 2],
    ]);
  });
});

describe('broken JSON', () => {
  const item = (title: string): string =>
    `{"id":"${title}","type":"book","title":"${title}","author":[{"family":"Vos","given":"A"}],"issued":{"date-parts":[[2001]]},"abstract":"Long {text} here"}`;
  const list = (...items: readonly string[]): string => `[${items.join(',\n')}]`;

  it('a file that ends too early keeps every whole object, and of the last what was there', () => {
    const text = list(item('One'), item('Two'), item('Three'));
    const { records, problems } = read(text.slice(0, text.indexOf('Long', text.indexOf('Three'))));
    expect(records.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
    expect(problems).toMatchObject([{ line: 3, code: 'truncated' }]);
    expect(read(text.slice(0, text.indexOf(',\n') + 2))).toMatchObject({ codes: ['truncated'] });
  });

  it.each([
    ['a lost bracket', item('Two').replace('"}],', '"},')],
    ['a lost brace', item('Two').replace(/\}$/, '')],
    ['a lost quote', item('Two').replace('here"', 'here')],
    ['a bare word', item('Two').replace('[[2001]]', '[[2001]], oops')],
    ['a brace too many', item('Two').replace('}],', '}}],')],
  ])('%s in one object costs nothing of its neighbours', (_, broken) => {
    const { records, problems } = read(list(item('One'), broken, item('Three'), item('Four')));
    expect(records.map(({ title }) => title)).toEqual(['One', 'Two', 'Three', 'Four']);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('a lost comma between objects, or a raw line break in a text, is no loss', () => {
    expect(titles(`[${item('One')} ${item('Two')}]`)).toEqual(['One', 'Two']);
    expect(titles(list(item('One').replace('Long', 'Long\tand'), item('Two')))).toEqual(['One', 'Two']);
  });

  const size = 200_000;
  it.each([
    ['brackets', '['.repeat(size)],
    ['braces', '{'.repeat(size)],
    ['open objects', '{"id":'.repeat(size / 6)],
    ['quotes', '"'.repeat(size)],
    ['open records', `[${'{"id":"a","title":"x",'.repeat(size / 22)}`],
    ['closing brackets', `[{"title":"x"}${'}]'.repeat(size / 2)}`],
    ['backslashes', `[{"title":"${'\\'.repeat(size)}`],
    [
      'a word at a very late place',
      '[{"title":"x","authorships":[],"abstract_inverted_index":{"a":[0,999999999999]}}]',
    ],
  ])('a file made of %s neither hangs nor throws', (_, text) => {
    expect(read(text).problems.every(({ raw }) => raw.length <= 200)).toBe(true);
  });
});
