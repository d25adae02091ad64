/** What is known of a file before anybody has looked at it. */
export type FileFacts = {
  /** Its name as it lay in the folder, with ending. */
  readonly name: string;
  /** The text of its first pages, one after another; empty for a scan and for a file that cannot be read. */
  readonly pages: readonly string[];
  /** The title in the document's properties; many are the name of a template. */
  readonly title?: string;
  /** Anything else its properties say: identifiers are looked for in it. */
  readonly properties?: string;
};

/** What is known of a report that a file may belong to. */
export type ReportFacts<Id extends string = string> = {
  readonly id: Id;
  readonly title?: string;
  readonly translatedTitle?: string;
  readonly authors: readonly string[];
  readonly year?: number;
  readonly doi?: string;
  readonly pmid?: string;
  readonly registrations?: readonly string[];
};

/** Letters that are no letter with an accent to Unicode, but are written as one where the accent is lost. */
const strokes: { readonly [letter: string]: string } = { ø: 'o', ł: 'l', đ: 'd', ß: 'ss', æ: 'ae', œ: 'oe' };

const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[øłđßæœ]/gu, (letter) => strokes[letter] ?? letter);

/** Letters and digits alone, accents off: what is left when names and line breaks are written differently. */
export const bare = (text: string): string => withoutAccents(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** The words of a text, bare. */
export const bareWords = (text: string): string[] => withoutAccents(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** The DOIs in a text, in lower case, without the sentence marks after them; each once. */
export function doisIn(text: string): string[] {
  const found = new Set<string>();
  for (const [match] of text.matchAll(/\b10\.\d{4,9}\/[^\s"'<>\u201c\u201d|]{2,200}/gu)) {
    let doi = match.toLowerCase().replace(/[\u2010-\u2015\u2212]/gu, '-');
    for (;;) {
      const trimmed = doi.replace(/[.,;:*]+$/u, '').replace(/[)\]}]$/u, (close) => {
        const open = { ')': '(', ']': '[', '}': '{' }[close] ?? '';
        return doi.split(open).length === doi.split(close).length ? close : '';
      });
      if (trimmed === doi) break;
      doi = trimmed;
    }
    found.add(doi);
  }
  return [...found];
}

/** The family name of an author, as words: before the comma, else all but initials. */
export function familyOf(author: string): string {
  const [family = '', given] = author.split(',');
  if (given !== undefined) return bare(family);
  return bare(
    author
      .split(/\s+/u)
      .filter((part) => !/^(?:\p{Lu}\.?){1,3}$/u.test(part))
      .at(-1) ?? author,
  );
}
