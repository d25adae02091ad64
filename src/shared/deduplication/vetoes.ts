import type { Comparison } from './compare';
import { cochraneVersion, type NormalCitation } from './normal';

/** Why two records must not be joined, however much else agrees. */
export type VetoCode =
  /** One is an erratum, a retraction or an expression of concern about a report; the other is not, or is another kind. */
  | 'notice'
  /** One answers or comments, the other does not. */
  | 'reply'
  /** One is the protocol or the design paper. */
  | 'protocol'
  /** Part I and part II, first and second report. */
  | 'part'
  /** The titles differ in a number: doses, years, grades, parts without the word. */
  | 'title-number'
  /** Versions of one Cochrane review: each is a publication of its own. */
  | 'cochrane-version'
  /** The DOI is that of a supplement or of a whole issue: it is shared, the titles are not. */
  | 'shared-doi'
  /** PubMed gives each report one number. */
  | 'other-pmid'
  /** Entries of trial registers with different numbers, be they of one trial. */
  | 'other-registration'
  /** The entry of a trial register, and a report. */
  | 'register-entry'
  /** A preprint and what became of it. */
  | 'preprint'
  /** Same title, but another place of publication: annual reports, editorials, one abstract at two meetings. */
  | 'place';

/** `no`: different documents. `probable`: at most a question for a person. */
export type Veto = { readonly code: VetoCode; readonly band: 'no' | 'probable' };

const no = (code: VetoCode): Veto => ({ code, band: 'no' });
const ask = (code: VetoCode): Veto => ({ code, band: 'probable' });

export function vetoOf(a: NormalCitation, b: NormalCitation, compared: Comparison): Veto | null {
  const { title, pages, volume, doi, pmid } = compared;
  const samePages = pages === 'same' || pages === 'range';
  const samePlace = samePages && volume !== 'different' && compared.journal !== 'different';
  const identified = pmid === 'same' || (doi === 'same' && pages !== 'different');
  if (a.marks.notice !== b.marks.notice) return pmid === 'same' || samePlace ? ask('notice') : no('notice');
  const versionA = cochraneVersion(a.doi);
  const versionB = cochraneVersion(b.doi);
  if (versionA && versionB && versionA.review === versionB.review && versionA.version !== versionB.version)
    return no('cochrane-version');
  if (title === 'other-number') return identified && samePlace ? ask('title-number') : no('title-number');
  if (a.marks.part !== b.marks.part && a.marks.part !== null && b.marks.part !== null) return no('part');
  // "…, part II" beside the same title without a number: the first part, or the second written short.
  if ((a.marks.part === null) !== (b.marks.part === null) && title === 'longer' && !identified)
    return ask('part');
  if (a.marks.reply !== b.marks.reply && !identified) return samePlace ? ask('reply') : no('reply');
  if (a.marks.protocol !== b.marks.protocol && !identified)
    return samePlace ? ask('protocol') : no('protocol');
  if (doi === 'same' && title === 'different') return no('shared-doi');
  if (doi === 'same' && (title === 'similar' || title === 'other-word') && !samePages)
    return ask('shared-doi');
  if (pmid === 'different') return samePlace && title === 'equal' ? ask('other-pmid') : no('other-pmid');
  if (compared.registration === 'different' || otherRegistration(a, b)) return no('other-registration');
  if ((a.register.entry === undefined) !== (b.register.entry === undefined) && !identified)
    return no('register-entry');
  if (a.preprint !== b.preprint && doi !== 'same') return no('preprint');
  return otherPlace(a, b, compared);
}

/** Two records without pages whose numbers have nothing in common. */
function otherRegistration(a: NormalCitation, b: NormalCitation): boolean {
  if (a.registrations.length === 0 || b.registrations.length === 0) return false;
  if (a.registrations.some((number) => b.registrations.includes(number))) return false;
  return a.place.start === 0 && b.place.start === 0;
}

/**
 * The same title in two places. Databases misprint one of volume, page and year, seldom two: two that disagree, or a
 * journal and one of them, are another publication. One that disagrees is a question.
 */
function otherPlace(a: NormalCitation, b: NormalCitation, compared: Comparison): Veto | null {
  const { title, journal, volume, issue, pages, year, doi, pmid, abstract } = compared;
  const sameText = abstract === 'same';
  if (pmid === 'same' || (doi === 'same' && (pages !== 'different' || (title === 'equal' && sameText))))
    return null;
  const samePages = pages === 'same' || pages === 'range' || pages === 'near';
  // A supplement holds abstracts; a regular issue the article.
  const supplements = Number(a.place.issue.startsWith('s')) + Number(b.place.issue.startsWith('s'));
  const inSupplement = issue === 'different' && supplements === 1 && !samePages && !sameText;
  const against =
    Number(journal === 'different') +
    Number(volume === 'different') +
    Number(pages === 'different') +
    Number(year === 'different') +
    Number(year === 'next') / 2 +
    Number(doi === 'different') +
    Number(inSupplement);
  const agrees = Number(journal === 'same') + Number(volume === 'same') + Number(samePages);
  if (against >= 1.5 && against > agrees - 1) return no('place');
  if ((a.title.generic || b.title.generic) && against >= 1) return no('place');
  return against >= 1.5 || pages === 'different' || pages === 'close' || inSupplement ? ask('place') : null;
}
