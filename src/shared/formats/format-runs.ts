import type { FormatName } from './parsed-record';

/** A stretch of a text that is in one format. */
export type FormatRun = { readonly start: number; readonly end: number; readonly format: FormatName };

type Mark = {
  readonly format: FormatName;
  /** What a record of the format begins with: searched at the speed of memory. */
  readonly needle: string;
  /** What must stand there for certain, so that no line of an abstract is taken for a record. */
  readonly certain: RegExp;
};

/** How records of the line formats begin, for certain. */
const marks: readonly Mark[] = [
  { format: 'ris', needle: 'TY  - ', certain: /TY {2}- [A-Z]{3,6}[ \t]{0,8}[\r\n]/y },
  {
    format: 'nbib',
    needle: 'PMID- ',
    certain: /PMID- \d{1,8}[ \t]{0,8}(?:\r\n?|\n)[A-Z]{2,4} {0,2}- /y,
  },
  { format: 'wos', needle: 'FN ', certain: /FN (?:Clarivate|Thomson|ISI)/y },
  {
    format: 'enw',
    needle: '%0 ',
    certain: /%0 [A-Z][A-Za-z ]{2,30}(?:\r\n?|\n)%[A-Z@!~] /y,
  },
  {
    format: 'bibtex',
    needle: '@',
    certain:
      /@(?:article|book|inbook|incollection|inproceedings|conference|misc|online|phdthesis|thesis|report|techreport|unpublished)\s{0,4}[{(]\s{0,4}[^\s,{}()="]{1,100}\s{0,4},/iy,
  },
  {
    format: 'pubmed-xml',
    needle: '<?xml ',
    certain:
      /<\?xml [^<>]{0,100}\?>\s{0,20}(?:<!DOCTYPE PubmedArticleSet\b[^<>]{0,300}>\s{0,20})?<PubmedArticleSet>/y,
  },
  {
    format: 'endnote-xml',
    needle: '<?xml ',
    certain: /<\?xml [^<>]{0,100}\?>\s{0,20}<xml>\s{0,20}<records>/y,
  },
];

/** Formats that people put one behind the other in one file; behind tables, JSON and XML the line formats may stand. */
const joinable: ReadonlySet<FormatName> = new Set(
  'ris nbib wos enw bibtex refworks csv tsv csl-json openalex-json json endnote-xml pubmed-xml zotero-rdf'.split(
    ' ',
  ) as FormatName[],
);

/**
 * The stretches of a text that was put together from exports of several formats, in order; one stretch for nearly all
 * files. The first is in the format given; each later one begins where a record of another format certainly does.
 */
export function formatRuns(text: string, format: FormatName): readonly FormatRun[] {
  const whole = [{ start: 0, end: text.length, format }];
  if (!joinable.has(format)) return whole;
  const others = marks.filter((mark) => mark.format !== format);
  if (!others.some((mark) => placesOf(text, mark, true).length > 0)) return whole;
  const places = marks
    .flatMap((mark) => placesOf(text, mark, false).map((at) => ({ at, format: mark.format })))
    .sort((a, b) => a.at - b.at);
  const runs: FormatRun[] = [];
  let start = 0;
  let current = format;
  for (const place of places) {
    if (place.format === current) continue;
    if (place.at > start) runs.push({ start, end: place.at, format: current });
    start = place.at;
    current = place.format;
  }
  runs.push({ start, end: text.length, format: current });
  return runs;
}

/** Where records of a format certainly begin a line; only the first if that is enough. */
function placesOf(text: string, { needle, certain }: Mark, first: boolean): readonly number[] {
  const places: number[] = [];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const before = at === 0 ? 10 : text.charCodeAt(at - 1);
    if (before !== 10 && before !== 13 && before !== 0xfeff) continue;
    certain.lastIndex = at;
    if (!certain.test(text)) continue;
    places.push(at);
    if (first) return places;
  }
  return places;
}
