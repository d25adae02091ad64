import { abstractCharacters } from './normal/abstract';
import { numbersNamedIn } from './normal/registration';

/** What deduplication looks at of a record; every imported record is one. Absent fields are absent, never empty strings. */
export type Citation<Id extends string = string> = {
  readonly id: Id;
  readonly title?: string;
  readonly translatedTitle?: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly journal?: string;
  readonly journalAbbreviation?: string;
  readonly volume?: string;
  readonly issue?: string;
  readonly pages?: string;
  readonly articleNumber?: string;
  readonly doi?: string;
  readonly pmid?: string;
  readonly pmcid?: string;
  readonly registrations?: readonly string[];
  /** Registration numbers its whole abstract names; worked out from the abstract where absent. */
  readonly namedNumbers?: readonly string[];
  readonly abstract?: string;
  readonly type?: string;
  readonly issn?: string;
};

/** What is compared of a record, and no more: copies of it travel to where the comparison runs. */
export function comparedPartOf<Id extends string>(record: Citation<Id>): Citation<Id> {
  const { id, title, translatedTitle, authors, year, journal, journalAbbreviation, volume, issue, pages } =
    record;
  const { articleNumber, doi, pmid, pmcid, registrations, type, issn } = record;
  return {
    id,
    title,
    translatedTitle,
    authors,
    year,
    journal,
    journalAbbreviation,
    volume,
    issue,
    pages,
    articleNumber,
    doi,
    pmid,
    pmcid,
    registrations,
    namedNumbers: numbersNamedIn(record.abstract),
    abstract: record.abstract?.slice(0, abstractCharacters),
    type,
    issn,
  };
}
