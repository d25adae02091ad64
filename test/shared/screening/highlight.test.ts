import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doAtOnce } from '@shared/kernel';
import type { HighlightList } from '@shared/protocol';
import { highlighterOf, suggestWords } from '@shared/screening';

const list = (kind: 'include' | 'exclude', words: string[], insideWords?: true): HighlightList => ({
  id: kind,
  label: kind,
  kind,
  words,
  insideWords,
});
const marked = (text: string, ...lists: HighlightList[]): string =>
  (highlighterOf(lists)?.(text) ?? [{ text }])
    .map((piece) => (piece.list === undefined ? piece.text : `[${piece.text}]`))
    .join('');

describe('highlights', () => {
  it.each([
    ['Peers and career', ['peer'], 'Peers and career'],
    ['Peers and career', ['peer*'], '[Peers] and career'],
    ['PEER support, peer-support', ['peer support'], '[PEER support], [peer-support]'],
    ['a wait list, waiting-list', ['wait* list'], 'a [wait list], [waiting-list]'],
    ['peer support worker', ['peer support', 'peer support worker'], '[peer support worker]'],
    ['café', ['caf'], 'café'],
    ['C++ (or C)', ['c++', '(c'], '[C++] (or C)'],
    ['nothing', ['', '*', '  '], 'nothing'],
  ])('in %j for %j', (text, words, result) => {
    expect(marked(text, list('include', words))).toBe(result);
  });

  it('go inside words only where the list says so', () => {
    expect(marked('unrandomised', list('include', ['random']))).toBe('unrandomised');
    expect(marked('unrandomised', list('include', ['random'], true))).toBe('un[random]ised');
  });

  it('never change the text, whatever the words', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string()), fc.boolean(), (text, words, inside) => {
        const pieces = highlighterOf([list('include', words, inside ? true : undefined)])?.(text);
        expect((pieces ?? [{ text }]).map((piece) => piece.text).join('')).toBe(text);
      }),
    );
  });
});

/** The same words as one regular expression: what is meant, said as shortly as can be. */
function markedByExpression(text: string, lists: readonly HighlightList[]): string {
  const letter = String.raw`[\p{L}\p{M}\p{N}]`;
  const words = lists
    .flatMap((one) => one.words.map((word) => ({ one, word: word.trim() })))
    .filter(({ word }) => /[\p{L}\p{N}]/u.test(word))
    .sort((a, b) => b.word.length - a.word.length)
    .map(({ one, word }) => {
      const inner = word
        .replace(/[\\^$.+?()[\]{}|/]/gu, String.raw`\$&`)
        .replace(/\s+/gu, String.raw`[\s-]+`)
        .replace(/\*/gu, `${letter}*`);
      return one.insideWords ? inner : `(?<!${letter})${inner}(?!${letter})`;
    });
  return words.length === 0 ? text : text.replace(new RegExp(words.join('|'), 'giu'), '[$&]');
}

describe('highlights by hand', () => {
  it('mark what one regular expression of all words marks', () => {
    const signs = fc.constantFrom('a', 'A', 'b', 'é', 'É', '\u0301', '1', '-', ' ', '(', '𝒜', '𝒃');
    const text = fc.string({ unit: signs, maxLength: 30 });
    const word = fc.string({
      unit: fc.oneof({ weight: 4, arbitrary: signs }, fc.constant('*')),
      maxLength: 5,
    });
    const words = fc.array(word, { maxLength: 4 });
    fc.assert(
      fc.property(text, words, words, fc.boolean(), (read, included, excluded, inside) => {
        const lists = [list('include', included), list('exclude', excluded, inside ? true : undefined)];
        expect(marked(read, ...lists)).toBe(markedByExpression(read, lists));
      }),
      { numRuns: 300 },
    );
  });
});

describe('suggestions', () => {
  const kept = [
    'peer support trial',
    'peer support for psychosis',
    'trial of peer support',
    'psychosis trial',
  ];
  const dropped = ['cancer trial', 'school trial', 'cohort of cancer', 'trial in schools'];

  it('are what sets the kept texts apart, without what is marked already', () => {
    expect(doAtOnce(suggestWords(kept, dropped, () => false))[0]?.words).toBe('peer support');
    expect(
      doAtOnce(suggestWords(kept, dropped, (word) => word.includes('peer'))).map(({ words }) => words),
    ).not.toContain('peer support');
    expect(doAtOnce(suggestWords(kept.slice(0, 2), dropped, () => false))).toEqual([]);
  });
});
