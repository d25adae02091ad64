import { collapseSpace } from '../fields';
import type { ParseSink } from '../parsed-record';
import { at, childrenOf, elementsIn, textAt, textIn, withoutPrefixes, type XmlElement } from './element';
import { readRecords, type ElementReader } from './read-records';

/**
 * MODS of the Library of Congress (https://www.loc.gov/standards/mods/), as library catalogues, repositories, Zotero and
 * bibutils write it; elements may carry a prefix ("mods:title").
 */
export function readModsXml(text: string, sink: ParseSink): void {
  readRecords(text, ['mods', 'mods:mods'], (element) => work(withoutPrefixes(element)), sink);
}

/** Elements of a work that fields take; `note`, `classification`, `location` and the like are kept. */
const taken: ReadonlySet<string> = new Set(
  'titleInfo name genre typeOfResource originInfo language abstract subject relatedItem identifier part recordInfo'.split(
    ' ',
  ),
);

const work: ElementReader = (element) => {
  const host = childrenOf(element, 'relatedItem').find(({ attributes }) => attributes['type'] === 'host');
  const parts = [at(element, 'part'), at(host, 'part')];
  const names = childrenOf(element, 'name');
  const own = identifiersOf(element);
  const ofHost = identifiersOf(host);
  const one = (kind: string): string | undefined => own.get(kind)?.[0] ?? ofHost.get(kind)?.[0];
  const all = (kind: string): string | undefined =>
    [...(own.get(kind) ?? []), ...(ofHost.get(kind) ?? [])].join('; ') || undefined;
  const genres = childrenOf(element, 'genre').map(spaced);
  return {
    single: {
      title: titleOf(element),
      translatedTitle: titleOf(element, 'translated'),
      year: dateOf([element, host], parts),
      date: dateOf([element, host], parts),
      journal: titleOf(host),
      journalAbbreviation: titleOf(host, 'abbreviated'),
      volume: numberOf(parts, 'volume'),
      issue: numberOf(parts, 'issue') ?? numberOf(parts, 'number'),
      ...pagesOf(parts),
      doi: one('doi'),
      pmid: one('pmid') ?? one('pubmed'),
      pmcid: one('pmcid') ?? one('pmc'),
      accession:
        one('accession') ??
        one('local') ??
        textAt(element, 'recordInfo', 'recordIdentifier') ??
        one('citekey'),
      abstract: childrenOf(element, 'abstract').map(spaced).filter(Boolean).join(' ') || undefined,
      type: genres.filter(Boolean).join('; ') || textAt(element, 'typeOfResource'),
      language:
        childrenOf(element, 'language')
          .map((language) => textAt(language, 'languageTerm') ?? spaced(language))
          .join('; ') || undefined,
      issn: all('issn'),
      isbn: all('isbn'),
      url: textAt(element, 'location', 'url') ?? one('uri') ?? one('hdl'),
    },
    authors: names.filter(isAuthor).map(nameOf),
    keywords: childrenOf(element, 'subject').flatMap((subject) =>
      ['topic', 'geographic', 'temporal'].flatMap((kind) => childrenOf(subject, kind).map(textIn)),
    ),
    other: [
      ...names
        .filter((name) => !isAuthor(name))
        .map((name): [string, string] => [roleOf(name) ?? 'name', nameOf(name)]),
      [
        'publisher',
        textAt(element, 'originInfo', 'publisher') ?? textAt(host, 'originInfo', 'publisher') ?? '',
      ],
      ...elementsIn(element)
        .filter(({ name }) => !taken.has(name))
        .map((one): [string, string] => [one.name, spaced(one)]),
    ],
  };
};

const spaced = (element: XmlElement): string => collapseSpace(textIn(element));

/** "nonSort title: subTitle. partNumber, partName" of the title of one kind; the main one has no type. */
function titleOf(element: XmlElement | undefined, type?: string): string | undefined {
  const info = childrenOf(element, 'titleInfo').find(({ attributes }) => attributes['type'] === type);
  const main = textAt(info, 'title');
  if (main === undefined) return undefined;
  const start = textAt(info, 'nonSort');
  const subtitle = textAt(info, 'subTitle');
  const part = [textAt(info, 'partNumber'), textAt(info, 'partName')].filter(Boolean).join(', ');
  const apostrophe = start !== undefined && /['’]$/.test(start) ? '' : ' ';
  return `${start === undefined ? '' : `${start}${apostrophe}`}${main}${subtitle === undefined ? '' : `: ${subtitle}`}${part === '' ? '' : `. ${part}`}`;
}

const roleOf = (name: XmlElement): string | undefined =>
  textAt(name, 'role', 'roleTerm') ?? textAt(name, 'role', 'text');

/** A name without a role is that of an author. */
const isAuthor = (name: XmlElement): boolean => {
  const role = roleOf(name);
  return role === undefined || /^(?:aut|author|cre|creator|ctb)$/i.test(role);
};

function nameOf(name: XmlElement): string {
  const parts = childrenOf(name, 'namePart');
  const of = (type: string): string =>
    parts
      .filter(({ attributes }) => attributes['type'] === type)
      .map(spaced)
      .join(' ');
  const family = of('family');
  const given = [of('given'), of('termsOfAddress')].filter(Boolean).join(' ');
  if (family !== '') return given === '' ? family : `${family}, ${given}`;
  return (
    parts
      .filter(({ attributes }) => attributes['type'] !== 'date')
      .map(spaced)
      .join(', ') ||
    (textAt(name, 'displayForm') ?? '')
  );
}

function identifiersOf(element: XmlElement | undefined): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const id of childrenOf(element, 'identifier')) {
    const kind = (id.attributes['type'] ?? '').toLowerCase();
    if (id.attributes['invalid'] === 'yes') continue;
    ids.set(kind, [...(ids.get(kind) ?? []), spaced(id)]);
  }
  return ids;
}

const dateNames = ['dateIssued', 'copyrightDate', 'dateCreated', 'dateOther'];

function dateOf(
  elements: readonly (XmlElement | undefined)[],
  parts: readonly (XmlElement | undefined)[],
): string | undefined {
  const origins = elements.flatMap((element) => childrenOf(element, 'originInfo'));
  const dates = dateNames.flatMap((name) => origins.flatMap((origin) => childrenOf(origin, name)));
  return [...dates.map(spaced), ...parts.map((part) => textAt(part, 'date') ?? '')].find(
    (date) => date !== '',
  );
}

const numberOf = (parts: readonly (XmlElement | undefined)[], type: string): string | undefined =>
  parts
    .flatMap((part) => childrenOf(part, 'detail'))
    .filter(({ attributes }) => attributes['type'] === type)
    .map((detail) => textAt(detail, 'number') ?? textAt(detail, 'caption'))
    .find((number) => number !== undefined);

function pagesOf(parts: readonly (XmlElement | undefined)[]): {
  readonly pages?: string | undefined;
  readonly startPage?: string | undefined;
  readonly endPage?: string | undefined;
} {
  const extents = parts.flatMap((part) => childrenOf(part, 'extent'));
  const extent = extents.find(({ attributes }) => /^pages?$/i.test(attributes['unit'] ?? 'page'));
  return {
    pages: textAt(extent, 'list') ?? numberOf(parts, 'page'),
    startPage: textAt(extent, 'start'),
    endPage: textAt(extent, 'end'),
  };
}
