import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../golden/agreement.json';
import { answerAgreementCases, twoRaterAgreement } from '@shared/reconciliation';
import { differences } from '../../support/compare';

const answered = answerAgreementCases(reference);
const answers = new Map((answered.ok ? answered.value.cases : []).map((answer) => [answer.id, answer]));
const supported = new Set(['two-rater']);

describe('agreement reference vectors', () => {
  for (const { id, kind, note, expect: wanted } of reference.vectors) {
    it(`${id} ${kind}: ${note}`, () => {
      const answer = answers.get(id);
      if (!supported.has(kind)) {
        expect(answer).toEqual({ id, error: 'not-supported' });
        return;
      }
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
