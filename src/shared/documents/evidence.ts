import { bare, bareWords, doisIn, familyOf, type FileFacts, type ReportFacts } from './match-facts';

/** What speaks for a file being a report, and where it was seen. */
export type Evidence =
  | 'doi-in-name'
  | 'doi-on-page'
  | 'doi-in-properties'
  | 'pmid-in-name'
  | 'pmid-on-page'
  | 'title-on-page'
  | 'title-in-properties'
  | 'title-in-name'
  | 'nearly-title-on-page'
  | 'authors-year-in-name'
  | 'authors-year-on-page'
  | 'registration-on-page';

/** A file made ready for comparing: everything that is asked of it for every report, once. */
export type ReadyFile = {
  readonly bareName: string;
  readonly nameWords: readonly string[];
  readonly numbersInName: readonly string[];
  readonly doisOnPages: ReadonlySet<string>;
  readonly doisOnFirst: readonly string[];
  readonly doisInProperties: ReadonlySet<string>;
  readonly pmidsOnPages: ReadonlySet<string>;
  readonly pmidNamed: boolean;
  readonly bareTops: readonly string[];
  readonly topWords: ReadonlySet<string>;
  readonly bareText: string;
  readonly bareTitle: string;
  readonly years: ReadonlySet<string>;
};

/** How much of a page is its top, where title and authors stand, in letters. */
const top = 1_800;

export function readyFile({ name, pages, title = '', properties = '' }: FileFacts): ReadyFile {
  const stem = name.replace(/\.pdf$/iu, '');
  const text = pages.join('\n');
  const tops = pages.map((page) => page.slice(0, top));
  return {
    bareName: bare(decoded(stem)),
    nameWords: bareWords(decoded(stem)),
    numbersInName: stem.match(/(?<!\d)\d{5,8}(?!\d)/gu) ?? [],
    doisOnPages: new Set(doisIn(text)),
    doisOnFirst: doisIn(pages[0] ?? ''),
    doisInProperties: new Set(doisIn(properties)),
    pmidsOnPages: new Set(
      [...text.matchAll(/\bPMID\s{0,3}[:=]?\s{0,3}0{0,3}(\d{5,8})(?!\d)/giu)].flatMap(
        ([, pmid]) => pmid ?? [],
      ),
    ),
    pmidNamed: /pmid|pubmed/iu.test(stem) || /^\D{0,2}\d{5,8}$/u.test(stem.trim()),
    bareTops: tops.map(bare),
    topWords: new Set(tops.flatMap(bareWords)),
    bareText: bare(text),
    bareTitle: bare(title),
    years: new Set(text.slice(0, 4_000).match(/\b(?:19|20)\d{2}\b/gu) ?? []),
  };
}

/** File names carry DOIs with the slash written as something else. */
function decoded(stem: string): string {
  try {
    return decodeURIComponent(stem);
  } catch {
    return stem;
  }
}

/** A report made ready for comparing. */
export type ReadyReport<Id extends string = string> = {
  readonly id: Id;
  readonly doi: string | undefined;
  readonly doiWords: readonly string[];
  readonly bareDoi: string;
  readonly bareSuffix: string;
  readonly pmid: string | undefined;
  readonly titles: readonly string[];
  readonly titleWords: readonly string[];
  readonly families: readonly string[];
  readonly year: string | undefined;
  readonly registrations: readonly string[];
};

export function readyReport<Id extends string>(report: ReportFacts<Id>): ReadyReport<Id> {
  const doi = report.doi?.toLowerCase();
  return {
    id: report.id,
    doi,
    doiWords: bareWords(doi ?? ''),
    bareDoi: bare(doi ?? ''),
    bareSuffix: bare(doi?.slice(doi.indexOf('/') + 1) ?? ''),
    pmid: report.pmid,
    titles: [report.title, report.translatedTitle].map((title) => bare(title ?? '')).filter(isTelling),
    titleWords: bareWords(report.title ?? '').filter((word) => word.length > 3),
    families: report.authors
      .slice(0, 6)
      .map(familyOf)
      .filter((name) => name.length > 1),
    year: report.year === undefined ? undefined : String(report.year),
    registrations: (report.registrations ?? []).map(bare).filter((number) => number.length >= 6),
  };
}

/** Shorter titles ("Peer support") stand on pages that are not theirs. */
const isTelling = (title: string): boolean => title.length >= 25;

/** Everything that speaks for `file` being `report`. */
export function evidenceFor(file: ReadyFile, report: ReadyReport): Evidence[] {
  const found: Evidence[] = [];
  const { doi, doiWords, bareDoi, bareSuffix, pmid, titles, titleWords, families, year, registrations } =
    report;
  if (doi !== undefined) {
    const whole = file.bareName === bareDoi || (bareSuffix.length >= 8 && file.bareName === bareSuffix);
    if (whole || spaced(file.nameWords).includes(spaced(doiWords))) found.push('doi-in-name');
    if (file.doisOnPages.has(doi)) found.push('doi-on-page');
    if (file.doisInProperties.has(doi)) found.push('doi-in-properties');
  }
  if (pmid !== undefined) {
    if (file.pmidNamed && file.numbersInName.includes(pmid)) found.push('pmid-in-name');
    if (file.pmidsOnPages.has(pmid)) found.push('pmid-on-page');
  }
  if (titles.some((title) => file.bareTops.some((page) => page.includes(title)))) found.push('title-on-page');
  else if (titleWords.length >= 5 && share(titleWords, file.topWords) >= 0.85)
    found.push('nearly-title-on-page');
  if (titles.some((title) => file.bareTitle.includes(title))) found.push('title-in-properties');
  if (titles.some((title) => isTitleInName(title, file.bareName))) found.push('title-in-name');

  const [first] = families;
  if (first !== undefined && year !== undefined) {
    const named = file.nameWords.join(' ').includes(year) && file.bareName.includes(first);
    if (named) found.push('authors-year-in-name');
    const known = families.filter((family) => file.bareTops.some((page) => page.includes(family)));
    if (file.years.has(year) && known.includes(first) && known.length >= Math.min(2, families.length))
      found.push('authors-year-on-page');
  }
  if (registrations.some((number) => file.bareText.includes(number))) found.push('registration-on-page');
  return found;
}

/** Words in a row are looked for whole: 10.1000/a.3 is not in 10.1000/a.30. */
const spaced = (words: readonly string[]): string => ` ${words.join(' ')} `;

const share = (words: readonly string[], among: ReadonlySet<string>): number =>
  words.filter((word) => among.has(word)).length / words.length;

/** Names are cut short: the beginning of a title is enough when it is long. */
function isTitleInName(title: string, name: string): boolean {
  if (name.includes(title)) return true;
  const beginning = title.slice(0, 40);
  return beginning.length >= 35 && name.includes(beginning);
}
