import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudyId } from '@shared/kernel';
import type { RatingTool } from '@shared/protocol';
import {
  assessmentAsRead,
  assessmentPairs,
  finalAssessmentFor,
  newAssessment,
  outcomeTarget,
  ratersOf,
  replay,
  type EventBody,
} from '@shared/review';
import type { AssessmentContent } from '@shared/risk-of-bias';
import { first, lead, ledgerOf, opening, protocol, second, type Step } from '../../support/review-events';

const studyId = StudyId.parse('trial-1');
const content = (judgement: string): AssessmentContent => ({
  tool: 'rob2',
  answers: {},
  judgements: { overall: { judgement } },
});
const saved = (judgement: string, complete: boolean, resultId: string | null = null): EventBody => ({
  kind: 'assessmentSaved',
  version: 1,
  studyId,
  resultId,
  content: content(judgement),
  complete,
});
const final = (judgement: string, resultId: string | null): EventBody => ({
  kind: 'assessmentReconciled',
  version: 1,
  studyId,
  resultId,
  content: content(judgement),
  settles: [],
  method: 'consensus',
  note: '',
});
const stateOf = (...steps: readonly Step[]) => replay(ledgerOf(steps));

describe('while an assessment is blind', () => {
  const anyJudgement = fc.constantFrom('Low', 'Some concerns', 'High');

  it('nothing about agreement depends on what the other coder judged', () => {
    fc.assert(
      fc.property(anyJudgement, anyJudgement, fc.boolean(), (one, other, complete) => {
        const seen = (judgement: string) => {
          const state = stateOf(
            { author: first, body: saved('Low', complete) },
            { author: second, body: saved(judgement, !complete) },
          );
          return [
            ratersOf(state),
            assessmentPairs(state, [first, second], first, 'en'),
            assessmentPairs(state, [first, second], lead, 'en'),
          ];
        };
        expect(seen(one)).toEqual(seen(other));
        expect(seen(one)).toEqual([[], [], []]);
      }),
    );
  });

  it('a third coder who is still rating sees none of it either', () => {
    const state = stateOf(
      { author: first, body: saved('Low', true) },
      { author: second, body: saved('High', true) },
      { author: lead, body: saved('Low', false) },
    );
    expect(assessmentPairs(state, [first, second], lead, 'en')).toEqual([]);
    expect(assessmentPairs(state, [first, second], first, 'en')).toHaveLength(1);
    expect(ratersOf(state)).toEqual([first, second]);
  });
});

describe('the assessment that holds for a result', () => {
  const result = { resultId: 'r1', domainId: 'personal', windowId: 'post' };
  const overall = (...finals: EventBody[]) =>
    finalAssessmentFor(stateOf(...finals.map((body) => ({ author: lead, body }))), studyId, result)
      ?.judgements['overall']?.judgement;

  it('is the nearest: its own, its outcome in that window, its outcome, its study', () => {
    const ofStudy = final('Low', null);
    const ofOutcome = final('Some concerns', outcomeTarget('personal', null));
    const ofWindow = final('High', outcomeTarget('personal', 'post'));
    const ofOther = final('High', outcomeTarget('clinical', null));
    expect(overall()).toBeUndefined();
    expect(overall(ofStudy, ofOther)).toBe('Low');
    expect(overall(ofOutcome, ofStudy)).toBe('Some concerns');
    expect(overall(ofStudy, ofWindow, ofOutcome)).toBe('High');
    expect(overall(ofWindow, final('Low', 'r1'), ofStudy)).toBe('Low');
  });
});

describe('a team’s own tool', () => {
  const own = (label: string): RatingTool => ({
    id: 'fidelity',
    name: label,
    answers: [],
    judgements: [{ id: 'fine', label, sign: 'low' }],
    domains: [{ id: 'A', short: 'A', name: 'Fidelity', question: '', questions: [], parts: [] }],
    overall: { rules: [], keyDomains: false },
    directions: false,
  });
  const withTool = (label: string): EventBody => ({
    kind: 'protocolSaved',
    version: 1,
    protocol: {
      ...protocol,
      riskOfBias: {
        tool: 'fidelity',
        variant: '',
        effect: 'assignment',
        ownTools: [own(label)],
      },
    },
    note: '',
  });

  it('is read as it was when the assessment was begun', () => {
    const before = replay(ledgerOf([], [...opening, withTool('Fine')]));
    const begun = newAssessment(before);
    if (!begun) throw new Error('There is no protocol');
    const after = replay(ledgerOf([], [...opening, withTool('Fine'), withTool('Splendid')]));
    expect(assessmentAsRead(after, begun, 'en')?.tool.name).toBe('Fine');
    const later = newAssessment(after);
    expect(later && assessmentAsRead(after, later, 'en')?.tool.name).toBe('Splendid');
    expect(assessmentAsRead(after, { ...begun, tool: 'unheard-of' }, 'en')).toBeUndefined();
  });
});
