import { describe, expect, it } from 'vitest';
import reference from '../../golden/effect-sizes.json';
import { answerEffectCases, effectShapes } from '@shared/effect-size';
import { differences } from '../../support/compare';

const answered = answerEffectCases(reference);
const answers = new Map((answered.ok ? answered.value.cases : []).map((answer) => [answer.id, answer]));

describe('reference effect sizes', () => {
  it('are 225 cases of 74 shapes, each of which Concord knows', () => {
    expect(reference.cases).toHaveLength(225);
    const shapes = new Set(reference.cases.map(({ shape }) => shape));
    expect(shapes.size).toBe(74);
    const known = new Set(effectShapes.map(({ id }) => id));
    expect([...shapes].filter((shape) => !known.has(shape))).toEqual([]);
  });

  for (const { id, shape, expect: wanted, tolerance, title } of reference.cases) {
    it(`${id} ${shape} ${title}`, () => {
      const answer = answers.get(id);
      if ('error' in wanted) expect(answer).toEqual({ id, error: wanted.error });
      else
        expect(differences(wanted, answer && 'got' in answer ? answer.got : answer, tolerance)).toEqual([]);
    });
  }
});
