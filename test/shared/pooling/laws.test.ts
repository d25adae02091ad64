import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  leaveOneOut,
  metaRegression,
  pool,
  poolingMethods,
  poolSubgroups,
  threeLevel,
  type PoolingMethod,
  type PoolingRow,
  type PoolResult,
} from '../../../src/shared/pooling';

const study = fc.record({
  yi: fc.double({ min: -3, max: 3, noNaN: true }).map((y) => Math.round(y * 1e6) / 1e6),
  vi: fc.double({ min: 0.001, max: 2, noNaN: true }),
});
const studies = fc.array(study, { minLength: 2, maxLength: 25 });
const method = fc.constantFrom(...poolingMethods);

function pooled(rows: readonly PoolingRow[], by: PoolingMethod): PoolResult {
  const result = pool(rows, { method: by });
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

const near = (got: number, wanted: number, size = 1): void =>
  expect(Math.abs(got - wanted)).toBeLessThanOrEqual(1e-8 * Math.max(size, Math.abs(wanted)));

describe('laws of pooling', () => {
  it('the order of studies does not matter', () => {
    fc.assert(
      fc.property(
        studies.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
        ),
        method,
        ([rows, shuffled], by) => {
          const a = pooled(rows, by);
          const b = pooled(shuffled, by);
          near(a.z.estimate, b.z.estimate);
          near(a.z.se, b.z.se);
          near(a.tau2, b.tau2);
          near(a.Q, b.Q);
        },
      ),
    );
  });

  it('scaling the outcome scales the result, from thousandths to millions', () => {
    fc.assert(
      fc.property(studies, method, fc.constantFrom(1e-3, 0.1, 7, 1e3, 1e6), (rows, by, factor) => {
        const a = pooled(rows, by);
        const b = pooled(
          rows.map(({ yi, vi }) => ({ yi: yi * factor, vi: vi * factor ** 2 })),
          by,
        );
        near(b.z.estimate / factor, a.z.estimate);
        near(b.z.se / factor, a.z.se);
        near(b.tau2 / factor ** 2, a.tau2);
        near(b.I2, a.I2, 100);
        near(b.Q, a.Q, Math.max(1, a.Q));
      }),
    );
  });

  it('moving every effect moves the estimate and nothing else', () => {
    fc.assert(
      fc.property(studies, method, fc.integer({ min: -100, max: 100 }), (rows, by, shift) => {
        const a = pooled(rows, by);
        const b = pooled(
          rows.map(({ yi, vi }) => ({ yi: yi + shift, vi })),
          by,
        );
        near(b.z.estimate - shift, a.z.estimate);
        near(b.z.se, a.z.se);
        near(b.tau2, a.tau2);
      }),
    );
  });

  it('random effects are never more certain than a common effect', () => {
    fc.assert(
      fc.property(studies, method, (rows, by) => {
        expect(pooled(rows, by).z.se).toBeGreaterThanOrEqual(pooled(rows, 'CE').z.se);
      }),
    );
  });

  it('pooling one study is that study', () => {
    fc.assert(
      fc.property(study, method, (row, by) => {
        const one = pooled([row], by);
        expect(one.z.estimate).toBe(row.yi);
        near(one.z.se ** 2, row.vi);
        expect([one.tau2, one.Q, one.Qp, one.I2, one.H2, one.hk]).toEqual([0, 0, 1, 0, 1, null]);
        expect(one.weightsPercent).toEqual([100]);
      }),
    );
  });

  it('the likelihood methods stand at the top: no other between-study variance is more likely', () => {
    const height = (rows: readonly { yi: number; vi: number }[], t: number, restricted: boolean): number => {
      const w = rows.map(({ vi }) => 1 / (vi + t));
      const total = w.reduce((sum, x) => sum + x, 0);
      const mean = rows.reduce((sum, { yi }, i) => sum + (w[i] ?? 0) * yi, 0) / total;
      return rows.reduce(
        (sum, { yi, vi }, i) => sum - 0.5 * (Math.log(vi + t) + (w[i] ?? 0) * (yi - mean) ** 2),
        restricted ? -0.5 * Math.log(total) : 0,
      );
    };
    fc.assert(
      fc.property(studies, fc.constantFrom('ML' as const, 'REML' as const), (rows, by) => {
        const { tau2 } = pooled(rows, by);
        const top = height(rows, tau2, by === 'REML');
        for (let t = 1e-5; t < 50; t *= 1.6) {
          expect(height(rows, t, by === 'REML')).toBeLessThanOrEqual(top + 1e-9);
        }
        expect(height(rows, 0, by === 'REML')).toBeLessThanOrEqual(top + 1e-9);
      }),
    );
  });

  it('a subgroup of one group equals the whole', () => {
    fc.assert(
      fc.property(
        studies,
        method,
        fc.constantFrom('separate' as const, 'common' as const),
        (rows, by, tau2) => {
          const grouped = poolSubgroups(
            rows.map((row) => ({ ...row, fields: { g: 'all' } })),
            { by: 'g', method: by, tau2 },
          );
          const whole = pooled(rows, by);
          if (!grouped.ok) throw new Error(grouped.error.code);
          expect(grouped.value.groups).toHaveLength(1);
          near(grouped.value.groups[0]?.estimate ?? Number.NaN, whole.z.estimate);
          near(grouped.value.groups[0]?.se ?? Number.NaN, whole.z.se);
          expect([grouped.value.Qbetween, grouped.value.df, grouped.value.pval]).toEqual([0, 0, 1]);
        },
      ),
    );
  });

  it('leaving one out is pooling the others', () => {
    fc.assert(
      fc.property(studies, method, (rows, by) => {
        const left = leaveOneOut(rows, { method: by });
        if (!left.ok) throw new Error(left.error.code);
        left.value.rows.forEach((row, i) => {
          near(
            row.estimate,
            pooled(
              rows.filter((_, j) => j !== i),
              by,
            ).z.estimate,
          );
        });
      }),
      { numRuns: 30 },
    );
  });

  it('a moderator may be measured from any origin and in any unit', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            yi: study.map((s) => s.yi),
            vi: study.map((s) => s.vi),
            x: fc.integer({ min: 0, max: 9 }),
          }),
          {
            minLength: 4,
            maxLength: 20,
          },
        ),
        method,
        (rows, by) => {
          fc.pre(new Set(rows.map((row) => row.x)).size > 1);
          const slope = (origin: number, unit: number): number => {
            const result = metaRegression(
              rows.map(({ yi, vi, x }) => ({ yi, vi, fields: { x: origin + unit * x } })),
              { moderators: ['x'], method: by },
            );
            if (!result.ok) throw new Error(result.error.code);
            return (result.value.coefficients[1]?.estimate ?? Number.NaN) * unit;
          };
          expect(Math.abs(slope(2000, 1) - slope(0, 1))).toBeLessThanOrEqual(1e-6);
          expect(Math.abs(slope(0, 1e4) - slope(0, 1))).toBeLessThanOrEqual(1e-6);
        },
      ),
    );
  });

  it('three levels with one effect per cluster are two levels', () => {
    fc.assert(
      fc.property(fc.array(study, { minLength: 3, maxLength: 12 }), (rows) => {
        const named = rows.map((row, i) => ({ ...row, fields: { trial: `t${i}`, outcome: 'o' } }));
        const three = threeLevel(named, { cluster: 'trial', effect: 'outcome' });
        const two = pooled(rows, 'REML');
        if (!three.ok) throw new Error(three.error.code);
        expect(three.value.sigma2Cluster + three.value.sigma2Effect).toBeCloseTo(two.tau2, 5);
        expect(three.value.estimate).toBeCloseTo(two.z.estimate, 5);
      }),
      { numRuns: 40 },
    );
  });
});
