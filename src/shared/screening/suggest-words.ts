import { mayStop, type Work } from '../kernel';
import { wordsOf } from '../ranking';

export type WordSuggestion = {
  /** One word or two that follow each other. */
  readonly words: string;
  /** Share of the texts kept that have it, and of those not kept; 0 to 1. */
  readonly kept: number;
  readonly dropped: number;
};

/** Function words and the furniture of abstracts: frequent everywhere, telling nothing. */
const unsaid = new Set(
  `a about after all also among an and any are as at be been before between both but by can could did do does during each
  either for from had has have how if in into is it its may more most no nor not of on one only or other our over per
  should such than that the their them then there these they this those through to two under until up using was we were
  what when where which while who whom will with within without would aim aims background conclusion conclusions
  findings introduction methods objective objectives participants purpose results study studies conducted however
  included including p ci95`.split(/\s+/u),
);

/** A word must stand in at least this many texts that were kept, so that one paper does not make the list. */
const fewest = 3;

/**
 * Words that set the texts a person kept apart from those not kept: by the log-likelihood ratio of document counts
 * (Dunning 1993, Computational Linguistics 19:61), those more frequent among the kept, the most telling first. Nothing
 * where fewer than `fewest` were kept.
 */
export function* suggestWords(
  kept: readonly string[],
  dropped: readonly string[],
  known: (words: string) => boolean,
  limit = 24,
): Work<readonly WordSuggestion[]> {
  if (kept.length < fewest) return [];
  const inKept = yield* countTexts(kept);
  const inDropped = yield* countTexts(dropped);
  const scored: { words: string; score: number; kept: number; dropped: number }[] = [];
  let turn = 0;
  for (const [words, count] of inKept) {
    turn += 1;
    if (mayStop(turn)) yield;
    if (count < fewest || known(words)) continue;
    const other = inDropped.get(words) ?? 0;
    const shares = { kept: count / kept.length, dropped: dropped.length === 0 ? 0 : other / dropped.length };
    if (shares.kept <= shares.dropped) continue;
    scored.push({ words, score: ratio(count, kept.length, other, dropped.length), ...shares });
  }
  scored.sort((a, b) => b.score - a.score || b.words.length - a.words.length || (a.words < b.words ? -1 : 1));
  return withoutParts(scored, limit).map(({ words, kept: share, dropped: other }) => ({
    words,
    kept: share,
    dropped: other,
  }));
}

/** A word of a pair that is nearly always that pair says nothing of its own, and the other way round. */
function withoutParts<S extends { readonly words: string; readonly kept: number }>(
  scored: readonly S[],
  limit: number,
): S[] {
  const chosen: S[] = [];
  for (const suggestion of scored) {
    if (chosen.length === limit) break;
    const parts = suggestion.words.split(' ');
    const said = chosen.some(({ words }) => {
      const others = words.split(' ');
      return others.every((word) => parts.includes(word)) || parts.every((word) => others.includes(word));
    });
    if (!said) chosen.push(suggestion);
  }
  return chosen;
}

/** In how many texts each word and each pair of neighbours stands. */
function* countTexts(texts: readonly string[]): Work<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    yield;
    const words = wordsOf(text);
    const here = new Set<string>();
    for (const [index, word] of words.entries()) {
      if (unsaid.has(word) || /^\d+$/u.test(word)) continue;
      if (word.length > 3) here.add(word);
      const next = words[index + 1];
      if (next !== undefined && !unsaid.has(next) && !/^\d+$/u.test(next)) here.add(`${word} ${next}`);
    }
    for (const term of here) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  return counts;
}

/** G² of a word standing in `a` of `n` texts of one kind and `b` of `m` of the other. */
function ratio(a: number, n: number, b: number, m: number): number {
  const share = (a + b) / (n + m);
  return (
    2 *
    (part(a, n * share) + part(n - a, n * (1 - share)) + part(b, m * share) + part(m - b, m * (1 - share)))
  );
}

const part = (seen: number, expected: number): number =>
  seen === 0 || expected === 0 ? 0 : seen * Math.log(seen / expected);
