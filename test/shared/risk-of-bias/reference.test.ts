import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../golden/rob2-vectors.json';
import { answerRob2Cases, domainsOf, evaluateDomain, judgementOfWord } from '@shared/risk-of-bias';

const answered = answerRob2Cases(reference);
const answers = new Map((answered.ok ? answered.value.cases : []).map((answer) => [answer.id, answer]));

describe('RoB 2 reference vectors', () => {
  for (const vector of reference.vectors) {
    const { id, kind, expect: wanted } = vector;
    it(`${id} ${kind}`, () => {
      const answer = answers.get(id);
      const got = answer && 'got' in answer ? answer.got : answer;
      const uncertain = 'certainty' in vector && vector.certainty === 'uncertain';
      if (uncertain) expect(got).toBeDefined();
      else expect(got).toMatchObject(wanted);
    });
  }
});

describe('skipped questions', () => {
  const domain = domainsOf('parallel', 'assignment')?.find(({ id }) => id === 'D2');
  if (!domain) throw new Error('RoB 2 has no domain 2');
  const anyAnswer = fc.constantFrom('Y', 'PY', 'PN', 'N', 'NI');
  const anyAnswers = fc.record(Object.fromEntries(domain.questions.map(({ id }) => [id, anyAnswer])));

  it('never influence a judgement', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (answersGiven, others) => {
        const before = evaluateDomain(domain, answersGiven);
        const changed = Object.fromEntries(
          Object.entries(answersGiven).map(([id, answer]) => [
            id,
            before.normalised[id] === 'NA' ? (others[id] ?? null) : answer,
          ]),
        );
        const after = evaluateDomain(domain, changed);
        expect(after.suggested).toBe(before.suggested);
        expect(after.normalised).toEqual(before.normalised);
      }),
    );
  });
});

describe('words for judgements', () => {
  it('are read in English and Dutch, and unknown ones are not guessed', () => {
    expect(
      ['Low risk', 'some concerns', 'HIGH RISK', 'laag risico', 'enige zorgen', 'hoog'].map(judgementOfWord),
    ).toEqual(['Low', 'Some concerns', 'High', 'Low', 'Some concerns', 'High']);
    expect(judgementOfWord('rather high')).toBeUndefined();
  });
});
