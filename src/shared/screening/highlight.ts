import type { HighlightList } from '../protocol';

/** A stretch of a text, and the list one of whose words it is. */
export type MarkedPiece = { readonly text: string; readonly list?: HighlightList };

/** Cuts a text into marked and unmarked stretches; together they are the text. */
export type Highlighter = (text: string) => readonly MarkedPiece[];

/**
 * A highlighter for the lists of a protocol; undefined where no list has a word. Case does not matter; a space in a
 * phrase also fits a hyphen. Where two words begin at the same place the longer is marked, of equals the earlier list's.
 */
export function highlighterOf(lists: readonly HighlightList[]): Highlighter | undefined {
  const words = lists
    .flatMap((list) => list.words.map((word) => ({ list, word: word.trim() })))
    .filter(({ word }) => /[\p{L}\p{N}]/u.test(word))
    .sort((a, b) => b.word.length - a.word.length)
    .map(({ list, word }) => ({ list, parts: partsOf(word) }));
  if (words.length === 0) return undefined;
  return (text) => {
    const lower = lowerCase(text);
    const pieces: MarkedPiece[] = [];
    let done = 0;
    for (let at = 0; at < text.length;) {
      const begins = !isWordBefore(text, at);
      let end = -1;
      const found = words.find(({ list, parts }) => {
        if (!begins && list.insideWords !== true) return false;
        end = endOf(lower, at, parts, 0, list.insideWords === true);
        return end > at;
      });
      if (found === undefined) {
        at += characterAt(text, at).length;
        continue;
      }
      if (at > done) pieces.push({ text: text.slice(done, at) });
      pieces.push({ text: text.slice(at, end), list: found.list });
      [at, done] = [end, end];
    }
    if (done < text.length) pieces.push({ text: text.slice(done) });
    return pieces;
  };
}

/** What a word is made of: its letters, an asterisk for the rest of a word, a space for spaces and hyphens. */
type Part = { readonly letters: string } | 'asterisk' | 'space';

const partsOf = (word: string): Part[] =>
  [...lowerCase(word).matchAll(/\s+|\*|[^\s*]+/gu)].map(([part]) =>
    part === '*' ? 'asterisk' : /^\s/u.test(part) ? 'space' : { letters: part },
  );

/**
 * Where a word ends that begins at a place of a text, as far to the right as it can; -1 where it does not stand there. By
 * hand: as one regular expression the words of a protocol take a window half a second to compile.
 */
function endOf(
  lower: string,
  at: number,
  parts: readonly Part[],
  from: number,
  insideWords: boolean,
): number {
  const part = parts[from];
  if (part === undefined) return insideWords || !isWordAt(lower, at) ? at : -1;
  if (typeof part === 'object')
    return lower.startsWith(part.letters, at)
      ? endOf(lower, at + part.letters.length, parts, from + 1, insideWords)
      : -1;
  const fits = part === 'asterisk' ? isWordAt : isSpaceAt;
  const ends = [at];
  for (let end = at; fits(lower, end);) {
    end += characterAt(lower, end).length;
    ends.push(end);
  }
  // A space is at least one.
  const shortest = part === 'asterisk' ? 0 : 1;
  for (let index = ends.length - 1; index >= shortest; index -= 1) {
    const end = endOf(lower, ends[index] ?? at, parts, from + 1, insideWords);
    if (end !== -1) return end;
  }
  return -1;
}

/** In lower case where that is as long; else the few letters that grow stay as they are. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return [...text]
    .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
    .join('');
}

const wordCharacter = /^[\p{L}\p{M}\p{N}]/u;
const plainWordCharacter = /^[0-9A-Za-z]/;

const characterAt = (text: string, at: number): string => String.fromCodePoint(text.codePointAt(at) ?? 0);

function isWordAt(text: string, at: number): boolean {
  if (at >= text.length) return false;
  const character = characterAt(text, at);
  return character < '\u0080' ? plainWordCharacter.test(character) : wordCharacter.test(character);
}

/** The second half of a character of two is part of it. */
const isWordBefore = (text: string, at: number): boolean =>
  at > 0 &&
  (isWordAt(text, at - 1) || (at > 1 && characterAt(text, at - 2).length === 2 && isWordAt(text, at - 2)));

const isSpaceAt = (text: string, at: number): boolean => at < text.length && /^[\s-]/u.test(text.charAt(at));
