import { collapseSpace } from '../fields';
import type { ParseSink } from '../parsed-record';
import { at, childrenOf, elementsIn, textAt, textIn, type XmlElement } from './element';
import { readRecords, type ElementReader } from './read-records';

/**
 * Articles in JATS (NISO Z39.96, https://jats.nlm.nih.gov), as PubMed Central and publishers keep them, one or a set of
 * them. A record is what stands in front of an article; its text, its references and its sub-articles are passed over.
 */
export function readJats(text: string, sink: ParseSink): void {
  readRecords(text, ['article'], article, sink);
}

const article: ElementReader = (element) => {
  const journal = at(element, 'front', 'journal-meta');
  const meta = at(element, 'front', 'article-meta') ?? at(element, 'front-stub');
  const titles = at(meta, 'title-group');
  const people = childrenOf(meta, 'contrib-group').flatMap((group) => childrenOf(group, 'contrib'));
  const published = dateOfIssue(meta);
  const ids = idsOf(meta);
  const abstracts = childrenOf(meta, 'abstract');
  const main = abstracts.find(({ attributes }) => !besideAbstract.test(attributes['abstract-type'] ?? ''));
  return {
    single: {
      title: titleOf(titles, 'article-title', 'subtitle'),
      translatedTitle: titleOf(at(titles, 'trans-title-group') ?? titles, 'trans-title', 'trans-subtitle'),
      year: textAt(published, 'year') ?? published?.attributes['iso-8601-date'],
      date: dateText(published),
      journal: textAt(journal, 'journal-title-group', 'journal-title') ?? textAt(journal, 'journal-title'),
      journalAbbreviation:
        textAt(journal, 'journal-title-group', 'abbrev-journal-title') ??
        textAt(journal, 'abbrev-journal-title') ??
        journalIdOf(journal),
      volume: textAt(meta, 'volume'),
      issue: textAt(meta, 'issue') ?? textAt(meta, 'supplement'),
      pages: textAt(meta, 'page-range'),
      startPage: textAt(meta, 'fpage'),
      endPage: textAt(meta, 'lpage'),
      articleNumber: textAt(meta, 'elocation-id'),
      doi: ids.get('doi'),
      pmid: ids.get('pmid'),
      pmcid: ids.get('pmcid') ?? ids.get('pmc'),
      registration: registrationsOf(meta),
      abstract: main === undefined ? undefined : abstractText(main),
      type: element.attributes['article-type'],
      language: element.attributes['xml:lang'],
      issn: childrenOf(journal, 'issn').map(plain).join('; ') || undefined,
      url: childrenOf(meta, 'self-uri')
        .map(({ attributes }) => attributes['xlink:href'] ?? '')
        .find((address) => /^https?:/i.test(address)),
    },
    authors: people.filter(isAuthor).flatMap(namesOf),
    keywords: childrenOf(meta, 'kwd-group')
      .filter(({ attributes }) => !/^abbr/i.test(attributes['kwd-group-type'] ?? ''))
      .flatMap((group) => deep(group, 'kwd').map(plain)),
    other: [
      ...people
        .filter((person) => !isAuthor(person))
        .flatMap((person) =>
          namesOf(person).map((name): [string, string] => [
            person.attributes['contrib-type'] ?? 'contributor',
            name,
          ]),
        ),
      ...deep(at(meta, 'article-categories'), 'subject').map((one): [string, string] => [
        'subject',
        plain(one),
      ]),
      ...abstracts
        .filter((abstract) => abstract !== main)
        .map((abstract): [string, string] => [
          abstract.attributes['abstract-type'] ?? 'abstract',
          abstractText(abstract),
        ]),
      ...childrenOf(meta, 'trans-abstract').map((abstract): [string, string] => [
        'trans-abstract',
        abstractText(abstract),
      ]),
      ...relationsOf(meta),
      ['publisher', textAt(journal, 'publisher', 'publisher-name') ?? ''],
      ['funding', deep(at(meta, 'funding-group'), 'funding-source').map(plain).join('; ')],
      ['publisher-id', ids.get('publisher-id') ?? ''],
    ],
  };
};

const plain = (element: XmlElement): string => collapseSpace(textIn(element));

/** All elements of that name inside an element, however deep. */
const deep = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) => (child.name === name ? [child] : deep(child, name)));

/** Abstracts of other kinds than the one a reader screens by. */
const besideAbstract =
  /graphical|teaser|toc|summary|plain|lay|key[- ]?points?|highlights|precis|editor|video|stereo|web/i;

/** Marks of footnotes and the numbers of parts are no text of a title or an abstract. */
const notText: ReadonlySet<string> = new Set(['xref', 'fn', 'object-id', 'label', 'graphic', 'tex-math']);

function withoutNotes(element: XmlElement): XmlElement {
  const content = element.content
    .filter((child) => typeof child === 'string' || !notText.has(child.name))
    .map((child) => (typeof child === 'string' ? child : withoutNotes(child)));
  return { ...element, content };
}

function titleOf(group: XmlElement | undefined, main: string, below: string): string | undefined {
  const of = (name: string): string => {
    const found = at(group, name);
    return found === undefined ? '' : plain(withoutNotes(found));
  };
  const title = of(main);
  const subtitle = of(below);
  if (title === '') return undefined;
  if (subtitle === '') return title;
  return /[?!.:]$/.test(title) ? `${title} ${subtitle}` : `${title}: ${subtitle}`;
}

/** Sections joined by a space, each behind its title ("Methods: …"). */
function abstractText(abstract: XmlElement): string {
  const parts = (element: XmlElement): string =>
    element.content
      .map((child) => {
        if (typeof child === 'string') return child;
        if (child.name === 'title')
          return element.name === 'abstract' ? '' : `${plain(child).replace(/[.:]$/, '')}: `;
        if (child.name === 'p' && ownDoi.test(plain(child))) return '';
        return blocks.has(child.name) ? ` ${parts(child)} ` : textIn(child);
      })
      .join('');
  return collapseSpace(parts(withoutNotes(abstract)));
}

/** A paragraph that only gives the DOI of the abstract. */
const ownDoi = /^DOI: ?https?:\/\/\S{1,100}$/i;

const blocks: ReadonlySet<string> = new Set('sec p list list-item def-list def-item disp-formula'.split(' '));

const isAuthor = ({ attributes }: XmlElement): boolean =>
  /^author|^$|^collab$|^corresp/i.test(attributes['contrib-type'] ?? '');

/** One name in most cases: that of a person, in the first of its spellings, or of a group. */
function namesOf(person: XmlElement): readonly string[] {
  const name = at(person, 'name') ?? at(person, 'name-alternatives', 'name');
  if (name !== undefined) {
    const family = textAt(name, 'surname') ?? '';
    const given = [textAt(name, 'given-names'), textAt(name, 'suffix')].filter(Boolean).join(' ');
    if (family === '') return given === '' ? [] : [given];
    return [given === '' ? family : `${family}, ${given}`];
  }
  const group = at(person, 'collab') ?? at(person, 'collab-alternatives', 'collab');
  if (group !== undefined) {
    const own = { ...group, content: group.content.filter((child) => !isList(child)) };
    return [plain(withoutNotes(own)).replace(/[,;:]$/, '')].filter(Boolean);
  }
  const whole = textAt(person, 'string-name');
  return whole === undefined ? [] : [whole];
}

/** The members of a group stand in it. */
const isList = (child: XmlElement | string): boolean =>
  typeof child !== 'string' && (child.name === 'contrib-group' || child.name === 'contrib');

function idsOf(meta: XmlElement | undefined): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  for (const id of childrenOf(meta, 'article-id')) {
    const kind = (id.attributes['pub-id-type'] ?? '').toLowerCase();
    if (!ids.has(kind)) ids.set(kind, plain(id));
  }
  return ids;
}

const journalIdOf = (journal: XmlElement | undefined): string | undefined => {
  const id = ['nlm-ta', 'iso-abbrev'].flatMap((kind) =>
    childrenOf(journal, 'journal-id').filter(({ attributes }) => attributes['journal-id-type'] === kind),
  )[0];
  return id === undefined ? undefined : plain(id);
};

/** Kinds of dates, by old and by new names: that of the issue before that of the first showing. */
const dateKinds: readonly RegExp[] = [
  /^ppub$/,
  /^pub print$/,
  /^epub-ppub$/,
  /^collection/,
  /^pub/,
  /^epub$/,
];

/** The date of the issue, which is the one that works are cited by. */
function dateOfIssue(meta: XmlElement | undefined): XmlElement | undefined {
  const dates = childrenOf(meta, 'pub-date').map((date) => {
    const { attributes } = date;
    const format = attributes['publication-format'];
    const kind = attributes['pub-type'] ?? attributes['date-type'] ?? '';
    return { date, kind: format === undefined ? kind : `${kind} ${format}` };
  });
  const wanted = dateKinds.flatMap((pattern) => dates.filter(({ kind }) => pattern.test(kind)));
  return (wanted[0] ?? dates[0])?.date;
}

/** "2013-03-12", "2013-03", or "2013 Spring"; undefined where there is but a year. */
function dateText(date: XmlElement | undefined): string | undefined {
  const year = textAt(date, 'year');
  const month = textAt(date, 'month');
  const season = textAt(date, 'season');
  const day = textAt(date, 'day');
  if (year === undefined) return date?.attributes['iso-8601-date'];
  if (month === undefined) return season === undefined ? undefined : `${year} ${season}`;
  if (!/^\d{1,2}$/.test(month)) return [year, month, day].filter(Boolean).join(' ');
  return [year, month, day].flatMap((part) => (part === undefined ? [] : [part.padStart(2, '0')])).join('-');
}

/** Trials an article reports, where it names them in elements of their own. */
function registrationsOf(meta: XmlElement | undefined): string | undefined {
  const named = deep(meta, 'related-object').map(
    ({ attributes }) => attributes['document-id'] ?? attributes['object-id'] ?? '',
  );
  const linked = deep(meta, 'ext-link')
    .filter(({ attributes }) => /clintrial|ctgov/i.test(attributes['ext-link-type'] ?? ''))
    .map(plain);
  return [...named, ...linked].filter(Boolean).join('; ') || undefined;
}

/** Links between articles, by the tags of MEDLINE for them. */
const relations: Readonly<Record<string, string>> = {
  'corrected-article': 'EFR',
  'correction-forward': 'EIN',
  'retracted-article': 'ROF',
  'retraction-forward': 'RIN',
  'commentary-article': 'CON',
  commentary: 'CIN',
  'updated-article': 'UOF',
  'update-forward': 'UIN',
  'object-of-concern': 'ECF',
};

const relationsOf = (meta: XmlElement | undefined): readonly (readonly [string, string])[] =>
  childrenOf(meta, 'related-article').map((link) => {
    const kind = link.attributes['related-article-type'] ?? '';
    const address = link.attributes['xlink:href'] ?? '';
    return [relations[kind] ?? (kind || 'related-article'), [plain(link), address].filter(Boolean).join(' ')];
  });
