import {
  buildTextIndex,
  contributionsOf,
  fitModel,
  mixedOrder,
  orderMetrics,
  rankedRows,
  scoreOf,
  scoresOf,
  secondLooks,
  startingScores,
} from '@shared/ranking';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { text } from './any-text';

const reviewed = fc.array(fc.tuple(text, fc.constantFrom(true, false, null)), {
  minLength: 1,
  maxLength: 30,
});

const labelsOf = (rows: readonly (readonly [string, boolean | null])[]): Map<number, boolean> =>
  new Map(rows.flatMap(([, label], row) => (label === null ? [] : [[row, label] as const])));

it('hides nothing: what is ranked and what is labelled are all the records, each once', () => {
  fc.assert(
    fc.property(reviewed, fc.integer({ min: 0, max: 6 }), fc.integer(), (rows, everyNth, seed) => {
      const index = buildTextIndex(rows.map(([words]) => words));
      const labels = labelsOf(rows);
      const model = fitModel(index, labels, seed);
      const scores = model
        ? scoresOf(index, model)
        : startingScores(index, { likeRows: [], likeText: 'peer support', seed });
      const order = mixedOrder(rankedRows(scores, labels), everyNth, seed);
      expect([...order, ...labels.keys()].sort((a, b) => a - b)).toEqual([...rows.keys()]);
    }),
  );
});

it('is the same order for the same labels and seed, in whatever order the labels were given', () => {
  fc.assert(
    fc.property(reviewed, fc.integer(), (rows, seed) => {
      const index = buildTextIndex(rows.map(([words]) => words));
      const labels = labelsOf(rows);
      const reversed = new Map([...labels].reverse());
      const a = fitModel(index, labels, seed);
      const b = fitModel(index, reversed, seed);
      expect(a === undefined).toBe(b === undefined);
      if (a && b) expect(scoresOf(index, b)).toEqual(scoresOf(index, a));
    }),
  );
});

describe('a small review about peers', () => {
  const texts = [
    'peer support for adults with depression',
    'support by peers: a randomised trial of peer workers',
    'drug dose in sleep medicine',
    'a trial of a drug against hypertension',
    'peer workers and recovery',
    'dose finding of a new drug',
    'nothing in common',
  ];
  const index = buildTextIndex(texts);
  const labels = new Map([
    [0, true],
    [2, false],
  ]);

  it('puts what is like the relevant one first and what is like the irrelevant one last', () => {
    const model = fitModel(index, labels);
    if (!model) throw new Error('There are examples of both sides');
    const order = rankedRows(scoresOf(index, model), labels);
    expect(order.slice(0, 2).sort()).toEqual([1, 4]);
    expect(order.at(-1)).toBe(5);
  });

  it('names the words that pushed, and they point the way the score went', () => {
    const model = fitModel(index, labels);
    if (!model) throw new Error('There are examples of both sides');
    const { up, down } = contributionsOf(index, model, 4);
    expect(up.map(({ term }) => term)).toContain('peer');
    expect(down).toEqual([]);
    const all = contributionsOf(index, model, 5, 100);
    const total = [...all.up, ...all.down].reduce((sum, { amount }) => sum + amount, model.bias);
    expect(total).toBeCloseTo(scoreOf(index, model, 5), 9);
    expect(all.down.map(({ term }) => term)).toEqual(expect.arrayContaining(['drug', 'dose']));
  });

  it('starts from the words of the criteria, or from known records, before anything can be learned', () => {
    const byWords = startingScores(index, { likeRows: [], likeText: 'delivered by peer workers', seed: 1 });
    expect(rankedRows(byWords, new Map())[0]).toBe(4);
    const byRecord = startingScores(index, { likeRows: [2], likeText: '', seed: 1 });
    expect(rankedRows(byRecord, new Map([[2, true]]))[0]).toBe(5);
    const random = (seed: number) =>
      rankedRows(startingScores(index, { likeRows: [], likeText: '', seed }), new Map());
    expect(random(5)).toEqual(random(5));
    expect(new Set([1, 2, 3, 4, 5].map((seed) => random(seed).join())).size).toBeGreaterThan(1);
  });
});

it('offers a second look at an excluded record that reads like the included ones', () => {
  const included = Array.from(
    { length: 12 },
    (_, at) => `${['peer support', 'group of peers', 'recovery of adults'][at % 3]} peer recovery ${at}x`,
  );
  const excluded = Array.from({ length: 40 }, (_, at) => `drug dose hypertension kidney series${at % 5}`);
  const texts = [...included, ...excluded, 'peer support and peer recovery of adults'];
  const labels = new Map(texts.map((_, row) => [row, row < included.length]));
  const looks = secondLooks(buildTextIndex(texts), labels, 3);
  expect(looks[0]?.row).toBe(texts.length - 1);
  expect(looks.every(({ row }) => labels.get(row) === false)).toBe(true);
  expect(secondLooks(buildTextIndex(['a b', 'c d']), new Map([[0, true]]), 1)).toEqual([]);
});

describe('measures of an order', () => {
  it('are perfect for the perfect order and a half for the middle', () => {
    expect(orderMetrics([true, true, false, false])).toMatchObject({ loss: 0, ndcg: 1 });
    expect(orderMetrics([false, false, true, false, false]).loss).toBeCloseTo(0.5, 12);
  });

  it('follow their formulas on a worked example', () => {
    // Relevant at 1, 3 and 8 of 20.
    const order = Array.from({ length: 20 }, (_, at) => [0, 2, 7].includes(at));
    const metrics = orderMetrics(order);
    expect(metrics.loss).toBeCloseTo((4 - 2) / 17, 12);
    expect(metrics.atd).toBeCloseTo(4 / 20, 12);
    expect(metrics.wss95).toBeCloseTo(12 / 20 - 0.05, 12);
    expect(metrics.recall10).toBeCloseTo(1 / 3, 12);
    expect(metrics.ndcg).toBeCloseTo((1 + 1 / 2 + 1 / Math.log2(9)) / (1 + 1 / Math.log2(3) + 1 / 2), 12);
  });
});
