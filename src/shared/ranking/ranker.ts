import { LinearSvm, scoreOf, type Example, type LinearModel } from './linear-svm';
import type { TextIndex } from './text-index';

/**
 * The settings of the model, those of ASReview LAB's default (ELAS u4): TF-IDF of words and word pairs, a linear support
 * vector machine with squared hinge loss, and examples weighted so that the irrelevant ones together weigh `ratio` times
 * less than the relevant ones together. A tolerance of 0.1 ranks as well as a finer one and is many times faster.
 */
export const rankingSettings = {
  name: 'concord-svm-1',
  cost: 0.11,
  ratio: 9.8,
  tolerance: 0.1,
  mostPasses: 1000,
  ngrams: [1, 2],
  maxDocumentShare: 0.95,
} as const;

/** What is known of a record: relevant or not. By row of the index. */
export type Labels = ReadonlyMap<number, boolean>;

/** A model can only be trained when both sides have an example. */
export function canLearn(labels: Labels): boolean {
  let relevant = 0;
  for (const isRelevant of labels.values()) if (isRelevant) relevant += 1;
  return relevant > 0 && relevant < labels.size;
}

/** The examples of the labels, in order of rows, with weights that average 1 (ASReview's `Balanced`). */
export function examplesOf(labels: Labels): Example[] {
  const rows = [...labels.keys()].sort((a, b) => a - b);
  const relevant = rows.filter((row) => labels.get(row) === true).length;
  const irrelevant = rows.length - relevant;
  const { cost, ratio } = rankingSettings;
  const weightOfIrrelevant = relevant / (ratio * irrelevant);
  const scale = rows.length / (relevant + irrelevant * weightOfIrrelevant);
  return rows.map((row) =>
    labels.get(row) === true
      ? { row, side: 1, cost: cost * scale }
      : { row, side: -1, cost: cost * scale * weightOfIrrelevant },
  );
}

/**
 * Fits the model to labels from nothing: the same labels and seed give the same model, whatever was fitted before.
 * `undefined` while only one side has examples.
 */
export function fitModel(index: TextIndex, labels: Labels, seed = 0): LinearModel | undefined {
  if (!canLearn(labels)) return undefined;
  const svm = new LinearSvm(index);
  refit(svm, labels, seed);
  return svm.model;
}

/** Fits a machine to labels, starting where its last fit ended. */
export function refit(svm: LinearSvm, labels: Labels, seed = 0): void {
  const { tolerance, mostPasses } = rankingSettings;
  svm.fit(examplesOf(labels), { tolerance, mostPasses, seed });
}

/** The score of every row. */
export function scoresOf(index: TextIndex, model: LinearModel): Float64Array {
  const scores = new Float64Array(index.rowCount);
  for (let row = 0; row < index.rowCount; row += 1) scores[row] = scoreOf(index, model, row);
  return scores;
}

/** Rows without a label, most likely relevant first; equal scores in order of rows. */
export function rankedRows(scores: Float64Array, labels: Labels): number[] {
  const rows: number[] = [];
  for (let row = 0; row < scores.length; row += 1) if (!labels.has(row)) rows.push(row);
  return rows.sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0) || a - b);
}
