import { describe, expect, it } from 'vitest';
import { readText } from './read-text';

const text = (...lines: readonly string[]): string => `${lines.join('\n')}\n`;

describe('PubMed text', () => {
  const { records, problems } = readText(
    text(
      '',
      'PMID- 12345678',
      'OWN - NLM',
      'IS  - 1234-5678 (Print)',
      'IS  - 8765-432X (Electronic)',
      'VI  - 7',
      'IP  - 2',
      'DP  - 2018 Jan 13',
      'TI  - [Mutual help after',
      '      psychosis].',
      'PG  - 53-9',
      'LID - 10.1234/Jmh.2018.53 [doi]',
      'AB  - BACKGROUND: Help.',
      '      RESULTS: It helped.',
      'FAU - de Vries, Anna B',
      'AU  - de Vries AB',
      'CN  - Recovery Study Group',
      'LA  - eng',
      'LA  - dut',
      'SI  - ClinicalTrials.gov/NCT01234567',
      'PT  - Journal Article',
      'PT  - Randomized Controlled Trial',
      'TT  - Lotgenotencontact na psychose.',
      'TA  - J Mut Help',
      'JT  - Journal of mutual help',
      'PMC - PMC7654321',
      'MH  - *Peer Group',
      'MH  - Child, Preschool',
      'OT  - recovery; lived experience',
      'AID - 10.1234/jmh.2018.53 [doi]',
      'SO  - J Mut Help. 2018 Jan 13;7(2):53-9.',
      '',
      'PMID- 2',
      'TI  - Two.',
      'AU  - Jansen P',
      'AU  - Peters Q',
      'SO  - X. 1990.',
    ),
    'nbib',
  );

  it('gives every field its place', () => {
    expect(records[0]).toMatchObject({
      title: '[Mutual help after psychosis].',
      translatedTitle: 'Lotgenotencontact na psychose.',
      authors: ['de Vries, Anna B', 'Recovery Study Group'],
      year: 2018,
      date: '2018 Jan 13',
      journal: 'Journal of mutual help',
      journalAbbreviation: 'J Mut Help',
      volume: '7',
      issue: '2',
      pages: '53-9',
      doi: '10.1234/jmh.2018.53',
      pmid: '12345678',
      pmcid: 'PMC7654321',
      registrations: ['NCT01234567'],
      abstract: 'BACKGROUND: Help. RESULTS: It helped.',
      keywords: ['*Peer Group', 'Child, Preschool', 'recovery; lived experience'],
      type: 'Journal Article; Randomized Controlled Trial',
      language: 'eng; dut',
      issn: '1234-5678; 8765-432X',
      line: 2,
    });
  });
  it('takes the short names of old records, which have no other', () => {
    expect(records[1]).toMatchObject({ pmid: '2', authors: ['Jansen P', 'Peters Q'] });
  });
  it('has nothing to report', () => expect(problems).toEqual([]));

  it('starts a record at a PubMed id that stands at its hyphen', () => {
    const { records, codes } = readText(text('PMID-1', 'TI  - One', '', 'PMID-2', 'TI  - Two'), 'nbib');
    expect(records.map(({ pmid, title }) => [pmid, title])).toEqual([
      ['1', 'One'],
      ['2', 'Two'],
    ]);
    expect(codes).toEqual([]);
  });

  it('takes "et al." for no author, and the number of a book for its accession number', () => {
    const { records } = readText(
      text(
        'PMID- 1',
        'TI  - One',
        'FAU - Vos, A',
        'AU  - Vos A',
        'AU  - et al.',
        'AID - NBK1826 [bookaccession]',
      ),
      'nbib',
    );
    expect(records).toMatchObject([{ authors: ['Vos, A'], accession: 'NBK1826' }]);
  });

  it('starts old records at UI', () => {
    const old = readText(
      text('UI  - 96012345', 'PMID- 3', 'TI  - Three', '', 'UI  - 96012346', 'TI  - Four'),
      'nbib',
    );
    expect(old.records.map(({ title, pmid, accession }) => [title, pmid, accession])).toEqual([
      ['Three', '3', '96012345'],
      ['Four', undefined, '96012346'],
    ]);
  });
  it('does not split a record at a stray blank line, nor join two whose PMID is lost', () => {
    const gaps = readText(
      text('PMID- 3', '', 'TI  - Three', '', 'AB  - Text', '', 'TI  - Four', 'AB  - Text'),
      'nbib',
    );
    expect(gaps.records.map(({ title, abstract }) => [title, abstract])).toEqual([
      ['Three', 'Text'],
      ['Four', 'Text'],
    ]);
    expect(gaps.codes).toEqual(['missing-record-start']);
  });
  it('says when the file breaks off', () => {
    const cut = readText('PMID- 1\nTI  - One\nSO  - X.\n\nPMID- 2\nTI  - Tw', 'nbib');
    expect(cut.records).toHaveLength(2);
    expect(cut.codes).toEqual(['truncated']);
  });
});

describe('Web of Science text', () => {
  it('reads values on indented lines and wrapped text', () => {
    const { records, problems } = readText(
      text(
        'FN Clarivate Analytics Web of Science',
        'VR 1.0',
        'PT J',
        'AU de Vries, AB',
        '   Jansen, P',
        'AF de Vries, Anna B.',
        '   Jansen, Piet',
        'TI Mutual help after',
        '   psychosis',
        'SO JOURNAL OF MUTUAL HELP',
        'DT Article',
        'DE peer support; recovery',
        'ID HELP; SELF-',
        '   ESTEEM',
        'AB It helped.',
        'SN 1234-5678',
        'JI J. Mut. Help',
        'PD JAN',
        'PY 2018',
        'VL 7',
        'IS 2',
        'BP 53',
        'EP 59',
        'DI 10.1234/jmh.2018.53',
        'PM 12345678',
        'UT WOS:000123456700001',
        'ER',
        '',
        'EF',
      ),
      'wos',
    );
    expect(problems).toEqual([]);
    expect(records).toHaveLength(1);
    expect(records[0]).toMatchObject({
      title: 'Mutual help after psychosis',
      authors: ['de Vries, AB', 'Jansen, P'],
      journal: 'JOURNAL OF MUTUAL HELP',
      journalAbbreviation: 'J. Mut. Help',
      keywords: ['peer support', 'recovery', 'HELP', 'SELF- ESTEEM'],
      year: 2018,
      date: 'JAN',
      pages: '53-59',
      type: 'Article',
      pmid: '12345678',
      accession: 'WOS:000123456700001',
    });
    expect(records[0]?.other).toContainEqual(['AF', 'de Vries, Anna B.\nJansen, Piet']);
  });
});

describe('Web of Science text of other databases', () => {
  it('leaves e-mail addresses behind names and words before article numbers out', () => {
    const { records, problems } = readText(
      text(
        'FN Clarivate Analytics Web of Science',
        'PT J',
        'AU Roe, Jane B. (jane.roe@example.org) ',
        '   Vos, A.',
        'TI Peers after wildfire',
        'AR UNSP 1722034',
        'PY 2019',
        'TN Birds',
        'ST Animalia, Aves',
        'UT ZOOREC:ZOOR15599999999',
        'ER',
        '',
        'EF',
      ),
      'wos',
    );
    expect(records).toMatchObject([{ authors: ['Roe, Jane B.', 'Vos, A.'], articleNumber: '1722034' }]);
    expect(problems).toEqual([]);
  });

  it('reads pages in one field, the PubMed id in the accession number, titles and abstracts in a second language', () => {
    const { records, problems } = readText(
      text(
        'FN ISI Export Format',
        'VR 1.0',
        'PT J',
        'TI One',
        'AU Vos, Anna; Doe, Bob C',
        'PS 411-22',
        'AN 9027814',
        'CO INVENT',
        'PY 2006',
        'UT MEDLINE:16735938',
        'ER',
        '',
        'PT J',
        'TI Two',
        'X1 Dos',
        'X4 Resumen.',
        'PS S31',
        'PY 2007',
        'UT CABI:20079900',
        'ER',
        'EF',
      ),
      'wos',
    );
    expect(problems).toEqual([]);
    expect(records).toMatchObject([
      { authors: ['Vos, Anna', 'Doe, Bob C'], pages: '411-22', pmid: '16735938' },
      { translatedTitle: 'Dos', abstract: 'Resumen.', pages: 'S31', accession: 'CABI:20079900' },
    ]);
    expect(records[1]?.pmid).toBeUndefined();
  });
});

describe('RefWorks text', () => {
  it('tells the legend above the records once, and knows the tags of more than two letters', () => {
    const { records, problems } = readText(
      text(
        'Refworks Export Tagged Format',
        '',
        'RT=Reference Type',
        'PMID=PMID',
        'BEGIN EXPORTED REFERENCES',
        '',
        'RT Journal Article',
        'T1 One',
        'A1 Vos,Anna',
        'YR 2003',
        'SF CINAHL',
        'PMID 12345678',
        'PMCID PMC123456',
        'U10 mine',
      ),
      'refworks',
    );
    expect(records).toMatchObject([
      { title: 'One', authors: ['Vos,Anna'], pmid: '12345678', pmcid: 'PMC123456' },
    ]);
    expect(records[0]?.other).toEqual([
      ['SF', 'CINAHL'],
      ['U10', 'mine'],
    ]);
    expect(problems.map(({ code, line }) => [code, line])).toEqual([['text-outside-record', 1]]);
  });
});

describe('EndNote text', () => {
  it('reads records whose kind stands behind the title', () => {
    const { records, problems } = readText(
      text(
        '%T One',
        '%0 Journal Article',
        '%A Vos, A.',
        '',
        '',
        '%T Two',
        '%A Doe, B.',
        '%0 Book',
        '',
        '%T Three',
      ),
      'enw',
    );
    expect(records.map(({ title, type, authors }) => [title, type, authors])).toEqual([
      ['One', 'Journal Article', ['Vos, A.']],
      ['Two', 'Book', ['Doe, B.']],
      ['Three', undefined, []],
    ]);
    expect(problems).toEqual([]);
  });

  it('reads several authors on one line, as CNKI wrote them', () => {
    const { records } = readText(
      text('%0 Journal Article', '%A 张三 %A 李四', '%T 同伴支持', '%D 2005'),
      'enw',
    );
    expect(records).toMatchObject([{ authors: ['张三', '李四'], title: '同伴支持', year: 2005 }]);
  });

  it('reads records with and without %0, parted by blank lines', () => {
    const { records, problems } = readText(
      text(
        '%0 Journal Article',
        '%A de Vries, Anna B.',
        '%T Mutual help',
        '%J Journal of Mutual Help',
        '%D 2018',
        '%V 7',
        '%P 53-59',
        '%M doi:10.1234/jmh.1',
        '%@ 1234-5678',
        '%K peer support',
        'recovery',
        '',
        '%A Jansen, Piet',
        '%T Two',
        '%R 10.1234/two',
      ),
      'enw',
    );
    expect(records).toMatchObject([
      {
        title: 'Mutual help',
        doi: '10.1234/jmh.1',
        issn: '1234-5678',
        keywords: ['peer support', 'recovery'],
        type: 'Journal Article',
      },
      { title: 'Two', authors: ['Jansen, Piet'], doi: '10.1234/two' },
    ]);
    expect(problems).toEqual([]);
  });
});

describe('RefWorks text', () => {
  it('reads its two-letter tags', () => {
    const { records } = readText(
      text(
        'RT Journal Article',
        'SR Electronic',
        'A1 de Vries,Anna',
        'T1 Mutual help',
        'JF Journal of Mutual Help',
        'YR 2018',
        'SP 53',
        'OP 59',
        '',
        'RT Book',
        'T1 Two',
      ),
      'refworks',
    );
    expect(records).toMatchObject([
      {
        title: 'Mutual help',
        authors: ['de Vries,Anna'],
        year: 2018,
        pages: '53-59',
        type: 'Journal Article',
      },
      { title: 'Two', type: 'Book' },
    ]);
  });
});
