import { describe, expect, it } from 'vitest';
import reference from '../../golden/effect-sizes.json';
import { answerEffectCases, effectShapes } from '@shared/effect-size';
import { differences } from '../../support/compare';

const answered = answerEffectCases(reference);
const answers = new Map((answered.ok ? answered.value.cases : []).map((answer) => [answer.id, answer]));
const supported = new Set(effectShapes.map((shape) => shape.id));

describe('reference effect sizes', () => {
  for (const { id, shape, expect: wanted, tolerance, title } of reference.cases) {
    it(`${id} ${shape} ${title}`, () => {
      const answer = answers.get(id);
      if (!supported.has(shape)) {
        expect(answer).toEqual({ id, error: 'not-supported' });
        return;
      }
      if ('error' in wanted) expect(answer).toEqual({ id, error: wanted.error });
      else
        expect(differences(wanted, answer && 'got' in answer ? answer.got : answer, tolerance)).toEqual([]);
    });
  }
});
