import { readIctrpXml, readZoteroRdf } from '@shared/formats/xml';
import { describe, expect, it } from 'vitest';
import { collect } from './expect-fixture';

describe('WHO ICTRP', () => {
  const trial = (id: string): string =>
    `<Trial>\n<TrialID>${id}\n</TrialID><Public_title>Peer support\n</Public_title><Scientific_title>A randomised trial of peer support</Scientific_title><Date_registration3>20210315</Date_registration3><Date_registration>15/03/2021</Date_registration><Source_Register>ISRCTN</Source_Register><web_address>https://www.isrctn.com/${id}</web_address><Study_type>Interventional</Study_type><Condition>Depression&lt;br&gt;Psychosis;Anxiety</Condition><Intervention>Peers</Intervention><Target_size>80</Target_size></Trial>`;

  it('gives a trial as a record that can be screened', () => {
    const { records, problems } = collect((sink) =>
      readIctrpXml(
        `<Trials_downloaded_from_ICTRP>${trial('ISRCTN12345678')}</Trials_downloaded_from_ICTRP>`,
        sink,
      ),
    );
    expect(problems).toEqual([]);
    expect(records).toEqual([
      {
        title: 'Peer support',
        authors: [],
        year: 2021,
        date: '15/03/2021',
        journal: 'ISRCTN',
        registrations: ['ISRCTN12345678'],
        accession: 'ISRCTN12345678',
        abstract:
          'SCIENTIFIC TITLE: A randomised trial of peer support CONDITION: Depression Psychosis;Anxiety INTERVENTION: Peers',
        keywords: ['Depression', 'Psychosis', 'Anxiety'],
        type: 'Interventional',
        url: 'https://www.isrctn.com/ISRCTN12345678',
        other: [
          ['Scientific_title', 'A randomised trial of peer support'],
          ['Target_size', '80'],
        ],
        line: 1,
      },
    ]);
  });
});

describe('Zotero RDF', () => {
  const rdf = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:z="http://www.zotero.org/namespaces/export#">
  <bib:Article rdf:about="https://example.org/paper">
    <z:itemType>journalArticle</z:itemType>
    <dcterms:isPartOf rdf:resource="urn:issn:1234-5679"/>
    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Vos</foaf:surname><foaf:givenName>Anna</foaf:givenName></foaf:Person></rdf:li>
      <rdf:li><foaf:Person><foaf:surname>Recovery Group</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <link:link rdf:resource="#item_5"/>
    <dc:subject>peers</dc:subject><dc:subject><z:AutomaticTag><rdf:value>recovery</rdf:value></z:AutomaticTag></dc:subject>
    <dc:title>Peers &amp; recovery</dc:title>
    <dcterms:abstract>Short abstract.</dcterms:abstract>
    <dc:date>2020-05-03</dc:date>
    <z:language>en</z:language>
    <dc:identifier><dcterms:URI><rdf:value>https://example.org/paper</rdf:value></dcterms:URI></dc:identifier>
    <bib:pages>1-9</bib:pages>
    <dc:description>PMID: 31000001
PMCID: PMC6000001</dc:description>
  </bib:Article>
  <bib:Journal rdf:about="urn:issn:1234-5679">
    <prism:volume>12</prism:volume><prism:number>3</prism:number>
    <dc:title>Invented Journal</dc:title><dc:identifier>DOI 10.1000/RDF.1</dc:identifier><dcterms:alternative>Inv J</dcterms:alternative>
    <dc:identifier>ISSN 1234-5679</dc:identifier>
  </bib:Journal>
  <z:Attachment rdf:about="#item_5"><z:itemType>attachment</z:itemType><dc:title>Full text</dc:title></z:Attachment>
  <bib:Book rdf:about="urn:isbn:9781234567897"><z:itemType>book</z:itemType><dc:title>A book</dc:title><dc:identifier>ISBN 9781234567897</dc:identifier></bib:Book>
</rdf:RDF>`;
  const read = (text: string) => collect((sink) => readZoteroRdf(text, sink));

  it('gathers an article from its own element and that of its journal', () => {
    const { records, problems } = read(rdf);
    expect(problems).toEqual([]);
    expect(records).toHaveLength(2);
    expect(records[0]).toEqual({
      title: 'Peers & recovery',
      authors: ['Vos, Anna', 'Recovery Group'],
      year: 2020,
      date: '2020-05-03',
      journal: 'Invented Journal',
      journalAbbreviation: 'Inv J',
      volume: '12',
      issue: '3',
      pages: '1-9',
      doi: '10.1000/rdf.1',
      pmid: '31000001',
      pmcid: 'PMC6000001',
      abstract: 'Short abstract.',
      keywords: ['peers', 'recovery'],
      type: 'journalArticle',
      language: 'en',
      issn: '1234-5679',
      url: 'https://example.org/paper',
      other: [['description', 'PMID: 31000001 PMCID: PMC6000001']],
      line: 2,
    });
    expect(records[1]).toMatchObject({ title: 'A book', type: 'book', isbn: '9781234567897' });
  });

  it('keeps all items when an end tag is lost or the file is cut', () => {
    const lost = read(rdf.replace('</bib:Article>', ''));
    expect(lost.records.map(({ title }) => title)).toEqual(['Peers & recovery', 'A book']);
    expect(lost.problems).not.toEqual([]);
    const cut = read(rdf.slice(0, rdf.indexOf('A book') + 3));
    expect(cut.records.map(({ title }) => title)).toEqual(['Peers & recovery', 'A b']);
    expect(cut.codes).toContain('truncated');
  });
});
