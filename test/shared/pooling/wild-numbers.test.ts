import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answerPoolingCases,
  beggTest,
  eggerTest,
  metaRegression,
  pool,
  poolSubgroups,
} from '../../../src/shared/pooling';

/** Every kind of analysis with options that fit the rows below. */
const kinds: readonly { readonly kind: string; readonly options: object; readonly measure?: string }[] = [
  { kind: 'pool', options: { method: 'REML' } },
  { kind: 'pool', options: { method: 'PM' } },
  { kind: 'pool', options: { method: 'SJ' } },
  { kind: 'pool', options: { method: 'HE' } },
  { kind: 'subgroup', options: { by: 'group', method: 'REML', tau2: 'separate', test: 'hk' } },
  { kind: 'subgroup', options: { by: 'group', method: 'DL', tau2: 'common', test: 'hk' } },
  { kind: 'meta-regression', options: { moderators: ['year', 'group'], method: 'REML', test: 'hk' } },
  { kind: 'leave-one-out', options: { method: 'ML', test: 'hk' } },
  { kind: 'cumulative', options: { orderBy: 'year', method: 'EB' } },
  { kind: 'influence', options: { method: 'REML' } },
  { kind: 'egger', options: { model: 'classical', predictor: 'sei' } },
  { kind: 'egger', options: { model: 'mixed', predictor: 'ninv', totalN: 'n' } },
  { kind: 'begg', options: {} },
  { kind: 'trim-and-fill', options: { method: 'REML', estimator: 'R0' } },
  { kind: 'trim-and-fill', options: { method: 'CE', estimator: 'Q0' } },
  { kind: 'three-level', options: { cluster: 'trial', effect: 'row', test: 't' } },
  { kind: 'cluster-robust', options: { cluster: 'trial', effect: 'row', base: 'three-level', type: 'CR2' } },
  {
    kind: 'cluster-robust',
    options: { cluster: 'trial', effect: 'row', base: 'random-effects', type: 'CR1' },
  },
  { kind: 'correlated-hierarchical', options: { cluster: 'trial', effect: 'row', rho: 0.6 } },
  { kind: 'correlated-effects-rve', options: { cluster: 'trial', rho: 0.8 } },
  { kind: 'aggregate-then-pool', options: { cluster: 'trial', rho: 0.5, method: 'REML' } },
];

const wild = fc.oneof(
  fc.constantFrom(0, 1, -1, 0.5, 1e-8, 1e8, 1e300, -1e300, 1e-300, Number.NaN, Number.POSITIVE_INFINITY),
  fc.double({ min: -2, max: 2, noNaN: true }),
);
const spread = fc.oneof(
  fc.constantFrom(0, 1, 0.1, 1e-12, 1e12, 1e-300, 1e300, -1),
  fc.integer({ min: -9, max: 6 }).map((exponent) => 10 ** exponent),
  fc.double({ min: 0.01, max: 0.5, noNaN: true }),
);
const row = fc.record({
  yi: fc.oneof({ weight: 6, arbitrary: wild }, { weight: 1, arbitrary: fc.constant(null) }),
  vi: fc.oneof({ weight: 8, arbitrary: spread }, { weight: 1, arbitrary: fc.constant(null) }),
  group: fc.constantFrom('a', 'b', null),
  year: fc.constantFrom(1999, 2004, 2004, 2020, null),
  n: fc.constantFrom(0, 10, 80, 1e6),
  trial: fc.constantFrom('A', 'B', 'C'),
});

/** The places of numbers that are none. */
const unreal = (value: unknown, path = ''): readonly string[] =>
  typeof value === 'number'
    ? Number.isFinite(value)
      ? []
      : [path]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => unreal(inner, `${path}.${name}`))
      : [];

describe('whatever numbers a sheet holds', () => {
  it('every analysis gives numbers or says by name why not', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 7 }).map((rows) => rows.map((one, i) => ({ ...one, row: i }))),
        (data) => {
          const answered = answerPoolingCases({
            cases: kinds.map((kind, i) => ({ id: String(i), ...kind, data })),
          });
          if (!answered.ok) throw new Error('refused the whole file');
          for (const [i, answer] of answered.value.cases.entries()) {
            expect('got' in answer ? unreal(answer.got) : [], JSON.stringify(kinds[i])).toEqual([]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });

  it('names the study whose numbers cannot be calculated with', () => {
    const rows = [
      { label: 'Elder 2010', yi: 1e200, vi: 0.1 },
      { label: 'Fir 2011', yi: 0.1, vi: 0.1 },
    ];
    expect(pool(rows, { method: 'REML' })).toEqual({
      ok: false,
      error: { code: 'number-out-of-range', label: 'Elder 2010' },
    });
  });

  it('does not weigh a study away that outweighs the others beyond what numbers hold', () => {
    const rows = [1e-20, 0.1, 0.2, 1e7].map((vi, i) => ({ yi: i / 10, vi, fields: { year: 2000 + i * i } }));
    const result = metaRegression(rows, { moderators: ['year'], method: 'REML' });
    expect(result.ok ? undefined : result.error.code).toBe('variances-too-unequal');
  });

  it('asks nothing of study size where all effects are one, or a study has nobody', () => {
    const equal = [0.1, 0.2, 0.3].map((vi) => ({ yi: 0.4, vi, fields: { n: 10 / vi } }));
    expect(beggTest(equal)).toEqual({ ok: false, error: { code: 'effects-equal' } });
    expect(eggerTest(equal, { model: 'classical', predictor: 'sei' })).toEqual({
      ok: false,
      error: { code: 'effects-equal' },
    });
    const empty = [0, 20, 30].map((n) => ({ label: `n ${n}`, yi: n / 100, vi: 0.1, fields: { n } }));
    expect(eggerTest(empty, { model: 'mixed', predictor: 'ninv', totalN: ['n'] })).toEqual({
      ok: false,
      error: { code: 'size-not-positive', label: 'n 0' },
    });
  });

  it('tests subgroups of which one has no standard error against its mean', () => {
    const rows = [
      { yi: 1, vi: 1, fields: { by: 'equal' } },
      { yi: 1, vi: 1, fields: { by: 'equal' } },
      { yi: 2, vi: 1, fields: { by: 'other' } },
      { yi: 4, vi: 1, fields: { by: 'other' } },
    ];
    const options = { by: 'by', method: 'REML', tau2: 'separate', test: 'hk' } as const;
    const mixed = poolSubgroups(rows, options);
    if (!mixed.ok) throw new Error(mixed.error.code);
    // Other: mean 3, Hartung-Knapp standard error 1: (3 - 1)² / 1².
    expect(mixed.value.Qbetween).toBeCloseTo(4, 12);
    const apart = poolSubgroups(
      rows.map((one, i) => ({ ...one, yi: i < 2 ? 1 : 2 })),
      options,
    );
    expect(apart.ok && [apart.value.Qbetween, apart.value.pval]).toEqual([null, 0]);
  });
});
