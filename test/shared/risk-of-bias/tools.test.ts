import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RatingTool, type ToolDomain } from '@shared/protocol';
import {
  evaluateDomain,
  hasEffectOfInterest,
  overallOf,
  publishedTools,
  toolOf,
  type RawAnswers,
} from '@shared/risk-of-bias';

const effects = ['assignment', 'adhering'] as const;
const deviations = ['non-protocol-interventions', 'implementation-failures', 'non-adherence'];
const tools = publishedTools.flatMap((one) =>
  effects
    .filter((effect) => effect === 'assignment' || hasEffectOfInterest(one.tool))
    .map((effect) => {
      const [en, nl] = [toolOf({ ...one, effect }, 'en'), toolOf({ ...one, effect }, 'nl')];
      if (!en || !nl) throw new Error(`There is no ${one.tool} ${one.variant}`);
      return { id: en.id, en, nl };
    }),
);

/** Every combination of answers; of long domains one answer of each kind. */
function* combinations({ questions }: ToolDomain): Generator<RawAnswers> {
  const ways = questions.map(({ answers }) =>
    answers.filter((code) => code !== 'NA' && (questions.length < 6 || !code.startsWith('P'))),
  );
  const total = ways.reduce((product, list) => product * list.length, 1);
  for (let number = 0; number < total; number += 1) {
    let rest = number;
    const answers: { [id: string]: string } = {};
    for (const [index, question] of questions.entries()) {
      const list = ways[index] ?? [];
      answers[question.id] = list[rest % list.length] ?? '';
      rest = Math.floor(rest / list.length);
    }
    yield answers;
  }
}

describe('the published tools', () => {
  it('are all there', () => {
    expect(tools.map(({ id }) => id)).toEqual([
      'rob2-parallel-assignment',
      'rob2-parallel-adhering',
      'rob2-cluster-assignment',
      'rob2-cluster-adhering',
      'rob2-crossover-assignment',
      'rob2-crossover-adhering',
      'rob1',
      'robins-i-assignment',
      'robins-i-adhering',
      ...[
        'rct',
        'quasi-experimental',
        'cohort',
        'case-control',
        'cross-sectional',
        'prevalence',
        'qualitative',
      ].map((list) => `jbi-${list}`),
    ]);
  });

  for (const { id, en, nl } of tools) {
    it(`${id} is sound, and the same in Dutch with other words`, () => {
      expect(RatingTool.parse(en)).toEqual(en);
      const bones = (tool: RatingTool) => ({
        ...tool,
        name: '',
        source: '',
        answers: tool.answers.map(({ code }) => code),
        judgements: tool.judgements.map(({ id: judgement, sign }) => [judgement, sign]),
        overall: { ...tool.overall, judgements: tool.overall.judgements?.map((one) => one.id) },
        domains: tool.domains.map((domain) => ({
          ...domain,
          short: '',
          name: '',
          question: '',
          criteria: Object.keys(domain.criteria ?? {}),
          questions: domain.questions.map((question) => ({ ...question, ask: '', help: '' })),
        })),
      });
      expect(bones(nl)).toEqual(bones(en));
      const texts = (tool: RatingTool): string[] =>
        tool.domains.flatMap(({ question, questions, criteria }) => [
          question,
          ...Object.values(criteria ?? {}),
          ...questions.flatMap(({ ask, help }) => [ask, help ?? '']),
        ]);
      const english = texts(en);
      expect(texts(nl).filter((text, index) => text !== '' && text === english[index])).toEqual([]);
    });

    it(`${id}: every combination of answers gives a judgement or a named gap`, () => {
      const order = en.judgements.map((judgement) => judgement.id);
      for (const domain of en.domains) {
        const gaps = new Set<string>();
        for (const answers of combinations(domain)) {
          const { suggested, gap, complete } = evaluateDomain(domain, answers, deviations, order);
          expect(complete).toBe(true);
          if (suggested === null) gaps.add(gap ?? 'unnamed');
          else expect([gap, order.includes(suggested)]).toEqual([null, true]);
        }
        const left = domain.parts.length === 0 || domain.parts[0]?.id === 'stated';
        expect([...gaps]).toEqual(left ? ['left-to-rater'] : []);
      }
    });

    it(`${id}: answers to skipped questions never influence a judgement`, () => {
      const order = en.judgements.map((judgement) => judgement.id);
      const asked = en.domains.filter(({ questions }) => questions.length > 0);
      if (asked.length === 0) return;
      fc.assert(
        fc.property(
          fc.constantFrom(...asked),
          fc.array(fc.nat(9), { minLength: 20, maxLength: 20 }),
          fc.array(fc.nat(9), { minLength: 20, maxLength: 20 }),
          fc.subarray(deviations),
          (domain, picks, others, looked) => {
            const given = (from: readonly number[]): { [question: string]: string } =>
              Object.fromEntries(
                domain.questions.map(({ id: question, answers }, index) => [
                  question,
                  answers[(from[index] ?? 0) % answers.length] ?? '',
                ]),
              );
            const [answers, noise] = [given(picks), given(others)];
            const before = evaluateDomain(domain, answers, looked, order);
            const changed = Object.fromEntries(
              Object.entries(answers).map(([question, answer]) => [
                question,
                before.normalised[question] === 'NA' ? noise[question] : answer,
              ]),
            );
            const after = evaluateDomain(domain, changed, looked, order);
            expect([after.suggested, after.gap, after.determinate]).toEqual([
              before.suggested,
              before.gap,
              before.determinate,
            ]);
            expect(after.normalised).toEqual(before.normalised);
          },
        ),
        { numRuns: 300 },
      );
    });

    it(`${id}: every combination of domain judgements gives an overall or a named gap`, () => {
      const order = en.judgements.map((judgement) => judgement.id);
      fc.assert(
        fc.property(fc.array(fc.constantFrom(...order), { minLength: 1, maxLength: 7 }), (judged) => {
          const { suggested, gap } = overallOf(
            en,
            judged.map((judgement, index) => ({ id: `D${index + 1}`, judgement })),
          );
          if (en.overall.rules.length === 0) expect([suggested, gap]).toEqual([null, 'left-to-rater']);
          else expect(order).toContain(suggested);
        }),
      );
    });
  }
});

describe('overall judgements', () => {
  const overall = (tool: string, judged: readonly (string | null)[], keyDomains?: readonly string[]) => {
    const found = toolOf({ tool }, 'en');
    if (!found) throw new Error(`There is no ${tool}`);
    return overallOf(
      found,
      judged.map((judgement, index) => ({ id: `D${index + 1}`, judgement })),
      { keyDomains },
    );
  };
  const low = 'Low';

  it('of RoB 1 rest on the key domains the review names', () => {
    const key = ['D1', 'D2', 'D4', 'D5'];
    expect(overall('rob1', [low, low, low, 'High', low, 'Unclear', 'High']).suggested).toBe('High');
    expect(overall('rob1', ['Unclear', low, low, low, low, low, 'Unclear']).suggested).toBe('Unclear');
    expect(overall('rob1', [low, low, 'High', low, low, 'Unclear', low], key).suggested).toBe('Low');
    expect(overall('rob1', [low, low, 'High', 'Unclear', low, 'Unclear', low], key).suggested).toBe(
      'Unclear',
    );
    expect(overall('rob1', [low, low, null, low, low, low, low])).toMatchObject({
      suggested: null,
      gap: 'open',
    });
  });

  it('of ROBINS-I follow the worst domain, and ask again where information is missing', () => {
    const none = 'No information';
    expect(overall('robins-i', ['Moderate', 'Serious', low, low, low, low, low]).suggested).toBe('Serious');
    expect(overall('robins-i', ['Moderate', 'Critical', low, low, low, low, low]).suggested).toBe('Critical');
    expect(overall('robins-i', ['Serious', none, low, low, low, low, low])).toMatchObject({
      suggested: 'Serious',
      flags: [],
    });
    expect(overall('robins-i', ['Moderate', none, low, low, low, low, low])).toMatchObject({
      suggested: none,
      flags: ['confirm'],
    });
    expect(overall('robins-i', [low, null, low, low, low, low, low]).suggested).toBeNull();
  });
});
