import { doAtOnce } from '@shared/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementCsv } from '@shared/export';
import { twoRaterAgreement } from '@shared/reconciliation';
import {
  agreementOnCategory,
  agreementReport,
  driftOf,
  replay,
  screeningContext,
  type AgreementWeek,
  type AgreementWish,
} from '@shared/review';
import { pairWithMostInCommon, type Vote } from '@shared/screening';
import {
  anySteps,
  authors,
  castVote,
  first,
  lead,
  ledgerOf,
  protocol,
  recordIds,
  second,
  type Step,
} from '../../support/review-events';

const wish: AgreementWish = {
  stage: 'title-abstract',
  coders: [first, second],
  compared: { by: 'vote' },
  maybe: 'as-include',
};
const reportOf = (steps: readonly Step[], change: Partial<AgreementWish> = {}) =>
  doAtOnce(agreementReport(screeningContext(replay(ledgerOf(steps))), protocol, { ...wish, ...change }));
const record = (index: number) => recordIds[index] ?? raise();
const votes = (author: typeof first, given: readonly Vote[]): Step[] =>
  given.map((vote, index) => ({ author, body: castVote(record(index), vote) }));

/** Six records: alike on 1, 2 (in) and 4 (out), apart on 3; "maybe" on 5 by the first, on 6 by both. */
const six = [
  ...votes(first, ['include', 'include', 'include', 'exclude', 'maybe', 'maybe']),
  ...votes(second, ['include', 'include', 'exclude', 'exclude', 'exclude', 'maybe']),
];

describe('agreement of two coders', () => {
  it('counts maybe by the rule that was chosen', () => {
    const table = (maybe: AgreementWish['maybe']) => reportOf(six, { maybe }).pairs[0]?.table;
    expect(table('as-include')).toEqual([
      [3, 2],
      [0, 1],
    ]);
    expect(table('own')).toEqual([
      [2, 0, 1],
      [0, 1, 1],
      [0, 0, 1],
    ]);
    expect(table('left-out')).toEqual([
      [2, 1],
      [0, 1],
    ]);
  });

  it('is shown first of the two who have most in common', () => {
    const among = (steps: readonly Step[]) =>
      doAtOnce(
        pairWithMostInCommon(screeningContext(replay(ledgerOf(steps))), 'title-abstract', [
          lead,
          first,
          second,
        ]),
      );
    expect(among([])).toBeNull();
    expect(among(votes(lead, ['include']))).toBeNull();
    expect(among([...six, ...votes(lead, ['include', 'exclude'])])).toEqual([first, second]);
    expect(among([...votes(lead, ['include', 'include']), ...votes(second, ['include'])])).toEqual([
      lead,
      second,
    ]);
  });

  it('leads from every cell to the records in it', () => {
    const { pairs, differing } = reportOf(six);
    expect(pairs[0]?.behind).toEqual([
      [
        [record(0), record(1), record(5)],
        [record(2), record(4)],
      ],
      [[], [record(3)]],
    ]);
    expect(differing).toEqual([record(2), record(4)]);
  });

  it('rests on votes given before anybody saw the others’, whatever was voted after', () => {
    const before: Step[] = [
      { author: first, body: castVote(record(0), 'exclude') },
      // A slip put right before anybody looked.
      { author: first, body: castVote(record(0), 'include') },
      { author: second, body: castVote(record(0), 'exclude') },
    ];
    const after: Step[] = [
      {
        author: first,
        body: { kind: 'votesRevealed', version: 1, stage: 'title-abstract', recordId: record(0) },
      },
      { author: first, body: castVote(record(0), 'exclude') },
    ];
    const apart = [
      [0, 1],
      [0, 0],
    ];
    expect(reportOf(before).pairs[0]?.table).toEqual(apart);
    expect(reportOf([...before, ...after]).pairs[0]?.table).toEqual(apart);
  });

  it('names for reasons which one is understood differently', () => {
    const excluded = (author: typeof first, reasons: readonly string[]): Step[] =>
      reasons.map((reason, index) => ({
        author,
        body: castVote(record(index), 'exclude', 'full-text', reason),
      }));
    const report = reportOf(
      [
        ...excluded(first, ['wrong-design', 'wrong-design', 'no-outcome']),
        ...excluded(second, ['wrong-design', 'no-outcome', 'no-outcome']),
      ],
      { stage: 'full-text', compared: { by: 'reason' } },
    );
    const at = report.categories.indexOf('wrong-design');
    const pair = report.pairs[0] ?? raise();
    const { result, differing } = agreementOnCategory(pair, at);
    expect([result.n, result.specificAgreement[0]]).toEqual([3, 2 / 3]);
    expect(differing).toEqual([record(1)]);
  });
});

describe('agreement of any coders, after any events', () => {
  it('has a table per pair whose cells hold their records, the same turned round for the pair turned round', () => {
    fc.assert(
      fc.property(
        anySteps,
        fc.constantFrom(...(['as-include', 'own', 'left-out'] as const)),
        (steps, maybe) => {
          const { pairs, several } = reportOf(steps, { coders: authors, maybe });
          expect(pairs).toHaveLength(3);
          expect(several).not.toBeNull();
          for (const pair of pairs) {
            expect(pair.behind.map((row) => row.map((ids) => ids.length))).toEqual(pair.table);
            expect(pair.result).toEqual(twoRaterAgreement(pair.table, false));
            const turned =
              reportOf(steps, { coders: [pair.second, pair.first], maybe }).pairs[0]?.table ?? [];
            expect(pair.table).toEqual(turned.map((_, i) => turned.map((row) => row[i])));
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is handed over with a row for every statistic', () => {
    const three = [
      ...six,
      ...votes(lead, ['include', 'exclude', 'exclude', 'exclude', 'exclude', 'include']),
    ];
    const report = reportOf(three, { coders: authors });
    const csv = agreementCsv(report, wish, 'Votes', String, String);
    for (const part of [
      'Cohen kappa',
      'PABAK',
      'Gwet AC1',
      'Krippendorff alpha',
      'Fleiss kappa',
      'bias index',
    ])
      expect(csv).toContain(part);
    expect(csv).toContain(
      'title-abstract,Votes,as-include,pair,first,second,,6,cell: include / exclude,2,,,',
    );
  });
});

describe('drift', () => {
  const week = (monday: string, n: number, agreed: number): AgreementWeek => ({
    monday,
    n,
    agreed,
    differing: recordIds.slice(0, Math.min(recordIds.length, n - agreed)),
  });

  it('is told where agreement falls over the weeks, with the records of the last week', () => {
    const drift = driftOf([
      week('2026-01-05', 50, 48),
      week('2026-01-12', 50, 44),
      week('2026-01-19', 50, 38),
    ]);
    // By hand: shares .96, .88, .76 of 50 each; slope -10, variance 130/150 * 20/150 * 100 = 11.56, z = -2.94.
    expect(drift).toMatchObject({ from: 0.96, to: 0.76, lastMonday: '2026-01-19' });
    expect(drift?.p).toBeCloseTo(0.0033, 3);
    expect(drift?.records).toHaveLength(12);
  });

  it('is not told where it rises, stays, or rests on a handful of records', () => {
    expect(driftOf([week('2026-01-05', 50, 38), week('2026-01-12', 50, 48)])).toBeNull();
    expect(driftOf([week('2026-01-05', 50, 45), week('2026-01-12', 50, 44)])).toBeNull();
    expect(driftOf([week('2026-01-05', 50, 50), week('2026-01-12', 9, 1)])).toBeNull();
    expect(driftOf([])).toBeNull();
  });
});

function raise(): never {
  throw new Error('The test has no such value');
}
