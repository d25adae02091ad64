import { readReferenceFile, type ParsedRecord } from '@shared/formats';
import { describe, expect, it } from 'vitest';

const read = (...lines: string[]) => readReferenceFile(new TextEncoder().encode(`${lines.join('\n')}\n`));

/** The one invented article that most files below hold. */
const article: Partial<ParsedRecord> = {
  title: 'Peer support for sadness',
  year: 2021,
  journal: 'Journal of Invented Trials',
  volume: '12',
  issue: '3',
  pages: '101-110',
};

describe('tagged text of other services', () => {
  const place = ['VL  - 12', 'IS  - 3', 'SP  - 101', 'EP  - 110'];
  const ris = (...fields: string[]): ParsedRecord | undefined =>
    read(
      'TY  - JOUR',
      'T1  - Peer support for sadness',
      'Y1  - 2021',
      'JF  - Journal of Invented Trials',
      ...fields,
      'ER  - ',
    ).records[0];

  it('takes several authors of one line, and the issue behind a volume, as OTseeker writes', () => {
    const record = ris('A1  - Vos A, van Doe BC', 'VL  - 12(3)', 'SP  - 101-110');
    expect(record).toMatchObject({ ...article, authors: ['Vos A', 'van Doe BC'] });
    expect(ris('A1  - VOS, Anna', ...place)).toMatchObject({ authors: ['VOS, Anna'] });
    expect(ris('A1  - Peer Group A, Nowhere', ...place)).toMatchObject({
      authors: ['Peer Group A, Nowhere'],
    });
  });

  it('reads a line of very many names, whatever follows them, without trying all ways to part it', () => {
    expect(ris(`A1  - ${'Vos A, '.repeat(150)}?`, ...place)?.authors).toHaveLength(1);
    const text = `1: ${'Vos A Jr, '.repeat(400)}\n PMID: 30000001.\n`;
    expect(readReferenceFile(new TextEncoder().encode(text)).records.length).toBeLessThanOrEqual(1);
  });

  it('takes the number of the Virtual Health Library and of ERIC for the accession', () => {
    expect(ris(...place, 'U1  - lil-1000001')).toMatchObject({ ...article, accession: 'lil-1000001' });
    expect(ris(...place, 'AN  - EJ1234567', 'SN  - ISSN-1234-5679')).toMatchObject({
      accession: 'EJ1234567',
      issn: '1234-5679',
    });
  });

  it('finds the PubMed id in the notes of Scopus', () => {
    const record = ris(
      ...place,
      'DB  - Scopus',
      'N1  - Export Date: 1 May 2023; Cited By: 4; PubMed ID: 30000001',
    );
    expect(record?.pmid).toBe('30000001');
  });

  it('reads the nbib of ERIC, which has no number to start a record with', () => {
    const file = read(
      '',
      'OWN - ERIC',
      'TI  - Peer support for sadness',
      'AU  - Vos, Anna',
      'JT  - Journal of Invented Trials',
      'OID - EJ1234567',
      'VI  - 12',
      'IP  - 3',
      'PG  - 101-110',
      'AID - http://dx.doi.org/10.5555/abc.1',
      'ISSN- ISSN-1234-5679',
      'OT  - Peers',
      'DP  - 2021',
      '',
      'OWN - ERIC',
      'TI  - Second',
      'OID - ED1234568',
    );
    expect(file.format).toBe('nbib');
    expect(file.problems).toEqual([]);
    expect(file.records).toMatchObject([
      { ...article, accession: 'EJ1234567', doi: '10.5555/abc.1', issn: '1234-5679', keywords: ['Peers'] },
      { title: 'Second', accession: 'ED1234568' },
    ]);
  });

  it('reads Ovid as Reprint/Medlars: full names behind short ones, the place from the source line', () => {
    const file = read(
      'UI  - 30000001',
      'AU  - Vos A',
      'AU  - Doe B',
      'FA  - Vos, Anna',
      'FA  - Doe, Bob',
      'TI  - Peer support for sadness',
      'SO  - Journal of Invented Trials. 12(3):101-110, 2021 Mar 01.',
      'AB  - Peers',
      '   help.',
      '',
      'UI  - 30000002',
      'AU  - Roe C',
      'TI  - Second',
    );
    expect(file.records).toMatchObject([
      { ...article, authors: ['Vos, Anna', 'Doe, Bob'], abstract: 'Peers help.' },
      { title: 'Second', authors: ['Roe C'] },
    ]);
    expect(file.problems).toEqual([]);
  });
});

describe('entries of BibTeX', () => {
  it('takes the eprint of arXiv, and the DOI SciELO writes into crossref', () => {
    const { records } = read(
      '@misc{a, title={One}, author={Anna Vos}, year={2021}, eprint={2101.00001v2}, archivePrefix={arXiv}}',
      '@article{b, title={Two}, crossref={10.5555/abc.1}, year={2021}}',
    );
    expect(records).toMatchObject([
      { journal: 'arXiv', accession: '2101.00001v2', doi: '10.48550/arxiv.2101.00001' },
      { doi: '10.5555/abc.1' },
    ]);
  });

  it('keeps a crossref to an entry that is not there', () => {
    const { records } = read('@inproceedings{a, title={One}, crossref={gone}, year={2021}}');
    expect(records[0]?.other).toContainEqual(['crossref', 'gone']);
  });
});

describe('Chinese databases', () => {
  const chinese = {
    title: '同伴支持对抑郁的影响',
    authors: ['王明', '李华'],
    year: 2021,
    journal: '虚构试验杂志',
    volume: '12',
    pages: '101-110',
    keywords: ['同伴支持', '抑郁'],
    abstract: '目的',
  };

  it.each([
    [
      'NoteExpress (CNKI, Wanfang, VIP)',
      'labelled',
      [
        '{Reference Type}: Journal Article',
        '{Title}: 同伴支持对抑郁的影响',
        '{Author}: 王明',
        '{Author}: 李华',
        '{Journal}: 虚构试验杂志',
        '{Year}: 2021',
        '{Volume}: 12',
        '{Issue}: 03',
        '{Pages}: 101-110',
        '{Keywords}: 同伴支持;抑郁',
        '{Abstract}: 目的',
        '{ISBN/ISSN}: 1000-1234',
        '{Database Provider}: CNKI',
        '',
        '{Reference Type}: Thesis',
        '{Title}: 第二篇',
      ],
      { issn: '1000-1234', type: 'Journal Article' },
    ],
    [
      'CNKI, every name twice',
      'labelled',
      [
        'SrcDatabase-来源库: 期刊',
        'Title-题名: 同伴支持对抑郁的影响',
        'Author-作者: 王明;李华;',
        'Source-文献来源: 虚构试验杂志',
        'Keyword-关键词: 同伴支持;抑郁',
        'Summary-摘要: 目的',
        'PubTime-发表时间: 2021-03-15',
        'Volume-卷: 12',
        'Period-期: 03',
        'PageCount-页码: 101-110',
        '',
        'SrcDatabase-来源库: 硕士',
        'Title-题名: 第二篇',
      ],
      { type: '期刊', date: '2021-03-15' },
    ],
    [
      'SinoMed',
      'labelled',
      [
        '序号:1/2',
        '【流水号】 2021000001',
        '【标题】 同伴支持对抑郁的影响',
        '【英文标题】 Effects of peers',
        '【作者】 王明; 李华',
        '【摘要】 目的',
        '【出处】 虚构试验杂志 2021; 12(03): 101-110',
        '【关键词】 同伴支持; 抑郁',
        '',
        '序号:2/2',
        '【流水号】 2021000002',
        '【标题】 第二篇',
      ],
      { accession: '2021000001', translatedTitle: 'Effects of peers' },
    ],
    [
      'CNKI for RefWorks',
      'refworks',
      [
        'RT Journal Article',
        'A1 王明;李华;',
        'T1 同伴支持对抑郁的影响',
        'JF 虚构试验杂志',
        'YR 2021',
        'IS 03',
        'vo 12',
        'OP 101-110',
        'K1 同伴支持;抑郁',
        'AB 目的',
        'LA 中文;',
        'DS CNKI',
        '',
        'RT Dissertation/Thesis',
        'T1 第二篇',
      ],
      { language: '中文' },
    ],
  ])('reads %s', (_, format, lines, more) => {
    const file = read(...lines);
    expect(file.format).toBe(format);
    expect(file.records).toMatchObject([{ ...chinese, issue: '03', ...more }, { title: '第二篇' }]);
    expect(file.records).toHaveLength(2);
  });

  it('reads a table with headings in both languages', () => {
    const { records } = read(
      'Title-题名\tAuthor-作者\tSource-文献来源\tKeyword-关键词\tSummary-摘要\tPubTime-发表时间\tVolume-卷\tPeriod-期\tPageCount-页码',
      '同伴支持对抑郁的影响\t王明;李华\t虚构试验杂志\t同伴支持;抑郁\t目的\t2021-03-15\t12\t03\t101-110',
    );
    expect(records).toMatchObject([{ ...chinese, issue: '03' }]);
  });
});
