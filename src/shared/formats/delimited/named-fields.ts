import {
  accessionInNotes,
  accessionInUrl,
  articleNumberIn,
  authorAsGiven,
  collapseSpace,
  doiInUrl,
  findPmid,
  findRegistrations,
  normaliseDoi,
  isDoiForPages,
  pagesOf,
  plainText,
  pmcidInUrl,
  pmcidOf,
  pmidInNotes,
  pmidInUrl,
  pmidOf,
  readableText,
  saysMoreThanYear,
  standardNumbersOf,
  yearOf,
} from '../fields';
import type { ParsedRecord, ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';

/** Fields that hold one value, as columns, elements and members of structured formats name them. */
export type SingleField =
  | 'title'
  | 'translatedTitle'
  | 'year'
  | 'date'
  | 'journal'
  | 'journalAbbreviation'
  | 'volume'
  | 'issue'
  | 'pages'
  | 'startPage'
  | 'endPage'
  | 'articleNumber'
  | 'doi'
  | 'pmid'
  | 'pmcid'
  | 'accession'
  | 'registration'
  | 'abstract'
  | 'type'
  | 'language'
  | 'issn'
  | 'isbn'
  | 'url';

/** One record of a structured format (a row, an element, an entry, an object): its values as the file has them. */
export type NamedFields = {
  readonly single: { readonly [field in SingleField]?: string | undefined };
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
  /** Further addresses: searched for identifiers, not delivered. */
  readonly links?: readonly string[];
  /** Running text that may name a PubMed id ("PMID: 123"): searched, not delivered. */
  readonly notes?: string | undefined;
  /** What no field takes, by its own name. */
  readonly other: readonly (readonly [name: string, value: string])[];
  /** 1-based line where the record starts. */
  readonly line: number;
};

type Writable<T> = { -readonly [K in keyof T]: T[K] };

const dashes = /[\u2010-\u2015\u2212]/g;

/**
 * A record of the values a structured format names: identifiers in their normal form, titles and abstracts without
 * markup, what is no year and no DOI reported and kept. Nothing that came in is dropped.
 */
export function recordOfFields(fields: NamedFields, sink: ParseSink): ParsedRecord {
  const { single, line } = fields;
  const record: Writable<ParsedRecord> = {
    authors: namedOnce(fields.authors.map(authorAsGiven).filter((name) => name !== undefined)),
    keywords: fields.keywords.map(plainText).filter((word) => word !== ''),
    line,
  };
  const other: (readonly [string, string])[] = [];
  for (const [name, value] of fields.other) if (value.trim() !== '') other.push([name, value.trim()]);
  const text = (field: SingleField, read: (value: string) => string = plainText): string =>
    read(withoutEscapes(single[field] ?? ''));
  const put = (field: TextField, value: string | undefined): void => {
    if (value !== undefined && value !== '') record[field] = value;
  };
  const keep = (field: string, value: string): void => {
    if (value !== '') other.push([field, value]);
  };

  put('title', text('title', readableText));
  if (record.title === undefined) {
    const hint = text('abstract', readableText) || record.authors.join('; ');
    reportProblem(sink, line, 'missing-title', 'The record has no title.', hint);
  }
  put('translatedTitle', text('translatedTitle', readableText));
  putDate(record, text('year'), text('date'), sink);

  const journal = text('journal', readableText);
  const abbreviation = text('journalAbbreviation', readableText);
  put('journal', journal || abbreviation);
  if (abbreviation !== record.journal) put('journalAbbreviation', abbreviation);
  put('volume', text('volume'));
  put('issue', text('issue'));
  const whole = text('pages').replace(dashes, '-');
  const pages = pagesOf(whole, '') ?? pagesOf(text('startPage'), text('endPage')) ?? '';
  const isDoi = isDoiForPages(pages);
  const number = text('articleNumber') || (articleNumberIn(pages) ?? '');
  if (isDoi) keep('pages', pages);
  else if (articleNumberIn(pages) !== number || number === '') put('pages', pages);
  put('articleNumber', number);

  const [address = '', ...addresses] = withoutNextTag(single.url ?? '').split(betweenAddresses);
  const links = [address, ...addresses, ...(fields.links ?? [])];
  const doiText = collapseSpace(single.doi ?? '');
  const doi = normaliseDoi(doiText);
  if (doiText !== '' && doi === undefined) {
    reportProblem(sink, line, 'bad-doi', 'What should be a DOI is none; it is kept as it stands.', doiText);
    keep('doi', doiText);
  }
  put(
    'doi',
    doi ??
      (isDoi ? normaliseDoi(pages) : undefined) ??
      first(links, doiInUrl) ??
      normaliseDoi(lineOf(fields.notes, 'DOI')),
  );
  const pmidText = text('pmid');
  const pmid = pmidOf(pmidText) ?? findPmid(pmidText);
  if (pmid === undefined) keep('pmid', pmidText);
  put('pmid', pmid ?? first(links, pmidInUrl) ?? pmidInNotes(fields.notes ?? ''));
  const pmcidText = text('pmcid');
  const pmcid = pmcidOf(pmcidText) ?? (/^\d{1,9}$/.test(pmcidText) ? `PMC${pmcidText}` : undefined);
  if (pmcid === undefined) keep('pmcid', pmcidText);
  put('pmcid', pmcid ?? first(links, pmcidInUrl) ?? pmcidIn(fields.notes ?? ''));
  const accession = text('accession').replace(openAlexAddress, '');
  put('accession', accession || (first(links, accessionInUrl) ?? accessionInNotes(fields.notes ?? '')));
  const registration = text('registration');
  const registrations = findRegistrations(registration);
  if (registrations.length > 0) record.registrations = registrations;
  else keep('registration', registration);

  put('abstract', text('abstract', readableText));
  put('type', text('type'));
  put('language', text('language'));
  putNumbers(record, text('issn') || lineOf(fields.notes, 'ISSN'), text('isbn'), keep);
  put('url', address);
  keep('addresses', addresses.join('; '));
  if (other.length > 0) record.other = other;
  return record;
}

/** Where one address ends and the next begins, in a value that lists several; Rayyan puts nothing between them. */
const betweenAddresses = /(?:[\s;|,]{1,20}|\/\/\/)(?=https?:\/\/)|(?<=[A-Za-z\d])(?=https?:\/\/)/;

/** An address alone: Rayyan leaves the next line of the RIS file it was given behind it ("…=export     U2  - L63"). */
const withoutNextTag = (url: string): string =>
  collapseSpace(url.replace(/\s{2,20}[A-Z][A-Z\d] {1,2}-(?: [^\n]{0,300})?$/, ''));

/**
 * The authors of a list that names everybody twice, shortly and then in full ("Vos, A", "Mol, BC", "Vos, Anna", "Mol,
 * Bea C."), as when the two author fields of Web of Science were put together: the full names alone.
 */
function namedOnce(authors: readonly string[]): readonly string[] {
  const half = authors.length / 2;
  if (half < 2 || !Number.isInteger(half)) return authors;
  const same = authors.slice(0, half).every((name, at) => {
    const [family = '', given = ''] = name.split(', ');
    const [fullFamily = '', fullGiven = ''] = (authors[half + at] ?? '').split(', ');
    return (
      family.toLowerCase() === fullFamily.toLowerCase() &&
      /^[\p{Lu}. -]{0,8}$/u.test(given) &&
      given.charAt(0) === fullGiven.charAt(0)
    );
  });
  return same ? authors.slice(half) : authors;
}

/** Text that came out of BibTeX unread still has its backslashes ("8\% \& more"). */
const withoutEscapes = (value: string): string =>
  value.includes('\\') ? value.replace(/\\(?=[&%$#_])/g, '') : value;

/** What a line of a note says by name, as Zotero keeps what an item has no field for ("DOI: 10.1234/x"). */
const lineOf = (notes: string | undefined, name: keyof typeof namedLine): string =>
  notes === undefined ? '' : (namedLine[name].exec(notes.slice(0, 5_000))?.[1] ?? '');
const namedLine = { DOI: /^DOI: ?(\S{4,200})\s*$/m, ISSN: /^ISSN: ?(\S{4,200})\s*$/m };

/** OpenAlex writes its numbers as addresses. */
const openAlexAddress = /^https:\/\/openalex\.org\/(?=W\d)/;

/** Fields of a record that are one text. */
type TextField = Exclude<
  keyof ParsedRecord,
  'authors' | 'keywords' | 'registrations' | 'other' | 'year' | 'line'
>;

/** Serial and book numbers, also where a file mixes them in one field; what is none is kept. */
function putNumbers(
  record: Writable<ParsedRecord>,
  serials: string,
  books: string,
  keep: (field: string, value: string) => void,
): void {
  const inSerials = standardNumbersOf(serials);
  const inBooks = standardNumbersOf(books);
  const issn = inSerials.issn ?? inBooks.issn;
  const isbn = inBooks.isbn ?? inSerials.isbn;
  if (issn !== undefined) record.issn = issn;
  if (isbn !== undefined) record.isbn = isbn;
  if (inSerials.issn === undefined && inSerials.isbn === undefined) keep('issn', serials);
  if (inBooks.isbn === undefined && inBooks.issn === undefined) keep('isbn', books);
}

function putDate(record: Writable<ParsedRecord>, yearText: string, date: string, sink: ParseSink): void {
  const year = yearOf(yearText) ?? yearOf(date);
  if (year !== undefined) record.year = year;
  if (year === undefined && yearText !== '') {
    const message = 'No year of publication could be read; the text is kept as date.';
    reportProblem(sink, record.line, 'bad-year', message, yearText);
  }
  const said = [date, yearText].find(
    (value) => value !== '' && (year === undefined || (saysMoreThanYear(value) && !isDecimalYear(value))),
  );
  if (said !== undefined) record.date = said;
}

/** A year that a program took for a decimal number ("2011.0"). */
const isDecimalYear = (value: string): boolean => /^\d{4}[.,]0{1,2}$/.test(value);

function pmcidIn(notes: string): string | undefined {
  const at = notes.indexOf('PMCID');
  return at < 0 ? undefined : pmcidOf(notes.slice(at, at + 40));
}

function first<T>(values: readonly string[], read: (value: string) => T | undefined): T | undefined {
  for (const value of values) {
    const found = value === '' ? undefined : read(value);
    if (found !== undefined) return found;
  }
  return undefined;
}
