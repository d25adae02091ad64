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
    .sort((a, b) => b.word.length - a.word.length);
  if (words.length === 0) return undefined;
  const pattern = new RegExp(words.map(({ list, word }) => `(${patternOf(list, word)})`).join('|'), 'giu');
  return (text) => {
    const pieces: MarkedPiece[] = [];
    let done = 0;
    for (const found of text.matchAll(pattern)) {
      const which = found.findIndex((group, index) => index > 0 && group !== undefined);
      const list = words[which - 1]?.list;
      if (list === undefined || found[0] === '') continue;
      if (found.index > done) pieces.push({ text: text.slice(done, found.index) });
      pieces.push({ text: found[0], list });
      done = found.index + found[0].length;
    }
    if (done < text.length) pieces.push({ text: text.slice(done) });
    return pieces;
  };
}

const wordCharacter = String.raw`[\p{L}\p{M}\p{N}]`;

function patternOf(list: HighlightList, word: string): string {
  const inner = word
    .split(/\s+/u)
    .map((part) =>
      part
        .split('*')
        .map((literal) => literal.replace(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`))
        .join(`${wordCharacter}*`),
    )
    .join(String.raw`[\s-]+`);
  return list.insideWords ? inner : `(?<!${wordCharacter})${inner}(?!${wordCharacter})`;
}
