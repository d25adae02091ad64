import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildTextIndex, curvesCsv, foundPerBin, readingOrder, stepsOf } from '@shared/ranking';
import { recallCurve } from '@shared/ranking/figures';
import { textsIn } from '@shared/i18n';
import { text } from './any-text';

const anyOrder = fc.array(fc.boolean(), { maxLength: 300 });

describe('the gain curve', () => {
  it('goes from nothing to everything, one relevant record a step', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        const steps = stepsOf(order);
        expect(steps[0]).toEqual({ read: 0, found: 0 });
        expect(steps.at(-1)).toEqual({ read: order.length, found: order.filter(Boolean).length });
        for (const { read, found } of steps) expect(found).toBe(order.slice(0, read).filter(Boolean).length);
      }),
    );
  });

  it('is the sum of its bins', () => {
    fc.assert(
      fc.property(anyOrder, fc.integer({ min: 1, max: 120 }), (order, size) => {
        const bins = foundPerBin(order, size);
        expect(bins.reduce((sum, { found }) => sum + found, 0)).toBe(order.filter(Boolean).length);
        expect(bins.reduce((sum, { read }) => sum + read, 0)).toBe(order.length);
      }),
    );
  });

  it('is written as a table with recall', () => {
    expect(curvesCsv([{ seed: 3, order: [false, true, true] }])).toBe(
      'seed,read,found,recall\r\n3,0,0,0.000000\r\n3,1,0,0.000000\r\n3,2,1,0.500000\r\n3,3,2,1.000000\r\n',
    );
    expect(curvesCsv([{ seed: 0, order: [false] }])).toContain('0,1,0,NA');
  });

  it('stays inside its figure, whatever was read and however much may be left', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(400), fc.nat(50), fc.nat(80), (order, unread, likely, more) => {
        const found = order.filter(Boolean).length;
        const scene = recallCurve(
          {
            orders: [order],
            records: order.length + unread,
            relevant: { likely: found + likely, atMost: found + likely + more },
          },
          textsIn('nl').ranking.curve,
          { language: 'nl' },
        );
        for (const shape of scene.shapes) {
          const points =
            shape.kind === 'path' ? shape.points : shape.kind === 'line' ? [shape.from, shape.to] : [];
          for (const { x, y } of points) {
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(scene.width);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(scene.height);
          }
        }
        expect(scene.description).toContain(String(found));
      }),
    );
  });
});

describe('the reading order', () => {
  const reviewed = fc.array(fc.tuple(text, fc.constantFrom(true, false, null)), {
    minLength: 1,
    maxLength: 25,
  });

  it('offers every unread row once, those known to be relevant too, and the same again', () => {
    fc.assert(
      fc.property(reviewed, fc.integer({ min: 0, max: 5 }), fc.nat(1_000), (rows, everyNth, seed) => {
        const index = buildTextIndex(rows.map(([words]) => words));
        const read = new Map(
          rows.flatMap(([, label], row) => (label === null ? [] : [[row, label] as const])),
        );
        const known = [...rows.keys()].filter((row) => row % 7 === 3);
        const basis = { read, known, likeText: 'peer support', seed, everyNth };
        const order = readingOrder(index, basis);
        const unread = [...rows.keys()].filter((row) => !read.has(row));
        expect([...order.rows].sort((a, b) => a - b)).toEqual(unread);
        const again = readingOrder(index, { ...basis, read: new Map([...read].reverse()) });
        expect(again.rows).toEqual(order.rows);
      }),
    );
  });

  it('begins with what is like the known relevant records', () => {
    const index = buildTextIndex([
      'dose of a drug',
      'peer support and hope',
      'hope among peers with support',
      'a pump',
      'clearance of a drug',
    ]);
    const { rows, model } = readingOrder(index, {
      read: new Map(),
      known: [1],
      likeText: '',
      seed: 1,
      everyNth: 0,
    });
    expect(model).toBeUndefined();
    expect(rows.slice(0, 2)).toEqual([1, 2]);
  });
});
