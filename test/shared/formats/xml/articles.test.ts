import { readReferenceFile, type ParsedRecord } from '@shared/formats';
import { describe, expect, it } from 'vitest';
import { inventedArticle } from '../invented-article';

const read = (...lines: string[]) => readReferenceFile(new TextEncoder().encode(lines.join('\n')));

const invented: Partial<ParsedRecord> = { ...inventedArticle, authors: ['Vos, Anna', 'Doe, Bob'] };

describe('JATS', () => {
  const meta = [
    '<article-id pub-id-type="pmid">31000001</article-id><article-id pub-id-type="pmc">7000001</article-id>',
    '<article-id pub-id-type="doi">10.5555/ABC.1</article-id>',
    '<article-categories><subj-group><subject>Trials</subject></subj-group></article-categories>',
    '<title-group><article-title>Peer support for <italic>sadness</italic><xref ref-type="fn" rid="f1">*</xref></article-title>',
    '<trans-title-group xml:lang="nl"><trans-title>Lotgenoten</trans-title></trans-title-group></title-group>',
    '<contrib-group><contrib contrib-type="author"><name><surname>Vos</surname><given-names>Anna</given-names></name><xref ref-type="aff" rid="a1">1</xref></contrib>',
    '<contrib contrib-type="author"><name-alternatives><name><surname>Doe</surname><given-names>Bob</given-names></name><name><surname>Other</surname></name></name-alternatives></contrib>',
    '<contrib contrib-type="editor"><name><surname>Ditor</surname></name></contrib></contrib-group>',
    '<pub-date pub-type="epub"><day>2</day><month>12</month><year>2020</year></pub-date>',
    '<pub-date pub-type="ppub"><month>3</month><year>2021</year></pub-date>',
    '<volume>12</volume><issue>3</issue><fpage>101</fpage><lpage>110</lpage>',
    '<related-article related-article-type="corrected-article" xlink:href="10.5555/abc.0"/>',
    '<abstract abstract-type="graphical"><p>A picture.</p></abstract>',
    '<abstract><title>Abstract</title><p>Peers help.</p></abstract>',
    '<kwd-group><title>Keywords</title><kwd>peers</kwd><kwd>sadness</kwd></kwd-group>',
  ];
  const article = (...front: string[]): string =>
    [
      '<article article-type="research-article" xml:lang="en" xmlns:xlink="x"><front><journal-meta><journal-id journal-id-type="nlm-ta">J Inv Trials</journal-id>',
      '<journal-title-group><journal-title>Journal of Invented Trials</journal-title></journal-title-group><issn pub-type="ppub">1234-5679</issn></journal-meta>',
      `<article-meta>${front.join('')}</article-meta></front>`,
      '<body><p>Text</p></body><back><ref-list><ref><article-title>Cited</article-title></ref></ref-list></back>',
      '<sub-article><front-stub><title-group><article-title>Letter</article-title></title-group></front-stub></sub-article></article>',
    ].join('\n');

  it('gives what stands in front of an article, and nothing of its text, references and letters', () => {
    const file = read('<?xml version="1.0"?>', '<!DOCTYPE article>', article(...meta));
    expect(file.format).toBe('jats-xml');
    expect(file.problems).toEqual([]);
    expect(file.records).toMatchObject([
      {
        ...invented,
        translatedTitle: 'Lotgenoten',
        date: '2021-03',
        journalAbbreviation: 'J Inv Trials',
        pmid: '31000001',
        pmcid: 'PMC7000001',
        keywords: ['peers', 'sadness'],
        type: 'research-article',
        language: 'en',
        other: [
          ['editor', 'Ditor'],
          ['subject', 'Trials'],
          ['graphical', 'A picture.'],
          ['EFR', '10.5555/abc.0'],
        ],
      },
    ]);
  });

  it('reads a set, sections, groups, article numbers and dates by their newer names', () => {
    const newer = article(
      '<title-group><article-title>Two?</article-title><subtitle>A trial</subtitle></title-group>',
      '<contrib-group><contrib><collab>Peer Group<contrib-group><contrib><name><surname>No</surname></name></contrib></contrib-group></collab></contrib></contrib-group>',
      '<pub-date date-type="pub" publication-format="electronic" iso-8601-date="2022-05-06"><day>6</day><month>5</month><year>2022</year></pub-date>',
      '<elocation-id>e9</elocation-id><related-object document-id="NCT01234567" source-id="ClinicalTrials.gov"/>',
      '<abstract><sec><title>Aim.</title><p>To help.</p></sec><sec><title>Results</title><p>p &lt; 0.05</p><p><bold>DOI:</bold> http://dx.doi.org/10.5555/x.001</p></sec></abstract>',
    );
    const file = read('<pmc-articleset>', article(...meta), newer, '</pmc-articleset>');
    expect(file.records).toHaveLength(2);
    expect(file.records[1]).toMatchObject({
      title: 'Two? A trial',
      authors: ['Peer Group'],
      year: 2022,
      date: '2022-05-06',
      articleNumber: 'e9',
      registrations: ['NCT01234567'],
      abstract: 'Aim: To help. Results: p < 0.05',
    });
  });

  it('keeps what came before a cut', () => {
    const file = read(article(...meta), article(...meta).slice(0, 900));
    expect(file.records.map(({ title }) => title)).toEqual([
      'Peer support for sadness',
      'Peer support for sadness',
    ]);
    expect(file.problems.map(({ code }) => code)).toEqual(['truncated']);
  });
});

describe('TEI', () => {
  const names =
    '<author><persName><forename type="first">Anna</forename><surname>Vos</surname></persName></author><author><forename>Bob</forename><surname>Doe</surname></author>';
  const monogr = (pages: string): string =>
    `<monogr><title level="j">Journal of Invented Trials</title><idno type="ISSN">1234-5679</idno><imprint><publisher>Press</publisher><biblScope unit="volume">12</biblScope><biblScope unit="issue">3</biblScope>${pages}<date>2021</date></imprint></monogr>`;
  const entry = (pages: string, more = ''): string =>
    `<biblStruct type="journalArticle"><analytic><title level="a">Peer support for sadness</title>${names}<idno type="DOI">10.5555/abc.1</idno></analytic>${monogr(pages)}${more}</biblStruct>`;

  it('reads a list of works, as Zotero writes', () => {
    const page = '<biblScope unit="page">101-110</biblScope>';
    const file = read(
      '<listBibl xmlns="http://www.tei-c.org/ns/1.0">',
      entry(page, '<note type="abstract">Peers help.</note>'),
      `<biblStruct type="book">${monogr('').replace(' level="j"', ' level="m"')}</biblStruct></listBibl>`,
    );
    expect(file.format).toBe('tei-xml');
    expect(file.records).toMatchObject([
      { ...invented, type: 'journalArticle' },
      { title: 'Journal of Invented Trials', year: 2021, type: 'book' },
    ]);
    expect(file.records[1]?.journal).toBeUndefined();
  });

  it('reads the header of one text, not the works it cites', () => {
    const file = read(
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title level="a">Peer support for sadness</title></titleStmt>',
      `<sourceDesc>${entry('<biblScope unit="page" from="101" to="110"/>')}</sourceDesc></fileDesc>`,
      '<profileDesc><textClass><keywords><term>peers</term></keywords></textClass><abstract><div><p>Peers help.</p></div></abstract></profileDesc></teiHeader>',
      `<text><back><listBibl>${entry('')}${entry('')}</listBibl></back></text></TEI>`,
    );
    expect(file.records).toMatchObject([{ ...invented, keywords: ['peers'] }]);
  });

  it('reads the works of HAL', () => {
    const file = read(
      '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>HAL export</title></titleStmt></fileDesc></teiHeader><text><body><listBibl><biblFull>',
      '<titleStmt><title xml:lang="en">Peer support for sadness</title></titleStmt><publicationStmt><idno type="halId">hal-01</idno><idno type="halUri">https://hal.example.org/hal-01</idno></publicationStmt>',
      `<sourceDesc>${entry('<biblScope unit="pp">101-110</biblScope>')}</sourceDesc>`,
      '<profileDesc><langUsage><language ident="en">English</language></langUsage><textClass><classCode scheme="halTypology" n="ART">Journal articles</classCode></textClass><abstract xml:lang="en"><p>Peers help.</p></abstract></profileDesc>',
      '</biblFull></listBibl></body></text></TEI>',
    );
    expect(file.records).toMatchObject([
      {
        ...invented,
        accession: 'hal-01',
        url: 'https://hal.example.org/hal-01',
        type: 'ART',
        language: 'en',
      },
    ]);
  });
});

describe('older and other XML of reference managers', () => {
  it('reads what EndNote 7 wrote, with a DOI in place of the address', () => {
    const file = read(
      '<XML><RECORDS>',
      '<RECORD><REFERENCE_TYPE>0</REFERENCE_TYPE><REFNUM>1</REFNUM><AUTHORS><AUTHOR>Vos, Anna</AUTHOR><AUTHOR>Doe, Bob</AUTHOR></AUTHORS><YEAR>2021</YEAR><TITLE>Peer support for sadness</TITLE><SECONDARY_TITLE>Journal of Invented Trials</SECONDARY_TITLE><VOLUME>12</VOLUME><NUMBER>3</NUMBER><PAGES>101-110</PAGES><ISBN>1234-5679</ISBN><ABSTRACT>Peers help.</ABSTRACT><KEYWORDS><KEYWORD>peers</KEYWORD></KEYWORDS><LABEL></LABEL><URL>10.5555/abc.1</URL></RECORD>',
      '<RECORD><REFERENCE_TYPE>1</REFERENCE_TYPE><TITLE>Two</TITLE><NOTES>A note</NOTES><URL>https://example.org</URL></RECORD>',
      '</RECORDS></XML>',
    );
    expect(file.format).toBe('endnote-xml');
    expect(file.problems).toEqual([]);
    expect(file.records).toMatchObject([
      { ...invented, type: 'Journal Article', keywords: ['peers'] },
      { title: 'Two', type: 'Book', url: 'https://example.org', other: [['NOTES', 'A note']] },
    ]);
    expect(file.records[0]?.url).toBeUndefined();
  });

  it('takes the conference of a Zotero item that names no proceedings, and parts publisher and place', () => {
    const file = read(
      '<rdf:RDF xmlns:rdf="x" xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="y" xmlns:bib="b">',
      '<rdf:Description rdf:about="#item_1"><z:itemType>conferencePaper</z:itemType><dcterms:isPartOf><bib:Journal></bib:Journal></dcterms:isPartOf>',
      '<dc:publisher><foaf:Organization><vcard:adr><vcard:Address><vcard:locality>Brussels</vcard:locality></vcard:Address></vcard:adr><foaf:name>Press</foaf:name></foaf:Organization></dc:publisher>',
      '<dc:title>One</dc:title><dc:date>2001</dc:date><bib:presentedAt><bib:Conference><dc:title>Meeting of peers</dc:title></bib:Conference></bib:presentedAt></rdf:Description></rdf:RDF>',
    );
    expect(file.records).toMatchObject([{ title: 'One', year: 2001, journal: 'Meeting of peers' }]);
    expect(file.records[0]?.other).toEqual(
      expect.arrayContaining([
        ['publisher', 'Press'],
        ['place', 'Brussels'],
      ]),
    );
  });
});

describe('Dublin Core', () => {
  it('reads works as repositories and Open Journal Systems give them, without losing a repeated element', () => {
    const dc = (...elements: string[]) =>
      `<record><header><identifier>oai:x:1</identifier></header><metadata><oai_dc:dc xmlns:oai_dc="o" xmlns:dc="d">${elements.join('')}</oai_dc:dc></metadata></record>`;
    const file = read(
      '<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>',
      dc(
        '<dc:title xml:lang="en">Peer support for sadness</dc:title><dc:title xml:lang="nl">Steun</dc:title>',
        '<dc:creator>Vos, Anna</dc:creator><dc:creator>Doe, Bob</dc:creator><dc:subject>peers; walking</dc:subject>',
        '<dc:description>Peers help.</dc:description><dc:description>Second</dc:description><dc:date>2021-03-04</dc:date>',
        '<dc:type>info:eu-repo/semantics/article</dc:type><dc:identifier>https://x.example.org/view/1</dc:identifier>',
        '<dc:identifier>10.5555/ABC.1</dc:identifier><dc:identifier>local-7</dc:identifier>',
        '<dc:source>Journal of Invented Trials; Vol. 12 No. 3 (2021): Spring; 101-110</dc:source><dc:source>1234-5679</dc:source>',
        '<dc:rights>Open</dc:rights>',
      ),
      dc(
        '<dc:title>Two</dc:title><dc:source>A book</dc:source><dc:identifier>ISBN 9780306406157</dc:identifier>',
      ),
      '</ListRecords></OAI-PMH>',
    );
    expect(file.format).toBe('dublin-core');
    expect(file.problems).toEqual([]);
    expect(file.records).toMatchObject([
      {
        ...invented,
        translatedTitle: 'Steun',
        date: '2021-03-04',
        keywords: ['peers', 'walking'],
        url: 'https://x.example.org/view/1',
        type: 'info:eu-repo/semantics/article',
        other: [
          ['identifier', 'local-7'],
          ['source', 'Journal of Invented Trials; Vol. 12 No. 3 (2021): Spring; 101-110'],
          ['description', 'Second'],
          ['rights', 'Open'],
        ],
      },
      { title: 'Two', journal: 'A book', isbn: '9780306406157' },
    ]);
  });
});

describe('articles deposited with PubMed', () => {
  it('reads the set a journal offers beside its papers', () => {
    const file = read(
      '<?xml version="1.0"?><!DOCTYPE ArticleSet PUBLIC "-//NLM//DTD PubMed 2.8//EN" "https://dtd.nlm.nih.gov/ncbi/pubmed/in/PubMed.dtd">',
      '<ArticleSet><Article><Journal><PublisherName>Press</PublisherName><JournalTitle>Journal of Invented Trials</JournalTitle><Issn>1234-5679</Issn><Volume>12</Volume><Issue>3</Issue><PubDate PubStatus="ppublish"><Year>2021</Year><Month>03</Month></PubDate></Journal>',
      '<ArticleTitle>Peer support for sadness</ArticleTitle><VernacularTitle>Steun</VernacularTitle><FirstPage>101</FirstPage><LastPage>110</LastPage><ELocationID EIdType="doi">10.5555/abc.1</ELocationID><Language>EN</Language>',
      '<AuthorList><Author><FirstName>Anna</FirstName><LastName>Vos</LastName><Affiliation>Place</Affiliation></Author><Author><FirstName>Bob</FirstName><LastName>Doe</LastName></Author><Author><CollectiveName>Peers Group</CollectiveName></Author></AuthorList>',
      '<PublicationType>Journal Article</PublicationType><History><PubDate PubStatus="received"><Year>2019</Year></PubDate></History><Abstract><AbstractText Label="AIM">Peers</AbstractText><AbstractText>help.</AbstractText></Abstract>',
      '<ObjectList><Object Type="keyword"><Param Name="value">peers</Param></Object></ObjectList></Article></ArticleSet>',
    );
    expect(file.format).toBe('pubmed-xml');
    expect(file.problems).toEqual([]);
    expect(file.records).toMatchObject([
      {
        ...invented,
        authors: ['Vos, Anna', 'Doe, Bob', 'Peers Group'],
        abstract: 'AIM: Peers help.',
        translatedTitle: 'Steun',
        date: '2021 03',
        keywords: ['peers'],
        other: [
          ['publisher', 'Press'],
          ['AD', 'Place'],
        ],
      },
    ]);
  });
});
