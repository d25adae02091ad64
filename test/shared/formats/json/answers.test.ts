import { readDecisions, readReferenceFile, type ParsedRecord } from '@shared/formats';
import { describe, expect, it } from 'vitest';
import { inventedArticle as article } from '../invented-article';

const read = (value: unknown) => readReferenceFile(new TextEncoder().encode(JSON.stringify(value)));
const only = (value: unknown): ParsedRecord | undefined => {
  const file = read(value);
  expect(file.problems).toEqual([]);
  expect(file.records).toHaveLength(1);
  return file.records[0];
};

describe('answers of services, as they are saved', () => {
  const work = {
    DOI: '10.5555/ABC.1',
    type: 'journal-article',
    title: ['Peer support for sadness'],
    'container-title': ['Journal of Invented Trials'],
    volume: '12',
    issue: '3',
    page: '101-110',
    ISSN: ['1234-5679'],
    abstract: '<jats:p>Peers help.</jats:p>',
    issued: { 'date-parts': [[2021, 3]] },
    author: [{ given: 'Anna', family: 'Vos', affiliation: [{ name: 'Nowhere' }] }, { name: 'Peer Group' }],
    'clinical-trial-number': [{ 'clinical-trial-number': 'isrctn12345678', registry: '10.18810/isrctn' }],
    relation: { 'has-preprint': [{ 'id-type': 'doi', id: '10.5555/pre.1' }] },
    reference: [{ key: '1', DOI: '10.5555/other.9', 'article-title': 'Another work' }],
  };

  it.each([
    ['a list of works', { status: 'ok', message: { 'total-results': 1, items: [work] } }],
    ['one work', { status: 'ok', 'message-type': 'work', message: work }],
  ])('reads Crossref: %s', (_, answer) => {
    const record = only(answer);
    expect(record).toMatchObject({
      ...article,
      authors: ['Vos, Anna', 'Peer Group'],
      registrations: ['ISRCTN12345678'],
    });
    expect(record?.other).toContainEqual(['relation.has-preprint.id', '10.5555/pre.1']);
    expect(record?.other).toContainEqual(['affiliation', 'Nowhere']);
  });

  it('reads Europe PMC in full, with the names and words of its lists', () => {
    const record = only({
      resultList: {
        result: [
          {
            id: '30000001',
            source: 'MED',
            pmid: '30000001',
            doi: '10.5555/abc.1',
            title: 'Peer support for sadness',
            authorString: 'Vos A, Peer Group.',
            authorList: {
              author: [
                { fullName: 'Vos A', firstName: 'Anna', lastName: 'Vos' },
                { collectiveName: 'Peer Group' },
              ],
            },
            journalInfo: {
              issue: '3',
              volume: '12',
              journal: { title: 'Journal of Invented Trials', isoabbreviation: 'J Inv', issn: '1234-5679' },
            },
            pubYear: '2021',
            pageInfo: '101-110',
            abstractText: 'Peers help.',
            pubTypeList: { pubType: ['Journal Article'] },
            keywordList: { keyword: ['peers'] },
            meshHeadingList: { meshHeading: [{ descriptorName: 'Sadness' }] },
            grantsList: { grant: [{ grantId: 'G1' }] },
          },
        ],
      },
    });
    expect(record).toMatchObject({
      ...article,
      pmid: '30000001',
      accession: 'MED:30000001',
      authors: ['Vos, Anna', 'Peer Group'],
      keywords: ['peers', 'Sadness'],
      type: 'Journal Article',
      journalAbbreviation: 'J Inv',
    });
    expect(record?.other).toContainEqual(['grantsList.grant.grantId', 'G1']);
  });

  it.each([
    [
      'DOAJ',
      {
        results: [
          {
            bibjson: {
              identifier: [
                { id: '10.5555/abc.1', type: 'doi' },
                { id: '1234-5679', type: 'pissn' },
              ],
              journal: { volume: '12', number: '3', title: 'Journal of Invented Trials' },
              title: 'Peer support for sadness',
              year: '2021',
              start_page: '101',
              end_page: '110',
              author: [{ name: 'Anna Vos', affiliation: 'Nowhere' }],
              abstract: 'Peers help.',
            },
          },
        ],
      },
    ],
    [
      'Dimensions',
      {
        publications: [
          {
            id: 'pub.1',
            type: 'article',
            title: 'Peer support for sadness',
            authors: [{ first_name: 'Anna', last_name: 'Vos' }],
            journal: { id: 'jour.1', title: 'Journal of Invented Trials', issn: '1234-5679' },
            year: 2021,
            volume: '12',
            issue: '3',
            pages: '101-110',
            doi: '10.5555/abc.1',
            abstract: 'Peers help.',
          },
        ],
      },
    ],
    [
      'Paperpile',
      [
        {
          pubtype: 'ARTICLE',
          title: 'Peer support for sadness',
          author: [{ last: 'Vos', first: 'Anna', formatted: 'Vos A' }],
          journal: 'J Inv',
          journalfull: 'Journal of Invented Trials',
          volume: '12',
          issue: '3',
          pages: '101-110',
          published: { year: '2021', month: '3' },
          doi: '10.5555/abc.1',
          issn: '1234-5679',
          abstract: 'Peers help.',
        },
      ],
    ],
    [
      'Publish or Perish',
      [
        {
          title: 'Peer support for sadness',
          authors: ['A Vos'],
          source: 'Journal of Invented Trials',
          year: 2021,
          volume: 12,
          issue: 3,
          startpage: 101,
          endpage: 110,
          doi: '10.5555/abc.1',
          issn: '1234-5679',
          abstract: 'Peers help.',
          article_url: 'https://example.org/a',
        },
      ],
    ],
    [
      'Scopus',
      {
        'search-results': {
          entry: [
            {
              'dc:title': 'Peer support for sadness',
              'dc:creator': 'Vos A.',
              'dc:description': 'Peers help.',
              'prism:publicationName': 'Journal of Invented Trials',
              'prism:issn': '12345679',
              'prism:volume': '12',
              'prism:issueIdentifier': '3',
              'prism:pageRange': '101-110',
              'prism:coverDate': '2021-03-01',
              'prism:doi': '10.5555/abc.1',
            },
          ],
        },
      },
    ],
    [
      'a list under a name nobody knows',
      {
        answer: {
          found: 1,
          hitlist: [
            {
              title: 'Peer support for sadness',
              authors: 'Vos, Anna',
              container: { title: 'Journal of Invented Trials', volume: '12', number: 3 },
              publicationDateYear: 2021,
              pages: '101 - 110',
              doi: '10.5555/abc.1',
              issn: ['ISSN-1234-5679'],
              description: 'Peers help.',
            },
          ],
        },
      },
    ],
  ])('reads %s', (_, answer) => {
    const record = only(answer);
    expect(record).toMatchObject(article);
    expect(record?.authors).toHaveLength(1);
  });

  it('reads the papers of Semantic Scholar, and one that cites others as one', () => {
    const paper = {
      paperId: 'abc',
      externalIds: { DOI: '10.5555/ABC.1', PubMed: '30000001' },
      title: 'Peer support for sadness',
      year: 2021,
      journal: { name: 'Journal of Invented Trials', pages: '101 - 110', volume: '12' },
      authors: [{ name: 'Anna Vos' }],
      references: [{ paperId: 'def', title: 'Another work' }],
    };
    expect(only({ total: 1, data: [paper] })).toMatchObject({ doi: '10.5555/abc.1', pages: '101-110' });
    expect(only(paper)).toMatchObject({ pmid: '30000001', title: 'Peer support for sadness' });
  });

  it('reads the items of Better BibTeX, whose collections hold numbers under the same name', () => {
    const item = {
      itemType: 'journalArticle',
      title: 'Peers',
      creators: [{ firstName: 'Anna', lastName: 'Vos' }],
    };
    const record = only({
      collections: { A: { items: [1] } },
      items: [{ ...item, extra: 'PMID: 30000001' }],
    });
    expect(record).toMatchObject({ title: 'Peers', authors: ['Vos, Anna'], pmid: '30000001' });
  });
});

describe('studies of ClinicalTrials.gov', () => {
  const study = {
    protocolSection: {
      identificationModule: {
        nctId: 'NCT04000001',
        briefTitle: 'Peers',
        secondaryIdInfos: [{ id: '2019-001234-56' }, { id: 'U1111-1111-1111' }],
      },
      referencesModule: { references: [{ pmid: '30000001', type: 'RESULT' }] },
    },
    hasResults: true,
  };
  const old = {
    ProtocolSection: {
      IdentificationModule: {
        NCTId: 'NCT04000001',
        BriefTitle: 'Peers',
        SecondaryIdInfoList: { SecondaryIdInfo: [{ SecondaryId: '2019-001234-56' }] },
      },
      StatusModule: { StudyFirstPostDateStruct: { StudyFirstPostDate: 'September 2, 2019' } },
      ConditionsModule: { ConditionList: { Condition: ['Sadness'] } },
      ArmsInterventionsModule: {
        InterventionList: { Intervention: [{ InterventionType: 'Behavioral', InterventionName: 'Peers' }] },
      },
    },
  };

  it.each([
    ['a page of studies', { studies: [study], nextPageToken: 'x' }],
    ['a list of studies', [study]],
    ['one study', study],
  ])('reads %s of today', (_, answer) => {
    const record = only(answer);
    expect(record).toMatchObject({
      title: 'Peers',
      registrations: ['NCT04000001', '2019-001234-56', 'U1111-1111-1111'],
    });
    expect(record?.other).toContainEqual(['secondaryId', '2019-001234-56; U1111-1111-1111']);
    expect(record?.other).toContainEqual(['referencesModule.references.pmid', '30000001']);
  });

  it.each([
    [
      'a page of studies',
      { FullStudiesResponse: { NStudiesFound: 1, FullStudies: [{ Rank: 1, Study: old }] } },
    ],
    ['one study', { FullStudy: { Rank: 1, Study: old } }],
  ])('reads %s of the interface before', (_, answer) => {
    expect(read(answer).format).toBe('ctgov-json');
    expect(only(answer)).toMatchObject({
      title: 'Peers',
      year: 2019,
      accession: 'NCT04000001',
      registrations: ['NCT04000001', '2019-001234-56'],
      keywords: ['Sadness'],
      abstract: 'CONDITION: Sadness INTERVENTION: Behavioral: Peers',
    });
  });
});

describe('EPPI-Reviewer', () => {
  const item = {
    Codes: [{ AttributeId: 11, AdditionalText: 'no peers' }, { AttributeId: 12 }],
    ItemId: 501,
    Title: 'Peer support for sadness',
    ParentTitle: 'Journal of Invented Trials',
    Year: '2021',
    StandardNumber: '1234-5679',
    Authors: 'Vos Anna ; Doe Bob ;',
    Keywords: 'peers\r\nsadness',
    ItemStatus: 'I',
  };
  const codes = {
    SetName: 'Screen',
    Attributes: {
      AttributesList: [
        { AttributeId: 11, AttributeName: 'No "peers"', AttributeType: 'Exclude' },
        { AttributeId: 12, AttributeName: 'Adults', AttributeType: 'Selectable (show checkbox)' },
      ],
    },
  };

  it('reads items with what their codes are called, which come over as a vote', () => {
    const record = only({ CodeSets: [codes], References: [item] });
    expect(record).toMatchObject({
      authors: ['Vos Anna', 'Doe Bob'],
      keywords: ['peers', 'sadness'],
      accession: '501',
      issn: '1234-5679',
    });
    expect(readDecisions(record === undefined ? [] : [record])).toEqual([
      {
        recordIndex: 0,
        coder: 'EPPI-Reviewer',
        vote: 'exclude',
        reasons: ['No "peers" (no peers)'],
        labels: ['Adults'],
        note: '',
      },
    ]);
  });

  it('keeps what was read of a file that is cut', () => {
    const text = JSON.stringify({ CodeSets: [codes], References: [item, item] });
    const file = readReferenceFile(new TextEncoder().encode(text.slice(0, -60)));
    expect(file.records.map(({ title }) => title)).toEqual([item.Title, item.Title]);
    expect(file.problems.map(({ code }) => code)).toContain('truncated');
  });
});
