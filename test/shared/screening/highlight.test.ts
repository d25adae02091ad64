import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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

describe('suggestions', () => {
  const kept = [
    'peer support trial',
    'peer support for psychosis',
    'trial of peer support',
    'psychosis trial',
  ];
  const dropped = ['cancer trial', 'school trial', 'cohort of cancer', 'trial in schools'];

  it('are what sets the kept texts apart, without what is marked already', () => {
    expect(suggestWords(kept, dropped, () => false)[0]?.words).toBe('peer support');
    expect(
      suggestWords(kept, dropped, (word) => word.includes('peer')).map(({ words }) => words),
    ).not.toContain('peer support');
    expect(suggestWords(kept.slice(0, 2), dropped, () => false)).toEqual([]);
  });
});
