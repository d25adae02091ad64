import { LinearSvm, type LinearModel } from './linear-svm';
import { mixedOrder } from './mixed-order';
import { canLearn, rankedRows, refit, scoresOf, type Labels } from './ranker';
import { startingScores } from './start';
import type { TextIndex } from './text-index';

/** What an order rests on. */
export type OrderBasis = {
  /** What was read, by row: relevant or not. */
  readonly read: Labels;
  /** Rows known to be relevant before anything was read; they may still be unread. */
  readonly known: readonly number[];
  /** Words to start from while there is nothing to learn from: the criteria. */
  readonly likeText: string;
  readonly seed: number;
  /** Every n-th place is drawn at random; 0 for none. */
  readonly everyNth: number;
};

export type ReadingOrder = {
  /** Every row that was not read, in the order in which to offer them. */
  readonly rows: readonly number[];
  /** What was learned; undefined for a starting order. */
  readonly model: LinearModel | undefined;
};

/**
 * The order in which to offer the unread rows: by the model as soon as both sides have an example, before that by
 * likeness to what is known to be relevant. Nothing but the basis decides it, so the same basis gives the same order.
 */
export function readingOrder(index: TextIndex, basis: OrderBasis): ReadingOrder {
  const { read, known, likeText, seed, everyNth } = basis;
  const labels = new Map([...known.map((row) => [row, true] as const), ...read]);
  const learns = canLearn(labels);
  const svm = learns ? new LinearSvm(index) : undefined;
  if (svm) refit(svm, labels, seed);
  const likeRows = [...labels]
    .flatMap(([row, isRelevant]) => (isRelevant ? [row] : []))
    .sort((a, b) => a - b);
  const scores = svm ? scoresOf(index, svm.model) : startingScores(index, { likeRows, likeText, seed });
  return { rows: mixedOrder(rankedRows(scores, read), everyNth, seed), model: svm?.model };
}
