import { buildTextIndex, scoreOf } from '@shared/ranking';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { text, wordsByHand } from './any-text';

/** TF-IDF as the textbook has it, over plain maps: every term, no compression. */
function byHand(texts: readonly string[]): Map<string, number>[] {
  const rows = texts.map((each) => {
    const words = wordsByHand(each);
    const counts = new Map<string, number>();
    for (const [at, word] of words.entries()) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
      const next = words[at + 1];
      if (next !== undefined) counts.set(`${word} ${next}`, (counts.get(`${word} ${next}`) ?? 0) + 1);
    }
    return counts;
  });
  const df = new Map<string, number>();
  for (const row of rows) for (const term of row.keys()) df.set(term, (df.get(term) ?? 0) + 1);
  return rows.map((row) => {
    const weighted = [...row]
      .filter(([term]) => (df.get(term) ?? 0) <= 0.95 * texts.length)
      .map(([term, tf]): [string, number] => [
        term,
        (1 + Math.log(tf)) * (Math.log((1 + texts.length) / (1 + (df.get(term) ?? 0))) + 1),
      ]);
    const length = Math.hypot(...weighted.map(([, weight]) => weight));
    return new Map(weighted.map(([term, weight]) => [term, weight / length]));
  });
}

it('equals TF-IDF worked out by hand, term by term, with terms of one record summed up', () => {
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), (texts) => {
      const index = buildTextIndex(texts);
      for (const [row, expected] of byHand(texts).entries()) {
        const left = new Map(expected);
        for (let at = index.rowStart[row] ?? 0; at < (index.rowStart[row + 1] ?? 0); at += 1) {
          const term = index.term(index.termIds[at] ?? -1);
          expect(index.weights[at]).toBeCloseTo(left.get(term) ?? Number.NaN, 5);
          left.delete(term);
        }
        const ownSquares = [...left.values()].reduce((sum, weight) => sum + weight ** 2, 0);
        expect(index.own[row]).toBeCloseTo(ownSquares, 5);
      }
    }),
  );
});

it('gives an equal text the same vector from outside', () => {
  const texts = ['peer support for adults', 'peer support for carers', 'drug trial in adults', 'drug doses'];
  const index = buildTextIndex(texts);
  const vector = index.vectorOf('peer support');
  expect(vector.map(({ id }) => index.term(id)).sort()).toEqual(['peer', 'peer support', 'support']);
  expect(Math.hypot(...vector.map(({ weight }) => weight))).toBeCloseTo(1, 6);
  expect(index.vectorOf('nothing known')).toEqual([]);
});

it('reads letters of every script and scores an empty text by the constant alone', () => {
  const index = buildTextIndex(['naïve Größe', 'naïve größe', '', 'ψυχή']);
  expect(index.term(index.termIds[0] ?? -1)).toBe('naïve');
  expect(scoreOf(index, { weights: new Float64Array(index.termCount).fill(1), bias: 0.25 }, 2)).toBe(0.25);
});
