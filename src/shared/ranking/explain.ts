import type { LinearModel } from './linear-svm';
import type { TextIndex } from './text-index';

/** A word or pair of words of a record with what it added to the record's score; negative pushed it down. */
export type Contribution = { readonly term: string; readonly amount: number };

/**
 * Why a record stands where it stands: the terms that pushed it up and those that pushed it down, strongest first, at
 * most `most` of each. Together with the terms not listed and the model's constant they add up to the score.
 */
export function contributionsOf(
  index: TextIndex,
  model: LinearModel,
  row: number,
  most = 8,
): { readonly up: readonly Contribution[]; readonly down: readonly Contribution[] } {
  const all: { readonly id: number; readonly amount: number }[] = [];
  for (let at = index.rowStart[row] ?? 0; at < (index.rowStart[row + 1] ?? 0); at += 1) {
    const id = index.termIds[at] ?? 0;
    const amount = (index.weights[at] ?? 0) * (model.weights[id] ?? 0);
    if (amount !== 0) all.push({ id, amount });
  }
  all.sort((a, b) => b.amount - a.amount || a.id - b.id);
  const named = ({ id, amount }: (typeof all)[number]): Contribution => ({ term: index.term(id), amount });
  return {
    up: all
      .slice(0, most)
      .filter(({ amount }) => amount > 0)
      .map(named),
    down: all
      .slice(-most)
      .filter(({ amount }) => amount < 0)
      .reverse()
      .map(named),
  };
}
