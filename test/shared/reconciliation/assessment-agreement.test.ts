import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assessmentAgreement, type AssessmentPair } from '@shared/reconciliation';
import { assess, toolOf, type AssessmentContent } from '@shared/risk-of-bias';

const tool = toolOf({ tool: 'robins-i' }, 'en');
if (!tool) throw new Error('There is no ROBINS-I');
const ids = tool.domains.map(({ id }) => id);

const rated = (judgement: string, answers: { readonly [id: string]: string } = {}) => {
  const content: AssessmentContent = {
    tool: 'robins-i',
    answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer }])),
    judgements: Object.fromEntries(ids.map((id) => [id, { judgement: id === 'D1' ? judgement : 'Low' }])),
  };
  return assess(content, tool);
};
const pairsOf = (table: readonly (readonly [string, string])[]): AssessmentPair[] =>
  table.map(([first, second]) => ({ first: rated(first), second: rated(second) }));

describe('agreement on risk of bias', () => {
  it('counts by hand, per domain and overall, and weights neighbours', () => {
    const pairs = pairsOf([
      ['Low', 'Low'],
      ['Low', 'Moderate'],
      ['Serious', 'Serious'],
      ['Moderate', 'Moderate'],
      ['No information', 'Low'],
      ['Critical', 'Low'],
    ]);
    const [agreement] = assessmentAgreement(pairs);
    const domain = agreement?.domains.find(({ id }) => id === 'D1');
    expect(domain).toMatchObject({ n: 6, differing: 3, percentAgreement: 0.5 });
    // po = 3/6; margins Low 2/6 and 3/6, Moderate 1/6 and 2/6, Serious 1/6 and 1/6, others meet nobody: pe = 9/36.
    expect(domain?.kappa.value).toBeCloseTo((0.5 - 0.25) / 0.75, 12);
    // Five pairs on the scale of four: 1 - distance/3 each; po = (3 + 2/3 + 0)/5.
    expect(domain?.kappaWeighted?.po).toBeCloseTo((3 + 2 / 3) / 5, 12);
    expect(agreement?.domains.find(({ id }) => id === 'D2')).toMatchObject({ n: 6, differing: 0 });
    expect(agreement?.domains.at(-1)).toMatchObject({ id: 'overall', n: 6 });
  });

  it('leaves out what neither was asked, and counts being asked by one alone as a difference', () => {
    const skipped = rated('Low', { '1.1': 'N', '1.2': 'Y' });
    const asked = rated('Low', { '1.1': 'Y', '1.2': 'N' });
    const [both] = assessmentAgreement([{ first: skipped, second: skipped }]);
    expect(both?.questions.find(({ id }) => id === '1.2')).toMatchObject({ n: 0, differing: 0 });
    const [one] = assessmentAgreement([{ first: skipped, second: asked }]);
    expect(one?.questions.find(({ id }) => id === '1.2')).toMatchObject({ n: 1, differing: 1 });
  });

  it('is the same whichever coder is first, and whole where they are the same', () => {
    const judgement = fc.constantFrom('Low', 'Moderate', 'Serious', 'Critical', 'No information');
    fc.assert(
      fc.property(fc.array(fc.tuple(judgement, judgement), { minLength: 1, maxLength: 12 }), (table) => {
        const there = assessmentAgreement(pairsOf(table))[0]?.domains[0];
        const back = assessmentAgreement(pairsOf(table.map(([a, b]) => [b, a])))[0]?.domains[0];
        expect(back?.differing).toBe(there?.differing);
        if (typeof there?.kappa.value === 'number')
          expect(back?.kappa.value).toBeCloseTo(there.kappa.value, 12);
        const same = assessmentAgreement(pairsOf(table.map(([a]) => [a, a])))[0]?.domains[0];
        expect(same).toMatchObject({ differing: 0, percentAgreement: 1 });
      }),
      { numRuns: 60 },
    );
  });
});
