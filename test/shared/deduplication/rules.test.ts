import { findDuplicates, joinRuleOf, judgePair, normalise, type Citation } from '@shared/deduplication';
import { describe, expect, it } from 'vitest';

const article: Omit<Citation, 'id'> = {
  title: 'Peer support for adults with bipolar disorder in community care: a randomised trial',
  authors: ['Vos, Anna B.', 'de Vries, Koen', 'Nürnberger, J.'],
  year: 2015,
  journal: 'Journal of Invented Psychiatry',
  volume: '12',
  issue: '3',
  pages: '1095-1103',
};
const judge = (other: Partial<Citation>, first: Partial<Citation> = {}) =>
  judgePair(normalise({ ...article, ...first, id: 'a' }), normalise({ ...article, ...other, id: 'b' }));

describe('what databases write differently is still one work', () => {
  const spellings: readonly [string, Partial<Citation>][] = [
    ['pages cut short', { pages: '1095-103' }],
    ['a hyphen of Unicode between the pages', { pages: '1095\u20101103' }],
    ['the title in brackets, with its language', { title: `[${article.title}]. [Dutch]` }],
    ['capitals', { title: article.title?.toUpperCase() }],
    ['American spelling', { title: article.title?.replace('randomised', 'randomized') }],
    [
      'a note that an erratum appeared',
      { title: `${article.title}.[Erratum appears in J Inv. 2016;1(2):3]` },
    ],
    ['the journal abbreviated', { journal: 'J Invent Psychiatry' }],
    ['initials, and no umlaut', { authors: ['Vos AB', 'de Vries K', 'Nuernberger J'] }],
    ['only the first author', { authors: ['Vos, A.'] }],
    ['no authors at all', { authors: ['Anonymous'] }],
    ['the place alone, no issue', { issue: undefined, pages: '1095' }],
    ['the year of the online version', { year: 2014 }],
    ['a volume that took the issue along', { volume: '12 (3)', issue: undefined }],
    ['a typing error in a long word', { title: article.title?.replace('community', 'comunity') }],
    ['the subtitle left out', { title: 'Peer support for adults with bipolar disorder in community care' }],
    ['a DOI as an address', { doi: 'https://dx.doi.org/10.5555/J.12' }],
  ];
  it.each(spellings)('%s', (_, other) => {
    expect(judge(other, { doi: '10.5555/j.12' }).band).toBe('certain');
  });

  it('knows pages that a spreadsheet took for a date', () => {
    expect(judge({ pages: '21-Aug' }, { pages: '21-28' }).band).toBe('certain');
  });

  it('knows a conference under its short name', () => {
    const place = { volume: undefined, issue: undefined, pages: undefined };
    const { band } = judge(
      { ...place, journal: 'AMCIS 2017 Proceedings' },
      { ...place, journal: 'Americas Conference on Information Systems' },
    );
    expect(band).toBe('certain');
  });
});

describe('what looks alike and is not one work', () => {
  const own = { pages: '44-45', issue: '9' };
  const others: readonly [string, Partial<Citation>, Partial<Citation>, string | null][] = [
    ['an erratum', { ...own, title: `Erratum: ${article.title}` }, {}, 'notice'],
    [
      'an erratum as Web of Science titles it',
      { ...own, title: `${article.title} (vol 12, pg 1095, 2015)` },
      {},
      'notice',
    ],
    ['a retraction', { ...own, title: `Retraction of: ${article.title}` }, {}, 'notice'],
    ['a reply', { ...own, title: `${article.title} - Reply` }, {}, 'reply'],
    ['a comment', { ...own, title: `Comment on: ${article.title}` }, {}, 'reply'],
    ['a protocol', { ...own, title: `${article.title}: study protocol` }, {}, 'protocol'],
    [
      'part II',
      { ...own, title: 'Peer support in care. Part II' },
      { title: 'Peer support in care. Part I' },
      'title-number',
    ],
    [
      'the next annual report',
      { ...own, title: 'Peer support in numbers: report of 2016', year: 2016 },
      { title: 'Peer support in numbers: report of 2015' },
      'title-number',
    ],
    ['the same title a year and a volume later', { ...own, year: 2016, volume: '13' }, {}, 'place'],
    [
      'an update of a Cochrane review',
      { doi: '10.1002/14651858.CD001234.pub3', year: 2018 },
      { doi: '10.1002/14651858.CD001234.pub2' },
      'cochrane-version',
    ],
    [
      'a sibling in a supplement with one DOI',
      {
        doi: '10.5555/suppl',
        title: 'Long-term costs of hospital discharge in early psychosis',
        pages: '1096',
      },
      { doi: '10.5555/suppl' },
      'shared-doi',
    ],
    ['two numbers of PubMed', { pmid: '11112' }, { pmid: '11111', pages: '12' }, 'other-pmid'],
    [
      'two entries of a register',
      { registrations: ['NCT00000002'], journal: undefined, volume: undefined, pages: undefined },
      { registrations: ['NCT00000001'], journal: undefined, volume: undefined, pages: undefined },
      'other-registration',
    ],
    ['its preprint', { journal: 'medRxiv', volume: undefined, pages: undefined }, {}, 'preprint'],
    [
      'one word changed',
      { pages: undefined, title: article.title?.replace('adults', 'adolescents') },
      {},
      null,
    ],
    [
      'an editorial under a common title',
      { title: 'Editorial', pages: '1', issue: '4' },
      { title: 'Editorial', pages: '77' },
      'place',
    ],
  ];
  it.each(others)('%s', (_, other, first, veto) => {
    const judgement = judge(other, first);
    expect(judgement.band).toBe('no');
    expect(judgement.veto?.code ?? null).toBe(veto);
  });

  it('an erratum in brackets, as translations stand, is the same erratum', () => {
    const erratum = { title: `Erratum: ${article.title}`, pages: '99' };
    expect(judge({ ...erratum, title: `[${erratum.title}]. [Spanish]` }, erratum).band).toBe('certain');
  });

  it('a correction of scoliosis is no correction of a report', () => {
    const title = 'Correction of scoliosis by growing rods in young children';
    expect(judge({ title, pages: '1095-103' }, { title }).band).toBe('certain');
  });
});

describe('what belongs together without being one work', () => {
  const meeting = {
    journal: 'World Psychiatry Congress',
    volume: '3',
    issue: 'Suppl. 1',
    pages: 'S12',
    year: 2014,
  };
  it.each([
    ['a notice and its report', { title: `Erratum: ${article.title}`, pages: '44' }, 'notice'],
    ['a meeting abstract and the article', meeting, 'reports'],
    ['a preprint and the article', { journal: 'medRxiv', volume: undefined, pages: undefined }, 'reports'],
    [
      'a protocol and the results',
      { title: `${article.title}: study protocol`, pages: '7', year: 2012 },
      'reports',
    ],
  ])('%s', (_, other, relation) => {
    expect(judge(other).relation).toBe(relation);
  });

  it('does not relate strangers', () => {
    expect(judge({ ...meeting, authors: ['Xu, L.', 'Zhang, Q.'] }).relation).toBeNull();
  });
});

describe('a trial in registers and in journals', () => {
  const title = 'Effects of peer support on recovery in adults with severe mental illness';
  const entry = (id: string, registrations: string[], journal = 'ClinicalTrials.gov'): Citation => ({
    id,
    title,
    authors: [],
    year: 2014,
    journal,
    registrations,
  });
  const report = (id: string, other: Partial<Citation> = {}): Citation => ({
    ...article,
    id,
    abstract: `${'Peers helped. '.repeat(20)} Trial registration: NCT04000001.`,
    ...other,
  });
  const relationsOf = (...citations: Citation[]): readonly string[] =>
    findDuplicates(citations)
      .related.map(({ a, b, relation }) => `${a} ${b} ${relation}`)
      .sort();
  const judged = (a: Citation, b: Citation) => judgePair(normalise(a), normalise(b));

  it('knows one entry again in the copy of another list', () => {
    const judgement = judged(
      entry('a', ['NCT04000001', '2019-001234-56']),
      entry('b', ['NCT04000001'], 'ClinicalTrials.gov (WHO ICTRP)'),
    );
    expect(judgement.band).toBe('certain');
    expect(joinRuleOf(judgement)).toBe('registration');
  });

  it('links entries of several registers by the numbers they name, own or secondary, and never joins them', () => {
    const american = entry('a', ['NCT04000001', '2019-001234-56']);
    const british = entry('b', ['ISRCTN12345678', 'NCT04000001'], 'ISRCTN');
    const european = entry('c', ['EUCTR2019-001234-56'], 'EU Clinical Trials Register');
    expect(judged(american, british)).toMatchObject({
      band: 'no',
      relation: 'reports',
      veto: { code: 'other-registration' },
    });
    expect(judged(american, european).relation).toBe('reports');
    expect(findDuplicates([american, british, european])).toMatchObject({ groups: [], probable: [] });
  });

  it('links entries of two registers by a telling title alone, but not two of one register', () => {
    expect(judged(entry('a', ['NCT04000001']), entry('b', ['ISRCTN12345678'], 'ISRCTN')).relation).toBe(
      'reports',
    );
    expect(judged(entry('a', ['NCT04000001']), entry('b', ['NCT04000002'])).relation).toBeNull();
  });

  it('links an entry with its paper, whatever the paper is called and whoever wrote it, and asks nothing', () => {
    expect(relationsOf(entry('a', ['NCT04000001']), report('b'))).toEqual(['a b reports']);
    const named = report('b', { abstract: undefined, registrations: ['ISRCTN12345678'] });
    expect(relationsOf(entry('a', ['NCT04000001', 'ISRCTN12345678']), named)).toEqual(['a b reports']);
    const found = findDuplicates([entry('a', ['NCT04000001']), report('b', { title })]);
    expect(found).toMatchObject({ groups: [], probable: [], related: [{ relation: 'reports' }] });
  });

  it('names each report of a trial once, not every pair', () => {
    const found = relationsOf(
      entry('a', ['NCT04000001', 'ISRCTN12345678']),
      entry('b', ['ISRCTN12345678', 'NCT04000001'], 'ISRCTN'),
      report('c'),
      report('d', {
        title: 'Costs of peers in the second year after discharge',
        pages: '7-12',
        volume: '14',
        year: 2017,
      }),
    );
    expect(found).toEqual(['a b reports', 'a c reports', 'a d reports']);
  });

  it('does not link a report that names the trials of others', () => {
    const numbers = ['NCT04000001', 'NCT04000002', 'NCT04000003', 'NCT04000004'];
    expect(relationsOf(entry('a', ['NCT04000001']), report('b', { abstract: numbers.join(', ') }))).toEqual(
      [],
    );
  });
});

describe('groups', () => {
  const copy = (id: string, other: Partial<Citation>): Citation => ({ ...article, ...other, id });

  it('a record that fits two reports equally well is a question, not a bridge', () => {
    const found = findDuplicates([
      copy('abstract', { volume: '11', pages: '8', year: 2014, issue: 'Suppl 1', doi: '10.5555/one' }),
      copy('article', { doi: '10.5555/two' }),
      copy('article again', { doi: '10.5555/two', issue: undefined }),
    ]);
    expect(found.groups).toEqual([['article', 'article again']]);
  });

  it('asks once for two groups that may be one', () => {
    const elsewhere = { pages: '2000-2010', issue: '4' };
    const found = findDuplicates([copy('a', {}), copy('b', {}), copy('c', elsewhere), copy('d', elsewhere)]);
    expect(found.groups).toEqual([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(found.probable).toHaveLength(1);
  });
});

describe('what the other records say of a pair', () => {
  const place = { journal: 'Invention', year: 2015, volume: '25', issue: 'S1' };
  const sibling = (id: string, word: string, page: number, doi?: string): Citation => ({
    id,
    title: `${word} of peer support in adults with psychosis: results of a pilot trial`,
    authors: [`${word}, A.`, 'Vos, B.'],
    ...place,
    pages: `S${page}`,
    ...(doi === undefined ? {} : { doi }),
  });
  const doi = '10.5555/supplement.1';

  it('takes a DOI under which three works stand for that of the supplement, and asks nothing', () => {
    const { groups, probable } = findDuplicates([
      sibling('a', 'Efficacy', 101, doi),
      sibling('b', 'Safety', 102, doi),
      sibling('c', 'Predictors', 103, doi),
      // A copy of the second, without the DOI.
      { ...sibling('d', 'Safety', 102), journal: 'INVENTION' },
    ]);
    expect(groups).toEqual([['b', 'd']]);
    expect(probable).toEqual([]);
  });

  it('leaves a DOI alone that three copies of one work carry, however they spell its title', () => {
    const copies = [
      sibling('a', 'Efficacy', 101, doi),
      { ...sibling('b', 'Efficacy', 101, doi), pages: undefined },
      { ...sibling('c', 'Efficacy', 101, doi), title: sibling('c', 'EFFICACY', 1).title?.toUpperCase() },
    ];
    expect(findDuplicates(copies).groups).toEqual([['a', 'b', 'c']]);
  });
});

describe('a title with the number of a part', () => {
  it('is a question beside the same title without one, unless an identifier says they are one', () => {
    const part = { title: `${article.title}, part II`, pages: undefined };
    expect(judge(part, { pages: undefined })).toMatchObject({ band: 'probable', veto: { code: 'part' } });
    expect(judge({ ...part, pmid: '30000001' }, { pmid: '30000001' }).band).toBe('certain');
  });
});

describe('a short title', () => {
  it('is enough where authors, journal, year, volume and issue agree', () => {
    const bare = { title: 'Peers in the clinic', pages: undefined };
    expect(judge(bare, bare).band).toBe('certain');
    expect(judge({ ...bare, issue: undefined }, { ...bare, issue: undefined }).band).toBe('probable');
  });
});
