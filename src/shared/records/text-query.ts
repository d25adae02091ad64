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
  const texts = foldedTexts(record);
  return query.every(
    (term) =>
      fieldsOf[term.field].some((field) => texts(field).some((text) => hasTerm(text, term))) !== term.not,
  );
}

type TextField = 'title' | 'abstract' | 'authors' | 'keywords' | 'journal';

const fieldsOf: { readonly [F in QueryField]: readonly TextField[] } = {
  any: ['title', 'abstract', 'authors', 'keywords', 'journal'],
  ti: ['title'],
  ab: ['abstract'],
  au: ['authors'],
  kw: ['keywords'],
};

/** The texts of a record by field, each folded once, when it is first asked for. */
function foldedTexts(record: CitationRecord): (field: TextField) => readonly string[] {
  const folded: { [F in TextField]?: readonly string[] } = {};
  return (field) => (folded[field] ??= textsIn(record, field).map(fold));
}

function textsIn(record: CitationRecord, field: TextField): readonly string[] {
  switch (field) {
    case 'title':
      return [record.title ?? '', record.translatedTitle ?? ''];
    case 'authors':
    case 'keywords':
      return record[field];
    case 'abstract':
    case 'journal':
      return [record[field] ?? ''];
  }
}

function hasTerm(folded: string, { words, phrase }: QueryTerm): boolean {
  for (let at = folded.indexOf(words); at !== -1; at = folded.indexOf(words, at + 1)) {
    const ends = !phrase || !isWordCharacter(folded, at + words.length);
    if (ends && (at === 0 || !isWordCharacter(folded, at - 1))) return true;
  }
  return false;
}

const isWordCharacter = (text: string, at: number): boolean =>
  at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));

/** Letters beyond ASCII, with or without accents; dashes, quotation marks and signs are none. */
const otherLetters = /[\u00c0-\u1fff\u2c00-\uffff]/g;
const otherSpaces = /[\t-\r\u00a0\u2000-\u200a\u202f\u3000]/;

/** Lower case without accents, every space a plain one. Most text is plain, and there lower case is all it takes. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  const plain = lower.replace(otherLetters, withoutAccent);
  return otherSpaces.test(plain) ? plain.replace(/\s+/gu, ' ') : plain;
}

const plainLetters = new Map<string, string>();

/** A letter without its accents; nothing for an accent by itself. There are few letters, each worked out once. */
function withoutAccent(letter: string): string {
  let plain = plainLetters.get(letter);
  if (plain === undefined) {
    plain = letter.normalize('NFD').replace(/\p{M}+/gu, '');
    plainLetters.set(letter, plain);
  }
  return plain;
}
