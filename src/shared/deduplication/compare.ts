import {
  relateAbstracts,
  relateAuthors,
  relateJournals,
  relateNumbers,
  relatePages,
  relateTitles,
  type AbstractRelation,
  type AuthorRelation,
  type JournalRelation,
  type NormalCitation,
  type NumberRelation,
  type PageRelation,
  type TitleRelation,
} from './normal';

/** How two records relate, field by field. */
export type Comparison = {
  readonly title: TitleRelation;
  readonly authors: AuthorRelation;
  readonly year: 'missing' | 'same' | 'next' | 'different';
  readonly journal: JournalRelation;
  readonly volume: NumberRelation;
  readonly issue: NumberRelation;
  readonly pages: PageRelation;
  readonly doi: NumberRelation;
  readonly pmid: NumberRelation;
  readonly abstract: AbstractRelation;
  /** Of two entries of trial registers: their own numbers. */
  readonly registration: NumberRelation;
};
export type ComparedField = keyof Comparison;

export function compare(a: NormalCitation, b: NormalCitation): Comparison {
  const title = relateTitles(a.title, b.title);
  return {
    title,
    authors: relateAuthors(a.authors, b.authors),
    year: relateYears(a.year, b.year),
    journal: relateJournals(a.journal, b.journal),
    volume: relateVolumes(a, b),
    issue: relateNumbers(a.place.issue, b.place.issue),
    pages: relatePages(a.place, b.place),
    doi: relateNumbers(a.doi ?? '', b.doi ?? ''),
    pmid: relateNumbers(a.pmid ?? '', b.pmid ?? ''),
    registration: relateNumbers(a.register.entry ?? '', b.register.entry ?? ''),
    abstract: title === 'different' ? 'unclear' : relateAbstracts(a.abstract(), b.abstract()),
  };
}

function relateYears(a: number | undefined, b: number | undefined): Comparison['year'] {
  if (a === undefined || b === undefined) return 'missing';
  const apart = Math.abs(a - b);
  return apart === 0 ? 'same' : apart === 1 ? 'next' : 'different';
}

/** A volume that is the year is no volume ("2016" beside "32"). */
function relateVolumes(a: NormalCitation, b: NormalCitation): NumberRelation {
  const relation = relateNumbers(a.place.volume, b.place.volume);
  const isYear = (citation: NormalCitation): boolean => citation.place.volume === String(citation.year);
  return relation === 'different' && isYear(a) !== isYear(b) ? 'missing' : relation;
}

/** The same pages of the same volume. */
export const isSamePlace = ({ volume, pages }: Comparison): boolean =>
  volume === 'same' && (pages === 'same' || pages === 'range');
