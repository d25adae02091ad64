import { collapseSpace, findPmid, keywordsIn, normaliseDoi, standardNumbersOf } from '../fields';
import type { ParseSink } from '../parsed-record';
import { childrenOf, elementsIn, textIn, withoutPrefixes, type XmlElement } from './element';
import { readRecords, type ElementReader } from './read-records';

/** The element around the description of one work, as OAI-PMH, SRU and repositories call it. */
const around = /<((?:oai_dc|oai_qdc|qdc|srw_dc|oai_etdms|simpledc):[A-Za-z]{1,20}|dc|qualifieddc)[\s>]/;

/** Dublin Core (https://www.dublincore.org), simple or qualified, as repositories and journals give it by OAI-PMH. */
export function readDublinCore(text: string, sink: ParseSink): void {
  const name = around.exec(text)?.[1];
  if (name !== undefined) readRecords(text, [name], (element) => work(withoutPrefixes(element)), sink);
}

/** "Journal; Vol. 3 No. 2 (2010): Winter; 12-30", as Open Journal Systems writes where a work appeared. */
const inJournal =
  /^(.{2,250}?); (?:Vol\.?|Bd\.?|v\.) ?(\w{1,10})(?:,? (?:No\.?|Nr\.?|Núm\.?|n\.) ?([\w/-]{1,12}))? ?\((\d{4})\)(?:: [^;]{1,200})?(?:; ([\w.-]{1,20}))?$/i;

const taken: ReadonlySet<string> = new Set(
  'title alternative creator subject abstract issued type language identifier source bibliographicCitation isPartOf'.split(
    ' ',
  ),
);

const work: ElementReader = (element) => {
  const all = (name: string): readonly string[] =>
    childrenOf(element, name)
      .map((child) => collapseSpace(textIn(child)))
      .filter(Boolean);
  const [title, ...titles] = [...all('title'), ...all('alternative')];
  const said = [...all('abstract'), ...all('description')];
  const [abstract, ...descriptions] = said;
  const [date, ...dates] = [...all('issued'), ...all('date'), ...all('created')];
  const identifiers = all('identifier');
  const doi = identifiers.find((one) => normaliseDoi(one) !== undefined);
  const url = identifiers.find((one) => /^https?:/i.test(one));
  const numbers = standardNumbersOf(
    [...identifiers, ...all('source'), ...all('isPartOf')].filter(isNumber).join('; '),
  );
  const sources = [...all('source'), ...all('bibliographicCitation'), ...all('isPartOf')].filter(
    (one) => !isNumber(one) && !/^https?:/i.test(one),
  );
  const place = sources.map((one) => inJournal.exec(one)).find((found) => found !== null);
  const [, journal, volume, issue, year, pages] = place ?? [];
  const [source] = sources;
  return {
    single: {
      title,
      translatedTitle: titles.find((other) => other !== title),
      year: year ?? date,
      date,
      journal: journal ?? source,
      volume,
      issue,
      pages,
      doi,
      pmid: identifiers.map(findPmid).find(Boolean),
      abstract,
      type: all('type').join('; ') || undefined,
      language: all('language').join('; ') || undefined,
      issn: numbers.issn,
      isbn: numbers.isbn,
      url,
    },
    authors: all('creator'),
    keywords: all('subject').flatMap(keywordsIn),
    other: [
      ...identifiers.filter((one) => one !== doi && one !== url && !isNumber(one)).map(as('identifier')),
      ...sources.filter((one) => place !== undefined || one !== source).map(as('source')),
      ...descriptions.map(as('description')),
      ...dates.filter((one) => one !== date).map(as('date')),
      ...elementsIn(element).filter(isOther).map(asItStands),
    ],
  };
};

/** An ISSN or ISBN, with or without its name. */
const isNumber = (value: string): boolean =>
  /^(?:urn:)?(?:(?:e-?|p-?)?issn|isbn)?[ :]?(?:\d{4}-\d{3}[\dX]|97[89][\d-]{10,14}|\d{9}[\dX])$/i.test(value);

const as =
  (name: string) =>
  (value: string): [string, string] => [name, value];

const isOther = ({ name }: XmlElement): boolean =>
  !taken.has(name) && !['description', 'date', 'created'].includes(name);

const asItStands = (element: XmlElement): [string, string] => [element.name, collapseSpace(textIn(element))];
