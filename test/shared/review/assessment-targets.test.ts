import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { StudyId } from '@shared/kernel';
import {
  assessmentWorks,
  hasOpenResult,
  outcomeTarget,
  replay,
  resultTargets,
  targetsApart,
  type EventBody,
} from '@shared/review';
import type { AssessmentContent } from '@shared/risk-of-bias';
import { first, ledgerOf, opening, protocol, second, type Step } from '../../support/review-events';

const studyId = StudyId.parse('trial-1');
const domain = protocol.outcomeDomains[0]?.id ?? '';
const target = outcomeTarget(domain, null);
const perResult: EventBody = {
  kind: 'protocolSaved',
  version: 1,
  protocol: { ...protocol, riskOfBias: { ...protocol.riskOfBias, unit: 'result' } },
  note: '',
};
const saved = (
  judgement: string,
  complete: boolean,
  resultId: string | null = null,
  more: Partial<AssessmentContent> = {},
): EventBody => ({
  kind: 'assessmentSaved',
  version: 1,
  studyId,
  resultId,
  content: { tool: 'rob2', answers: {}, judgements: { overall: { judgement } }, ...more },
  complete,
});
const stateOf = (...steps: readonly Step[]) => replay(ledgerOf(steps, [...opening, perResult]));
const overallBy = (state: ReturnType<typeof stateOf>, resultId: string | null) =>
  Object.fromEntries(
    [...assessmentWorks(state, studyId, resultId)].map(([coder, { body }]) => [
      coder,
      body.content.judgements['overall']?.judgement,
    ]),
  );

describe('results rated apart from their study', () => {
  it('are outcomes and their windows, and none where the protocol has one assessment per study', () => {
    expect(resultTargets(protocol)).toEqual([]);
    const state = stateOf();
    const version = state.protocolVersions.at(-1);
    const targets = version ? resultTargets(version.protocol) : [];
    expect(targets).toHaveLength(protocol.outcomeDomains.length * (1 + protocol.windows.length));
    expect(new Set(targets.map(({ resultId }) => resultId)).size).toBe(targets.length);
  });

  it('hold the study’s assessment of whoever did not rate them apart', () => {
    const state = stateOf(
      { author: first, body: saved('Low', true) },
      { author: second, body: saved('High', true) },
      { author: first, body: saved('Some concerns', true, target) },
    );
    expect(overallBy(state, target)).toEqual({ first: 'Some concerns', second: 'High' });
    expect(overallBy(state, null)).toEqual({ first: 'Low', second: 'High' });
  });

  it('can be set back to the study', () => {
    const state = stateOf(
      { author: first, body: saved('Low', false) },
      { author: first, body: saved('High', false, target) },
      { author: first, body: saved('High', true, target, { asStudy: true }) },
    );
    expect(targetsApart(state, studyId, first)).toEqual([]);
    expect(overallBy(state, target)).toEqual({ first: 'Low' });
    expect(hasOpenResult(state, studyId, first)).toBe(false);
  });

  it('keep their study from being finished while one is open', () => {
    const state = stateOf(
      { author: first, body: saved('Low', false) },
      { author: first, body: saved('High', false, target) },
    );
    expect([hasOpenResult(state, studyId, first), hasOpenResult(state, studyId, second)]).toEqual([
      true,
      false,
    ]);
  });

  it('stay unknown to the other coder until both have finished the study', () => {
    fc.assert(
      fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (firstDone, secondDone, apart) => {
        const steps: Step[] = [
          { author: first, body: saved('Low', firstDone) },
          { author: second, body: saved('High', secondDone) },
        ];
        if (apart) steps.push({ author: second, body: saved('Low', true, target) });
        const seen = targetsApart(stateOf(...steps), studyId, first).map(({ resultId }) => resultId);
        expect(seen).toEqual(apart && firstDone && secondDone ? [target] : []);
      }),
    );
  });
});
