import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { computeEffect, effectShapes } from '@shared/effect-size';
import {
  effectAsGiven,
  effectOfResult,
  entriesIn,
  fieldsOfForm,
  inputOfForm,
  printNumber,
  readField,
  resultForms,
  shapeForm,
  toolForms,
  type Cell,
  type FormField,
} from '@shared/extraction';
import { effectForms as english } from '@shared/i18n/en/effect-forms';
import { effectForms as dutch } from '@shared/i18n/nl/effect-forms';

type Case = {
  readonly id: string;
  readonly shape: string;
  readonly input: { readonly [field: string]: unknown };
  readonly options?: { readonly [name: string]: unknown };
};
const { cases }: { readonly cases: readonly Case[] } = JSON.parse(
  readFileSync(new URL('../../golden/effect-sizes.json', import.meta.url), 'utf8'),
);

/** The leaves of a case's input under the keys of the form. */
function leaves(value: unknown, path = ''): [string, number | string | boolean][] {
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean')
    return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    leaves(inner, path === '' ? name : `${path}.${name}`),
  );
}

const europe = { decimal: ',', thousands: '', minus: '\u2212', leadingZero: true, percent: false } as const;

/** A value as somebody would type it from a Dutch paper. */
function typed(field: FormField, value: number | string | boolean): Cell {
  if (typeof value === 'boolean') return { text: value ? 'yes' : 'no', value: null };
  if (typeof value === 'string') return { text: value, value: null };
  const decimals = /\.(\d+)/u.exec(String(value))?.[1]?.length ?? 0;
  const text =
    field.kind === 'level' ? `${Number((value * 100).toFixed(6))}%` : printNumber(value, decimals, europe);
  return { text, value: readField(field, text).value };
}

describe('every shape of numbers is an input form', () => {
  it('of which there are as many as there are shapes', () => {
    expect(resultForms.length + toolForms.length).toBe(effectShapes.length);
    expect(new Set(cases.map(({ shape }) => shape)).size).toBeGreaterThan(60);
  });

  it.each(cases.map((one) => [`${one.shape} ${one.id}`, one] as const))(
    '%s: what is typed computes what the numbers do',
    (_, { shape, input, options }) => {
      const form = shapeForm(shape);
      if (!form) throw new Error(`no form for ${shape}`);
      const given = leaves(input);
      const asKeys = Object.fromEntries(given.map(([key]) => [key, { text: 'x', value: 1 }]));
      const fields = form.rows(entriesIn(asKeys, 1)).flatMap((row) => row.fields);
      const cells: { [key: string]: Cell } = {};
      for (const [key, value] of given) {
        const field = fields.find((candidate) => candidate.key === key);
        if (!field) throw new Error(`${shape} has no field ${key}`);
        cells[key] = typed(field, value);
      }
      expect(computeEffect(shape, inputOfForm(form, cells), options)).toEqual(
        computeEffect(shape, input, options),
      );
    },
  );

  it('asks for nothing that its shape does not use', () => {
    for (const form of [...resultForms, ...toolForms]) {
      const known = new Set(
        effectShapes.find(({ id }) => id === form.id)?.fields.map(({ name }) => name) ?? [],
      );
      for (const field of fieldsOfForm(form)) expect(known).toContain(field.key.split('.')[0]);
    }
  });

  it('has its words in both languages', () => {
    for (const words of [english, dutch]) {
      const shapes: { readonly [id: string]: readonly string[] | undefined } = words.shapes;
      const fields: { readonly [name: string]: string | undefined } = words.fields;
      const choices: { readonly [value: string]: string | undefined } = words.optionChoices;
      const options: { readonly [name: string]: string | undefined } = words.options;
      for (const form of [...resultForms, ...toolForms]) {
        expect(shapes[form.id], form.id).toHaveLength(2);
        for (const { name } of fieldsOfForm(form)) expect(fields[name], name).toBeTruthy();
        for (const option of form.options) {
          expect(options[option.name], option.name).toBeTruthy();
          if (['measure', 'varianceFormula'].includes(option.name)) continue;
          for (const choice of option.choices) expect(choices[choice], choice).toBeTruthy();
        }
      }
    }
  });

  it('reads a level as a share, takes a bound of p as p and no other bound', () => {
    const field = (kind: FormField['kind']): FormField => ({
      key: 'x',
      name: 'x',
      kind,
      optional: false,
      choices: [],
    });
    expect(readField(field('level'), '95 %')).toEqual({ value: 0.95 });
    expect(readField(field('level'), '0·9')).toEqual({ value: 0.9 });
    expect(readField(field('level'), '100')).toEqual({ value: null, problem: 'not-a-share' });
    expect(readField(field('p'), '< .001')).toEqual({ value: 0.001, note: 'bound-taken' });
    expect(readField(field('number'), '<.001')).toEqual({ value: null, problem: 'bound' });
    expect(readField(field('count'), '1,234')).toEqual({ value: 1234, note: 'ambiguous' });
  });
});

describe('the effect of a form', () => {
  const smd = { measure: 'SMD', varianceFormula: 'LS' } as const;
  const cellsOf = (values: { readonly [key: string]: number | string }): { [key: string]: Cell } =>
    Object.fromEntries(
      Object.entries(values).map(([key, value]) => [
        key,
        { text: String(value), value: typeof value === 'number' ? value : null },
      ]),
    );
  const arms = fc.record({
    meanT: fc.double({ min: 5, max: 50, noNaN: true }),
    spreadT: fc.double({ min: 0.5, max: 20, noNaN: true }),
    nT: fc.integer({ min: 8, max: 300 }),
    meanC: fc.double({ min: 5, max: 50, noNaN: true }),
    spreadC: fc.double({ min: 0.5, max: 20, noNaN: true }),
    nC: fc.integer({ min: 8, max: 300 }),
    r: fc.double({ min: -0.5, max: 0.9, noNaN: true }),
  });
  type Arms = typeof arms extends fc.Arbitrary<infer A> ? A : never;

  /** The same trial in each form that gives scores per arm. */
  const inForms = ({ meanT, spreadT, nT, meanC, spreadC, nC, r }: Arms) =>
    [
      ['means-sds', { meanT, sdT: spreadT, nT, meanC, sdC: spreadC, nC }],
      ['means-ses', { meanT, seT: spreadT, nT, meanC, seC: spreadC, nC }],
      [
        'means-cis',
        {
          meanT,
          ciLowT: meanT - spreadT,
          ciHighT: meanT + spreadT,
          nT,
          meanC,
          ciLowC: meanC - spreadC,
          ciHighC: meanC + spreadC,
          nC,
        },
      ],
      [
        'change-scores-sd',
        { changeT: meanT, sdChangeT: spreadT, nT, changeC: meanC, sdChangeC: spreadC, nC },
      ],
      [
        'medians-two-arm',
        {
          'armT.q1': meanT - spreadT,
          'armT.median': meanT,
          'armT.q3': meanT + spreadT,
          'armT.n': nT,
          'armC.q1': meanC - spreadC,
          'armC.median': meanC,
          'armC.q3': meanC + spreadC,
          'armC.n': nC,
        },
      ],
      [
        'pre-post-control',
        {
          meanPreT: 20,
          sdPreT: spreadT,
          meanPostT: meanT,
          sdPostT: spreadT,
          nT,
          meanPreC: 20,
          sdPreC: spreadC,
          meanPostC: meanC,
          sdPostC: spreadC,
          nC,
          r,
        },
      ],
      ['cluster-means', { meanT, sdT: spreadT, nT, meanC, sdC: spreadC, nC, clusterSize: 3, icc: 0.05 }],
      [
        'ancova-means-sd',
        { adjMeanT: meanT, sdT: spreadT, adjMeanC: meanC, sdC: spreadC, nT, nC, r, nCovariates: 1 },
      ],
    ] as const;
  const effectIn = (shape: string, values: { readonly [key: string]: number | string }, better = true) => {
    const effect = effectOfResult({ shape, input: cellsOf(values), higherIsBetter: better }, smd);
    if (!effect.ok) throw new Error(`${shape}: ${effect.error.code}`);
    return effect.value;
  };

  it('turns its sign when the arms are swapped', () => {
    fc.assert(
      fc.property(arms, (trial) => {
        const { meanT, spreadT, nT, meanC, spreadC, nC, r } = trial;
        const swapped = inForms({
          meanT: meanC,
          spreadT: spreadC,
          nT: nC,
          meanC: meanT,
          spreadC: spreadT,
          nC: nT,
          r,
        });
        for (const [index, [shape, values]] of inForms(trial).entries()) {
          const other = swapped[index]?.[1] ?? {};
          expect(effectIn(shape, other).estimate).toBeCloseTo(-effectIn(shape, values).estimate, 8);
          expect(effectIn(shape, other).se).toBeCloseTo(effectIn(shape, values).se, 8);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not mind another scale of the instrument', () => {
    fc.assert(
      fc.property(arms, fc.double({ min: 0.1, max: 10, noNaN: true }), (trial, k) => {
        const people = /^(?:nT|nC|armT\.n|armC\.n|r|clusterSize|icc|nCovariates)$/u;
        for (const [shape, values] of inForms(trial)) {
          const scaled = Object.fromEntries(
            Object.entries(values).map(([key, value]) => [key, people.test(key) ? value : value * k]),
          );
          expect(effectIn(shape, scaled).estimate).toBeCloseTo(effectIn(shape, values).estimate, 7);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has its direction applied exactly once, and says so once', () => {
    fc.assert(
      fc.property(arms, (trial) => {
        for (const [shape, values] of inForms(trial)) {
          const [up, down] = [effectIn(shape, values, true), effectIn(shape, values, false)];
          expect(down.estimate).toBeCloseTo(-up.estimate, 12);
          expect([up.ciLow, up.ciHigh]).toEqual([-down.ciHigh, -down.ciLow].map((x) => x + 0));
          const signs = down.chain.filter(({ step }) => /^(?:turned|sign)/u.test(step));
          expect(signs.map(({ step }) => step)).toEqual(['turned']);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('takes the sign of a reported effect as the coder says it is meant', () => {
    const input = cellsOf({ t: 2, nT: 30, nC: 30 });
    const of = (signAs?: 'difference' | 'benefit') => {
      const effect = effectOfResult(
        { shape: 't-test', input, higherIsBetter: false, ...(signAs ? { signAs } : {}) },
        smd,
      );
      return effect.ok ? Math.sign(effect.value.estimate) : null;
    };
    expect([of(), of('difference'), of('benefit')]).toEqual([-1, -1, 1]);
  });

  it('never makes a mean difference of events, nor a risk ratio of an odds ratio', () => {
    const events = { shape: 'two-by-two', input: cellsOf({ eventsT: 5, nT: 20, eventsC: 9, nC: 20 }) };
    const refused = effectOfResult(
      { ...events, higherIsBetter: true },
      { measure: 'MD', varianceFormula: 'LS' },
    );
    expect(refused).toEqual({ ok: false, error: { code: 'not-supported' } });
    const odds = { ratioType: 'OR', estimate: 0.7, ciLow: 0.5, ciHigh: 0.98 };
    const asRisk = effectOfResult(
      { shape: 'ratio-ci', input: cellsOf(odds), higherIsBetter: true },
      { measure: 'RR', varianceFormula: 'LS' },
    );
    expect(asRisk).toEqual({ ok: false, error: { code: 'not-supported' } });
    const shown = effectAsGiven(
      { shape: 'ratio-ci', input: cellsOf(odds), higherIsBetter: true },
      { measure: 'RR', varianceFormula: 'LS' },
    );
    expect(shown.ok && shown.value.scale).toBe('OR');
  });

  it('is told step by step, from what was typed to what is analysed', () => {
    const { chain, estimate } = effectIn(
      'cluster-means',
      { meanT: 12, sdT: 4, nT: 60, meanC: 14, sdC: 5, nC: 60, clusterSize: 11, icc: 0.05 },
      false,
    );
    expect(chain.map(({ step }) => step)).toEqual([
      'reported',
      'design-effect',
      'standardised',
      'small-sample',
      'turned',
      'analysed',
    ]);
    expect(chain[0]?.values.map(({ name, of, text }) => `${name} ${of} ${text}`).slice(0, 3)).toEqual([
      'mean T 12',
      'sd T 4',
      'n T 60',
    ]);
    expect(chain[1]?.values[0]).toEqual({ name: 'designEffect', of: null, number: 1.5 });
    expect(chain[4]?.values[0]?.number).toBe(-estimate);
    expect(chain[5]?.values[0]?.number).toBe(estimate);
  });
});
