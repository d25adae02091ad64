import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pool } from '@shared/pooling';
import { Protocol, plannedOutcome, templateById, usualPlan, type AnalysisPlan } from '@shared/protocol';
import { detailOf, fillPlan, type Analysis, type Pooled } from '@shared/synthesis';
import { inventedRow, inventedSheet } from '../../support/invented-sheet';

const blank = templateById('blank')!.protocol.en;

const protocolWith = (plan: Partial<AnalysisPlan>): Protocol => ({
  ...blank,
  outcomeDomains: [{ id: 'mood', label: 'Mood', definition: '', instruments: [] }],
  windows: [{ id: 'post', label: 'Post-test', fromWeeks: 0, toWeeks: 25 }],
  analysis: {
    ...usualPlan,
    outcomes: [plannedOutcome({ id: 'mood', label: 'Mood', domainId: 'mood', windowIds: ['post'] })],
    ...plan,
  },
});

const trial = (study: string, estimate: number, se: number, more = {}) =>
  inventedRow({ study, estimate, se, domainId: 'mood', domain: 'Mood', ...more });
const trials = [
  trial('Alder 2001', 0.2, 0.15),
  trial('Birch 2004', 0.5, 0.2),
  trial('Cedar 2009', -0.1, 0.12),
  trial('Dogwood 2015', 0.3, 0.1),
];

const pooledOf = (analysis: Analysis | undefined): Pooled => {
  if (!analysis?.result.ok) throw new Error('not pooled');
  return analysis.result.value;
};

describe('a plan filled in', () => {
  it('pools what the sheet holds exactly as `pool` does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ e: fc.integer({ min: -90, max: 90 }), s: fc.integer({ min: 5, max: 40 }) }), {
          minLength: 2,
          maxLength: 15,
        }),
        (given) => {
          const rows = given.map(({ e, s }, i) => trial(`Trial ${i}`, e / 100, s / 100));
          const analysis = fillPlan(inventedSheet(protocolWith({}), rows)).analyses[0];
          const direct = pool(
            rows.map(({ estimate, se }) => ({ yi: estimate, vi: se ** 2 })),
            { method: 'REML' },
          );
          if (!direct.ok) throw new Error(direct.error.code);
          expect(pooledOf(analysis).estimate).toBe(direct.value.z.estimate);
          expect(pooledOf(analysis).ciLow).toBe(direct.value.hk?.ciLow);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('turns the sign of an outcome that is printed with benefit negative, and nothing else', () => {
    const outcomes = (sign: 'benefit-positive' | 'benefit-negative') => [
      plannedOutcome({ id: 'mood', label: 'Mood', domainId: 'mood', windowIds: ['post'], sign }),
    ];
    const up = fillPlan(inventedSheet(protocolWith({ outcomes: outcomes('benefit-positive') }), trials));
    const down = fillPlan(inventedSheet(protocolWith({ outcomes: outcomes('benefit-negative') }), trials));
    const [a, b] = [pooledOf(up.analyses[0]), pooledOf(down.analyses[0])];
    expect(b.estimate).toBeCloseTo(-a.estimate, 12);
    expect(b.ciLow).toBeCloseTo(-a.ciHigh, 12);
    expect(down.analyses[0]?.nnt?.nnt).toBeCloseTo(up.analyses[0]?.nnt?.nnt ?? 0, 10);
    expect(down.analyses[0]?.directions.direction).toBe(up.analyses[0]?.directions.direction);
  });

  it('pools no fewer trials than planned, in the whole and in every subgroup', () => {
    const plan = {
      minimumTrials: 3,
      subgroups: [{ id: 'kind', label: 'Kind', field: 'kind', levels: [] }],
    };
    const few = fillPlan(inventedSheet(protocolWith(plan), trials.slice(0, 2)));
    expect(few.analyses[0]?.result).toEqual({
      ok: false,
      error: { why: 'too-few', trials: 2, minimum: 3 },
    });
    expect(few.departures).toContainEqual(expect.objectContaining({ code: 'too-few', trials: 2 }));
    const kinds = ['a', 'a', 'a', 'b'];
    const enough = fillPlan(
      inventedSheet(
        protocolWith(plan),
        trials.map((row, i) => ({ ...row, characteristics: { kind: kinds[i] ?? '' } })),
      ),
    );
    const [subgroup] = detailOf(enough.analyses[0]!, enough).subgroups;
    expect(subgroup?.levels.map(({ label, trials: k, pooled }) => [label, k, pooled !== null])).toEqual([
      ['a', 3, true],
      ['b', 1, false],
    ]);
    expect(subgroup?.between).toBeNull();
  });

  it('counts rows and trials apart and says what ties rows together', () => {
    const several = [
      ...trials,
      trial('Alder 2001', 0.25, 0.15, { instrument: 'Lighthouse Index', resultId: 'second' }),
      trial('Elm 2018', 0.4, 0.2, { armT: 'Peers by phone', resultId: 'phone', values: { nC: 50 } }),
      trial('Elm 2018', 0.1, 0.2, { armT: 'Peers in person', resultId: 'person', values: { nC: 50 } }),
    ];
    const handled = (plan: Partial<AnalysisPlan>) => fillPlan(inventedSheet(protocolWith(plan), several));
    const [analysis] = handled({}).analyses;
    expect([analysis?.rows.length, analysis?.trials]).toEqual([7, 5]);
    expect(analysis?.dependence.map(({ study, why }) => [study, why])).toEqual([
      ['Alder 2001', ['several-outcomes']],
      ['Elm 2018', ['shared-control']],
    ]);
    for (const dependence of ['aggregate', 'three-level', 'robust'] as const) {
      const pooled = pooledOf(handled({ dependence }).analyses[0]);
      expect(pooled.handling).toBe(dependence);
      expect([pooled.rows, pooled.trials]).toEqual([7, 5]);
      expect(pooled.se).toBeGreaterThan(0);
    }
    const split = handled({ sharedControls: 'split' }).analyses[0];
    // Two arms share 50 controls: the variance of each grows by 1/50.
    expect(split?.rows.find(({ key }) => key.endsWith('phone'))?.vi).toBeCloseTo(0.04 + 0.02, 12);
  });

  it('marks every departure: another model, rows outside the plan, columns nobody filled', () => {
    const sheet = inventedSheet(
      protocolWith({ moderators: [{ id: 'dose', label: 'Dose', field: 'dose' }] }),
      [...trials, trial('Fir 2020', 0.1, 0.2, { windowId: 'late', window: 'Later' })],
    );
    const results = fillPlan(sheet, { method: 'DL', minimumTrials: 5 });
    expect(results.departures).toEqual([
      { code: 'method', planned: 'REML', used: 'DL' },
      { code: 'minimumTrials', planned: '2', used: '5' },
      { code: 'too-few', label: 'Mood', window: 'Post-test', trials: 4, minimum: 5 },
      { code: 'field-empty', label: 'Dose', field: 'dose' },
      { code: 'not-in-plan', rows: 1, outcomes: ['Mood, Later'] },
    ]);
    expect(fillPlan({ ...sheet, rows: trials }, {}).departures.map(({ code }) => code)).toEqual([
      'field-empty',
    ]);
  });

  it('says so when a protocol states no plan', () => {
    const { analysis: _, ...old } = protocolWith({});
    const results = fillPlan(inventedSheet(Protocol.parse(old), trials));
    expect(results.departures[0]).toEqual({ code: 'no-plan' });
    expect(pooledOf(results.analyses[0]).rows).toBe(4);
  });

  it('goes without high risk of bias, imputed numbers and outliers as planned', () => {
    const rows = [
      trial('Alder 2001', 0.2, 0.1, { riskOfBias: { overall: 'High' } }),
      trial('Birch 2004', 0.25, 0.1, { riskOfBias: { overall: 'Low' } }),
      trial('Cedar 2009', 0.22, 0.1, { riskOfBias: { overall: 'Some concerns' }, shape: 'median-iqr' }),
      trial('Dogwood 2015', 3, 0.1, { riskOfBias: { overall: 'Low' } }),
      trial('Elm 2018', 0.18, 0.1, { riskOfBias: { overall: 'Low' } }),
      trial('Fir 2020', 0.24, 0.1, { riskOfBias: { overall: 'Low' } }),
    ];
    const results = fillPlan(inventedSheet(protocolWith({ outlierRule: 'residual' }), rows));
    const { sensitivity } = detailOf(results.analyses[0]!, results);
    expect(sensitivity.map(({ kind, leftOut, same }) => [kind, leftOut, same])).toEqual([
      ['without-high-risk', ['Alder 2001'], null],
      ['without-imputed', ['Cedar 2009'], null],
      ['without-outliers', ['Dogwood 2015'], null],
      ['three-level', [], 'one-row-per-trial'],
    ]);
  });
});
