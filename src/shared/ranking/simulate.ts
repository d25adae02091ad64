import { LinearSvm, scoreOf } from './linear-svm';
import { orderMetrics, type OrderMetrics } from './metrics';
import { canLearn, refit } from './ranker';
import { seededRandom } from './seeded-random';
import type { TextIndex } from './text-index';

export type SimulatedRun = {
  readonly seed: number;
  /** Rows labelled before the first fit. */
  readonly priors: readonly number[];
  /** Rows in the order in which they were screened after the priors; ends with the last relevant one. */
  readonly order: readonly number[];
  readonly metrics: OrderMetrics;
};

/**
 * Screens a labelled set as if nobody knew the labels: fit on what is labelled, read the most likely record, look its
 * label up, and again, until every relevant record is found. What was not read counts as irrelevant at the end.
 * Ties go to the lower row.
 */
export function simulateScreening(
  index: TextIndex,
  isRelevant: readonly boolean[],
  priors: readonly number[],
  seed: number,
  onStep: (found: number) => void = () => undefined,
): SimulatedRun {
  const labels = new Map(priors.map((row) => [row, isRelevant[row] === true]));
  const relevant = isRelevant.filter(Boolean).length;
  let found = [...labels.values()].filter(Boolean).length;
  const svm = new LinearSvm(index);
  const order: number[] = [];
  while (found < relevant) {
    if (canLearn(labels)) refit(svm, labels, seed);
    const next = bestUnread(index, svm, labels);
    if (next === undefined) break;
    const isFound = isRelevant[next] === true;
    labels.set(next, isFound);
    order.push(next);
    if (isFound) found += 1;
    onStep(found);
  }
  const sequence = order.map((row) => isRelevant[row] === true);
  while (sequence.length < index.rowCount - priors.length) sequence.push(false);
  return { seed, priors, order, metrics: orderMetrics(sequence) };
}

function bestUnread(index: TextIndex, svm: LinearSvm, labels: ReadonlyMap<number, boolean>) {
  const { model } = svm;
  let best: number | undefined;
  let highest = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < index.rowCount; row += 1) {
    if (labels.has(row)) continue;
    const score = scoreOf(index, model, row);
    if (score > highest) {
      highest = score;
      best = row;
    }
  }
  return best;
}

/** One relevant and one irrelevant row, drawn by a seed; fewer where a side is empty. */
export function drawPriors(isRelevant: readonly boolean[], seed: number): number[] {
  const random = seededRandom(seed);
  const draw = (side: boolean): number[] => {
    const rows = isRelevant.flatMap((label, row) => (label === side ? [row] : []));
    const row = rows[Math.floor(random() * rows.length)];
    return row === undefined ? [] : [row];
  };
  return [...draw(true), ...draw(false)];
}
