import { readEndnoteXml } from '@shared/formats/xml';
import { describe, expect, it } from 'vitest';
import { collect } from './expect-fixture';

const read = (text: string) => collect((sink) => readEndnoteXml(text, sink));
const style = (text: string): string => `<style face="normal" font="default" size="100%">${text}</style>`;

describe('EndNote XML', () => {
  it("reads EndNote's own, with values in one or several style elements", () => {
    const { records, problems } = read(
      `<?xml version="1.0"?><xml><records>\n<record><database name="a.enl">a.enl</database><rec-number>7</rec-number><ref-type name="Journal Article">17</ref-type>` +
        `<contributors><authors><author>${style('Vos, A.')}</author><author>${style('Kuiper, ')}${style('B.')}</author></authors><secondary-authors><author>${style('Editor, E.')}</author></secondary-authors></contributors>` +
        `<titles><title>${style('Peers &amp; ')}<style face="italic">recovery</style></title><secondary-title>${style('Invented J')}</secondary-title><alt-title>${style('Inv J')}</alt-title></titles>` +
        `<pages>${style('1–9')}</pages><volume>${style('3')}</volume><number>${style('2')}</number><keywords><keyword>${style('one')}</keyword><keyword>${style('two')}</keyword></keywords>` +
        `<dates><year>${style('2018')}</year><pub-dates><date>${style('Mar 3')}</date></pub-dates></dates><isbn>${style('1234-5679 (Print)')}</isbn><accession-num>${style('29000001')}</accession-num>` +
        `<electronic-resource-num>${style('https://doi.org/10.1000/X')}</electronic-resource-num><remote-database-name>${style('Medline')}</remote-database-name>` +
        `<abstract>${style('First line.&#xD;Second line.')}</abstract><urls><related-urls><url>${style('https://example.org/a')}</url></related-urls></urls><custom1>${style('kept')}</custom1></record></records></xml>`,
    );
    expect(problems).toEqual([]);
    expect(records).toEqual([
      {
        title: 'Peers & recovery',
        authors: ['Vos, A.', 'Kuiper, B.'],
        year: 2018,
        date: 'Mar 3',
        journal: 'Invented J',
        journalAbbreviation: 'Inv J',
        volume: '3',
        issue: '2',
        pages: '1-9',
        doi: '10.1000/x',
        pmid: '29000001',
        issn: '1234-5679',
        abstract: 'First line. Second line.',
        keywords: ['one', 'two'],
        type: 'Journal Article',
        url: 'https://example.org/a',
        other: [
          ['A2', 'Editor, E.'],
          ['alt-title', 'Inv J'],
          ['remote-database-name', 'Medline'],
          ['custom1', 'kept'],
        ],
        line: 2,
      },
    ]);
  });

  it("reads Mendeley's, with bare values", () => {
    const { records, problems } = read(
      '<xml><records><record><database name="My Collection" path="My Collection">My Collection</database><ref-type name="Journal Article">0</ref-type><contributors><authors><author>Vos, Anna</author><author>Kuiper, Bram</author></authors></contributors><titles><title>Bare values</title><secondary-title>Invented Journal</secondary-title></titles><periodical><full-title>Invented Journal</full-title></periodical><pages>11-19</pages><dates><year>2015</year></dates><electronic-resource-num>10.1000/bare</electronic-resource-num><accession-num>25000001</accession-num><urls><pdf-urls><url>internal-pdf://a.pdf</url></pdf-urls></urls></record></records></xml>',
    );
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      {
        title: 'Bare values',
        authors: ['Vos, Anna', 'Kuiper, Bram'],
        journal: 'Invented Journal',
        pages: '11-19',
        year: 2015,
        doi: '10.1000/bare',
        accession: '25000001',
      },
    ]);
    expect(records[0]).not.toHaveProperty('url');
  });

  it('takes line breaks with an indent behind them for the layout of the file', () => {
    const { records } = read(
      `<xml><records><record><contributors><authors><author>\n    <style>\n      Vos,\n      Anna\n    </style>\n  </author></authors></contributors>
        <titles><title>\n    Peers\n    help\n  </title></titles><keywords><keyword/><keyword>\n    Middle\n    Aged\n  </keyword>
        <keyword>anxiety; craving</keyword><keyword>one&#xD;two</keyword></keywords></record></records></xml>`,
    );
    expect(records).toMatchObject([
      {
        title: 'Peers help',
        authors: ['Vos, Anna'],
        keywords: ['Middle Aged', 'anxiety', 'craving', 'one', 'two'],
      },
    ]);
  });

  it('never expands entities of a document type', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
      '',
    );
    const { records, codes } = read(
      `<?xml version="1.0"?><!DOCTYPE xml [<!ENTITY e0 "<record>lol</record>">${levels}<!ENTITY file SYSTEM "file:///etc/hostname">]><xml><records><record><titles><title>Bomb &e30; &file;</title></titles></record></records></xml>`,
    );
    expect(records.map(({ title }) => title)).toEqual(['Bomb &e30; &file;']);
    expect(codes).toEqual(['entity-not-expanded']);
  });

  it('is not led astray by comments and CDATA that hold records', () => {
    const { records } = read(
      '<xml><records><!-- <record><titles><title>no</title></titles></record> --><record><titles><title><![CDATA[a <record> b]]></title></titles></record></records></xml>',
    );
    expect(records.map(({ title }) => title)).toEqual(['a <record> b']);
  });

  it('says when the only record is cut before anything of it can be read', () => {
    expect(read('<xml><records><record><database na')).toMatchObject({ records: [], codes: ['truncated'] });
  });

  const size = 200_000;
  it.each([
    ['open records', '<record>'.repeat(size / 8)],
    ['comment starts', `<xml>${'<!--'.repeat(size / 4)}<record><titles><title>x</title></titles></record>`],
    ['CDATA starts', `<xml>${'<![CDATA['.repeat(size / 9)}<record>`],
    ['deep nesting', `<record>${'<a>'.repeat(size / 3)}x`],
    ['ampersands', `<record><titles><title>${'&'.repeat(size)}</title></titles></record>`],
    ['references to nothing', `<record><titles><title>${'&x;'.repeat(size / 3)}</title></titles></record>`],
    ['end tags', `<record>${'</a>'.repeat(size / 4)}</record>`],
    ['less-than signs', `<record><titles><title>${'<'.repeat(size)}</title></titles></record>`],
    ['a document type without end', `<!DOCTYPE xml [${'<!ENTITY a "b">'.repeat(size / 15)}<record></record>`],
  ])('a file made of %s neither hangs nor throws', (_, text) => {
    const { problems } = read(text);
    expect(problems.every(({ raw }) => raw.length <= 200)).toBe(true);
  });
});
