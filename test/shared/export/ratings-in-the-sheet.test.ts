import { describe, expect, it } from 'vitest';
import { rowsOfStudy } from '@shared/export';
import type { Protocol, RatingTool } from '@shared/protocol';
import { plainJudgement, type AssessmentContent } from '@shared/risk-of-bias';
import { protocol } from '../../support/review-events';

const own: RatingTool = {
  id: 'own-n1',
  name: 'Ours',
  answers: [],
  judgements: [
    { id: 'j1', label: 'Fijn', sign: 'low' },
    { id: 'j2', label: 'Slecht', sign: 'high' },
  ],
  domains: [{ id: 'D1', short: '', name: 'Fidelity', question: '', questions: [], parts: [] }],
  overall: { rules: [{ any: 'j2', then: 'j2' }, { then: 'j1' }], keyDomains: false },
  directions: false,
};
const rules: Protocol['riskOfBias'] = { ...protocol.riskOfBias, ownTools: [own] };

const ratingsOf = (assessment: AssessmentContent | null) => {
  const { rows } = rowsOfStudy(
    {
      studyId: 's1',
      label: 'Alder 2011',
      content: {
        characteristics: {},
        arms: [
          { id: 't1', label: 'Peers', role: 'intervention', comparatorId: null, randomised: null },
          { id: 'c1', label: 'Usual', role: 'comparator', comparatorId: null, randomised: null },
        ],
        results: [
          {
            id: 'r1',
            domainId: null,
            outcome: '',
            instrument: 'RAS',
            instrumentId: null,
            higherIsBetter: true,
            timepoint: { label: 'post', weeks: 12, windowId: null },
            armT: 't1',
            armC: 'c1',
            shape: 'generic-se',
            input: { estimate: { text: '0.3', value: 0.3 }, se: { text: '0.1', value: 0.1 } },
            note: '',
          },
        ],
      },
      assessmentOf: () => assessment,
    },
    { ...protocol, riskOfBias: rules },
  );
  return rows[0]?.riskOfBias;
};

describe('risk of bias in the pooling sheet', () => {
  it('has words everybody knows, also where the team made the tool', () => {
    expect(ratingsOf({ tool: 'own-n1', answers: {}, judgements: { D1: { judgement: 'j2' } } })).toEqual({
      D1: 'High',
      overall: 'High',
    });
    expect(plainJudgement(own.judgements, 'j1')).toBe('Low');
    expect(plainJudgement(own.judgements, 'Serious')).toBe('Serious');
    expect(plainJudgement(own.judgements, 'unheard')).toBeUndefined();
  });

  it('has no overall degree of risk for a checklist, whose overall is a decision', () => {
    const answers = Object.fromEntries(
      Array.from({ length: 13 }, (_, at) => [String(at + 1), { answer: 'Y' }]),
    );
    const ratings = ratingsOf({
      tool: 'jbi',
      variant: 'rct',
      answers,
      judgements: { overall: { judgement: 'Include', reason: 'Sound' } },
    });
    expect(ratings).toMatchObject({ Q1: 'Low', Q13: 'Low' });
    expect(ratings).not.toHaveProperty('overall');
  });

  it('is empty where nothing was rated, or with a tool this version does not know', () => {
    expect(ratingsOf(null)).toEqual({});
    expect(ratingsOf({ tool: 'rob9', answers: {}, judgements: {} })).toEqual({});
  });
});
