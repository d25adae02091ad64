import { readReferenceFile, type ParsedRecord } from '@shared/formats';
import { describe, expect, it } from 'vitest';
import { inventedArticle } from '../invented-article';

const read = (...lines: string[]) => readReferenceFile(new TextEncoder().encode(lines.join('\n')));
const head = '<?xml version="1.0" encoding="UTF-8"?>';

/** Most files below name its authors in the same way. */
const article: Partial<ParsedRecord> = { ...inventedArticle, authors: ['Vos, Anna', 'Doe, Bob'] };

describe('MODS', () => {
  const mods = [
    '<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="vos" version="3.5">',
    '<titleInfo><title>Peer support for sadness</title></titleInfo>',
    '<titleInfo type="translated"><title>Lotgenoten</title></titleInfo>',
    '<name type="personal"><namePart type="family">Vos</namePart><namePart type="given">Anna</namePart><role><roleTerm type="text">author</roleTerm></role></name>',
    '<name><namePart>Doe, Bob</namePart></name>',
    '<name type="personal"><namePart type="family">Ditor</namePart><role><roleTerm type="code">edt</roleTerm></role></name>',
    '<genre authority="marcgt">article</genre><originInfo><dateIssued>2021-03</dateIssued></originInfo>',
    '<language><languageTerm type="code">eng</languageTerm></language><abstract>Peers help.</abstract>',
    '<subject><topic>peers</topic><topic>sadness</topic></subject>',
    '<relatedItem type="host"><titleInfo><title>Journal of Invented Trials</title></titleInfo>',
    '<identifier type="issn">1234-5679</identifier><part><detail type="volume"><number>12</number></detail>',
    '<detail type="issue"><number>3</number></detail><extent unit="pages"><start>101</start><end>110</end></extent></part></relatedItem>',
    '<identifier type="doi">10.5555/abc.1</identifier><identifier type="pmid">30000001</identifier>',
    '<note>seen twice</note></mods></modsCollection>',
  ];
  const prefixed = mods.map((line) => line.replace(/<(\/?)(?=[a-z])/gi, '<$1mods:'));

  it.each([
    ['plain', mods],
    ['with a prefix before every name', prefixed],
  ])('gives every field, %s', (_, lines) => {
    const file = read(head, ...lines);
    expect(file.format).toBe('mods-xml');
    expect(file.problems).toEqual([]);
    expect(file.records).toMatchObject([
      {
        ...article,
        translatedTitle: 'Lotgenoten',
        date: '2021-03',
        pmid: '30000001',
        keywords: ['peers', 'sadness'],
        type: 'article',
        language: 'eng',
        other: [
          ['edt', 'Ditor'],
          ['note', 'seen twice'],
        ],
      },
    ]);
  });

  it('puts the parts of a title together', () => {
    const { records } = read(
      "<mods><titleInfo><nonSort>L'</nonSort><title>aide</title><subTitle>un essai</subTitle><partNumber>2</partNumber></titleInfo></mods>",
    );
    expect(records).toMatchObject([{ title: "L'aide: un essai. 2" }]);
  });

  it('keeps what came before a cut', () => {
    const file = read(head, ...mods.slice(0, -1), '<mods><titleInfo><title>Second</title></titleInfo><abst');
    expect(file.records.map(({ title }) => title)).toEqual(['Peer support for sadness', 'Second']);
    expect(file.problems.map(({ code }) => code)).toContain('truncated');
  });
});

describe('answers of services', () => {
  it('reads arXiv, and knows the DOI it gives where no journal has', () => {
    const entry = (id: string, more: string) =>
      `<entry><id>http://arxiv.org/abs/${id}v2</id><published>2021-01-02T10:00:00Z</published><title>Peer
       support</title><summary> Peers help.
       </summary><author><name>Anna Vos</name></author><link href="http://arxiv.org/abs/${id}v2" rel="alternate"/><category term="cs.HC"/>${more}</entry>`;
    const file = read(
      head,
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>ArXiv Query</title><id>x</id>',
      entry('2101.00001', ''),
      entry(
        '2101.00002',
        '<arxiv:doi xmlns:arxiv="x">10.5555/abc.1</arxiv:doi><arxiv:comment>9 pages</arxiv:comment>',
      ),
      '</feed>',
    );
    expect(file.format).toBe('atom');
    expect(file.records).toMatchObject([
      {
        title: 'Peer support',
        authors: ['Anna Vos'],
        date: '2021-01-02',
        doi: '10.48550/arxiv.2101.00001',
        accession: '2101.00001v2',
        abstract: 'Peers help.',
        keywords: ['cs.HC'],
        url: 'http://arxiv.org/abs/2101.00001v2',
      },
      { doi: '10.5555/abc.1', other: [['comment', '9 pages']] },
    ]);
  });

  it('reads Europe PMC', () => {
    const file = read(
      `${head}<responseWrapper><hitCount>1</hitCount><resultList><result><id>30000001</id><source>MED</source>`,
      '<pmid>30000001</pmid><doi>10.5555/abc.1</doi><title>Peer <i>support</i> for sadness</title><authorString>Vos A, Doe B.</authorString>',
      '<authorList><author><firstName>Anna</firstName><lastName>Vos</lastName></author><author><firstName>Bob</firstName><lastName>Doe</lastName></author></authorList>',
      '<journalInfo><issue>3</issue><volume>12</volume><journal><title>Journal of Invented Trials</title><issn>1234-5679</issn></journal></journalInfo>',
      '<pubYear>2021</pubYear><pageInfo>101-110</pageInfo><abstractText>Peers help.</abstractText><keywordList><keyword>peers</keyword></keywordList>',
      '<pubTypeList><pubType>Journal Article</pubType></pubTypeList></result></resultList></responseWrapper>',
    );
    expect(file.format).toBe('europepmc-xml');
    expect(file.records).toMatchObject([
      { ...article, pmid: '30000001', keywords: ['peers'], type: 'Journal Article' },
    ]);
  });

  it('reads the XML of Ovid by the names of its fields', () => {
    const field = (letters: string, name: string, ...values: string[]) =>
      `<F C="${letters}" L="${name}">${values.map((value) => `<D type="c">${value}</D>`).join('')}</F>`;
    const file = read(
      head,
      '<records><record index="1">',
      field('UI', 'Unique Identifier', '30000001'),
      field('ST', 'Status', 'MEDLINE'),
      field('TI', 'Title', 'Peer support for sadness'),
      field('FA', 'Authors Full Name', 'Vos, Anna', 'Doe, Bob'),
      field('SO', 'Source', 'Journal of Invented Trials. 12(3):101-110, 2021 Mar 01.'),
      field('MH', 'MeSH Subject Headings', '*Sadness', 'Humans'),
      field('AB', 'Abstract', 'Peers help.'),
      field('DO', 'Digital Object Identifier', '10.5555/abc.1'),
      field('IS', 'ISSN Print', '1234-5679'),
      field('LG', 'Language', 'English'),
      field('CP', 'Country of Publication', 'Nowhere'),
      '</record></records>',
    );
    expect(file.format).toBe('ovid-xml');
    expect(file.records).toMatchObject([
      { ...article, pmid: '30000001', keywords: ['*Sadness', 'Humans'], language: 'English' },
    ]);
    expect(file.records[0]?.other).toContainEqual(['Country of Publication', 'Nowhere']);
  });
});

describe('XML of no known kind', () => {
  it('reads its records by what their elements are called', () => {
    const file = read(
      head,
      '<export><title>My search</title><works>',
      '<work nr="1"><title lang="en">Peer <b>support</b> for sadness</title><authors><author><lastName>Vos</lastName><firstName>Anna</firstName></author>',
      '<author><lastName>Doe</lastName><firstName>Bob</firstName></author></authors><year>2021</year>',
      '<journal><title>Journal of Invented Trials</title><issn>1234-5679</issn><volume>12</volume><number>3</number></journal><pages>101-110</pages>',
      '<identifier type="doi">10.5555/abc.1</identifier><abstract>Peers help.</abstract><score>5</score></work>',
      '<work nr="2"><title>Second</title><year>2020</year></work></works></export>',
    );
    expect(file.format).toBe('xml');
    expect(file.records).toMatchObject([article, { title: 'Second', year: 2020, line: 7 }]);
    expect(file.records[0]?.other).toContainEqual(['score', '5']);
  });

  it('reads Dublin Core of a repository and the feed of a preprint server', () => {
    const core =
      '<dc:title>Peers</dc:title><dc:creator>Vos, A., Doe, B.</dc:creator><dc:date>2021-03-01</dc:date>';
    const harvested = read(
      head,
      `<OAI-PMH><ListRecords><record><metadata><oai_dc:dc xmlns:dc="x">${core}<dc:identifier>https://doi.org/10.5555/abc.1</dc:identifier></oai_dc:dc></metadata></record></ListRecords></OAI-PMH>`,
    );
    expect(harvested.records).toMatchObject([{ title: 'Peers', year: 2021, doi: '10.5555/abc.1' }]);
    const feed = read(
      head,
      `<rdf:RDF xmlns:rdf="r"><channel><title>Preprints</title><link>x</link></channel><item>${core}<prism:publicationName>medRxiv</prism:publicationName><dc:identifier>doi:10.1101/2021.1</dc:identifier></item></rdf:RDF>`,
    );
    expect(feed.records).toMatchObject([
      { title: 'Peers', authors: ['Vos, A.', 'Doe, B.'], journal: 'medRxiv', doi: '10.1101/2021.1' },
    ]);
  });

  it('reads the members of an author whatever they are called, and kinds of works that stand side by side', () => {
    const author = (family: string, given: string): string =>
      `<author><${family}>Vos</${family}><${given}>Anna</${given}></author>`;
    const arxiv = read(
      head,
      `<OAI-PMH><record><metadata><arXiv><authors>${author('keyname', 'forenames')}</authors><title>Peers</title><doi>10.5555/abc.1</doi></arXiv></metadata></record></OAI-PMH>`,
    );
    expect(arxiv.records).toMatchObject([{ title: 'Peers', authors: ['Vos, Anna'], doi: '10.5555/abc.1' }]);
    const word = read(
      head,
      '<b:Sources xmlns:b="w"><b:Source><b:Author><b:Author><b:NameList><b:Person><b:Last>Vos</b:Last><b:Middle>B.</b:Middle><b:First>Anna</b:First></b:Person></b:NameList></b:Author></b:Author>',
      '<b:Title>Peers</b:Title><b:Year>2021</b:Year><b:JournalName>Invented J</b:JournalName></b:Source></b:Sources>',
    );
    expect(word.records).toMatchObject([
      { title: 'Peers', authors: ['Vos, Anna B.'], year: 2021, journal: 'Invented J' },
    ]);
    const bibtexml = read(
      head,
      '<x:file xmlns:x="b"><x:entry><x:article><x:title>One</x:title><x:year>2020</x:year></x:article></x:entry>',
      '<x:entry><x:article><x:title>Two</x:title><x:year>2021</x:year></x:article></x:entry>',
      '<x:entry><x:book><x:title>Three</x:title><x:year>2022</x:year></x:book></x:entry></x:file>',
    );
    expect(bibtexml.records.map(({ title, year }) => [title, year])).toEqual([
      ['One', 2020],
      ['Two', 2021],
      ['Three', 2022],
    ]);
  });

  it('keeps the name of an author whose members are not known', () => {
    const { records } = read(
      head,
      '<list><work><title>Peers</title><year>2021</year><authors><author><called>Vos</called><rank>1</rank></author></authors></work></list>',
    );
    expect(records[0]?.authors).toEqual(['Vos 1']);
  });

  it('does not take the catalogue of a library for EndNote', () => {
    const { records, problems } = read(
      head,
      '<records><record><datafield tag="245"><subfield code="a">Peers</subfield></datafield></record></records>',
    );
    expect(records).toEqual([]);
    expect(problems).toMatchObject([
      { code: 'format-unknown', message: expect.stringContaining('library catalogue') as string },
    ]);
  });

  it('says of XML without records that it knows none in it', () => {
    const file = read(head, '<settings><option name="x">1</option></settings>');
    expect(file.problems.map(({ code }) => code)).toEqual(['format-unknown']);
  });
});
