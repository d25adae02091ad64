import { collapseSpace, keywordsIn } from '../fields';
import type { ParseSink } from '../parsed-record';
import { at, childrenOf, elementsIn, textAt, textIn, type XmlElement } from './element';
import { referenceOfEndnote7 } from './endnote-7';
import { readRecords, type ElementReader } from './read-records';

/**
 * EndNote XML, as EndNote writes it (values inside `style` elements, one or several) and as Mendeley, Zotero and others do
 * (values bare).
 */
export function readEndnoteXml(text: string, sink: ParseSink): void {
  const old = /<RECORD>\s{0,40}<REFERENCE_TYPE>/.test(text.slice(0, HEAD));
  readRecords(text, [old ? 'RECORD' : 'record'], old ? referenceOfEndnote7 : reference, sink);
}

/** UTF-16 code units in which the first record begins. */
const HEAD = 64 * 1024;

/** Elements that a field takes, or that say nothing about the work; every other one is kept. */
const taken: ReadonlySet<string> = new Set(
  (
    'database source-app rec-number foreign-keys ref-type contributors titles periodical pages start-page end-page volume number issue dates ' +
    'isbn accession-num electronic-resource-num abstract keywords urls language work-type'
  ).split(' '),
);

const reference: ElementReader = (record) => {
  const titles = at(record, 'titles');
  const periodical = at(record, 'periodical');
  const secondary = textAt(titles, 'secondary-title');
  const journal = secondary ?? textAt(periodical, 'full-title') ?? textAt(titles, 'alt-title');
  const links = urlsOf(at(record, 'urls'));
  const database = `${textAt(record, 'remote-database-name') ?? ''} ${textAt(record, 'remote-database-provider') ?? ''}`;
  const accession = textAt(record, 'accession-num');
  const isPubmed =
    /^PMID/i.test(accession ?? '') ||
    (/pubmed|medline|\bNLM\b/i.test(database) && /^\d{1,8}$/.test(accession ?? ''));
  const type = at(record, 'ref-type')?.attributes['name'];
  const [url, ...more] = links;
  return {
    single: {
      title: textAt(titles, 'title'),
      translatedTitle: textAt(titles, 'translated-title') ?? textAt(record, 'translated-title'),
      year: textAt(record, 'dates', 'year'),
      date: textAt(record, 'dates', 'pub-dates', 'date'),
      journal,
      journalAbbreviation: [
        textAt(periodical, 'abbr-1'),
        textAt(periodical, 'full-title'),
        textAt(titles, 'alt-title'),
      ].find((name) => name !== undefined && name !== journal),
      volume: textAt(record, 'volume'),
      issue: textAt(record, 'number') ?? textAt(record, 'issue'), // Mendeley
      pages: textAt(record, 'pages'),
      startPage: textAt(record, 'start-page'),
      endPage: textAt(record, 'end-page'),
      articleNumber: numberAmongCustom(record, type),
      doi: textAt(record, 'electronic-resource-num'),
      pmid: isPubmed ? accession : undefined,
      pmcid: textAt(record, 'custom2')?.startsWith('PMC') === true ? textAt(record, 'custom2') : undefined,
      accession: isPubmed ? undefined : accession,
      abstract: textAt(record, 'abstract'),
      type: type ?? textAt(record, 'ref-type'),
      language: textAt(record, 'language'),
      issn: textAt(record, 'isbn'),
      url,
    },
    authors: authorsOf(at(record, 'contributors')),
    keywords: childrenOf(at(record, 'keywords'), 'keyword').flatMap((word) => keywordsIn(linesIn(word))),
    links: more,
    notes: textAt(record, 'notes'),
    other: [
      ...otherContributors(at(record, 'contributors')),
      ...otherTitles(titles, journal),
      ...rest(record),
    ],
  };
};

/** EndNote keeps the article number of a journal article in "custom 7". */
function numberAmongCustom(record: XmlElement, type: string | undefined): string | undefined {
  return type === undefined || /journal|electronic article/i.test(type)
    ? textAt(record, 'custom7')
    : undefined;
}

/** A text with the line breaks that part its values; those with an indent behind them are of whoever laid the file out. */
const linesIn = (element: XmlElement): string =>
  textIn(element)
    .replace(/\r\n?/g, '\n')
    .replace(/\n[ \t]{2,}/g, ' ');

const names = (list: XmlElement | undefined): readonly string[] =>
  childrenOf(list, 'author').flatMap((author) =>
    linesIn(author)
      .split(/[\r\n;]+/)
      .map(collapseSpace),
  );

function authorsOf(contributors: XmlElement | undefined): readonly string[] {
  const authors = names(at(contributors, 'authors')).filter((name) => name !== '');
  if (authors.length > 0) return authors;
  return childrenOf(contributors, 'author').map((author) => collapseSpace(textIn(author)));
}

const roles: Readonly<Record<string, string>> = {
  'secondary-authors': 'A2',
  'tertiary-authors': 'A3',
  'subsidiary-authors': 'A4',
  'translated-authors': 'TA',
};

const otherContributors = (contributors: XmlElement | undefined): readonly (readonly [string, string])[] =>
  elementsIn(contributors).flatMap((list) =>
    roles[list.name] === undefined
      ? []
      : names(list).map((name): readonly [string, string] => [roles[list.name] ?? list.name, name]),
  );

const otherTitles = (
  titles: XmlElement | undefined,
  journal: string | undefined,
): readonly (readonly [string, string])[] =>
  elementsIn(titles)
    .filter(({ name }) => name !== 'title' && name !== 'translated-title')
    .map((title): readonly [string, string] => [title.name, collapseSpace(textIn(title))])
    .filter(([, value]) => value !== journal);

const urlsOf = (urls: XmlElement | undefined): readonly string[] =>
  elementsIn(urls)
    .filter(({ name }) => name !== 'pdf-urls')
    .flatMap((group) => (group.name === 'url' ? [group] : childrenOf(group, 'url')))
    .flatMap((url) => linesIn(url).split(/[\r\n]+/))
    .map(collapseSpace)
    .filter((url) => url !== '');

const rest = (record: XmlElement): readonly (readonly [string, string])[] =>
  elementsIn(record)
    .filter(({ name }) => !taken.has(name) && name !== 'translated-title')
    .map((element) => [element.name, textIn(element).replace(/\r\n?/g, '\n').trim()]);
