import type { ParsedRecord } from './parsed-record';
import { kindOf } from './publication-types';

type CslName = { readonly family: string; readonly given: string } | { readonly literal: string };

/** "Family, Given" parted at its first comma; a name without one stays whole. */
function cslName(author: string): CslName {
  const comma = author.indexOf(', ');
  return comma <= 0
    ? { literal: author }
    : { family: author.slice(0, comma), given: author.slice(comma + 2) };
}

/** The CSL item of one record; `id` is unique within the file. */
const itemOf = (record: ParsedRecord, id: string) => ({
  id,
  type: kindOf(record.type, record.journal).csl,
  genre: record.type,
  title: record.title,
  'original-title': record.translatedTitle,
  author: record.authors.length === 0 ? undefined : record.authors.map(cslName),
  issued:
    record.year === undefined
      ? record.date === undefined
        ? undefined
        : { raw: record.date }
      : { 'date-parts': [[record.year]], ...(record.date === undefined ? {} : { raw: record.date }) },
  'container-title': record.journal,
  'container-title-short': record.journalAbbreviation,
  volume: record.volume,
  issue: record.issue,
  page: record.pages,
  number: record.articleNumber,
  DOI: record.doi,
  PMID: record.pmid,
  PMCID: record.pmcid,
  'call-number': record.accession,
  references: record.registrations?.join('; '),
  ISSN: record.issn,
  ISBN: record.isbn,
  URL: record.url,
  language: record.language,
  keyword: record.keywords.length === 0 ? undefined : record.keywords.join('; '),
  abstract: record.abstract,
});

/** CSL-JSON (schema 1.0.2) of records: what Zotero, Mendeley and citation processors read. */
export const writeCslJson = (records: readonly ParsedRecord[]): string =>
  `${JSON.stringify(
    records.map((record, index) => itemOf(record, `record-${index + 1}`)),
    undefined,
    2,
  )}\n`;
