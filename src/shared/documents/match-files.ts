import {
  evidenceFor,
  readyFile,
  readyReport,
  type Evidence,
  type ReadyFile,
  type ReadyReport,
} from './evidence';
import { bare, type FileFacts, type ReportFacts } from './match-facts';

/** A report that a file may be, with what speaks for it. */
export type FileCandidate<Id extends string = string> = {
  readonly report: Id;
  /** How sure, 0 to 1: what speaks for it taken together, less where the file names another DOI as its own. */
  readonly score: number;
  readonly evidence: readonly Evidence[];
};

/**
 * `certain`: proposed as it is. `ask`: a person must say which, or that it is none. `none`: nothing speaks for any
 * report.
 */
export type FileMatch<Id extends string = string> = {
  readonly verdict: 'certain' | 'ask' | 'none';
  /** Best first; at most `mostCandidates`. */
  readonly candidates: readonly FileCandidate<Id>[];
  readonly role: 'report' | 'supplement';
};

const weights: { readonly [E in Evidence]: number } = {
  'doi-in-name': 0.96,
  'doi-in-properties': 0.95,
  'doi-on-page': 0.9,
  'pmid-in-name': 0.95,
  'pmid-on-page': 0.8,
  'title-on-page': 0.9,
  'title-in-properties': 0.85,
  'title-in-name': 0.85,
  'nearly-title-on-page': 0.6,
  'authors-year-in-name': 0.55,
  'authors-year-on-page': 0.5,
  'registration-on-page': 0.4,
};

/** One of these must be there before anything is called certain: authors and years are shared, so are registrations. */
const identifying: ReadonlySet<Evidence> = new Set<Evidence>([
  'doi-in-name',
  'doi-in-properties',
  'doi-on-page',
  'pmid-in-name',
  'pmid-on-page',
  'title-on-page',
  'title-in-properties',
  'title-in-name',
]);

const certainFrom = 0.94;
/** Another report that something identifies too must be this far behind. */
const lead = 0.3;
const askFrom = 0.4;
const mostCandidates = 5;

export type FileMatcher<Id extends string> = (file: FileFacts) => FileMatch<Id>;

/**
 * Tells for each file which report it is. Never guesses: what is not beyond doubt is asked. A DOI on a page may be that of
 * a paper that is only cited, so it counts for certain only beside something else (title, authors and year); a first page
 * that states another DOI as its own speaks against.
 */
export function fileMatcher<Id extends string>(reports: readonly ReportFacts<Id>[]): FileMatcher<Id> {
  const ready = reports.map(readyReport);
  return (facts) => {
    const file = readyFile(facts);
    const candidates = ready
      .map((report) => candidateFor(file, report))
      .filter(({ score }) => score >= askFrom)
      .sort((a, b) => b.score - a.score || (a.report < b.report ? -1 : 1));
    const [best, second] = candidates;
    const role = roleOf(facts);
    if (best === undefined) return { verdict: 'none', candidates: [], role };
    const alone = second === undefined || !isIdentified(second) || best.score - second.score >= lead;
    const certain = best.score >= certainFrom && isIdentified(best) && alone;
    return { verdict: certain ? 'certain' : 'ask', candidates: candidates.slice(0, mostCandidates), role };
  };
}

const isIdentified = ({ evidence }: FileCandidate): boolean => evidence.some((one) => identifying.has(one));

function candidateFor<Id extends string>(file: ReadyFile, report: ReadyReport<Id>): FileCandidate<Id> {
  const evidence = evidenceFor(file, report);
  const doubt = evidence.reduce((left, one) => left * (1 - weights[one]), 1);
  const score = 1 - doubt;
  return { report: report.id, score: statesAnother(file, report) ? Math.min(score, 0.8) : score, evidence };
}

/** The only DOI of the first page, and it is another than the report's. */
function statesAnother({ doisOnFirst, bareText }: ReadyFile, { doi, bareDoi }: ReadyReport): boolean {
  const [only, ...others] = doisOnFirst;
  if (doi === undefined || only === undefined || others.length > 0 || only === doi) return false;
  // Cut at the end of a line, or with something hanging behind it, it is the same one.
  return !bareText.includes(bareDoi) && !only.startsWith(doi) && !doi.startsWith(only);
}

function roleOf({ name, pages }: FileFacts): FileMatch['role'] {
  const inName =
    /(?:^|[^a-z])(?:supp(?:l(?:ement(?:ary|al)?)?)?|appendix|appendices|esm|online.?resource|additional.?file)(?![a-z])/iu;
  const heading = bare((pages[0] ?? '').slice(0, 120));
  return inName.test(name) ||
    /^(?:supplement|supportinginformation|onlineappendix|additionalfile)/u.test(heading)
    ? 'supplement'
    : 'report';
}
