import { findDoi, sourceLineOf } from '../fields';
import type { SingleField } from './named-fields';

/** ";63(2):103640." with volume, issue and pages; every part but the volume may be missing. Quantifiers are bounded. */
const numbers =
  /[;\s](\d{1,6}[A-Za-z]{0,2})?(?:\(([^()]{1,40})\))?:\s?([A-Za-z]{0,6}\d[\w.-]{0,30}?)\.(?:\s|$)/;

/**
 * Volume, issue and pages of a source line of PubMed: "Eur J Med Genet. 2020 Feb;63(2):103640. doi: …". What the line does
 * not give is absent.
 */
export function readCitation(citation: string): { readonly [field in SingleField]?: string } {
  const found = numbers.exec(citation.slice(0, 500));
  if (found === null) return {};
  const [, volume, issue, pages] = found;
  return {
    ...(volume === undefined ? {} : { volume }),
    ...(issue === undefined ? {} : { issue }),
    ...(pages === undefined ? {} : { pages }),
  };
}

/** "Vos, A., & Mol, B. (2020). Title of it. Journal of X, 12(3), 101–110. https://…", as the APA wants references. */
const apa =
  /^(.{2,3000}?),? \(((?:19|20)\d\d)[a-z]?(?:, [^()]{1,30})?\)\.? (\S.{3,400}?)(?:\.|(?<=[?!])) (?=\p{L}|https?:|doi)(.{0,400})/u;
const apaPlace =
  /^(\p{L}[^.?!]{1,200}?), (\d{1,5}[A-Za-z]?)(?: ?\(([^()]{1,30})\))?(?:, ([A-Za-z]{0,6}\d[\w.\u2010-\u2015-]{0,30}?))?\.?(?:\s|$)/u;

/** Whether a text is a reference in the form of the APA. */
export const isApa = (reference: string): boolean => apa.test(reference);

/**
 * What a reference written out says; where it is none of that form ("Vos et al. (2020)"), the text itself is what a person
 * knows the work by. `names` are its authors.
 */
export function readReference(reference: string): {
  readonly names?: string;
  readonly fields: { readonly [field in SingleField]?: string };
} {
  const text = reference.slice(0, 4_000);
  const [, names, year, title, rest = ''] = apa.exec(text) ?? [];
  if (names === undefined) {
    const inside = /\(((?:19|20)\d\d)[a-z]?\)/.exec(text)?.[1];
    return { fields: given({ title: /\p{L}{3}/u.test(text) ? reference : undefined, year: inside }) };
  }
  const doi = findDoi(rest);
  // A title of several sentences ends where what follows is a journal and a volume.
  for (const end of [0, ...[...rest.matchAll(sentenceEnd)].map(({ index }) => index + 2)]) {
    const place = apaPlace.exec(rest.slice(end));
    if (place === null) continue;
    const [, journal, volume, issue, pages] = place;
    const more = rest.slice(0, end).trim().replace(/\.$/, '');
    const whole = more === '' ? title : `${title}${/[?!]$/.test(title ?? '') ? '' : '.'} ${more}`;
    return { names, fields: given({ title: whole, year, journal, volume, issue, pages, doi }) };
  }
  return { names, fields: given({ title, year, doi }) };
}

const sentenceEnd = /[.?!](?= )/g;

/** "Journal of X, v12 n3 p101-110 Mar 2021", as ERIC writes. */
const eric =
  /^(.{3,200}?),? v(\d{1,5})(?: n(\w{1,10}))?(?:,? pp?([A-Za-z]{0,2}\d[\w-]{0,20}))?[^\d]{0,30}((?:19|20)\d\d)?\b/;
/** "Journal of X 2021 Mar;12(3):101-110", as PEDro and PubMed write; or with the year behind, as LILACS does. */
const withDate = /^(.{3,200}?)[.,;]? ((?:19|20)\d\d)[^;:(]{0,20};/;
/**
 * "Journal of X (2021) 12:3 (101-110). Date of Publication: 1 Mar 2021" or with "Article Number: 24" for the pages, as
 * Embase.com writes.
 */
const embase =
  /^(.{2,250}?) \(((?:19|20)\d\d)\)(?: (\d{1,6}[A-Za-z]{0,3}(?:-\d{1,4})?)\b)?(?::([^().]{1,30}?)| ((?:supp|part|special)[^()]{1,30}?))?(?: \(([^()]{1,40})\))?(?: Article Number: ?([\w.-]{1,30}?))?\.? Date of Publication: ?([^.;]{4,40})/i;
/** What tells the source lines of Ovid from the name of a journal. */
const ovid = /\. \d{1,5}[A-Za-z]?(?: ?\([^()]{1,30}\))?[:,] ?\w/;
const volumeAndIssue = /^(.{3,200}?); ?\d{1,5} ?\([^()]{1,30}\): ?\w/;

/**
 * What the source line of a table says beside the journal; undefined where the cell holds but a name. Journals have digits
 * in their names, so that only lines in the form of one of the services are taken apart.
 */
export function placeInSource(cell: string): { readonly [field in SingleField]?: string } | undefined {
  const line = cell.slice(0, 500);
  if (!/\d/.test(line)) return undefined;
  const inEmbase = embase.exec(line);
  if (inEmbase !== null) {
    const [, journal, year, volume, issue, supplement, pages, articleNumber, date] = inEmbase;
    return given({ journal, year, volume, issue: issue ?? supplement, pages, articleNumber, date });
  }
  const [, journal, volume, issue, pages, year] = eric.exec(line) ?? [];
  if (journal !== undefined && volume !== undefined) return given({ journal, volume, issue, pages, year });
  const dated = withDate.exec(line);
  const numbered = readCitation(`${line}.`);
  if (dated !== null && numbered.volume !== undefined)
    return given({ journal: dated[1], year: dated[2], ...numbered });
  const behind = volumeAndIssue.exec(line);
  if (behind !== null) return given({ ...sourceLineOf(line), journal: behind[1] });
  return ovid.test(line) ? given(sourceLineOf(line)) : undefined;
}

const given = (place: { readonly [field in SingleField]?: string | undefined }): {
  readonly [field in SingleField]?: string;
} => Object.fromEntries(Object.entries(place).filter(([, value]) => value !== undefined));
