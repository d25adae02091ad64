import { collapseSpace } from '../fields';
import type { ParseSink } from '../parsed-record';
import { at, childrenOf, elementsIn, textAt, textIn, withoutPrefixes, type XmlElement } from './element';
import { readRecords, type ElementReader } from './read-records';

/**
 * Works in TEI (https://tei-c.org): lists of them as Zotero (`biblStruct`) and HAL (`biblFull`) write, or the header of one
 * text, as GROBID gives it to a PDF. Works that a text cites stand in its list and are none of the search.
 */
export function readTei(text: string, sink: ParseSink): void {
  const element = /<(?:tei:)?biblFull\b/.test(text)
    ? 'biblFull'
    : /<(?:tei:)?analytic\b[^]*<\/(?:tei:)?teiHeader>/.test(text)
      ? 'teiHeader'
      : 'biblStruct';
  readRecords(text, [element, `tei:${element}`], (found) => work(withoutPrefixes(found)), sink);
}

/** All elements of that name inside an element, however deep. */
const deep = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) => (child.name === name ? [child] : deep(child, name)));

const plain = (element: XmlElement): string => collapseSpace(textIn(element));

const work: ElementReader = (element) => {
  const entry = element.name === 'biblStruct' ? element : deep(element, 'biblStruct')[0];
  const part = at(entry, 'analytic');
  const whole = at(entry, 'monogr');
  const imprint = at(whole, 'imprint');
  const head = deep(element, 'titleStmt')[0];
  const ids = [...deep(entry, 'idno'), ...deep(at(element, 'publicationStmt'), 'idno')];
  const id = (kind: RegExp): string | undefined => ids.filter(isOf(kind)).map(plain).find(Boolean);
  const scope = (kind: RegExp): XmlElement | undefined =>
    childrenOf(imprint, 'biblScope').find(({ attributes }) =>
      kind.test(attributes['unit'] ?? attributes['type'] ?? ''),
    );
  const pages = scope(/^(?:pp?|pages?)$/i);
  const date = deep(imprint, 'date').find(isPublished) ?? deep(element, 'date').find(isPublished);
  const [title, ...titles] = [part, ...(part === undefined ? [whole] : []), head].flatMap((one) =>
    childrenOf(one, 'title').filter(({ attributes }) => attributes['type'] !== 'sub'),
  );
  const people = [part, whole, head].map((one) => childrenOf(one, 'author')).find(({ length }) => length > 0);
  const [abstract, ...abstracts] = [
    ...deep(element, 'abstract'),
    ...deep(entry, 'note').filter(isOf(/^abstract$/i)),
  ];
  const places = deep(element, 'ptr').map(({ attributes }) => attributes['target'] ?? '');
  return {
    single: {
      title: title === undefined ? undefined : plain(title),
      translatedTitle: titles.map(plain).find((other) => title !== undefined && other !== plain(title)),
      year: dateOf(date),
      date: dateOf(date),
      journal: part === undefined ? undefined : journalIn(whole),
      volume: textOf(scope(/^vol/i)),
      issue: textOf(scope(/^(?:issue|number|nb)$/i)),
      pages: textOf(pages),
      startPage: pages?.attributes['from'],
      endPage: pages?.attributes['to'],
      doi: id(/^doi$/i),
      pmid: id(/^(?:pmid|pubmed)$/i),
      pmcid: id(/^(?:pmc|pmcid|pubmedcentral)$/i),
      accession: id(/^halId$/) ?? id(/^arxiv$/i),
      abstract: abstract === undefined ? undefined : plain(abstract),
      type: typeOf(element, entry),
      language: deep(element, 'language')[0]?.attributes['ident'],
      issn:
        ids
          .filter(isOf(/^e?issn$/i))
          .map(plain)
          .join('; ') || undefined,
      isbn: id(/^isbn/i),
      url: id(/uri$/i) ?? places.find((target) => /^https?:/.test(target)),
    },
    authors: (people ?? []).map(nameOf),
    keywords: deep(at(element, 'profileDesc'), 'term').map(plain),
    other: [
      ...[part, whole].flatMap((one) =>
        childrenOf(one, 'editor').map((name): [string, string] => ['editor', nameOf(name)]),
      ),
      ['publisher', textAt(imprint, 'publisher') ?? ''],
      ...abstracts.map((other): [string, string] => ['abstract', plain(other)]),
    ],
  };
};

const isOf =
  (kind: RegExp) =>
  ({ attributes }: XmlElement): boolean =>
    kind.test(attributes['type'] ?? '');

const isPublished = ({ attributes }: XmlElement): boolean =>
  /^$|^published$|^datePub$/.test(attributes['type'] ?? '');

const dateOf = (date: XmlElement | undefined): string | undefined => date?.attributes['when'] ?? textOf(date);

const textOf = (element: XmlElement | undefined): string | undefined =>
  element === undefined ? undefined : plain(element) || undefined;

const journalIn = (whole: XmlElement | undefined): string | undefined =>
  childrenOf(whole, 'title').map(plain).find(Boolean) ?? textAt(whole, 'meeting', 'title');

const typeOf = (element: XmlElement, entry: XmlElement | undefined): string | undefined =>
  deep(element, 'classCode').find(({ attributes }) => attributes['scheme'] === 'halTypology')?.attributes[
    'n'
  ] ?? entry?.attributes['type'];

/** "surname, forenames", the name of an organisation, or the text as it stands. */
function nameOf(person: XmlElement): string {
  const name = at(person, 'persName') ?? person;
  const family = textAt(name, 'surname');
  const given = childrenOf(name, 'forename').map(plain).join(' ');
  if (family === undefined) return textAt(person, 'orgName') ?? textAt(name, 'name') ?? plain(name);
  return given === '' ? family : `${family}, ${given}`;
}
