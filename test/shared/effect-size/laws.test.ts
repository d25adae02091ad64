import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeEffect, describeShapes, effectShapes, type EffectValues } from '@shared/effect-size';
import reference from '../../golden/effect-sizes.json';

type Input = { readonly [field: string]: unknown };

const values = (shape: string, input: Input, options: Input = {}): EffectValues => {
  const effect = computeEffect(shape, input, options);
  if (!effect.ok) throw new Error(`${shape}: ${effect.error.code} ${effect.error.field ?? ''}`);
  return effect.value;
};
const numberOf = (effect: EffectValues, name: string): number => {
  const value = effect[name];
  if (typeof value !== 'number') throw new Error(`no ${name}`);
  return value;
};

/** The same report with the arms' places changed: T fields become C fields, differences change their sign. */
function swapped(input: Input): Input {
  const turned = Object.entries(input).map(([name, value]): [string, unknown] => {
    if (name === 'higherArm') return [name, value === 'T' ? 'C' : 'T'];
    if (['md', 'd', 't', 'b', 'beta'].includes(name)) return [name, -Number(value)];
    if (name === 'armT') return ['armC', value];
    if (name === 'armC') return ['armT', value];
    if (/[a-z]T$|^rT$/u.test(name)) return [`${name.slice(0, -1)}C`, value];
    if (/[a-z]C$|^rC$/u.test(name)) return [`${name.slice(0, -1)}T`, value];
    return [name, value];
  });
  const out: Record<string, unknown> = Object.fromEntries(turned);
  if ('md' in input && 'ciLow' in input) {
    out['ciLow'] = -Number(input['ciHigh']);
    out['ciHigh'] = -Number(input['ciLow']);
  }
  return out;
}

/** Shapes in which arms can change places; the rest has one arm, a ready effect, or lists. */
const twoSided = effectShapes.filter(
  ({ fields, family }) =>
    family !== 'tool' &&
    family !== 'ready' &&
    fields.some(({ name, arm }) => arm === 'T' || ['md', 't', 'd', 'b', 'beta', 'higherArm'].includes(name)),
);

describe('swapping arms turns the sign', () => {
  it('is asked of at least 30 shapes', () => {
    expect(twoSided.length).toBeGreaterThanOrEqual(30);
  });

  const wholeEffects = reference.cases.filter(
    ({ shape, expect: wanted, options }) =>
      twoSided.some(({ id }) => id === shape) &&
      !('error' in wanted) &&
      // Glass' delta is standardised by one arm: it has no mirror.
      !('measure' in options && options.measure === 'SMD1'),
  );
  it.each(wholeEffects.map(({ id, shape, input, options }) => ({ id, shape, input, options })))(
    '$id $shape',
    ({ shape, input, options }) => {
      const [one, other] = [values(shape, input, options), values(shape, swapped(input), options)];
      expect(numberOf(other, 'yi')).toBeCloseTo(-numberOf(one, 'yi'), 10);
      expect(numberOf(other, 'vi')).toBeCloseTo(numberOf(one, 'vi'), 10);
    },
  );
});

const arms = fc.record({
  meanT: fc.double({ min: -100, max: 100, noNaN: true }),
  sdT: fc.double({ min: 0.5, max: 40, noNaN: true }),
  nT: fc.integer({ min: 2, max: 500 }),
  meanC: fc.double({ min: -100, max: 100, noNaN: true }),
  sdC: fc.double({ min: 0.5, max: 40, noNaN: true }),
  nC: fc.integer({ min: 2, max: 500 }),
});

describe('scaling an instrument leaves g', () => {
  it('for means and SDs, whatever the unit and the zero point', () => {
    fc.assert(
      fc.property(
        arms,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -50, max: 50, noNaN: true }),
        (report, unit, zero) => {
          const scaled = {
            ...report,
            meanT: report.meanT * unit + zero,
            sdT: report.sdT * unit,
            meanC: report.meanC * unit + zero,
            sdC: report.sdC * unit,
          };
          const [one, other] = [values('means-sds', report), values('means-sds', scaled)];
          expect(numberOf(other, 'yi')).toBeCloseTo(numberOf(one, 'yi'), 7);
          expect(numberOf(other, 'vi')).toBeCloseTo(numberOf(one, 'vi'), 7);
        },
      ),
    );
  });

  const scalable: { readonly [shape: string]: readonly string[] } = {
    'means-ses': ['meanT', 'seT', 'meanC', 'seC'],
    'means-cis': ['meanT', 'ciLowT', 'ciHighT', 'meanC', 'ciLowC', 'ciHighC'],
    'means-pooled-sd': ['meanT', 'meanC', 'sdPooled'],
    'means-total-sd': ['meanT', 'meanC', 'sdTotal'],
    'change-scores-sd': ['changeT', 'sdChangeT', 'changeC', 'sdChangeC'],
    'md-se': ['md', 'se'],
    'md-ci': ['md', 'ciLow', 'ciHigh'],
    'md-t': ['md'],
    'md-p': ['md'],
    'ancova-means-sd': ['adjMeanT', 'sdT', 'adjMeanC', 'sdC'],
    'regression-b': ['b', 'sdY'],
  };
  it.each(
    reference.cases
      .filter(({ shape, expect: wanted }) => shape in scalable && !('error' in wanted))
      .map(({ id, shape, input }) => ({ id, shape, input })),
  )('$id $shape', ({ shape, input }) => {
    const scaled = Object.fromEntries(
      Object.entries(input).map(([name, value]) => [
        name,
        scalable[shape]?.includes(name) ? Number(value) * 7.25 : value,
      ]),
    );
    const options = { measure: 'SMD' };
    expect(numberOf(values(shape, scaled, options), 'yi')).toBeCloseTo(
      numberOf(values(shape, input, options), 'yi'),
      10,
    );
  });
});

describe('a number needed to treat', () => {
  it('names its method, and is never 1/g', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.02, max: 2, noNaN: true }),
        fc.double({ min: 0.05, max: 0.6, noNaN: true }),
        (g, cer) => {
          for (const method of ['kraemer-kupfer', 'furukawa-leucht']) {
            const nnt = values('nnt', { g, cer }, { method });
            expect(nnt['method']).toBe(method);
            expect(Math.abs(numberOf(nnt, 'nnt') - 1 / g)).toBeGreaterThan(0.01);
          }
        },
      ),
    );
  });

  it('is refused where the effect is 0 or the control event rate is missing', () => {
    expect(computeEffect('nnt', { g: 0 })).toMatchObject({ error: { code: 'nnt-infinite' } });
    expect(computeEffect('nnt', { g: 0.3 }, { method: 'furukawa-leucht' })).toMatchObject({
      error: { code: 'cer-out-of-range' },
    });
  });
});

describe('what is refused', () => {
  const refused: readonly (readonly [string, Input, Input, string])[] = [
    ['p-value', { p: 0.03, nT: 20, nC: 20 }, {}, 'direction-missing'],
    ['eta-squared', { eta2: 0.1, nT: 20, nC: 20 }, {}, 'direction-missing'],
    ['chi-square', { chi2: 2, n: 40 }, {}, 'direction-missing'],
    ['ancova-f', { f: 2, nT: 20, nC: 20, r: 0.5 }, {}, 'direction-missing'],
    ['ancova-t', { t: 2, nT: 20, nC: 20, r: 1 }, {}, 'r-out-of-range'],
    ['crossover', { meanT: 1, sdT: 1, meanC: 2, sdC: 1, n: 20, r: 1.1 }, {}, 'r-out-of-range'],
    ['ratio-ci', { estimate: 1.2, ciLow: -0.3, ciHigh: 0.1 }, {}, 'ratio-not-positive'],
    ['ratio-ci', { estimate: 1.2, ciLow: 2, ciHigh: 1 }, {}, 'ci-reversed'],
    ['generic-ci', { estimate: 1.2, ciLow: 0.1, ciHigh: 0.5 }, {}, 'estimate-outside-ci'],
    ['ratio-p', { estimate: 1.2, p: 0 }, {}, 'p-out-of-range'],
    ['md-se', { md: 1, se: -1, nT: 20, nC: 20 }, {}, 'sd-negative'],
    ['md-se', { md: 1, se: 0, nT: 20, nC: 20 }, { measure: 'SMD' }, 'pooled-sd-zero'],
    ['median-iqr', { q1: 5, median: 4, q3: 6, n: 30 }, {}, 'quantiles-out-of-order'],
    ['or-to-rr', { or: 1.5, cer: 1 }, {}, 'cer-out-of-range'],
    ['two-by-two', { eventsT: -1, nT: 10, eventsC: 2, nC: 10 }, {}, 'events-negative'],
    ['two-by-two', { eventsT: 0, nT: 10, eventsC: 0, nC: 10 }, { drop00: true }, 'double-zero-dropped'],
    ['rates', { eventsT: -1, personTimeT: 10, eventsC: 2, personTimeC: 10 }, {}, 'events-negative'],
    ['means-sds', { meanT: 1, sdT: 1, nT: 5, meanC: 1, sdC: 1 }, {}, 'bad-input'],
    ['means-sds', { meanT: 1, sdT: 1, nT: 5, meanC: 1, sdC: 1, nC: 5 }, { measure: 'XYZ' }, 'not-supported'],
    ['composite-outcomes', { yi: [0.1, 0.2], vi: [0.1, 0.1], r: -1 }, { weights: 'gls' }, 'r-out-of-range'],
    [
      'cluster-means',
      { meanT: 1, sdT: 1, nT: 50, meanC: 1, sdC: 1, nC: 50, clusterSize: 5, icc: 1.2 },
      {},
      'icc-out-of-range',
    ],
  ];
  it.each(refused)('%s %j %j is %s', (shape, input, options, code) => {
    expect(computeEffect(shape, input, options)).toMatchObject({ ok: false, error: { code } });
  });

  it('names the field that is missing', () => {
    const effect = computeEffect('means-sds', { meanT: 1, sdT: 1, nT: 5, meanC: 1, nC: 5 });
    expect(effect).toEqual({ ok: false, error: { code: 'bad-input', field: 'sdC' } });
  });
});

it('docs/effect-sizes.md describes the shapes as they are', () => {
  expect(readFileSync('docs/effect-sizes.md', 'utf8')).toBe(describeShapes());
});
