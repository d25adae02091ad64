import { readPubmedXml } from '@shared/formats/xml';
import { describe, expect, it } from 'vitest';
import { collect } from './expect-fixture';

const article = (inner: string, data = ''): string =>
  `<PubmedArticle><MedlineCitation><PMID Version="1">31234567</PMID><Article>${inner}</Article></MedlineCitation>${data}</PubmedArticle>`;
const set = (...articles: readonly string[]): string =>
  `<?xml version="1.0"?>\n<PubmedArticleSet>\n${articles.join('\n')}\n</PubmedArticleSet>`;
const read = (text: string) => collect((sink) => readPubmedXml(text, sink));

const full = set(`<PubmedArticle><MedlineCitation><PMID>31234567</PMID><Article>
  <Journal><ISSN>1234-5679</ISSN><JournalIssue><Volume>12</Volume><Issue>3</Issue>
    <PubDate><Year>2019</Year><Month>Mar</Month></PubDate></JournalIssue>
    <Title>Journal of invented recovery</Title><ISOAbbreviation>J Inv Recov</ISOAbbreviation></Journal>
  <ArticleTitle>Peers and <i>in vivo</i> H<sub>2</sub>O: a trial.</ArticleTitle>
  <Pagination><StartPage>101</StartPage><EndPage>109</EndPage><MedlinePgn>101-9</MedlinePgn></Pagination>
  <ELocationID EIdType="doi" ValidYN="Y">10.1000/Peer.1</ELocationID>
  <Abstract><AbstractText Label="BACKGROUND">Why &amp; how.</AbstractText><AbstractText Label="RESULTS">p &lt; 0.05.</AbstractText></Abstract>
  <AuthorList><Author><LastName>de Vos</LastName><ForeName>Anna B</ForeName><Initials>AB</Initials><AffiliationInfo><Affiliation>Utrecht</Affiliation></AffiliationInfo></Author>
    <Author><LastName>Kuiper</LastName><Initials>C</Initials><Suffix>Jr</Suffix></Author>
    <Author><CollectiveName>Peer Trial Group</CollectiveName></Author></AuthorList>
  <Language>eng</Language><Language>dut</Language>
  <DataBankList><DataBank><DataBankName>ISRCTN</DataBankName><AccessionNumberList><AccessionNumber>ISRCTN12345678</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
  <PublicationTypeList><PublicationType>Journal Article</PublicationType><PublicationType>Randomized Controlled Trial</PublicationType></PublicationTypeList>
  <VernacularTitle>Ervaringsdeskundigen: een trial.</VernacularTitle></Article>
  <CommentsCorrectionsList><CommentsCorrections RefType="ErratumIn"><RefSource>J Inv Recov. 2020;13:1</RefSource><PMID>32000000</PMID></CommentsCorrections>
    <CommentsCorrections RefType="Cites"><RefSource>Elsewhere</RefSource></CommentsCorrections></CommentsCorrectionsList>
  <MeshHeadingList><MeshHeading><DescriptorName MajorTopicYN="N">Peer Group</DescriptorName><QualifierName MajorTopicYN="Y">trends</QualifierName></MeshHeading></MeshHeadingList>
  <KeywordList><Keyword>lived experience</Keyword></KeywordList></MedlineCitation>
  <PubmedData><ArticleIdList><ArticleId IdType="pubmed">31234567</ArticleId><ArticleId IdType="pmc">PMC7000001</ArticleId></ArticleIdList>
    <ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.1000/other</ArticleId></ArticleIdList></Reference></ReferenceList></PubmedData></PubmedArticle>`);

describe('PubMed XML', () => {
  it('gives every field of an article, and the identifiers of the article, not of its references', () => {
    const { records, problems } = read(full);
    expect(problems).toEqual([]);
    expect(records).toEqual([
      {
        title: 'Peers and in vivo H2O: a trial.',
        translatedTitle: 'Ervaringsdeskundigen: een trial.',
        authors: ['de Vos, Anna B', 'Kuiper, C Jr', 'Peer Trial Group'],
        year: 2019,
        date: '2019 Mar',
        journal: 'Journal of invented recovery',
        journalAbbreviation: 'J Inv Recov',
        volume: '12',
        issue: '3',
        pages: '101-9',
        doi: '10.1000/peer.1',
        pmid: '31234567',
        pmcid: 'PMC7000001',
        registrations: ['ISRCTN12345678'],
        abstract: 'BACKGROUND: Why & how. RESULTS: p < 0.05.',
        keywords: ['Peer Group/*trends', 'lived experience'],
        type: 'Journal Article; Randomized Controlled Trial',
        language: 'eng; dut',
        issn: '1234-5679',
        other: [
          ['EIN', 'J Inv Recov. 2020;13:1. PMID: 32000000'],
          ['AD', 'Utrecht'],
        ],
        line: 3,
      },
    ]);
  });

  it('reads a year from what MEDLINE prints, and a set without PubMed around it', () => {
    const medline =
      '<MedlineCitationSet><MedlineCitation><PMID>1</PMID><Article><Journal><JournalIssue><PubDate><MedlineDate>1998 Dec-1999 Jan</MedlineDate></PubDate></JournalIssue></Journal><ArticleTitle>Old</ArticleTitle></Article></MedlineCitation></MedlineCitationSet>';
    expect(read(medline).records).toMatchObject([
      { pmid: '1', title: 'Old', year: 1998, date: '1998 Dec-1999 Jan' },
    ]);
  });

  it('reads a book chapter', () => {
    const book =
      '<PubmedArticleSet><PubmedBookArticle><BookDocument><PMID>20301295</PMID><Book><Publisher><PublisherName>Invented Press</PublisherName></Publisher><BookTitle>Reviews of much</BookTitle><PubDate><Year>2001</Year></PubDate></Book><ArticleTitle>A chapter</ArticleTitle><AuthorList><Author><LastName>Vos</LastName></Author></AuthorList><Abstract><AbstractText>Short.</AbstractText></Abstract></BookDocument></PubmedBookArticle></PubmedArticleSet>';
    expect(read(book).records).toMatchObject([
      {
        title: 'A chapter',
        journal: 'Reviews of much',
        pmid: '20301295',
        year: 2001,
        authors: ['Vos'],
        abstract: 'Short.',
      },
    ]);
  });

  it.each([
    [
      'a lost end tag inside',
      article('<ArticleTitle>Broken<Abstract><AbstractText>Text</AbstractText></Abstract>'),
    ],
    ['a "<" in the text', article('<ArticleTitle>Broken: p <0.05 and n < 7</ArticleTitle>')],
    ['a control character', article('<ArticleTitle>Bro\u0001ken</ArticleTitle>')],
    ['an unclosed record', article('<ArticleTitle>Broken</ArticleTitle>').replace('</PubmedArticle>', '')],
  ])('damage in one record (%s) is told and costs nothing of its neighbours', (_, broken) => {
    const sound = article('<ArticleTitle>Sound</ArticleTitle>');
    const { records, problems } = read(set(sound, broken, sound));
    expect(records.map(({ title }) => title?.slice(0, 6))).toEqual(['Sound', 'Broken', 'Sound']);
    expect(problems.filter(({ code }) => code === 'malformed-xml').map(({ line }) => line)).toEqual([4]);
  });

  it('keeps the text around a "<" whole', () => {
    const { records } = read(set(article('<ArticleTitle>p <0.05 & n<7 &nbsp;&eacute;</ArticleTitle>')));
    expect(records[0]?.title).toBe('p <0.05 & n<7 é');
  });

  it('a file that ends too early keeps what was complete and says where it was cut', () => {
    const text = set(
      article('<ArticleTitle>One</ArticleTitle>'),
      article('<ArticleTitle>Two</ArticleTitle>'),
    );
    for (let end = text.indexOf('Two'); end < text.lastIndexOf('</PubmedArticle>'); end += 7) {
      const { records, codes } = read(text.slice(0, end));
      expect(records[0]?.title).toBe('One');
      expect(codes).toContain('truncated');
    }
    expect(read(text.slice(0, text.indexOf('Two') + 3)).records[1]?.title).toBe('Two');
  });
});
