import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../golden/agreement.json';
import {
  answerAgreementCases,
  intraclassCorrelation,
  pairedValues,
  severalRaterAgreement,
  twoRaterAgreement,
} from '@shared/reconciliation';
import { differences } from '../../support/compare';

const answered = answerAgreementCases(reference);
const answers = new Map((answered.ok ? answered.value.cases : []).map((answer) => [answer.id, answer]));

describe('agreement reference vectors', () => {
  for (const { id, kind, note, expect: wanted } of reference.vectors) {
    it(`${id} ${kind}: ${note}`, () => {
      const answer = answers.get(id);
      const got = answer && 'got' in answer ? answer.got : answer;
      expect(differences(wanted, got, { abs: 1e-6, rel: 1e-6 })).toEqual([]);
    });
  }
});

describe('agreement of two raters', () => {
  const anyTable = fc.array(fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 3,
  });

  it('does not depend on who is named first', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const turned = table.map((_, i) => table.map((row) => row[i] ?? 0));
        const [a, b] = [twoRaterAgreement(table, true), twoRaterAgreement(turned, true)];
        expect(
          differences(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)), { abs: 1e-9, rel: 1e-9 }),
        ).toEqual([]);
      }),
    );
  });

  it('stays within its bounds', () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const { kappa, pabak, gwetAc1, percentAgreement } = twoRaterAgreement(table, false);
        for (const { value } of [kappa, pabak, gwetAc1]) {
          if (value !== null) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
        }
        if (percentAgreement !== null) expect(percentAgreement >= 0 && percentAgreement <= 1).toBe(true);
      }),
    );
  });
});

describe('agreement of several raters', () => {
  const anyCounts = fc.array(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }), {
    maxLength: 12,
  });
  const alike = (a: unknown, b: unknown): void =>
    expect(
      differences(JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b)), { abs: 1e-9, rel: 1e-9 }),
    ).toEqual([]);

  it('does not depend on the order of the items', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const turned = counts.toReversed();
        alike(
          severalRaterAgreement(counts, { ordered: true }),
          severalRaterAgreement(turned, { ordered: true }),
        );
      }),
    );
  });

  it('does not depend on which way an order is read', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const mirrored = counts.map((row) => row.toReversed());
        const [a, b] = [counts, mirrored].map((one) => severalRaterAgreement(one, { ordered: true }));
        alike(
          [a?.alphaNominal, a?.alphaOrdinal, a?.gwetAc1, a?.fleiss.value],
          [b?.alphaNominal, b?.alphaOrdinal, b?.gwetAc1, b?.fleiss.value],
        );
      }),
    );
  });

  it('never exceeds 1, and is 1 where everybody always agrees', () => {
    fc.assert(
      fc.property(anyCounts, (counts) => {
        const { fleiss, gwetAc1, alphaNominal, pairwiseAgreement } = severalRaterAgreement(counts, {
          ordered: false,
        });
        for (const { value } of [fleiss, gwetAc1, alphaNominal]) {
          if (value !== null) expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        if (pairwiseAgreement !== null) expect(pairwiseAgreement >= 0 && pairwiseAgreement <= 1).toBe(true);
        const unanimous = counts.map((row) =>
          row.map((count, index) => (index === row.indexOf(Math.max(...row)) ? count : 0)),
        );
        for (const statistic of Object.values(severalRaterAgreement(unanimous, { ordered: true }))) {
          if (typeof statistic === 'object' && statistic?.value != null)
            expect(statistic.value).toBeCloseTo(1, 9);
        }
      }),
    );
  });
});

describe('agreement on numbers', () => {
  const anyRows = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
    minLength: 2,
    maxLength: 20,
  });

  it('does not depend on who is named first', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const turned = rows.map(([a, b]) => [b, a] as const);
        const [one, other] = [intraclassCorrelation(rows), intraclassCorrelation(turned)];
        expect(one.icc2 ?? 0).toBeCloseTo(other.icc2 ?? 0, 9);
        const tolerance = { absolute: 1, relative: 0 };
        expect(pairedValues(rows, tolerance).ccc ?? 0).toBeCloseTo(
          pairedValues(turned, tolerance).ccc ?? 0,
          9,
        );
      }),
    );
  });

  it('puts the estimate inside its interval', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const { icc1, icc1Ci95, icc3, icc3Ci95 } = intraclassCorrelation(rows);
        for (const [value, interval] of [
          [icc1, icc1Ci95],
          [icc3, icc3Ci95],
        ] as const) {
          if (value === undefined || interval === undefined) continue;
          expect(interval[0]).toBeLessThanOrEqual(value + 1e-9);
          expect(interval[1]).toBeGreaterThanOrEqual(value - 1e-9);
        }
      }),
    );
  });
});
