import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileMatcher, proposeFiles, type FileFacts, type ReportFacts } from '@shared/documents';
import { hashText } from '@shared/kernel';

const places = ['Utrecht', 'Leeds', 'Malmö', 'Porto', 'Graz', 'Tartu', 'Ghent', 'Lyon', 'Cork'];
const families = ['Müller', 'Søndergård', 'de Groot', 'Núñez', 'Smit', 'Brontë'];
const invented = (index: number): ReportFacts => ({
  id: `r${index}`,
  title: `Peer support and recovery in ${places[index % places.length]}, project ${index * 37 + 11}: a randomised trial`,
  authors: [`${families[index % families.length]}, A.`, 'Jansen, B.', `Writer${index}, C.`],
  year: 2000 + (index % 24),
  doi: `10.99999/invented.${index}`,
  pmid: String(30_000_000 + index),
  registrations: [`NCT0000${String(1_000 + Math.floor(index / 2))}`],
});
const reports = Array.from({ length: 40 }, (_, index) => invented(index));
const report = reports[7] ?? invented(7);
const match = fileMatcher(reports);

const paper = (of: ReportFacts, more: Partial<FileFacts> = {}): FileFacts => ({
  name: 'download.pdf',
  pages: [
    `Journal of invention ${of.year}\n${of.title}\n${of.authors.map((name) => name.split(',')[0]).join(', ')}\nAbstract. Peers met adults weekly.`,
    'Methods. Adults were allocated at random.',
  ],
  ...more,
});

describe('a file is certain', () => {
  const { title, doi, pmid } = report;
  test.each<[string, FileFacts]>([
    ['by title, authors and year on its first page', paper(report)],
    ['by a DOI in its name, whatever stands for the slash', { name: '10.99999_invented.7.pdf', pages: [] }],
    ['by an escaped DOI in its name', { name: '10.99999%2Finvented.7.pdf', pages: [] }],
    ['by the DOI in its properties', { name: 'x.pdf', pages: [], properties: `doi:${doi}` }],
    ['by its PubMed id as name', { name: `${pmid}.pdf`, pages: [] }],
    ['by DOI and title', paper(report, { pages: [`${title}\nhttps://doi.org/${doi}.`] })],
    [
      'by a title cut over lines and with accents lost',
      paper(report, { pages: [`${title?.replaceAll(' ', '\n')} ${report.year}\nSONDERGARD, Jansen`] }),
    ],
    [
      'behind a cover page',
      paper(report, { pages: ['Downloaded from the library', ...paper(report).pages] }),
    ],
  ])('%s', (_, facts) => {
    const { verdict, candidates } = match(facts);
    expect([verdict, candidates[0]?.report]).toEqual(['certain', 'r7']);
  });
});

describe('a person is asked', () => {
  test('when authors and year are all there is', () => {
    expect(match({ name: 'Smit 2004.pdf', pages: [] }).verdict).toBe('ask');
  });
  test('when the page states another DOI as its own: a comment bears the title of what it is about', () => {
    const { verdict, candidates } = match(
      paper(report, { pages: [`Comment on: ${paper(report).pages[0]} doi 10.88888/comment.1`] }),
    );
    expect(verdict).toBe('ask');
    expect(candidates[0]).toMatchObject({ report: 'r7' });
  });
  test('when a DOI stands among others on the page: it may only be cited', () => {
    const cites = { name: 'x.pdf', pages: [`References 10.99999/invented.7, 10.99999/other.2`] };
    expect(match(cites).verdict).toBe('ask');
  });
  test('when two reports have the same title', () => {
    const twins = fileMatcher([report, { ...report, id: 'twin', doi: '10.99999/twin', pmid: '1234567' }]);
    expect(twins(paper(report)).verdict).toBe('ask');
  });
  test('when only the registration of the trial is named: it has several reports', () => {
    const file = { name: 'x.pdf', pages: ['Registered as NCT00001003'] };
    const { verdict, candidates } = match(file);
    expect(verdict).toBe('ask');
    expect(candidates.map((candidate) => candidate.report)).toEqual(['r6', 'r7']);
  });
});

test('nothing is proposed for a file that is like no report', () => {
  expect(match({ name: 'invoice.pdf', pages: ['Invoice 2004. Please pay.'] })).toEqual({
    verdict: 'none',
    candidates: [],
    role: 'report',
  });
});

test('a supplement is told by its name or heading', () => {
  expect(match(paper(report, { name: 'r7_supplementary.pdf' })).role).toBe('supplement');
  expect(match({ name: 'x.pdf', pages: ['Online appendix to the trial'] }).role).toBe('supplement');
  expect(match(paper(report, { name: 'peer support.pdf' })).role).toBe('report');
});

test('the paper of a report is never certain to be another, in whatever order the reports are given', () => {
  const index = fc.nat({ max: reports.length - 1 });
  fc.assert(
    fc.property(
      index,
      fc.shuffledSubarray(reports, { minLength: 40 }),
      fc.boolean(),
      (at, shuffled, named) => {
        const of = reports[at] ?? report;
        const facts = named ? { name: `${of.authors[0]} ${of.year}.pdf`, pages: [] } : paper(of);
        const found = fileMatcher(shuffled)(facts);
        expect(found).toEqual(match(facts));
        if (found.verdict === 'certain') expect(found.candidates[0]?.report).toBe(of.id);
        if (!named) expect(found.verdict).toBe('certain');
      },
    ),
  );
});

describe('proposals for a folder', () => {
  const nothing = { reports: new Set<string>(), contents: new Set<never>() };
  const file = (key: string, facts: FileFacts) => ({ key, sha256: hashText(key), match: match(facts) });

  test('tick one file for a report and show the other', () => {
    const proposals = proposeFiles(
      [
        file('a', paper(report)),
        file('b', paper(report, { name: `${report.pmid}.pdf` })),
        file('s', paper(report, { name: 'supplement.pdf' })),
      ],
      nothing,
    );
    expect(proposals.map(({ why, ticked, role }) => [why, ticked, role])).toEqual([
      ['second', false, 'report'],
      ['certain', true, 'report'],
      ['certain', true, 'supplement'],
    ]);
  });
  test('tick neither of two files that are as sure to be one report', () => {
    const copies = [file('a', paper(report)), file('b', paper(report, { name: 'copy.pdf' }))];
    expect(proposeFiles(copies, nothing).map(({ why, ticked }) => [why, ticked])).toEqual([
      ['second', false],
      ['second', false],
    ]);
  });
  test('do not tick what is there already', () => {
    const one = file('a', paper(report));
    const whyWith = (there: Parameters<typeof proposeFiles<string>>[1]) => proposeFiles([one, one], there);
    expect(whyWith(nothing).map(({ why }) => why)).toEqual(['certain', 'same']);
    expect(whyWith({ ...nothing, reports: new Set(['r7']) })[0]?.why).toBe('has-file');
    expect(whyWith({ ...nothing, contents: new Set([one.sha256]) })[0]?.why).toBe('kept');
  });
});
