import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checks, runChecks, sourceOfCheck, usualOptions, type CheckedRow } from '@shared/checks';
import { textsIn } from '@shared/i18n';
import { checkedRow as row, tableRow } from '../../support/checked-row';

const means = (meanT: number, sdT: number, nT: number, meanC: number, sdC: number, nC: number) => ({
  meanT,
  sdT,
  nT,
  meanC,
  sdC,
  nC,
});
const kuiper = (edit: Partial<CheckedRow>): CheckedRow =>
  row({ number: 2, studyId: 'kuiper', study: 'Kuiper 2021', ...edit });
const concerns = 'Some concerns';

type Example = {
  readonly check: string;
  /** Rows on which the check fires, as `row check` of its first alarm. */
  readonly fires: readonly CheckedRow[];
  readonly on: number;
  /** Rows that look alike and are right. */
  readonly passes: readonly (readonly CheckedRow[])[];
};

const ras = { instrument: 'RAS - total' };
const examples: readonly Example[] = [
  {
    check: 'se-as-sd',
    fires: [row(ras), kuiper({ instrument: 'RAS-24', values: means(90, 1.5, 50, 87, 1.5, 50) })],
    on: 2,
    passes: [
      [row(ras), kuiper({ ...ras, values: means(90, 4, 50, 87, 4, 50) })],
      // Small, but no standard error of the others: another scoring.
      [row(ras), kuiper({ ...ras, values: means(4, 0.3, 50, 3.9, 0.3, 50) })],
      // The other SDs are of the same trial.
      [row(ras), row({ number: 2, ...ras, values: means(90, 1.5, 50, 89.5, 1.5, 50) })],
    ],
  },
  {
    check: 'sd-se-differ',
    fires: [row({ values: { ...row().values, seT: 2.4 } })],
    on: 1,
    passes: [
      [row({ values: { ...row().values, seT: 1.41 } })],
      [row({ values: { ...row().values, seT: 1.4 } })],
    ],
  },
  {
    check: 't-differs',
    fires: [row({ values: { ...row().values, t: 3.1 } })],
    on: 1,
    passes: [
      [row({ values: { ...row().values, t: 1.48 } })],
      [row({ values: { ...row().values, t: -1.5 } })],
    ],
  },
  {
    check: 'p-differs',
    fires: [row({ values: { ...row().values, p: 0.01 } })],
    on: 1,
    passes: [[row({ values: { ...row().values, p: 0.14 } })], [row({ values: { ...row().values, p: 0.2 } })]],
  },
  {
    check: 'ci-asymmetric',
    fires: [row({ shape: 'generic-ci', values: { estimate: 0.55, ciLow: 0.11, ciHigh: 0.72 } })],
    on: 1,
    passes: [
      [row({ shape: 'generic-ci', values: { estimate: 0.3, ciLow: 0.1, ciHigh: 0.5 } })],
      // A ratio: symmetric as a logarithm.
      [row({ shape: 'generic-ci', values: { estimate: 2, ciLow: 1, ciHigh: 4 } })],
      // One decimal.
      [row({ shape: 'generic-ci', values: { estimate: 0.3, ciLow: 0.1, ciHigh: 0.4 } })],
    ],
  },
  {
    check: 'ci-se-differ',
    fires: [row({ shape: 'generic-ci', values: { estimate: 0.3, ciLow: 0.1, ciHigh: 0.5, se: 0.2 } })],
    on: 1,
    passes: [[row({ shape: 'generic-ci', values: { estimate: 0.3, ciLow: 0.1, ciHigh: 0.5, se: 0.1 } })]],
  },
  {
    check: 'g-differs',
    fires: [row({ stated: { g: 0.6, se: 0.2 } })],
    on: 1,
    passes: [[row({ stated: { g: 0.29, se: 0.199 } })], [row({ stated: { g: -0.29, se: 0.199 } })]],
  },
  {
    check: 'se-differs',
    fires: [row({ stated: { g: 0.29, se: 0.25 } })],
    on: 1,
    passes: [[row({ stated: { g: 0.29, se: 0.2 } })]],
  },
  {
    check: 'sign',
    fires: [row({ instrument: 'BPRS', stated: { g: 0.29, se: 0.199 } })],
    on: 1,
    passes: [
      [row({ instrument: 'BPRS', stated: { g: -0.29, se: 0.199 } })],
      [row({ instrument: 'Own scale', stated: { g: -0.29, se: 0.199 } })],
    ],
  },
  {
    check: 'direction-differs',
    fires: [row({ instrument: 'PHQ-9', higherIsBetter: true, values: means(9, 4, 50, 8, 4, 52) })],
    on: 1,
    passes: [
      [row({ instrument: 'PHQ-9', higherIsBetter: false, values: means(9, 4, 50, 8, 4, 52) })],
      [row({ instrument: 'Own scale', higherIsBetter: true })],
    ],
  },
  {
    check: 'no-effect',
    fires: [row({ values: {}, table: tableRow({ hasNumbers: false }) })],
    on: 1,
    passes: [[row({ table: tableRow() })], [row({ values: {} })]],
  },
  {
    check: 'no-source',
    fires: [row({ values: { nT: 50 }, stated: { g: 0.2, se: 0.1 }, table: tableRow({ hasNumbers: false }) })],
    on: 1,
    passes: [
      [row({ values: {}, stated: { g: 0.2, se: 0.1 }, table: tableRow({ ready: { g: 0.2, se: 0.1 } }) })],
    ],
  },
  {
    check: 'unusual-effect',
    fires: [row({ values: means(100, 10, 50, 87, 10.5, 52) })],
    on: 1,
    passes: [[row({ values: means(95, 10, 50, 87, 10.5, 52) })]],
  },
  {
    check: 'events-above-n',
    fires: [row({ shape: 'two-by-two', values: { eventsT: 51, nT: 50, eventsC: 3, nC: 52 } })],
    on: 1,
    passes: [[row({ shape: 'two-by-two', values: { eventsT: 50, nT: 50, eventsC: 3, nC: 52 } })]],
  },
  {
    check: 'n-above-randomised',
    fires: [row({ randomised: { T: 48, C: 60 } })],
    on: 1,
    passes: [[row({ randomised: { T: 50, C: 52 } })]],
  },
  {
    check: 'n-differs',
    fires: [row(), row({ number: 2, instrument: 'Hope', values: means(3, 1, 30, 2.8, 1, 51) })],
    on: 2,
    passes: [
      [row(), row({ number: 2, instrument: 'Hope', values: means(3, 1, 45, 2.8, 1, 51) })],
      [row(), row({ number: 2, weeks: 52, instrument: 'Hope', values: means(3, 1, 30, 2.8, 1, 33) })],
    ],
  },
  {
    check: 'mean-outside-range',
    fires: [row({ range: { min: 20, max: 80 } })],
    on: 1,
    passes: [[row({ range: { min: 24, max: 120 } })], [row({ instrument: 'PHQ-9 pooled' })]],
  },
  {
    check: 'sd-outside-range',
    fires: [row({ range: { min: 1, max: 5 }, values: means(4.8, 1.4, 50, 4.1, 0.9, 52) })],
    on: 1,
    passes: [[row({ range: { min: 1, max: 5 }, values: means(4.8, 0.7, 50, 4.1, 0.9, 52) })]],
  },
  {
    check: 'mean-equals-sd',
    fires: [row({ values: means(12.4, 12.4, 50, 12.1, 3, 52) })],
    on: 1,
    passes: [
      [row({ values: means(2, 2, 50, 2.1, 2.2, 52) })],
      [row({ values: means(12.4, 12.3, 50, 12, 3, 52) })],
    ],
  },
  {
    // 17.08 is no quotient of a whole number by 20.
    check: 'grim',
    fires: [
      row({
        instrument: 'CES-D',
        values: means(17.08, 9, 20, 17.1, 9, 20),
        decimals: { meanT: 2, meanC: 2 },
      }),
    ],
    on: 1,
    passes: [
      [row({ instrument: 'CES-D', values: means(17.05, 9, 20, 17.1, 9, 20), decimals: { meanT: 2 } })],
      // One decimal says nothing about 20 people.
      [row({ instrument: 'CES-D', values: means(17.1, 9, 20, 17.1, 9, 20), decimals: { meanT: 1 } })],
      // No sum of whole numbers.
      [row({ instrument: 'MANSA', values: means(4.08, 1, 20, 4.1, 1, 20), decimals: { meanT: 2 } })],
    ],
  },
  {
    // Allard 2018's own example: n = 18, mean 3.44, SD 2.47 is not possible; 2.48 is.
    check: 'grimmer',
    fires: [
      row({
        instrument: 'PHQ-9',
        values: means(3.44, 2.47, 18, 3.5, 2.5, 18),
        decimals: { meanT: 2, sdT: 2 },
      }),
    ],
    on: 1,
    passes: [
      [
        row({
          instrument: 'PHQ-9',
          values: means(3.44, 2.48, 18, 3.5, 2.5, 18),
          decimals: { meanT: 2, sdT: 2 },
        }),
      ],
    ],
  },
  {
    check: 'change-and-final',
    fires: [
      row(),
      kuiper({
        shape: 'change-sds',
        values: { changeT: 4, sdChangeT: 6, nT: 40, changeC: 1, sdChangeC: 6, nC: 40 },
      }),
    ],
    on: 2,
    passes: [
      [row(), kuiper({ values: means(91, 11, 40, 88, 11, 40) })],
      [
        row(),
        kuiper({
          domain: 'Clinical recovery',
          shape: 'change-sds',
          values: { changeT: 4, sdChangeT: 6, nT: 40, changeC: 1, sdChangeC: 6, nC: 40 },
        }),
      ],
    ],
  },
  {
    check: 'duplicate-row',
    fires: [row(), row({ number: 2 })],
    on: 2,
    passes: [[row(), row({ number: 2, instrument: 'Hope', values: means(90, 10, 50, 87, 10.4, 52) })]],
  },
  {
    check: 'numbers-of-other-study',
    fires: [row(), kuiper({})],
    on: 2,
    passes: [[row(), kuiper({ values: means(90, 10, 50, 87, 10.5, 53) })]],
  },
  {
    check: 'shared-control',
    fires: [
      row(),
      row({ number: 2, armT: 'peer support, twice a week', values: means(91, 9, 49, 87, 10.5, 52) }),
    ],
    on: 2,
    passes: [[row(), row({ number: 2, time: '6 months', weeks: 52, values: means(91, 9, 49, 88, 10, 50) })]],
  },
  {
    check: 'months-as-weeks',
    fires: [row({ weeks: 6, duration: '6 months' })],
    on: 0,
    passes: [[row({ weeks: 26, duration: '6 months' })], [row({ weeks: 6, duration: '6 weeks' })]],
  },
  {
    check: 'time-unit',
    fires: [row({ weeks: 9, time: '9 months' })],
    on: 1,
    passes: [[row({ weeks: 39, time: '9 months' })], [row({ weeks: 9, time: '9 weeks' })]],
  },
  {
    check: 'row-shape',
    fires: [row({ table: tableRow({ width: 39 }) })],
    on: 1,
    passes: [[row({ table: tableRow() })]],
  },
  {
    check: 'words-among-numbers',
    fires: [row({ table: tableRow({ words: ['mean_arm1: RAS', 'sd_arm1: post'] }) })],
    on: 1,
    passes: [[row({ table: tableRow({ words: ['p: ns'] }) })]],
  },
  {
    check: 'ready-effect-of-other-row',
    fires: [
      row({ table: tableRow({ ready: { g: 0.41, se: 0.2 } }) }),
      kuiper({ values: {}, stated: { g: 0.41, se: 0.2 }, table: tableRow() }),
    ],
    on: 1,
    passes: [[row({ stated: { g: 0.29, se: 0.2 }, table: tableRow({ ready: { g: 0.29, se: 0.2 } }) })]],
  },
  {
    check: 'ready-effect-differs',
    fires: [row({ stated: { g: 0.29, se: 0.2 }, table: tableRow({ ready: { g: 0.41, se: 0.2 } }) })],
    on: 1,
    passes: [[row({ stated: { g: 0.29, se: 0.2 }, table: tableRow({ ready: { g: 0.292, se: 0.2 } }) })]],
  },
  {
    check: 'events-in-wrong-row',
    fires: [row({ values: { eventsT: 3, totalNT: 20, eventsC: 11, totalNC: 22 }, table: tableRow() })],
    on: 1,
    passes: [
      [
        row({
          values: { eventsT: 3, totalNT: 20, eventsC: 11, totalNC: 22 },
          table: tableRow({ outcomeType: 'dich' }),
        }),
      ],
    ],
  },
  {
    check: 'events-missing',
    fires: [row({ values: {}, stated: { g: 0.2, se: 0.1 }, table: tableRow({ outcomeType: 'dich' }) })],
    on: 1,
    passes: [[row({ table: tableRow() })]],
  },
  {
    check: 'garbled-text',
    fires: [row({ study: 'RÃ¼sch 2014' })],
    on: 1,
    passes: [[row({ study: 'Rüsch 2014' })], [row({ study: 'Nuñez & Çelik 2014' })]],
  },
  {
    check: 'rob-word',
    fires: [row({ riskOfBias: { D1: 'Low risk', overall: 'Fair' } })],
    on: 1,
    passes: [[row({ riskOfBias: { D1: 'Low risk', overall: 'Low risk' } })]],
  },
  {
    check: 'rob-rule',
    fires: [
      row({ riskOfBias: { D1: 'Low', D2: 'Low', D3: concerns, D4: 'Low', D5: 'Low', overall: 'Low' } }),
    ],
    on: 1,
    passes: [
      [row({ riskOfBias: { D1: 'Low', D2: 'Low', D3: concerns, D4: 'Low', D5: 'Low', overall: concerns } })],
      // Several concerns may be judged High together.
      [row({ riskOfBias: { D1: 'Low', D2: concerns, D3: concerns, D4: 'Low', D5: 'Low', overall: 'High' } })],
      [row({ riskOfBias: { D1: 'Low', overall: 'High' } })],
    ],
  },
];

describe.each(examples)('the check $check', ({ check, fires, on, passes }) => {
  const named = (rows: readonly CheckedRow[]) => runChecks(rows).filter((alarm) => alarm.check === check);

  it('fires where it should, and says so in both languages', () => {
    const [first] = named(fires);
    if (!first) throw new Error('It did not fire');
    expect(first.row).toBe(on);
    for (const language of ['en', 'nl'] as const) {
      const sentence = textsIn(language).findings.codes[check]?.(first.detail) ?? '';
      expect(sentence.length).toBeGreaterThan(10);
      expect(sentence).not.toMatch(/undefined|NaN|\[object/u);
    }
  });

  it('passes what looks alike and is right', () => {
    for (const rows of passes) expect(named(rows)).toEqual([]);
  });
});

describe('the checks together', () => {
  it('each have an example here, one name each and a source', () => {
    const names = checks.flatMap((check) => check.names);
    expect(new Set(names).size).toBe(names.length);
    expect(examples.map(({ check }) => check).sort()).toEqual([...names].sort());
    for (const name of names) expect(sourceOfCheck(name)).not.toBe('');
  });

  it('pass a sound result', () => {
    expect(runChecks([row()])).toEqual([]);
    expect(runChecks([])).toEqual([]);
  });

  it('raise the same alarms in whatever order the rows come', () => {
    const rows = examples.flatMap(({ fires }, index) =>
      fires.map((one, place) => ({
        ...one,
        number: 10 * index + place + 1,
        studyId: `${one.studyId}${index}`,
      })),
    );
    const said = (given: readonly CheckedRow[]): string[] =>
      runChecks(given, usualOptions)
        // Which of two equal rows is the repeated one, or the example of many, depends on what came first.
        .filter(({ check }) => !/duplicate|other|shared|months/u.test(check))
        .map(({ row: at, check }) => `${at} ${check}`)
        .sort();
    const expected = said(rows);
    fc.assert(
      fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
        expect(said(shuffled)).toEqual(expected);
      }),
      { numRuns: 20 },
    );
  });

  it('never find a standard error among SDs that hold within a factor of three', () => {
    const sd = fc.double({ min: 8, max: 20, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(sd, sd), { minLength: 2, maxLength: 12 }), (spreads) => {
        const rows = spreads.map(([sdT, sdC], index) =>
          row({ number: index + 1, studyId: `s${index}`, ...ras, values: means(90, sdT, 50, 88, sdC, 50) }),
        );
        expect(runChecks(rows).filter(({ check }) => check === 'se-as-sd')).toEqual([]);
      }),
    );
  });
});
