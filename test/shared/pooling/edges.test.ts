import { describe, expect, it } from 'vitest';
import {
  aggregateThenPool,
  answerPoolingCases,
  beggTest,
  clusterRobust,
  correlatedEffects,
  correlatedHierarchical,
  cumulative,
  eggerTest,
  influence,
  leaveOneOut,
  mantelHaenszel,
  metaRegression,
  peto,
  pool,
  poolingMethods,
  poolSubgroups,
  threeLevel,
  trimAndFill,
  type PoolError,
} from '../../../src/shared/pooling';
import type { Result } from '../../../src/shared/kernel/result';

const codeOf = <T>(result: Result<T, PoolError>): string | undefined =>
  result.ok ? undefined : result.error.code;

const three = [
  {
    label: 'Alder 2001',
    yi: 0.2,
    vi: 0.04,
    fields: { arm: 'a', year: 2001, n: 80, trial: 'A', outcome: '1' },
  },
  {
    label: 'Birch 2004',
    yi: 0.5,
    vi: 0.09,
    fields: { arm: 'b', year: 2004, n: 40, trial: 'A', outcome: '2' },
  },
  {
    label: 'Cedar 2002',
    yi: -0.1,
    vi: 0.02,
    fields: { arm: 'a', year: 2002, n: 160, trial: 'B', outcome: '1' },
  },
];

describe('what cannot be pooled is refused by name', () => {
  it('says which study has no variance', () => {
    const bad = [...three, { label: 'Dogwood 1999', yi: 0.3, vi: -1 }];
    expect(pool(bad, { method: 'DL' })).toEqual({
      ok: false,
      error: { code: 'variance-not-positive', label: 'Dogwood 1999' },
    });
  });

  it('leaves rows without numbers out and says so when none is left', () => {
    const rows = [
      { yi: null, vi: 0.1 },
      { yi: 0.2, vi: undefined },
      { yi: Number.NaN, vi: 0.2 },
    ];
    expect(codeOf(pool(rows, { method: 'REML' }))).toBe('no-studies');
    expect(codeOf(pool([], { method: 'REML' }))).toBe('no-studies');
  });

  it('refuses levels that are none', () => {
    for (const level of [0, 1, 95, -0.5, Number.NaN]) {
      expect(codeOf(pool(three, { method: 'DL', level }))).toBe('level-out-of-range');
    }
  });

  it('names the column that no study has', () => {
    const missing = { code: 'field-missing', field: 'dose' };
    const errors = [
      metaRegression(three, { moderators: ['dose'], method: 'DL' }),
      poolSubgroups(three, { by: 'dose', method: 'DL', tau2: 'separate' }),
      cumulative(three, { orderBy: 'dose', method: 'DL' }),
      threeLevel(three, { cluster: 'dose', effect: 'outcome' }),
    ].map((result) => (result.ok ? undefined : result.error));
    expect(errors).toEqual([missing, missing, missing, missing]);
  });

  it('asks for enough studies', () => {
    const one = three.slice(0, 1);
    const two = three.slice(0, 2);
    expect(codeOf(leaveOneOut(one, { method: 'DL' }))).toBe('too-few-studies');
    expect(codeOf(influence(one, { method: 'DL' }))).toBe('too-few-studies');
    expect(codeOf(metaRegression(two, { moderators: ['year'], method: 'DL' }))).toBe('too-few-studies');
    expect(codeOf(eggerTest(two, { model: 'classical', predictor: 'sei' }))).toBe('too-few-studies');
    expect(codeOf(beggTest(two))).toBe('too-few-studies');
    expect(codeOf(trimAndFill(two, { method: 'DL' }))).toBe('too-few-studies');
    expect(codeOf(threeLevel(one, { cluster: 'trial', effect: 'outcome' }))).toBe('too-few-studies');
    const oneTrial = { cluster: 'trial', effect: 'outcome' };
    expect(codeOf(clusterRobust(two, { ...oneTrial, base: 'random-effects', type: 'CR2' }))).toBe(
      'too-few-clusters',
    );
    expect(codeOf(correlatedEffects(two, { cluster: 'trial', rho: 0.8 }))).toBe('too-few-clusters');
  });

  it('refuses moderators that repeat each other, and studies all of one size', () => {
    const twice = three.map((row) => ({ ...row, fields: { ...row.fields, twice: 2 * row.fields.year - 7 } }));
    const four = [...twice, { ...twice[0], yi: 0.4, vi: 0.05, fields: { year: 2010, twice: 4013 } }];
    expect(metaRegression(four, { moderators: ['year', 'twice'], method: 'DL' })).toEqual({
      ok: false,
      error: { code: 'moderators-collinear', term: 'twice' },
    });
    const even = three.map((row) => ({ ...row, vi: 0.05 }));
    expect(codeOf(eggerTest(even, { model: 'mixed', predictor: 'sei' }))).toBe('predictor-constant');
    expect(codeOf(beggTest(even))).toBe('predictor-constant');
  });

  it('refuses a correlation that is none', () => {
    const rows = three;
    const columns = { cluster: 'trial', effect: 'outcome' };
    expect(codeOf(aggregateThenPool(rows, { cluster: 'trial', rho: 1.2, method: 'DL' }))).toBe(
      'rho-out-of-range',
    );
    expect(codeOf(correlatedEffects(rows, { cluster: 'trial', rho: -0.1 }))).toBe('rho-out-of-range');
    expect(codeOf(correlatedHierarchical(rows, { ...columns, rho: 1 }))).toBe('rho-out-of-range');
  });

  it('refuses impossible and empty tables', () => {
    const table = { eventsT: 3, nT: 10, eventsC: 1, nC: 12 };
    expect(codeOf(mantelHaenszel([{ ...table, eventsT: -1 }], { measure: 'OR' }))).toBe('events-negative');
    expect(codeOf(peto([{ ...table, eventsC: 13 }]))).toBe('events-exceed-n');
    expect(codeOf(mantelHaenszel([{ ...table, nT: null }], { measure: 'RR' }))).toBe('no-studies');
    const none = { ...table, eventsT: 0, eventsC: 0 };
    for (const measure of ['OR', 'RR'] as const) {
      expect(codeOf(mantelHaenszel([none], { measure }))).toBe('no-events');
    }
    expect(codeOf(peto([none]))).toBe('no-events');
    const difference = mantelHaenszel([none, table], { measure: 'RD' });
    expect(difference.ok && difference.value.k).toBe(2);
  });
});

describe('small and extreme sets still have an answer', () => {
  it('pools effects that are all alike, whatever they are, without width in Hartung-Knapp', () => {
    for (const yi of [0, 0.1 + 0.2, -1e9, 1e-12]) {
      for (const method of poolingMethods) {
        const result = pool(
          [0.01, 0.2, 3].map((vi) => ({ yi, vi })),
          { method },
        );
        if (!result.ok) throw new Error(result.error.code);
        const { hk, Q, tau2, z } = result.value;
        expect([Q, tau2, z.estimate]).toEqual([0, 0, yi]);
        if (method !== 'CE')
          expect(hk).toMatchObject({ se: 0, statistic: null, pval: 0, ciLow: yi, ciHigh: yi });
      }
    }
  });

  it('finishes on variances from 1e-12 to 1e12 side by side', () => {
    for (const method of poolingMethods) {
      const result = pool(
        [-12, -6, 0, 6, 12].map((power, i) => ({ yi: i % 2 === 0 ? 1 : -2, vi: 10 ** power })),
        { method },
      );
      if (!result.ok) throw new Error(result.error.code);
      for (const value of [
        result.value.tau2,
        result.value.z.estimate,
        result.value.z.se,
        result.value.tau2CiHigh ?? 0,
      ]) {
        expect(Number.isFinite(value)).toBe(true);
      }
    }
  });

  it('stands on the highest peak where very precise and very imprecise studies meet', () => {
    const rows = [
      { yi: 0, vi: 1e-4 },
      { yi: 0.01, vi: 1e-4 },
      { yi: 6, vi: 4 },
      { yi: -6, vi: 4 },
      { yi: 7, vi: 4 },
    ];
    const result = pool(rows, { method: 'REML' });
    if (!result.ok) throw new Error(result.error.code);
    const height = (t: number): number => {
      const w = rows.map(({ vi }) => 1 / (vi + t));
      const total = w.reduce((a, b) => a + b, 0);
      const mean = rows.reduce((sum, { yi }, i) => sum + (w[i] ?? 0) * yi, 0) / total;
      return rows.reduce(
        (sum, { yi, vi }, i) => sum - 0.5 * (Math.log(vi + t) + (w[i] ?? 0) * (yi - mean) ** 2),
        -0.5 * Math.log(total),
      );
    };
    for (let t = 1e-8; t < 1e4; t *= 1.2)
      expect(height(t)).toBeLessThanOrEqual(height(result.value.tau2) + 1e-9);
  });

  it('counts rows left out for want of a moderator', () => {
    const rows = [
      ...three,
      { label: 'Elm', yi: 0.3, vi: 0.1, fields: { year: null } },
      { ...three[0], yi: 0.1, vi: 0.2 },
    ];
    const result = metaRegression(rows, { moderators: ['year'], method: 'REML' });
    expect(result.ok && result.value.k).toBe(4);
  });

  it('takes words as moderators, one term per value after the first', () => {
    const rows = ['x', 'y', 'z', 'x', 'y'].map((arm, i) => ({ yi: i / 10, vi: 0.05, fields: { arm } }));
    const result = metaRegression(rows, { moderators: ['arm'], method: 'CE' });
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.coefficients.map((coefficient) => coefficient.term)).toEqual([
      'intercept',
      'arm: y',
      'arm: z',
    ]);
    expect(result.value.coefficients[0]?.estimate).toBeCloseTo(0.15, 12);
    expect(result.value.QMdf).toBe(2);
  });

  it('orders subgroups by size when they are numbers', () => {
    const rows = [10, 9, 100, 9].map((weeks, i) => ({ yi: i, vi: 1, fields: { weeks } }));
    const result = poolSubgroups(rows, { by: 'weeks', method: 'DL', tau2: 'separate', test: 'hk' });
    expect(result.ok && result.value.groups.map((group) => [group.level, group.k])).toEqual([
      ['9', 2],
      ['10', 1],
      ['100', 1],
    ]);
  });

  it('fills nothing in where nothing is missing', () => {
    const rows = [-2, -1, 0, 1, 2].map((step) => ({ yi: step / 10, vi: 0.02 + step * step * 0.01 }));
    for (const estimator of ['L0', 'Q0'] as const) {
      const result = trimAndFill(rows, { method: 'DL', estimator });
      expect(result.ok && [result.value.k0, result.value.filled.length, result.value.kTotal]).toEqual([
        0, 0, 5,
      ]);
    }
  });
});

describe('a file of cases', () => {
  it('answers what it does not know by name and goes on', () => {
    const answers = answerPoolingCases({
      cases: [
        { id: '1', kind: 'divination', data: [], options: {} },
        { id: '2', kind: 'pool', dataset: 'nowhere', options: { method: 'DL' } },
        { id: '3', kind: 'pool', data: [{ yi: 1, vi: 1 }], options: { method: 'XX' } },
        { id: '4', kind: 'pool', data: 'nothing', options: { method: 'DL' } },
        { id: '5', kind: 'pool', data: [{ yi: 1, vi: 1, note: { odd: true } }], options: { method: 'DL' } },
      ],
    });
    if (!answers.ok) throw new Error(answers.error.detail);
    expect(answers.value.cases.map((answer) => ('error' in answer ? answer.error : 'got'))).toEqual([
      'not-supported',
      'dataset-unknown',
      'options-invalid',
      'options-invalid',
      'got',
    ]);
  });

  it('says where a file is no list of cases', () => {
    expect(answerPoolingCases({ cases: [{ id: 7 }] })).toMatchObject({
      ok: false,
      error: { code: 'not-a-cases-file', detail: 'cases.0.id' },
    });
    expect(answerPoolingCases(null).ok).toBe(false);
  });

  it('takes raw counts, means and complete rows for effects, and leaves incomplete ones out', () => {
    const table = { eventsT: 4, nT: 40, eventsC: 10, nC: 40 };
    const means = { meanT: 5, sdT: 2, nT: 30, meanC: 4, sdC: 2, nC: 30 };
    const answers = answerPoolingCases({
      datasets: {
        tables: { measure: 'OR', rows: [table, { ...table, eventsC: null }] },
        means: { measure: 'MD', rows: [means] },
        impossible: { measure: 'SMD', rows: [{ ...means, sdT: -1 }] },
        nameless: { rows: [table] },
      },
      cases: ['tables', 'means', 'impossible', 'nameless'].map((dataset) => ({
        id: dataset,
        kind: 'pool',
        dataset,
        options: { method: 'CE' },
      })),
    });
    if (!answers.ok) throw new Error(answers.error.detail);
    const close = (estimate: number, se: number) => ({
      got: { k: 1, z: { estimate: expect.closeTo(estimate, 12), se: expect.closeTo(se, 12) } },
    });
    expect(answers.value.cases).toMatchObject([
      close(Math.log((4 * 30) / (36 * 10)), Math.sqrt(1 / 4 + 1 / 36 + 1 / 10 + 1 / 30)),
      close(1, Math.sqrt(8 / 30)),
      { error: 'sd-negative' },
      { error: 'no-studies' },
    ]);
  });
});
