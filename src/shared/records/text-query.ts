import type { CitationRecord } from './record';

/** Where a term is looked for; `any` is title, translated title, abstract, authors, journal and keywords. */
export const queryFields = ['any', 'ti', 'ab', 'au', 'kw'] as const;
export type QueryField = (typeof queryFields)[number];

export type QueryTerm = {
  readonly field: QueryField;
  /** Lower case, without accents; several words where it was put in quotation marks. */
  readonly words: string;
  /** A phrase ends where a word ends; a single word may go on ("peer" finds "peers"). */
  readonly phrase: boolean;
  /** The term must not be there. */
  readonly not: boolean;
};

const termPattern = /(?<not>-)?(?:(?<field>ti|ab|au|kw):)?(?:"(?<phrase>[^"]*)"?|(?<word>[^\s"]+))/giu;

/**
 * Reads what a person types into a search box: words and "phrases" that must all be there, each perhaps with the field
 * before it (ti: ab: au: kw:) and a minus where it must not. Nothing is an error: what is no term is left out.
 */
export function readQuery(text: string): readonly QueryTerm[] {
  const terms: QueryTerm[] = [];
  for (const { groups } of text.matchAll(termPattern)) {
    const words = fold(groups?.['phrase'] ?? groups?.['word'] ?? '')
      .replace(/\*$/u, '')
      .trim();
    if (!/[\p{L}\p{N}]/u.test(words)) continue;
    const named = groups?.['field']?.toLowerCase();
    terms.push({
      field: queryFields.find((field) => field === named) ?? 'any',
      words,
      phrase: groups?.['phrase'] !== undefined,
      not: groups?.['not'] !== undefined,
    });
  }
  return terms;
}

/** Whether a record has all that a query asks for; every record matches an empty one. */
export function matchesQuery(record: CitationRecord, query: readonly QueryTerm[]): boolean {
  return query.every((term) => hasTerm(record, term) !== term.not);
}

function hasTerm(record: CitationRecord, term: QueryTerm): boolean {
  switch (term.field) {
    case 'ti':
      return inText(record.title, term) || inText(record.translatedTitle, term);
    case 'ab':
      return inText(record.abstract, term);
    case 'au':
      return record.authors.some((author) => inText(author, term));
    case 'kw':
      return record.keywords.some((keyword) => inText(keyword, term));
    case 'any':
      return (
        inText(record.title, term) ||
        inText(record.abstract, term) ||
        inText(record.translatedTitle, term) ||
        record.authors.some((author) => inText(author, term)) ||
        record.keywords.some((keyword) => inText(keyword, term)) ||
        inText(record.journal, term)
      );
  }
}

function inText(text: string | undefined, { words, phrase }: QueryTerm): boolean {
  if (text === undefined) return false;
  const folded = fold(text);
  for (let at = folded.indexOf(words); at !== -1; at = folded.indexOf(words, at + 1)) {
    const ends = !phrase || !isWordCharacter(folded, at + words.length);
    if (ends && (at === 0 || !isWordCharacter(folded, at - 1))) return true;
  }
  return false;
}

const isWordCharacter = (text: string, at: number): boolean =>
  at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));

const beyondAscii = /[^\x20-\x7e]/u;

/** Lower case without accents. Most text is plain, and there lower case is all it takes. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return beyondAscii.test(lower)
    ? lower
        .normalize('NFD')
        .replace(/\p{M}+/gu, '')
        .replace(/\s+/gu, ' ')
    : lower;
}
