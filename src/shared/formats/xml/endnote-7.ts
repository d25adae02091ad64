import { collapseSpace } from '../fields';
import { childrenOf, elementsIn, textAt, textIn, type XmlElement } from './element';
import type { ElementReader } from './read-records';

/** What the numbers of reference types stand for that exports of articles use. */
const types: Readonly<Record<string, string>> = {
  '0': 'Journal Article',
  '1': 'Book',
  '2': 'Thesis',
  '3': 'Conference Proceedings',
  '4': 'Personal Communication',
  '5': 'Newspaper Article',
  '7': 'Book Section',
  '8': 'Magazine Article',
  '9': 'Edited Book',
  '10': 'Report',
  '13': 'Generic',
  '16': 'Electronic Source',
  '25': 'Patent',
};

const taken: ReadonlySet<string> = new Set(
  (
    'REFERENCE_TYPE REFNUM AUTHORS TITLE SECONDARY_TITLE ALTERNATE_TITLE YEAR DATE VOLUME NUMBER PAGES ISBN ACCESSION_NUMBER ABSTRACT ' +
    'KEYWORDS URL TYPE_OF_WORK'
  ).split(' '),
);

/**
 * A record of the XML that EndNote wrote up to version 7 and other programs still write for it: names in capitals, values
 * bare. Some put a DOI where the address should stand.
 */
export const referenceOfEndnote7: ElementReader = (record) => {
  const listed = (list: string, name: string): readonly string[] =>
    childrenOf(record, list).flatMap((found) => childrenOf(found, name).map(plain));
  const url = textAt(record, 'URL');
  const isDoi = url !== undefined && /^(?:doi:\s?)?10\.\d{4}/i.test(url);
  const type = textAt(record, 'REFERENCE_TYPE');
  return {
    single: {
      title: textAt(record, 'TITLE'),
      year: textAt(record, 'YEAR'),
      date: textAt(record, 'DATE'),
      journal: textAt(record, 'SECONDARY_TITLE'),
      journalAbbreviation: textAt(record, 'ALTERNATE_TITLE'),
      volume: textAt(record, 'VOLUME'),
      issue: textAt(record, 'NUMBER'),
      pages: textAt(record, 'PAGES'),
      doi: isDoi ? url : undefined,
      accession: textAt(record, 'ACCESSION_NUMBER'),
      abstract: textAt(record, 'ABSTRACT'),
      type: textAt(record, 'TYPE_OF_WORK') ?? types[type ?? ''] ?? type,
      issn: textAt(record, 'ISBN'),
      url: isDoi ? undefined : url,
    },
    authors: listed('AUTHORS', 'AUTHOR'),
    keywords: listed('KEYWORDS', 'KEYWORD'),
    notes: textAt(record, 'NOTES'),
    other: elementsIn(record)
      .filter(({ name }) => !taken.has(name))
      .map((element): [string, string] => [element.name, plain(element)]),
  };
};

const plain = (element: XmlElement): string => collapseSpace(textIn(element));
