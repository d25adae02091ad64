import { LinearSvm, scoreOf } from './linear-svm';
import { canLearn, refit, type Labels } from './ranker';
import { seededRandom } from './seeded-random';
import type { TextIndex } from './text-index';

/** An excluded record that a model which never saw its label finds likely to be relevant. */
export type SecondLook = {
  readonly row: number;
  readonly score: number;
  /** Share of the included records that score lower under the same rule; above 0.5 it looks like a typical include. */
  readonly likeIncluded: number;
};

/**
 * Excluded records worth a second look. The labelled rows are dealt into `folds` by a seed, both sides evenly; each row
 * is scored by a model trained on the other folds. Listed are those that score above the lowest tenth of the included
 * records, most likely first. Empty while there are fewer included records than folds.
 */
export function secondLooks(index: TextIndex, labels: Labels, seed: number, folds = 5): SecondLook[] {
  const foldOf = dealFolds(labels, folds, seed);
  const relevant = [...labels.values()].filter(Boolean).length;
  if (relevant < folds || !canLearn(labels)) return [];
  const scores = new Map<number, number>();
  const svm = new LinearSvm(index);
  for (let fold = 0; fold < folds; fold += 1) {
    refit(svm, new Map([...labels].filter(([row]) => foldOf.get(row) !== fold)), seed);
    for (const [row, itsFold] of foldOf) {
      if (itsFold === fold) scores.set(row, scoreOf(index, svm.model, row));
    }
  }
  const included = [...labels].flatMap(([row, isRelevant]) => (isRelevant ? [scores.get(row) ?? 0] : []));
  included.sort((a, b) => a - b);
  const threshold = included[Math.floor(included.length / 10)] ?? Number.POSITIVE_INFINITY;
  return [...labels]
    .flatMap(([row, isRelevant]) => {
      const score = scores.get(row) ?? Number.NEGATIVE_INFINITY;
      if (isRelevant || score < threshold) return [];
      const likeIncluded = included.filter((other) => other < score).length / included.length;
      return [{ row, score, likeIncluded }];
    })
    .sort((a, b) => b.score - a.score || a.row - b.row);
}

function dealFolds(labels: Labels, folds: number, seed: number): Map<number, number> {
  const random = seededRandom(seed);
  const dealt = new Map<number, number>();
  for (const side of [true, false]) {
    const rows = [...labels].flatMap(([row, isRelevant]) => (isRelevant === side ? [row] : []));
    rows.sort((a, b) => a - b);
    for (let at = rows.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const [held, swapped] = [rows[at] ?? 0, rows[other] ?? 0];
      rows[at] = swapped;
      rows[other] = held;
    }
    for (const [at, row] of rows.entries()) dealt.set(row, at % folds);
  }
  return dealt;
}
