import { readReferenceText } from '@shared/formats';
import { describe, expect, it } from 'vitest';
import { readText } from './read-text';

const ris = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

describe('RIS as the standard has it', () => {
  const { records, problems } = readText(
    ris(
      'TY  - JOUR',
      'TI  - Mutual help after psychosis: a randomised trial',
      'AU  - de Vries, Anna B.',
      'AU  - Recovery Study Group',
      'PY  - 2019/05/03/',
      'JF  - Journal of Mutual Help',
      'JO  - J. Mut. Help',
      'VL  - 12',
      'IS  - 3',
      'SP  - 1095',
      'EP  - 103',
      'SN  - 1234-567x',
      'DO  - https://doi.org/10.1234/JMH.2019.7',
      'AN  - 2019-123',
      'KW  - peer support',
      'KW  - Child, Preschool',
      'LA  - English',
      'UR  - https://example.org/7',
      'AB  - Background: <b>Help</b> &amp; support.',
      'N1  - a note',
      'ER  - ',
    ),
  );

  it('gives every field its place', () => {
    expect(records).toEqual([
      {
        title: 'Mutual help after psychosis: a randomised trial',
        authors: ['de Vries, Anna B.', 'Recovery Study Group'],
        year: 2019,
        date: '2019/05/03/',
        journal: 'Journal of Mutual Help',
        journalAbbreviation: 'J. Mut. Help',
        volume: '12',
        issue: '3',
        pages: '1095-103',
        issn: '1234-567X',
        doi: '10.1234/jmh.2019.7',
        accession: '2019-123',
        keywords: ['peer support', 'Child, Preschool'],
        language: 'English',
        url: 'https://example.org/7',
        abstract: 'Background: Help & support.',
        type: 'JOUR',
        other: [['N1', 'a note']],
        line: 1,
      },
    ]);
  });
  it('has nothing to report', () => expect(problems).toEqual([]));
});

describe('RIS as it comes', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('ends lines with %s', (_, end) => {
    const { records } = readText(
      ['TY  - JOUR', 'TI  - One', 'ER  - ', '', 'TY  - JOUR', 'TI  - Two', 'ER  - '].join(end),
    );
    expect(records.map(({ title, line }) => [title, line])).toEqual([
      ['One', 1],
      ['Two', 5],
    ]);
  });

  it('closes records that lost their end mark, and says so per record', () => {
    const { records, problems } = readText(ris('TY  - JOUR', 'TI  - One', '', 'TY  - BOOK', 'TI  - Two'));
    expect(records.map((record) => record.title)).toEqual(['One', 'Two']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['missing-record-end', 4],
      ['missing-record-end', 5],
    ]);
  });

  it('keeps a record whose start mark is lost', () => {
    const { records, codes } = readText(ris('TI  - One', 'AU  - A, B', 'ER  - ', '', 'TI  - Two', 'ER  - '));
    expect(records.map((record) => record.title)).toEqual(['One', 'Two']);
    expect(codes).toEqual(['missing-record-start', 'missing-record-start']);
  });

  it('reads a record whose start mark stands among its fields, but not two records as one', () => {
    const sorted = ['DB  - X', 'TI  - One', 'SP  - 1-2', 'TY  - JOUR', 'AU  - A, B', 'ER  - ', ''];
    const { records, codes } = readText(ris(...sorted, ...sorted));
    expect(records).toMatchObject([
      { title: 'One', type: 'JOUR', authors: ['A, B'], pages: '1-2', line: 1 },
      { title: 'One', type: 'JOUR', authors: ['A, B'], pages: '1-2', line: 8 },
    ]);
    expect(codes).toEqual([]);
    const lost = readText(ris('TI  - One', 'AU  - A, B', 'TY  - JOUR', 'TI  - Two', 'ER  - '));
    expect(lost.records.map((record) => record.title)).toEqual(['One', 'Two']);
    expect(lost.codes).toEqual(['missing-record-end', 'missing-record-start']);
  });

  it('gives a field behind the end mark to the record before it', () => {
    const { records, codes } = readText(
      ris('TY  - JOUR', 'T1  - One', 'ER  -', 'NL  - J One', '', 'TY  - JOUR', 'T1  - Two', 'ER  -'),
    );
    expect(records.map((record) => [record.title, record.journal])).toEqual([
      ['One', 'J One'],
      ['Two', undefined],
    ]);
    expect(codes).toEqual(['field-after-end']);
  });

  it('reports lines that belong to no record, with their number and text', () => {
    const { records, problems } = readText(
      ris('Found', 'TY  - JOUR', 'TI  - One', 'ER  - ', 'a note', 'TY  - JOUR', 'TI  - Two', 'ER  - '),
    );
    expect(records).toHaveLength(2);
    expect(problems.map(({ code, line, raw }) => [code, line, raw])).toEqual([
      ['text-outside-record', 1, 'Found'],
      ['text-outside-record', 5, 'a note'],
    ]);
  });

  it('tells once what a database writes around every record: numbers, heads and links', () => {
    const link =
      'Link to the Ovid Full Text or citation: https://ovid.example.org/1Link to the External Link';
    const head = ['Provider: A provider', 'Database: A base', 'Content: text/plain; charset="UTF-8"'];
    const { records, problems } = readText(
      ris(
        'Record #1 of 2',
        ...head,
        '1. ',
        'TY  - JOUR',
        'TI  - One',
        'ER  - ',
        '',
        link,
        '',
        'Record #2 of 2',
        ...head,
        '2. ',
        'TY  - JOUR',
        'TI  - Two',
        'ER  - ',
        '',
        link,
      ),
    );
    expect(records.map(({ title, other }) => [title, other])).toEqual([
      ['One', undefined],
      ['Two', undefined],
    ]);
    expect(problems.map(({ code, line, raw }) => [code, line, raw])).toEqual([
      ['text-outside-record', 1, 'Record #1 of 2'],
    ]);
  });

  it('takes a second date for a contradiction only where it is another year of the work itself', () => {
    const pmc = ris(
      'TY  - JOUR',
      'TI  - One',
      'Y1  - 2013',
      'PY  - 2013/04/18',
      'PY  - 2012/11/15/received',
      'PY  - 2013/03/14/accepted',
      'ER  - ',
    );
    const { records, codes } = readText(pmc);
    expect(records).toMatchObject([{ year: 2013, date: '2013/04/18' }]);
    expect(records[0]?.other).toContainEqual(['PY', '2012/11/15/received']);
    expect(codes).toEqual([]);
    expect(readText(pmc.replace('2012/11/15/received', '2012')).codes).toEqual(['duplicate-field']);
  });

  it('does not take a record number for text of an unclosed record', () => {
    const { records } = readText(ris('TY  - JOUR', 'TI  - One', '', '2.', 'TY  - JOUR', 'TI  - Two'));
    expect(records.map((record) => record.title)).toEqual(['One', 'Two']);
  });

  it('joins wrapped text, indented or not, and reports only what has no indent', () => {
    const { records, problems } = readText(
      ris(
        'TY  - JOUR',
        'TI  - One',
        'AB  - First line',
        '   second line',
        'third line',
        '',
        'After a blank line.',
        'ER  - ',
      ),
    );
    expect(records[0]?.abstract).toBe('First line second line third line After a blank line.');
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['continuation-joined', 5]]);
  });

  it('tells once in a file that abstracts are broken into lines, and which field stands behind the end', () => {
    const one = ['TY  - JOUR', 'TI  - One', 'AB  - Objective', 'To ask.', 'Methods', 'We asked.', 'ER  - '];
    const { records, problems } = readText(ris(...one, 'NL  - J One', '', ...one, 'NL  - J One'));
    expect(records.map(({ abstract, journal }) => [abstract, journal])).toEqual([
      ['Objective To ask. Methods We asked.', 'J One'],
      ['Objective To ask. Methods We asked.', 'J One'],
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['continuation-joined', 4],
      ['field-after-end', 8],
    ]);
  });

  it('takes unindented lines after KW and AU for further values', () => {
    const { records, problems } = readText(
      ris('TY  - JOUR', 'TI  - One', 'AU  - A, B', 'C, D', 'KW  - one', 'two, three', 'ER  - '),
    );
    expect(records[0]?.keywords).toEqual(['one', 'two, three']);
    expect(records[0]?.authors).toEqual(['A, B', 'C, D']);
    expect(problems).toEqual([]);
  });

  it.each([
    ['lower case', 'ty  - JOUR', 'ti  - One', 'er  - '],
    ['one space', 'TY - JOUR', 'TI - One', 'ER -'],
    ['no space behind the dash', 'TY  -JOUR', 'TI  -One', 'ER  -'],
    ['tabs', 'TY\t-\tJOUR', 'TI\t-\tOne', 'ER\t-'],
    ['an en dash', 'TY  \u2013 JOUR', 'TI  \u2013 One', 'ER  \u2013'],
    ['an indent', '  TY  - JOUR', '  TI  - One', '  ER  - '],
  ])('reads tags with %s', (_, ...lines) => {
    const { records } = readText(ris(...lines));
    expect(records.map(({ title, type }) => [title, type])).toEqual([['One', 'JOUR']]);
  });

  it('does not take "ER - positive" for an end mark, nor empty lines between fields for the end', () => {
    const { records, problems } = readText(
      ris(
        'TY  - JOUR',
        'TI  - One',
        'AB  - We studied',
        'ER - positive tumours.',
        '',
        "AU  - ['Roe, Jane', 'Doe, Mary']",
        '',
        'H1  - Library',
        'ER  - ',
      ),
    );
    expect(records).toMatchObject([
      { title: 'One', abstract: 'We studied ER - positive tumours.', authors: ['Roe, Jane', 'Doe, Mary'] },
    ]);
    expect(problems.map(({ code }) => code)).toEqual(['continuation-joined']);
    expect(readText(ris('TY - JOUR', 'TI - One', 'ER - TY - JOUR', 'TI - Two', 'ER -')).records).toHaveLength(
      2,
    );
  });

  it('does not take prose for a tag', () => {
    const { records } = readText(
      ris(
        'TY  - JOUR',
        'TI  - A title - AU  - not a tag',
        'AB  - Groups were',
        'AB- positive and',
        'as - is often - said.',
        'ER  - ',
      ),
    );
    expect(records[0]).toMatchObject({ title: 'A title - AU  - not a tag', authors: [] });
    expect(records[0]?.abstract).toBe('Groups were AB- positive and as - is often - said.');
  });

  it('takes fields on one line apart', () => {
    const { records, codes } = readText(
      ris('TY  - JOUR', 'TI  - One     AU  - A, B     PY  - 2020', 'ER  - '),
    );
    expect(records[0]).toMatchObject({ title: 'One', authors: ['A, B'], year: 2020 });
    expect(codes).toEqual(['fields-on-one-line', 'fields-on-one-line']);
  });

  it('tells once which fields stand on one line in every record', () => {
    const one = ['TY  - JOUR', 'TI  - One', 'UR  - https://example.org/1     U2  - L9999991', 'ER  - ', ''];
    const { records, problems } = readText(ris(...one, ...one));
    expect(records.map(({ accession }) => accession)).toEqual(['L9999991', 'L9999991']);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['fields-on-one-line', 3]]);
  });

  it('keeps the first of two values and lists the other', () => {
    const { records, codes } = readText(
      ris('TY  - JOUR', 'TI  - One', 'TI  - One', 'VL  - 1', 'VL  - 2', 'ER  - '),
    );
    expect(records[0]).toMatchObject({ title: 'One', volume: '1', other: [['VL', '2']] });
    expect(codes).toEqual(['duplicate-field']);
  });

  it('keeps what it does not know and says so once per file', () => {
    const { records, problems } = readText(ris('TY  - JOUR', 'TI  - One', 'QQ  - x', 'QQ  - y', 'ER  - '));
    expect(records[0]?.other).toEqual([
      ['QQ', 'x'],
      ['QQ', 'y'],
    ]);
    expect(problems.map(({ code, line, raw }) => [code, line, raw])).toEqual([['unknown-tag', 3, 'x']]);
  });

  it('reports a year and a DOI that are none, and keeps their text', () => {
    const { records, codes } = readText(
      ris('TY  - JOUR', 'TI  - One', 'PY  - in press', 'DO  - not available', 'ER  - '),
    );
    expect(records[0]).toMatchObject({ date: 'in press', other: [['DO', 'not available']] });
    expect(records[0]?.year).toBeUndefined();
    expect(codes).toEqual(['bad-doi', 'bad-year']);
  });

  it('says when the file breaks off', () => {
    const { records, codes } = readText('TY  - JOUR\nTI  - One\nER  - \nTY  - JOUR\nTI  - Tw');
    expect(records.map((record) => record.title)).toEqual(['One', 'Tw']);
    expect(codes).toEqual(['truncated']);
  });

  it('takes a short title where there is no other, and reports a record without any', () => {
    const { records, problems } = readText(
      ris('TY  - JOUR', 'ST  - Short', 'ER  - ', 'TY  - JOUR', 'AU  - A, B', 'ER  - '),
    );
    expect(records.map((record) => record.title)).toEqual(['Short', undefined]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['missing-title', 4]]);
  });

  it('stops when asked and keeps what it has delivered', () => {
    const { records } = readTextUntilStopped();
    expect(records).toBeGreaterThan(0);
    expect(records).toBeLessThan(2_000);
  });
});

function readTextUntilStopped(): { records: number } {
  let records = 0;
  const text = 'TY  - JOUR\nTI  - One\nER  - \n'.repeat(2_000);
  readReferenceText(text, 'ris', {
    record: () => (records += 1),
    problem: () => undefined,
    progress: (read) => read < 5_000,
  });
  return { records };
}

describe('what each program does its own way', () => {
  const one = (...lines: readonly string[]) =>
    readText(ris('TY  - JOUR', 'TI  - One', ...lines, 'ER  - ')).records[0];

  it('EBSCOhost puts the DOI into L3 and the copyright notice into a second AB', () => {
    const record = one(
      'L3  - 10.1234/ABC.5',
      'AB  - What was done. [ABSTRACT FROM AUTHOR]',
      'AB  - Copyright of the Journal is the property of its publisher.',
    );
    expect(record).toMatchObject({ doi: '10.1234/abc.5', abstract: 'What was done. [ABSTRACT FROM AUTHOR]' });
    expect(record?.other).toEqual([['AB', 'Copyright of the Journal is the property of its publisher.']]);
  });
  it('some databases give one AB per section', () => {
    expect(one('AB  - Background: a.', 'AB  - Methods: b.', 'AB  - Conclusions: c.')?.abstract).toBe(
      'Background: a. Methods: b. Conclusions: c.',
    );
  });
  it('Embase.com has the PubMed id in C5 and its own number in U2', () => {
    expect(one('DB  - Embase', 'C5  - 12345678', 'U2  - L2012345678', 'N2  - Text.')).toMatchObject({
      pmid: '12345678',
      accession: 'L2012345678',
      abstract: 'Text.',
    });
  });
  it('elsewhere C5 is no PubMed id', () => expect(one('C5  - 12345678')?.pmid).toBeUndefined());
  it('CENTRAL has the PubMed id or a registration number in C3', () => {
    expect(one('AN  - CN-01234567', 'C3  - PUBMED 12345678')).toMatchObject({
      pmid: '12345678',
      accession: 'CN-01234567',
    });
    expect(one('C3  - CTgov NCT01234567')?.registrations).toEqual(['NCT01234567']);
  });
  it('Web of Science forgets the line break behind addresses, funding and indexes', () => {
    const { records, problems } = readText(
      ris(
        'TY  - JOUR',
        'TI  - One',
        'AD  - Univ A, SwitzerlandAD  - Univ B, Utah, USAFU  - A fundPU  - INVENTED',
        'WE  - Science Citation Index (SSCI)AN  - WOS:000779383300004',
        'AB  - COPD  - a note',
        'ER  -',
      ),
    );
    expect(records).toMatchObject([{ accession: 'WOS:000779383300004', abstract: 'COPD  - a note' }]);
    expect(records[0]?.other).toEqual([
      ['AD', 'Univ A, Switzerland'],
      ['AD', 'Univ B, Utah, USA'],
      ['FU', 'A fund'],
      ['PU', 'INVENTED'],
      ['WE', 'Science Citation Index (SSCI)'],
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['fields-on-one-line', 3]]);
  });
  it('EBSCOhost has its number in the notes, and EndNote that of Web of Science in an address', () => {
    expect(one('N1  - Accession Number: 178481408; Issue Info: Aug2024')).toMatchObject({
      accession: '178481408',
    });
    const isi = one('UR  - <Go to ISI>://WOS:000298449100001');
    expect(isi).toMatchObject({ accession: 'WOS:000298449100001' });
    expect(isi).not.toHaveProperty('url');
  });
  it('R writes NA for what is not there, Lens null for a given name, Zotero several addresses in one', () => {
    const record = one(
      'AU  - Sneha, null',
      'AB  - NA',
      'IS  - NA',
      'UR  - https://a.example.org/1 https://b.example.org/2; https://c.example.org/3',
    );
    expect(record).toMatchObject({ authors: ['Sneha'], url: 'https://a.example.org/1' });
    expect(record).not.toHaveProperty('abstract');
    expect(record).not.toHaveProperty('issue');
    expect(record?.other).toEqual([
      ['AB', 'NA'],
      ['IS', 'NA'],
      ['UR', 'https://b.example.org/2'],
      ['UR', 'https://c.example.org/3'],
    ]);
  });
  it('ASReview writes nan for what is not there, Zotero undefined', () => {
    const record = one(
      'SP  - 588',
      'EP  - nan',
      'DO  - nan',
      'CY  - nan',
      'DA  - 2019/10//undefined',
      'PY  - 2019',
    );
    expect(record).toMatchObject({ pages: '588', date: '2019/10/' });
    expect(record?.doi).toBeUndefined();
    expect(record?.other).toBeUndefined();
  });
  it('EndNote has the PubMed id in AN and the PMCID in C2', () => {
    expect(one('AN  - 12345678', 'DP  - NLM', 'C2  - PMC7654321')).toMatchObject({
      pmid: '12345678',
      pmcid: 'PMC7654321',
    });
  });
  it('Ovid has its number in ID, its journal abbreviation behind the end, and pages "No Specified"', () => {
    expect(one('ID  - 2019-12345-001', 'DO  - http://dx.doi.org/10.1234/x.1')).toMatchObject({
      accession: '2019-12345-001',
      doi: '10.1234/x.1',
    });
  });
  it('Scopus has the article number in C7', () => expect(one('C7  - e12345')?.articleNumber).toBe('e12345'));
  it('Scopus has the PubMed id in C2, its own number in a note, and identifiers of other works among its references', () => {
    const record = one(
      'DB  - Scopus',
      'C2  - 32160999',
      'N1  - EID: 2-s2.0-85000000001',
      'N1  - References: Roe, J., A trial (2017) Journal, 107 (10), doi: 10.5555/other; PMID: 1234567',
      'Vos, A. 2016;1: 2. doi: 10.5555/another',
    );
    expect(record).toMatchObject({ pmid: '32160999', accession: '2-s2.0-85000000001' });
    expect(record?.doi).toBeUndefined();
    const noneInC2 = one('N1  - References: Roe, J., A trial (2017), PMID: 1234567');
    expect(noneInC2?.pmid).toBeUndefined();
  });
  it('the address of a record has its number in Embase, Scopus and CENTRAL, and its PubMed Central id', () => {
    const embase = 'https://www.embase.com/search/results?subaction=viewrecord&id=L2039999991&from=export';
    expect(one(`UR  - ${embase} http://dx.doi.org/10.5555/inv.1`)).toMatchObject({
      accession: 'L2039999991',
      doi: '10.5555/inv.1',
    });
    // RefWorks writes a key of its own where others have the number.
    expect(one('ID  - RefID:888-roe2024peers', `UR  - ${embase}`)?.accession).toBe('L2039999991');
    expect(one('ID  - EJ999999', `UR  - ${embase}`)?.accession).toBe('EJ999999');
    const scopus = 'https://www.scopus.com/inward/record.uri?eid=2-s2.0-85000000002&doi=10.5555%2finv.2';
    expect(one(`UR  - ${scopus}`)?.accession).toBe('2-s2.0-85000000002');
    const central = 'https://www.cochranelibrary.com/central/doi/10.1002/central/CN-09999999/full';
    expect(one(`UR  - ${central}`)?.accession).toBe('CN-09999999');
    const proquest = 'https://www.proquest.com/scholarly-journals/peers/docview/2555000112/se-2?accountid=1';
    expect(one(`UR  - ${proquest}`)?.accession).toBe('2555000112');
    const archive = 'https://www.ncbi.nlm.nih.gov/pmc/articles/PMC9999999/';
    expect(one('UR  - https://example.org/1', `UR  - ${archive}`)?.pmcid).toBe('PMC9999999');
  });
  it('the PubMed id of a comment or a correction is not that of the record', () => {
    expect(one('N1  - Comment in: J Peers. 2019;1:2. PMID: 1234567')?.pmid).toBeUndefined();
    const ebsco = 'N1  - Commentary: Roe J. (J PEERS) 2019. NLM UID: 101. PMID: NLM30812399.';
    expect(one(ebsco)?.pmid).toBe('30812399');
  });
  it('LILACS has headings in MH and two translated titles, AGRIS the issue behind the volume', () => {
    const { records, problems } = readText(
      ris(
        'TY  - JOUR',
        'TI  - Pares',
        'TT  - Peers',
        'TT  - Colegas',
        'MH  - Humanos',
        'MH  - Suicidio/estadística &amp; datos',
        'KW  - pares',
        'VL  - v. 7 issue 4',
        'ER  - ',
      ),
    );
    expect(records).toMatchObject([
      {
        translatedTitle: 'Peers',
        keywords: ['Humanos', 'Suicidio/estadística & datos', 'pares'],
        volume: '7',
        issue: '4',
      },
    ]);
    expect(problems).toEqual([]);
    expect(one('VL  - v. 40')?.volume).toBe('40');
    expect(one('VL  - VIII')?.volume).toBe('VIII');
    expect(one('VL  - 12(3)')).toMatchObject({ volume: '12', issue: '3' });
    expect(
      one('N1  - Accession Number: 134; Language of Keywords: English; Language: Chinese'),
    ).toMatchObject({
      accession: '134',
      language: 'Chinese',
    });
    expect(one('AD  - Univ Hill, SpainC3  - Hill UniversityPU  - ELSEVIER')?.other).toEqual([
      ['AD', 'Univ Hill, Spain'],
      ['C3', 'Hill University'],
      ['PU', 'ELSEVIER'],
    ]);
  });
  it('ClinicalTrials.gov has its number in AN and kinds of documents in C7', () => {
    const record = one(
      'DP  - National Library of Medicine (US)',
      'ID  - NCT09999999',
      'AN  - NCT09999999',
      'C7  - Protocol, SAP',
      'RD  - 2026/03/02',
    );
    expect(record).toMatchObject({ accession: 'NCT09999999', registrations: ['NCT09999999'] });
    expect(record?.articleNumber).toBeUndefined();
    expect(one('C2  - PMID: 32123499')?.pmid).toBe('32123499');
  });
  it('Zotero writes identifiers into notes', () => {
    expect(one('N1  - PMID: 12345678\nPMCID: PMC7654321')).toMatchObject({
      pmid: '12345678',
      pmcid: 'PMC7654321',
    });
  });
  it('a DOI is found in the address, but not that of a database entry', () => {
    expect(one('UR  - https://doi.org/10.1234/Abc')?.doi).toBe('10.1234/abc');
    expect(
      one('UR  - https://www.cochranelibrary.com/central/doi/10.1002/central/CN-01234567/full')?.doi,
    ).toBeUndefined();
  });
  it('a DOI in a note about another work is not taken', () => {
    expect(one('N1  - Comment on: J One. 2018;3(2):1-9. doi: 10.1234/other')?.doi).toBeUndefined();
    expect(one('N1  - J One. 2018 Mar 1;67(3):335-344. doi: 10.1234/this. Epub 2018.')?.doi).toBe(
      '10.1234/this',
    );
  });
  it('authors under two tags are taken once', () => {
    expect(one('A1  - A, B', 'A1  - C, D', 'AU  - A, B', 'AU  - C, D')?.authors).toEqual(['A, B', 'C, D']);
  });
  it('Covidence joins the names of BibTeX by "and"', () => {
    expect(one('A1  - Vos, Anna', 'A1  - Zhao, W and Lee, JHW and Ji, G')?.authors).toEqual([
      'Vos, Anna',
      'Zhao, W',
      'Lee, JHW',
      'Ji, G',
    ]);
    expect(one('AU  - Department of Health and Welfare, US')?.authors).toHaveLength(1);
  });
  it('semicolons part authors, but not those of a character reference', () => {
    expect(one('AU  - M&uuml;ller, J.; O&#39;Brien, S.')?.authors).toEqual(['Müller, J.', "O'Brien, S."]);
  });
  it('fields that scripts name in full, and the descriptors of PsycNet', () => {
    const record = one(
      'PMID  - 30812345',
      'PMCID  - PMC6543210',
      'DOI  - 10.1234/full',
      'URL  - https://example.org/a',
      'DESCRIPTORS  - *Forgetting;  *Memory; Recall (Learning)',
      'AB  - On one line',
      'DOI and so on',
    );
    expect(record).toMatchObject({
      pmid: '30812345',
      pmcid: 'PMC6543210',
      doi: '10.1234/full',
      url: 'https://example.org/a',
      abstract: 'On one line DOI and so on',
    });
    expect(record?.keywords).toContain('Recall (Learning)');
  });
  it('NA of R is no DOI and no year', () => {
    const { records, problems } = readText(
      ris('TY  - JOUR', 'TI  - A', 'PY  - NA', 'DO  - NA', 'Y1  - 2019', 'ER  - '),
    );
    expect(records[0]).toMatchObject({ title: 'A', year: 2019 });
    expect(records[0]?.doi).toBeUndefined();
    expect(problems).toEqual([]);
  });
  it('a DOI in the place of pages is no page', () => {
    const record = one('SP  - DOI: 10.1234/j.1757-1.x');
    expect(record?.doi).toBe('10.1234/j.1757-1.x');
    expect(record?.pages).toBeUndefined();
    expect(one('SP  - 10.1')?.pages).toBe('10.1');
    expect(one('SP  - UNSP e12345')).toMatchObject({ articleNumber: 'e12345' });
    expect(one('SP  - UNSP e12345')?.pages).toBeUndefined();
  });
  it('a trial in the place of an article number, and a PubMed id in that of an accession number', () => {
    const record = one('C7  - NCT09999999');
    expect(record?.registrations).toEqual(['NCT09999999']);
    expect(record?.articleNumber).toBeUndefined();
    expect(one('DB  - Embase', 'AN  - PMID:36123456')?.pmid).toBe('36123456');
  });
});
