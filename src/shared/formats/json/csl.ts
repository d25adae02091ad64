import type { ObjectReader } from './object-reader';
import {
  isObject,
  joined,
  leavesOf,
  listAt,
  namesSet,
  textAt,
  textOf,
  textsAt,
  valueAt,
  type JsonObject,
} from './values';

const taken = namesSet(
  'type genre title subtitle short-title original-title author issued published published-print published-online year container-title ' +
    'container-title-short journalAbbreviation short-container-title volume issue page number article-number DOI PMID PMCID call-number references ' +
    'ISSN ISBN URL language keyword keywords abstract categories clinical-trial-number editor institution ' +
    // What Crossref says of its own entry, and the works a record cites.
    'reference license link indexed deposited content-domain issn-type isbn-type assertion resource journal-issue created score prefix member ' +
    'references-count reference-count is-referenced-by-count issued.date-parts',
);

/** Citation items (CSL-JSON 1.0.2, as Zotero, Mendeley and others write it) and works of the Crossref API, which are alike. */
export const cslItem: ObjectReader = (item) => {
  const title = textAt(item, 'title');
  const subtitle = textAt(item, 'subtitle');
  const date = dateOf(item);
  return {
    single: {
      title: title !== undefined && subtitle !== undefined ? `${title}: ${subtitle}` : title,
      translatedTitle: textAt(item, 'original-title'),
      year: date.year,
      date: date.text,
      journal: textAt(item, 'container-title') ?? textAt(listAt(item, 'institution')[0], 'name'),
      journalAbbreviation:
        textAt(item, 'container-title-short') ??
        textAt(item, 'journalAbbreviation') ??
        textAt(item, 'short-container-title'),
      volume: textAt(item, 'volume'),
      issue: textAt(item, 'issue'),
      pages: textAt(item, 'page'),
      articleNumber: textAt(item, 'number') ?? textAt(item, 'article-number'),
      doi: textAt(item, 'DOI'),
      pmid: textAt(item, 'PMID'),
      pmcid: textAt(item, 'PMCID'),
      accession: textAt(item, 'call-number'),
      registration: joined([
        textAt(item, 'references'),
        ...listAt(item, 'clinical-trial-number').map((one) =>
          textAt(one, 'clinical-trial-number')?.toUpperCase(),
        ),
      ]),
      abstract: textAt(item, 'abstract'),
      type: textAt(item, 'genre') ?? textAt(item, 'type'),
      language: textAt(item, 'language'),
      issn: joined(textsAt(item, 'ISSN')),
      isbn: joined(textsAt(item, 'ISBN')),
      url: textAt(item, 'URL'),
    },
    authors: listAt(item, 'author').map(nameOf),
    keywords: [
      ...keywordsAt(item, 'keyword'),
      ...keywordsAt(item, 'keywords'),
      ...textsAt(item, 'categories'),
    ],
    notes: textAt(item, 'note'),
    other: [
      ...listAt(item, 'editor').map((name): [string, string] => ['editor', nameOf(name)]),
      ['affiliation', joined(listAt(item, 'author').flatMap(affiliationsOf)) ?? ''],
      ...leavesOf(item, taken),
    ],
  };
};

const affiliationsOf = (author: unknown): readonly (string | undefined)[] =>
  listAt(author, 'affiliation').map((one) => textAt(one, 'name') ?? textOf(one));

/** "particle Family, Given Suffix", or the literal name of a group. */
function nameOf(name: unknown): string {
  if (!isObject(name)) return textOf(name) ?? '';
  const literal = textAt(name, 'literal') ?? textAt(name, 'name');
  const parts = (...members: readonly string[]): string =>
    members
      .map((member) => textAt(name, member))
      .filter((text) => text !== undefined)
      .join(' ');
  const family = parts('non-dropping-particle', 'family');
  const given = parts('given', 'dropping-particle', 'suffix');
  if (family === '') return literal ?? given;
  return given === '' ? family : `${family}, ${given}`;
}

/** A list of words, or one text with semicolons; commas part words only where there are no semicolons in it but several commas. */
function keywordsAt(item: JsonObject, name: string): readonly string[] {
  const texts = textsAt(item, name);
  const [only] = texts;
  if (texts.length !== 1 || only === undefined || Array.isArray(valueAt(item, name))) return texts;
  if (only.includes(';')) return only.split(';');
  const parts = only.split(/,\s*/);
  return parts.length > 2 ? parts : [only];
}

type DateOf = { readonly year: string | undefined; readonly text: string | undefined };

function dateOf(item: JsonObject): DateOf {
  for (const member of ['issued', 'published', 'published-print', 'published-online', 'created']) {
    // YAML lists the dates of a span.
    const [date] = listAt(item, member);
    if (date === undefined) continue;
    const raw = textOf(date) ?? textAt(date, 'raw') ?? textAt(date, 'literal') ?? textAt(date, 'date-time');
    const [first] = listAt(date, 'date-parts');
    const named = ['year', 'month', 'day'].map((name) => textAt(date, name));
    const parts = (Array.isArray(first) ? first : first === undefined ? named : listAt(date, 'date-parts'))
      .map(textOf)
      .filter((part) => part !== undefined);
    const [year] = parts;
    const iso = parts.map((part, i) => (i === 0 ? part : part.padStart(2, '0'))).join('-');
    if (year !== undefined || raw !== undefined) {
      return { year: year ?? raw, text: raw ?? (parts.length > 1 ? iso : undefined) };
    }
  }
  return { year: textAt(item, 'year'), text: undefined };
}
