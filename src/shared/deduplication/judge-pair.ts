import { compare, isSamePlace, type ComparedField, type Comparison } from './compare';
import { shareNumber, type NormalCitation, type TitleRelation } from './normal';
import { vetoOf, type Veto, type VetoCode } from './vetoes';

/** "title-equal", "pages-different": the key of a finding's words. */
export type FindingKey = { [Field in ComparedField]: `${Field}-${Comparison[Field]}` }[ComparedField];

/** One thing that speaks for or against two records being one work; `weight` in log odds, negative against. */
export type Finding = {
  readonly [Field in ComparedField]: {
    readonly field: Field;
    readonly verdict: Comparison[Field];
    readonly weight: number;
  };
}[ComparedField];

export const findingKey = (finding: Finding): FindingKey =>
  `${finding.field}-${finding.verdict}` as FindingKey;

export type Band = 'certain' | 'probable' | 'no';

/** What a pair that is not one work may still be to each other. */
export type Relation = 'notice' | 'version' | 'reports';

/**
 * The rule that makes a pair certain, by what proves it: an identifier, the number of a register's entry, the place in a journal (volume and pages), pages in
 * the same journal or by the same authors, the text of the abstract, or title, authors, journal and time together.
 */
export type JoinRule = 'pmid' | 'doi' | 'registration' | 'place' | 'pages' | 'abstract' | 'description';

/** What keeps a pair from being certain: a veto, a field that differs, or that too little is known. */
export type Doubt = VetoCode | `other-${ComparedField}` | 'little-known' | 'fits-two';

export type Judgement = {
  readonly band: Band;
  /** From 0 to 1: how much speaks for one work. Comparable within this version of the rules, not a frequency. */
  readonly score: number;
  /** What was compared, the weightiest first; missing fields are left out. */
  readonly findings: readonly Finding[];
  /** What forbids joining whatever the score says; null where nothing does. */
  readonly veto: Veto | null;
  readonly relation: Relation | null;
};

/**
 * Weights of evidence in log odds (Fellegi & Sunter, J Am Stat Assoc 1969;64:1183-1210): how much more often two copies
 * of one work relate so than two works that share a key. Set by hand from what the fields mean, in steps of a half; where
 * databases often disagree about one work (year, issue, journal names) a difference weighs little.
 */
const weights: {
  readonly [Field in ComparedField]: { readonly [Verdict in Comparison[Field]]: number };
} = {
  title: {
    missing: -1,
    generic: 0.5,
    equal: 6,
    spelling: 5,
    longer: 4,
    similar: 1,
    'other-word': 0,
    'other-number': -4,
    different: -4,
  },
  authors: { missing: 0, same: 3, most: 2, some: 0, different: -4 },
  year: { missing: 0, same: 1, next: -0.5, different: -3 },
  journal: { missing: 0, same: 1.5, different: -2 },
  volume: { missing: 0, same: 1.5, different: -2 },
  issue: { missing: 0, same: 0.5, different: -0.5 },
  pages: { missing: 0, range: 3, same: 2.5, near: 2, close: 0, different: -3 },
  doi: { missing: 0, same: 4, different: -4 },
  pmid: { missing: 0, same: 6, different: -6 },
  abstract: { missing: 0, same: 3, similar: 1, unclear: 0, different: -3 },
  registration: { missing: 0, same: 6, different: -6 },
};

/** What two records that merely share a key start from. */
const prior = -6;
const certainFrom = 3;
const probableFrom = 0;

export function judgePair<Id extends string>(a: NormalCitation<Id>, b: NormalCitation<Id>): Judgement {
  const compared = compare(a, b);
  const findings = findingsOf(compared);
  const odds = findings.reduce((sum, { weight }) => sum + weight, prior);
  const veto = vetoOf(a, b, compared);
  const proof = proofOf(a, b, compared);
  const band: Band =
    veto?.band === 'no' || odds < probableFrom || proof === 'none'
      ? 'no'
      : veto !== null || odds < certainFrom || proof === 'some'
        ? 'probable'
        : 'certain';
  return {
    band,
    score: 1 / (1 + Math.exp(-odds)),
    findings,
    veto,
    relation: band === 'no' ? relationOf(a, b, compared, veto) : null,
  };
}

/** The rule a certain pair rests on: the strongest of its proofs. */
export function joinRuleOf({ findings }: Pick<Judgement, 'findings'>): JoinRule {
  const says = (key: FindingKey): boolean => findings.some((finding) => findingKey(finding) === key);
  if (says('pmid-same')) return 'pmid';
  if (says('doi-same')) return 'doi';
  if (says('registration-same')) return 'registration';
  const samePages = says('pages-same') || says('pages-range');
  if (samePages && says('volume-same')) return 'place';
  if (samePages || says('pages-near')) return 'pages';
  return says('abstract-same') ? 'abstract' : 'description';
}

/** What a person has to settle about a probable pair: the veto, else the field that speaks most against it. */
export function doubtOf({ band, findings, veto }: Pick<Judgement, 'band' | 'findings' | 'veto'>): Doubt {
  if (band === 'certain') return 'fits-two';
  if (veto !== null) return veto.code;
  const against = findings.find(({ weight }) => weight < 0);
  return against === undefined ? 'little-known' : `other-${against.field}`;
}

/** Every finding there can be, so that each of the many pairs holds them and no copy of its own. */
const findingOf = Object.fromEntries(
  Object.entries(weights).map(([field, verdicts]) => [
    field,
    Object.fromEntries(
      Object.entries(verdicts).map(([verdict, weight]) => [verdict, { field, verdict, weight } as Finding]),
    ),
  ]),
) as { readonly [Field in ComparedField]: { readonly [verdict: string]: Finding } };

/** Same volume and page: the journal has another name there (in translation, transliterated), not another identity. */
const otherName: Finding = { field: 'journal', verdict: 'different', weight: 0 };

function findingsOf(compared: Comparison): Finding[] {
  const findings: Finding[] = [];
  const samePlace = isSamePlace(compared);
  for (const field of Object.keys(weights) as ComparedField[]) {
    const verdict = compared[field];
    if (verdict === 'missing' && field !== 'title') continue;
    const finding = findingOf[field][verdict];
    if (finding === undefined) continue;
    findings.push(field === 'journal' && verdict === 'different' && samePlace ? otherName : finding);
  }
  return findings.sort((x, y) => Math.abs(y.weight) - Math.abs(x.weight) || (x.field < y.field ? -1 : 1));
}

/** A title this short may be that of two works by the same authors. */
const shortTitle = 25;

/**
 * What a pair rests on, apart from the score. `full`: a report is known again by its title and by one thing more that only
 * one report has: an identifier, its pages, the text of its abstract; or by title, all authors, journal and year together
 * where nothing else is known. `some`: enough to ask a person. `none`: not even that.
 */
function proofOf(a: NormalCitation, b: NormalCitation, compared: Comparison): 'full' | 'some' | 'none' {
  const { title, authors, year, journal, volume, issue, pages, doi, pmid, abstract } = compared;
  const samePlace = isSamePlace(compared);
  const identified = doi === 'same' || pmid === 'same' || compared.registration === 'same';
  const samePages = pages === 'same' || pages === 'range' || pages === 'near';
  const otherAuthors = authors === 'different';
  const contradicted = otherAuthors || pmid === 'different' || doi === 'different';
  // Pages enough for one report only, by the same people in the same journal: a translated or reworded title.
  const oneRange =
    pages === 'range' &&
    volume === 'same' &&
    journal !== 'different' &&
    authors === 'same' &&
    year === 'same';
  switch (title) {
    case 'different':
      return pmid === 'same' || oneRange ? 'some' : 'none';
    case 'similar':
    case 'other-word':
      if (oneRange && !contradicted) return 'full';
      if (authors === 'some' || otherAuthors) return pmid === 'same' ? 'some' : 'none';
      return identified || samePlace || abstract === 'same' ? 'some' : 'none';
    case 'missing':
    case 'generic':
      if (contradicted || title === 'missing') return identified || samePlace ? 'some' : 'none';
      if (pmid === 'same' || ((doi === 'same' || samePlace) && authors === 'same' && journal !== 'different'))
        return 'full';
      return identified || samePlace ? 'some' : 'none';
    case 'other-number':
      return identified || samePlace ? 'some' : 'none';
    case 'longer':
      if (otherAuthors || pages === 'different') return identified ? 'some' : 'none';
      return !contradicted && (identified || (samePages && journal !== 'different') || samePlace)
        ? 'full'
        : 'some';
    case 'equal':
    case 'spelling': {
      if (otherAuthors) return identified || samePlace || abstract === 'same' ? 'some' : 'none';
      if (contradicted) return 'some';
      if (identified || samePlace) return 'full';
      if (journal === 'different') return 'some';
      if (samePages && (journal === 'same' || authors === 'same')) return 'full';
      if (abstract === 'same' && (year === 'same' || year === 'missing') && volume !== 'different')
        return 'full';
      // A volume belongs to one year: with volume and issue the same, a year that differs is a misprint.
      const sameTime = year === 'same' || (volume === 'same' && issue === 'same');
      const long = Math.min(a.title.compact.length, b.title.compact.length) >= shortTitle;
      // One issue of a journal seldom has two works of one title by the same people, however short it is.
      const oneIssue = volume === 'same' && issue === 'same' && year === 'same';
      return (long || oneIssue) &&
        authors === 'same' &&
        journal === 'same' &&
        sameTime &&
        abstract !== 'different'
        ? 'full'
        : 'some';
    }
  }
}

const titleMatches = (title: TitleRelation): boolean =>
  title === 'equal' || title === 'spelling' || title === 'longer';

function relationOf(
  a: NormalCitation,
  b: NormalCitation,
  compared: Comparison,
  veto: Veto | null,
): Relation | null {
  if (a.register.entry !== undefined || b.register.entry !== undefined) return registeredAs(a, b, compared);
  if (compared.authors === 'different') return null;
  if (veto?.code === 'notice')
    return titleMatches(compared.title) && (a.marks.notice === null) !== (b.marks.notice === null)
      ? 'notice'
      : null;
  if (veto?.code === 'cochrane-version') return 'version';
  if (veto?.code === 'protocol') return compared.title === 'different' ? null : 'reports';
  if (veto !== null && veto.code !== 'place' && veto.code !== 'preprint') return null;
  const known = compared.authors === 'same' || compared.authors === 'most';
  return titleMatches(compared.title) && known ? 'reports' : null;
}

/** A title shorter than this may be that of two trials. */
const telling = 40;

/**
 * The entry of a trial register beside a report, or beside the entry of another register: of one study where they name one
 * number, own or secondary, or where they have one telling title. A register does not list a trial twice.
 */
function registeredAs(a: NormalCitation, b: NormalCitation, compared: Comparison): Relation | null {
  if (a.marks.notice !== b.marks.notice) return null;
  if (shareNumber(a.register, b.register)) return 'reports';
  const [entryA, entryB] = [a.register.entry, b.register.entry];
  if (entryA !== undefined && entryB !== undefined && registerOf(entryA) === registerOf(entryB)) return null;
  const isTelling = Math.min(a.title.compact.length, b.title.compact.length) >= telling;
  return isTelling && (compared.title === 'equal' || compared.title === 'spelling') ? 'reports' : null;
}

/** The letters of a number name its register; European numbers have none. */
const registerOf = (number: string): string => /^[A-Z]*/.exec(number)?.[0] ?? '';
