import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseResults,
  dataKindOf,
  effectOfResult,
  type ExtractedResult,
  type ResultUse,
} from '@shared/extraction';
import { rowsOfStudy } from '@shared/export';
import { protocolTemplates, usualSelection, type Protocol, type SelectionRule } from '@shared/protocol';

const template = protocolTemplates[0]?.protocol.en;
if (!template) throw new Error('no template');
const under = (extraction: Partial<NonNullable<Protocol['extraction']>>): Protocol => ({
  ...template,
  effect: { measure: 'SMD', varianceFormula: 'LS' },
  extraction: { structureFirst: true, tolerances: [], ...extraction },
});
const ruled = (rule: Partial<SelectionRule>): Protocol =>
  under({ selection: { ...usualSelection, ...rule } });

const means = { meanT: 10, sdT: 4, nT: 60, meanC: 12, sdC: 4, nC: 60 };
const inputs: { readonly [shape: string]: { readonly [field: string]: number } } = {
  'means-sds': means,
  'change-scores-sd': { changeT: -4, sdChangeT: 4, nT: 60, changeC: -2, sdChangeC: 4, nC: 60 },
  'generic-se': { estimate: 0.3, se: 0.2 },
  't-test': { t: -2, nT: 60, nC: 60 },
};
const result = (id: string, given: Partial<ExtractedResult> = {}): ExtractedResult => ({
  id,
  domainId: 'clinical',
  outcome: '',
  instrument: 'BSI',
  instrumentId: 'bsi',
  higherIsBetter: false,
  timepoint: { label: 'Post', weeks: 12, windowId: 'post' },
  armT: 'a',
  armC: 'b',
  shape: 'means-sds',
  note: '',
  ...given,
  input: Object.fromEntries(
    Object.entries(inputs[given.shape ?? 'means-sds'] ?? {}).map(([field, value]) => [
      field,
      { text: String(value), value },
    ]),
  ),
});
const gives = (): boolean => true;
const used = (
  results: readonly ExtractedResult[],
  protocol: Protocol,
  decided?: ReadonlyMap<string, ResultUse>,
): string[] =>
  [...chooseResults(results, protocol, gives, decided)]
    .flatMap(([id, { used: is }]) => (is ? [id] : []))
    .sort();

describe('which of several compatible results is used', () => {
  const change = result('change', { shape: 'change-scores-sd' });
  const post = result('post');
  const ready = result('ready', { shape: 'generic-se' });
  const later = result('later', { timepoint: { label: 'Later', weeks: 20, windowId: 'post' } });
  const bprs = result('bprs', { instrument: 'BPRS', instrumentId: 'bprs' });

  it('knows what kind of data a form gives', () => {
    expect(
      ['means-ses', 'medians-two-arm', 'change-scores-t', 'pre-post-control', 'percentages', 't-test'].map(
        dataKindOf,
      ),
    ).toEqual(['post', 'post', 'change', 'change', 'events', 'reported']);
    expect(
      ['cluster-means', 'cluster-two-by-two', 'cluster-ratio-ci', 'ancova-means-sd', 'ancova-t'].map(
        dataKindOf,
      ),
    ).toEqual(['post', 'events', 'reported', 'post', 'reported']);
  });

  it('is every one where the protocol has no rule', () => {
    expect(used([change, post, ready, later, bprs], under({}))).toHaveLength(5);
  });

  it('of one instrument is the first kind of data; post means before changes before reported effects', () => {
    expect(used([ready, change, post], ruled({}))).toEqual(['post']);
    expect(used([ready, change], ruled({}))).toEqual(['change']);
    expect(used([post, change], ruled({ dataOrder: ['change', 'post', 'events', 'reported'] }))).toEqual([
      'change',
    ]);
  });

  it('of one instrument at several times in a window is the earliest or the latest', () => {
    expect(used([later, post], ruled({}))).toEqual(['later', 'post']);
    expect(used([later, post], ruled({ withinWindow: 'earliest' }))).toEqual(['post']);
    expect(used([later, post], ruled({ withinWindow: 'latest' }))).toEqual(['later']);
  });

  it('of several instruments is the first by the order of the protocol', () => {
    expect(used([post, bprs], ruled({ several: 'all' }))).toEqual(['bprs', 'post']);
    expect(used([post, bprs], ruled({ several: 'first' }))).toEqual(['bprs']);
  });

  it('says in whose place it is not used, and why', () => {
    expect(chooseResults([post, change], ruled({}), gives).get('change')).toEqual({
      used: false,
      why: 'other-data',
      insteadOf: 'post',
    });
  });

  it('can be decided by hand, either way', () => {
    const by = (use: boolean): ResultUse => ({ use, reason: 'x' });
    expect(used([post, change], ruled({}), new Map([['post', by(false)]]))).toEqual(['change']);
    expect(used([post, change], ruled({}), new Map([['change', by(true)]]))).toEqual(['change']);
    expect(used([post, change], under({}), new Map([['post', by(false)]]))).toEqual(['change']);
  });

  const anyResult = fc
    .record({
      shape: fc.constantFrom('means-sds', 'change-scores-sd', 'generic-se', 't-test'),
      instrumentId: fc.constantFrom('bsi', 'bprs', 'ras'),
      domainId: fc.constantFrom('clinical', 'personal'),
      weeks: fc.constantFrom(8, 12, 20),
    })
    .map(({ shape, instrumentId, domainId, weeks }) => ({
      shape,
      instrumentId,
      instrument: instrumentId,
      domainId,
      timepoint: { label: `${weeks}`, weeks, windowId: 'post' },
    }));
  const anyRule = fc.record({
    several: fc.constantFrom('all' as const, 'first' as const, 'composite' as const),
    withinWindow: fc.constantFrom('all' as const, 'earliest' as const, 'latest' as const),
  });

  it('does not depend on the order in which they were typed, and never is none', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyResult, { minLength: 1, maxLength: 8, selector: (one) => JSON.stringify(one) }),
        anyRule,
        (given, rule) => {
          const results = given.map((one, at) => result(`r${at}`, one));
          const chosen = used(results, ruled(rule));
          expect(used([...results].reverse(), ruled(rule))).toEqual(chosen);
          for (const domain of new Set(results.map(({ domainId }) => domainId)))
            expect(results.some(({ id, domainId }) => domainId === domain && chosen.includes(id))).toBe(true);
        },
      ),
    );
  });
});

describe('rows of a study', () => {
  const arm = (id: string, role: 'intervention' | 'comparator') => ({
    id,
    label: id,
    role,
    comparatorId: null,
    randomised: null,
  });
  const arms = [arm('a', 'intervention'), arm('a2', 'intervention'), arm('b', 'comparator')];
  const rowsOf = (
    results: readonly ExtractedResult[],
    protocol: Protocol,
    more: Partial<Parameters<typeof rowsOfStudy>[0]['content']> = {},
  ) =>
    rowsOfStudy(
      {
        studyId: 's',
        label: 'S',
        content: { characteristics: {}, arms, results: [...results], ...more },
        assessmentOf: () => null,
      },
      protocol,
    );
  const two = [result('r1'), result('r2', { armT: 'a2' })];

  it('count a shared control once: divided among the comparisons', () => {
    const { rows } = rowsOf(two, under({ sharedArms: 'split' }));
    expect(rows.map(({ values, sharedArm }) => [values['nT'], values['nC'], sharedArm])).toEqual([
      [60, 30, 'split'],
      [60, 30, 'split'],
    ]);
    // As the reference's divided control.
    const alone = effectOfResult(
      { ...result('x'), input: { ...result('x').input, nC: { text: '30', value: 30 } } },
      { measure: 'SMD', varianceFormula: 'LS' },
    );
    expect(alone.ok && rows[0]?.se).toBeCloseTo(alone.ok ? alone.value.se : Number.NaN, 12);
  });

  it('count it once where numbers cannot be divided, by the same variance', () => {
    const [row] = rowsOf(
      [result('r1', { shape: 't-test' }), result('r2', { shape: 't-test', armT: 'a2' })],
      under({ sharedArms: 'split' }),
    ).rows;
    const whole = rowsOf([result('r1', { shape: 't-test' })], under({ sharedArms: 'split' })).rows[0];
    expect((row?.se ?? 0) ** 2 - (whole?.se ?? 0) ** 2).toBeCloseTo(1 / 60, 12);
  });

  it('put several interventions together against one control', () => {
    const { rows } = rowsOf(two, under({ sharedArms: 'combine' }));
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      armT: 'a + a2',
      armC: 'b',
      sharedArm: 'combined',
      values: { nT: 120, nC: 60 },
    });
  });

  it('heed the clusters of a trial once: not in forms that did, nor in analyses that did', () => {
    const cluster = {
      design: {
        kind: 'cluster' as const,
        clusterSize: { text: '11', value: 11 },
        icc: { text: '0.05', value: 0.05 },
      },
    };
    const plain = rowsOf([result('r')], under({})).rows[0];
    const heeded = rowsOf([result('r')], under({}), cluster).rows[0];
    expect(heeded?.designEffect).toBeCloseTo(1.5, 12);
    expect((heeded?.se ?? 0) ** 2).toBeCloseTo(1.5 * (plain?.se ?? 0) ** 2, 12);
    expect(heeded?.estimate).toBe(plain?.estimate);
    const byReport = rowsOf([{ ...result('r'), heedsClusters: true }], under({}), cluster).rows[0];
    expect([byReport?.se, byReport?.designEffect]).toEqual([plain?.se, undefined]);
    const assumed = rowsOf([result('r')], under({ assumedIcc: 0.02 }), {
      design: { ...cluster.design, icc: null },
    }).rows[0];
    expect(assumed).toMatchObject({ imputed: true });
    expect(assumed?.designEffect).toBeCloseTo(1.2, 12);
  });

  it('are the mean of the instruments of a domain, where the protocol says so, with the correlation it states', () => {
    const results = [result('r1'), result('r2', { instrument: 'BPRS', instrumentId: 'bprs' })];
    const { rows } = rowsOf(results, ruled({ several: 'composite', correlation: 1 }));
    expect(rows).toHaveLength(1);
    const [alone] = rowsOf([result('r1')], under({})).rows;
    // Two equal effects that say the same thing weigh as one; independent ones as two.
    expect(rows[0]?.estimate).toBeCloseTo(alone?.estimate ?? Number.NaN, 12);
    expect(rows[0]?.se).toBeCloseTo(alone?.se ?? Number.NaN, 12);
    const [independent] = rowsOf(results, ruled({ several: 'composite', correlation: 0 })).rows;
    expect((independent?.se ?? 0) ** 2).toBeCloseTo((alone?.se ?? 0) ** 2 / 2, 12);
  });

  it('leave out what the rule did not choose, and list it', () => {
    const { rows, notChosen } = rowsOf(
      [result('r1'), result('r2', { shape: 'change-scores-sd' })],
      ruled({}),
    );
    expect(rows.map(({ resultId }) => resultId)).toEqual(['r1']);
    expect(notChosen).toMatchObject([{ resultId: 'r2', why: 'other-data', insteadOf: 'r1' }]);
  });
});
