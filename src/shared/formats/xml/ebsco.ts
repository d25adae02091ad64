import type { ParseSink } from '../parsed-record';
import { at, childrenOf, elementsIn, textAt, textIn, type XmlElement } from './element';
import { readRecords, type ElementReader } from './read-records';

/** Records as EBSCOhost exports them in XML: one `rec` element each, with what is known of it under `controlInfo`. */
export function readEbscoXml(text: string, sink: ParseSink): void {
  readRecords(text, ['rec'], record, sink);
}

const spaced = (element: XmlElement): string => textIn(element).replace(/\s+/g, ' ').trim();
const joined = (elements: readonly XmlElement[]): string | undefined =>
  elements.map(spaced).filter(Boolean).join('; ') || undefined;

/** Parts of `artinfo` and `pubinfo` that fields take. */
const taken: ReadonlySet<string> = new Set('ui ppf ppct tig aug sug ab doctype dt vid iid'.split(' '));

const record: ElementReader = (element) => {
  const header = at(element, 'header') ?? element;
  const info = at(header, 'controlInfo');
  const journal = at(info, 'jinfo');
  const book = at(info, 'bkinfo');
  const place = at(info, 'pubinfo');
  const article = at(info, 'artinfo');
  const printed = at(place, 'dt');
  const ids = childrenOf(article, 'ui');
  const id = (type: string): string | undefined =>
    ids.filter((one) => one.attributes['type']?.toLowerCase() === type).map(spaced)[0];
  const first = textAt(article, 'ppf');
  const count = Number(textAt(article, 'ppct'));
  const isRange = /^\d{1,6}$/.test(first ?? '') && Number.isInteger(count) && count > 1 && count < 1000;
  return {
    single: {
      title: textAt(article, 'tig', 'atl') ?? textAt(book, 'btl'),
      year: printed?.attributes['year'],
      date: textAt(place, 'dt'),
      journal: textAt(journal, 'jtl') ?? textAt(book, 'btl'),
      volume: textAt(place, 'vid'),
      issue: textAt(place, 'iid'),
      startPage: first,
      endPage: isRange ? String(Number(first) + count - 1) : undefined,
      doi: id('doi'),
      pmid: id('pmid'),
      accession: header.attributes['uiTerm'],
      abstract: textAt(article, 'ab'),
      type: textAt(article, 'doctype') ?? textAt(article, 'pubtype'),
      language: textAt(info, 'language') ?? textAt(header, 'language'),
      issn: joined(childrenOf(journal, 'issn')),
      isbn: joined(childrenOf(book, 'isbn')),
      url: textAt(element, 'plink') ?? textAt(header, 'plink'),
    },
    authors: childrenOf(at(article, 'aug') ?? at(book, 'aug'), 'au').map(spaced),
    keywords: childrenOf(at(article, 'sug'), 'subj').map(spaced),
    other: [
      ['database', header.attributes['longDbName'] ?? header.attributes['shortDbName'] ?? ''],
      ...[...elementsIn(article), ...elementsIn(place)]
        .filter(({ name }) => !taken.has(name))
        .map((one): [string, string] => [one.name, spaced(one)]),
    ],
  };
};
