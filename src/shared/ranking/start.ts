import { seededRandom } from './seeded-random';
import type { TextIndex } from './text-index';

/**
 * The order before a model can be trained. With words to go by (the criteria, known relevant records) the records most
 * like them come first: the cosine of TF-IDF vectors. Without, a random order that a seed determines, so that the first
 * pair is found without bias.
 */
export function startingScores(
  index: TextIndex,
  {
    likeRows,
    likeText,
    seed,
  }: { readonly likeRows: readonly number[]; readonly likeText: string; readonly seed: number },
): Float64Array {
  const direction = new Float64Array(index.termCount);
  for (const row of likeRows) addRow(index, row, direction);
  if (likeText.trim() !== '') {
    for (const { id, weight } of index.vectorOf(likeText)) direction[id] = (direction[id] ?? 0) + weight;
  }
  const scores = new Float64Array(index.rowCount);
  const knowsNothing = direction.every((weight) => weight === 0);
  const random = seededRandom(seed);
  for (let row = 0; row < index.rowCount; row += 1) {
    scores[row] = knowsNothing ? random() : product(index, row, direction);
  }
  return scores;
}

function addRow(index: TextIndex, row: number, direction: Float64Array): void {
  for (let at = index.rowStart[row] ?? 0; at < (index.rowStart[row + 1] ?? 0); at += 1) {
    const id = index.termIds[at] ?? 0;
    direction[id] = (direction[id] ?? 0) + (index.weights[at] ?? 0);
  }
}

function product(index: TextIndex, row: number, direction: Float64Array): number {
  let sum = 0;
  for (let at = index.rowStart[row] ?? 0; at < (index.rowStart[row + 1] ?? 0); at += 1) {
    sum += (direction[index.termIds[at] ?? 0] ?? 0) * (index.weights[at] ?? 0);
  }
  return sum;
}
