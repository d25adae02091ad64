import { recordOfFields } from '../delimited';
import { collapseSpace, standardNumbersOf } from '../fields';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { at, childrenOf, elementsIn, textAt, textIn, type XmlElement } from './element';
import { parseElements } from './parse-element';

/** Top-level elements that are no works of their own: notes, files, collections, and containers that works point to. */
const notWorks: ReadonlySet<string> = new Set(
  'z:Attachment bib:Memo z:Collection bib:Journal bib:Periodical bib:Series z:UserItem'.split(' '),
);

/**
 * RDF as Zotero exports it. Items point to journals, series and files by address, which may stand anywhere in the file, so
 * the whole file is parsed before the first record is delivered.
 */
export function readZoteroRdf(text: string, sink: ParseSink): void {
  const { elements, faults, unexpanded } = parseElements(text);
  const root = elements.find(({ name }) => /^rdf:RDF$/i.test(name));
  const items = itemsIn(root === undefined ? elements : elementsIn(root));
  const last = items.at(-1)?.line ?? 0;
  const unsound = faults.filter((fault) => !/^unclosed tag|^unexpected end/.test(fault));
  if (faults.length > unsound.length) {
    reportProblem(sink, last, 'truncated', 'The file ends inside an item; what was there is kept.');
  }
  if (unsound.length > 0) {
    const message = `The markup is not sound (${unsound.join(' ')}); it was read as far as it goes.`;
    reportProblem(sink, 0, 'malformed-xml', message);
  }
  if (unexpanded !== undefined) {
    const message = `The reference ${unexpanded} stands for nothing known here; entities of a document type are never expanded.`;
    reportProblem(sink, 0, 'entity-not-expanded', message, unexpanded);
  }
  const containers = new Map<string, XmlElement>();
  for (const element of items) {
    const about = element.attributes['rdf:about'];
    if (about !== undefined) containers.set(about, element);
  }
  for (const element of items) {
    if (isWork(element))
      sink.record(recordOfFields({ ...workFields(element, containers), line: element.line }, sink));
  }
}

/** Items, and those that an item whose end tag is lost has swallowed. */
function itemsIn(elements: readonly XmlElement[]): readonly XmlElement[] {
  return elements.flatMap((element) => [element, ...itemsIn(elementsIn(element).filter(isSwallowed))]);
}

const isSwallowed = (element: XmlElement): boolean =>
  element.attributes['rdf:about'] !== undefined && at(element, 'z:itemType') !== undefined;

/** A journal or book that works point to is none of the search; a book with an item type is. */
function isWork(element: XmlElement): boolean {
  if (notWorks.has(element.name)) return false;
  const type = textAt(element, 'z:itemType');
  if (type !== undefined) return type !== 'attachment' && type !== 'note' && type !== 'annotation';
  return at(element, 'dc:title') !== undefined && at(element, 'bib:authors') !== undefined;
}

type Fields = Omit<Parameters<typeof recordOfFields>[0], 'line'>;

function workFields(work: XmlElement, containers: ReadonlyMap<string, XmlElement>): Fields {
  const parts = childrenOf(work, 'dcterms:isPartOf').flatMap((part) => {
    const inside = elementsIn(part);
    const pointed = containers.get(part.attributes['rdf:resource'] ?? '');
    return inside.length > 0 ? inside : pointed === undefined ? [] : [pointed];
  });
  const container = parts.find(({ name }) => name !== 'bib:Series') ?? parts[0];
  const identifiers = [work, ...parts].flatMap((element) => childrenOf(element, 'dc:identifier'));
  const plain = identifiers.map((identifier) => collapseSpace(textIn(identifier)));
  const numbers = standardNumbersOf(plain.filter((value) => /^IS[SB]N\b/i.test(value)).join(' ; '));
  const extra = childrenOf(work, 'dc:description').map(textIn).join('\n');
  const type = textAt(work, 'z:itemType');
  return {
    single: {
      title: textAt(work, 'dc:title'),
      year: textAt(work, 'dc:date'),
      date: textAt(work, 'dc:date'),
      journal: textAt(container, 'dc:title') ?? textAt(work, 'bib:presentedAt', 'bib:Conference', 'dc:title'),
      journalAbbreviation: textAt(container, 'dcterms:alternative'),
      volume: textAt(container, 'prism:volume') ?? textAt(work, 'prism:volume'),
      issue: textAt(container, 'prism:number') ?? textAt(work, 'prism:number'),
      pages: textAt(work, 'bib:pages'),
      doi: plain.find((value) => /^DOI\b/i.test(value)),
      abstract: textAt(work, 'dcterms:abstract'),
      type: type ?? work.name.replace('bib:', ''),
      language: textAt(work, 'z:language'),
      issn: numbers.issn,
      isbn: numbers.isbn,
      url:
        textAt(identifiers.find((identifier) => at(identifier, 'dcterms:URI') !== undefined)) ??
        addressOf(work.attributes['rdf:about']),
    },
    authors: peopleIn(at(work, 'bib:authors')),
    keywords: childrenOf(work, 'dc:subject').map(textIn),
    notes: extra,
    other: [
      ...peopleIn(at(work, 'bib:editors')).map((name): [string, string] => ['editor', name]),
      ['publisher', textAt(work, 'dc:publisher', 'foaf:Organization', 'foaf:name') ?? ''],
      ['place', textAt(work, 'dc:publisher', 'foaf:Organization', 'vcard:adr') ?? ''],
      ...kept(work),
    ],
  };
}

const addressOf = (about: string | undefined): string | undefined =>
  about !== undefined && /^https?:/i.test(about) ? about : undefined;

const peopleIn = (list: XmlElement | undefined): readonly string[] =>
  elementsIn(list)
    .flatMap((sequence) => childrenOf(sequence, 'rdf:li'))
    .map((entry) => at(entry, 'foaf:Person'))
    .flatMap((person) => {
      const family = textAt(person, 'foaf:surname') ?? textAt(person, 'foaf:name');
      const given = textAt(person, 'foaf:givenName') ?? textAt(person, 'foaf:givenname');
      if (family === undefined) return given === undefined ? [] : [given];
      return [given === undefined ? family : `${family}, ${given}`];
    });

const taken: ReadonlySet<string> = new Set(
  'z:itemType dcterms:isPartOf bib:authors bib:editors dc:title dcterms:abstract dc:date z:language dc:identifier dc:subject dc:publisher bib:pages link:link'.split(
    ' ',
  ),
);

const kept = (work: XmlElement): readonly (readonly [string, string])[] =>
  elementsIn(work)
    .filter(({ name }) => !taken.has(name))
    .map((element): [string, string] => [
      element.name.replace(/^[a-z]+:/, ''),
      collapseSpace(textIn(element)),
    ]);
