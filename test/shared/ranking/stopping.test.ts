import { stoppingAdvice, stoppingP } from '@shared/ranking';
import fc from 'fast-check';
import { expect, it } from 'vitest';

/** Whole-number binomial coefficient. */
function choose(n: bigint, k: bigint): bigint {
  if (k < 0n || k > n) return 0n;
  let value = 1n;
  for (let i = 1n; i <= k; i += 1n) value = (value * (n - k + i)) / i;
  return value;
}

/** P(X <= hits) by counting, in whole numbers until the last division. */
function cdfByCounting(hits: number, population: number, successes: number, draws: number): number {
  const [n, k, m] = [BigInt(population), BigInt(successes), BigInt(draws)];
  let ways = 0n;
  for (let x = 0n; x <= BigInt(hits); x += 1n) ways += choose(k, x) * choose(n - k, m - x);
  return Number((ways * 10n ** 18n) / choose(n, m)) / 1e18;
}

/** The test as the paper states it: every starting point tried, every probability counted. */
function pByCounting(order: readonly boolean[], total: number, recall: number): number {
  const found = order.filter(Boolean).length;
  let smallest = 1;
  for (let start = 0; start <= order.length; start += 1) {
    const before = order.slice(0, start).filter(Boolean).length;
    const missing = Math.floor(found / recall - before + 1);
    if (missing > total - order.length + found - before) return 0;
    smallest = Math.min(
      smallest,
      cdfByCounting(found - before, total - start, missing, order.length - start),
    );
  }
  return smallest;
}

const reading = fc
  .tuple(
    fc.array(fc.boolean(), { maxLength: 40 }),
    fc.integer({ min: 0, max: 60 }),
    fc.constantFrom(0.7, 0.9, 0.95, 0.99),
  )
  .map(([order, unread, recall]) => ({ order, total: order.length + unread, recall }));

it('agrees with a direct count of hypergeometric ways from every starting point, within 1e-9', () => {
  fc.assert(
    fc.property(reading, ({ order, total, recall }) => {
      expect(Math.abs(stoppingP(order, total, recall) - pByCounting(order, total, recall))).toBeLessThan(
        1e-9,
      );
    }),
  );
});

it('says how many more irrelevant records it takes: not one fewer, and then it does say stop', () => {
  fc.assert(
    fc.property(reading, ({ order, total, recall }) => {
      const target = { recall, confidence: 0.95 };
      const alpha = 1 - target.confidence;
      const { furtherRecords, mayStop } = stoppingAdvice(order, total, target);
      expect(mayStop).toBe(furtherRecords === 0 && order.length > 0);
      if (furtherRecords === 0 || order.length + furtherRecords >= total) return;
      const further = (count: number) => [...order, ...Array.from({ length: count }, () => false)];
      expect(stoppingP(further(furtherRecords), total, recall)).toBeLessThan(alpha);
      expect(stoppingP(further(furtherRecords - 1), total, recall)).toBeGreaterThanOrEqual(alpha);
    }),
  );
});

it('keeps what may be left between nothing and everything unread, the likely number below the highest', () => {
  fc.assert(
    fc.property(reading, ({ order, total, recall }) => {
      const { remaining } = stoppingAdvice(order, total, { recall, confidence: 0.95 });
      expect(remaining.likely).toBeGreaterThanOrEqual(0);
      expect(remaining.atMost).toBeGreaterThanOrEqual(remaining.likely);
      expect(remaining.atMost).toBeLessThanOrEqual(total - order.length);
    }),
  );
});

it('advises nothing on an empty desk, and to stop when all is read', () => {
  const target = { recall: 0.95, confidence: 0.95 };
  expect(stoppingAdvice([], 100, target)).toMatchObject({ p: 1, mayStop: false, streak: 0 });
  expect(stoppingAdvice([true, false, false], 3, target)).toMatchObject({
    mayStop: true,
    furtherRecords: 0,
    streak: 2,
  });
});
