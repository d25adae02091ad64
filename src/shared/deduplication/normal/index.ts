import type { Citation } from '../citation';
import { normalAbstract, type NormalAbstract } from './abstract';
import { normalAuthors, type NormalAuthors } from './authors';
import { HeldOnce } from './held-once';
import { isMeetingReport, isPreprint, normalDoi, normalPmid } from './identifiers';
import type { NormalJournal } from './journal';
import { marksOf, type Marks } from './marks';
import { normalPlace, type NormalPlace } from './place';
import { normalRegistration, normalRegistrations, type NormalRegistration } from './registration';
import { normalTitle, type NormalTitle } from './title';

export * from './abstract';
export * from './authors';
export * from './hash';
export * from './held-once';
export * from './identifiers';
export * from './journal';
export * from './marks';
export * from './place';
export * from './registration';
export * from './title';
export * from './text';

/** A record as it is compared. */
export type NormalCitation<Id extends string = string> = {
  readonly id: Id;
  readonly title: NormalTitle;
  readonly marks: Marks;
  readonly authors: NormalAuthors;
  readonly year: number | undefined;
  readonly journal: NormalJournal;
  readonly place: NormalPlace;
  readonly doi: string | undefined;
  readonly pmid: string | undefined;
  readonly registrations: readonly string[];
  readonly register: NormalRegistration;
  readonly preprint: boolean;
  readonly meeting: boolean;
  /** Worked out when first asked for: most records never meet another whose abstract matters. */
  readonly abstract: () => NormalAbstract;
};

/** @param heldOnce of all records of one search, which then share what they have alike */
export function normalise<Id extends string>(
  citation: Citation<Id>,
  heldOnce = new HeldOnce(),
): NormalCitation<Id> {
  const { id, type, issue, journalAbbreviation, issn } = citation;
  const doi = normalDoi(citation.doi);
  const title = normalTitle(citation.title, citation.translatedTitle);
  const { people } = normalAuthors(citation.authors);
  const place = normalPlace(citation.volume, issue, citation.pages, citation.articleNumber);
  let abstract: NormalAbstract | undefined;
  let printed = citation.abstract;
  return {
    id,
    title: { ...title, words: heldOnce.words(title.words), others: heldOnce.words(title.others) },
    marks: marksOf(citation.title ?? '', type),
    authors: { people: people.map(({ words, initials }) => ({ words: heldOnce.words(words), initials })) },
    year: citation.year,
    journal: heldOnce.journal(citation.journal, journalAbbreviation, issn),
    place: { ...place, articles: heldOnce.words(place.articles) },
    doi,
    pmid: normalPmid(citation.pmid),
    registrations: heldOnce.words((citation.registrations ?? []).map(normalRegistration)),
    register: normalRegistrations(citation),
    preprint: isPreprint(doi, citation.journal, type),
    meeting: isMeetingReport(citation.journal, type, issue, citation.title),
    abstract: () => {
      abstract ??= heldOnce.numbers(normalAbstract(printed));
      printed = undefined;
      return abstract;
    },
  };
}
