import { buildTextIndex, LinearSvm, scoreOf, type TextIndex } from '@shared/ranking';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { text } from './any-text';

const fine = { tolerance: 1e-9, mostPasses: 100_000, seed: 1 };

const problem = fc
  .array(fc.record({ words: text, side: fc.constantFrom(1 as const, -1 as const, 0 as const) }), {
    minLength: 3,
    maxLength: 14,
  })
  .filter((rows) => rows.some(({ side }) => side === 1) && rows.some(({ side }) => side === -1));

const examplesOf = (rows: readonly { readonly side: 1 | -1 | 0 }[], cost = 0.3) =>
  rows.flatMap(({ side }, row) => (side === 0 ? [] : [{ row, side, cost: cost * (1 + row / 7) }]));

/**
 * The minimum is where the gradient of the primal problem vanishes: w = 2 sum of cost_i side_i max(0, 1 - margin_i) x_i.
 * An example's own terms are part of its margin, so they are added here.
 */
it('stands at the minimum of the problem it says it solves', () => {
  fc.assert(
    fc.property(problem, (rows) => {
      const index = buildTextIndex(rows.map(({ words }) => words));
      const svm = new LinearSvm(index);
      const examples = examplesOf(rows);
      svm.fit(examples, fine);
      const expected = new Float64Array(index.termCount);
      let bias = 0;
      for (const { row, side, cost } of examples) {
        const pull = 2 * cost * Math.max(0, slackOf(index, svm, row, side, cost));
        bias += side * pull;
        for (let at = index.rowStart[row] ?? 0; at < (index.rowStart[row + 1] ?? 0); at += 1) {
          const id = index.termIds[at] ?? 0;
          expected[id] = (expected[id] ?? 0) + side * pull * (index.weights[at] ?? 0);
        }
      }
      expect(svm.model.bias).toBeCloseTo(bias, 6);
      for (const [id, weight] of expected.entries()) expect(svm.model.weights[id]).toBeCloseTo(weight, 6);
    }),
  );
});

/** 1 - margin with own terms: margin = side (w x + b) + own * pull, and pull = 2 cost slack. */
function slackOf(index: TextIndex, svm: LinearSvm, row: number, side: number, cost: number): number {
  return (1 - side * scoreOf(index, svm.model, row)) / (1 + 2 * cost * (index.own[row] ?? 0));
}

it('ends at the same model from wherever it starts', () => {
  fc.assert(
    fc.property(problem, fc.array(fc.constantFrom(1 as const, -1 as const, 0 as const)), (rows, before) => {
      const index = buildTextIndex(rows.map(({ words }) => words));
      const cold = new LinearSvm(index);
      cold.fit(examplesOf(rows), fine);
      const warm = new LinearSvm(index);
      const other = rows.map((_, row) => ({ side: before[row] ?? (0 as const) }));
      warm.fit(examplesOf(other), fine);
      warm.fit(examplesOf(rows), { ...fine, seed: 9 });
      for (let row = 0; row < rows.length; row += 1) {
        expect(scoreOf(index, warm.model, row)).toBeCloseTo(scoreOf(index, cold.model, row), 5);
      }
    }),
  );
});
