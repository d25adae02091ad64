import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RatingTool, type ToolCondition, type ToolDomain } from '@shared/protocol';
import { assess, evaluateDomain, isRuled, reviewTool, toolOf, withRules } from '@shared/risk-of-bias';

const signs = ['low', 'some', 'high', 'critical', 'no-information'] as const;

/** Any tool a team could make in the window. */
const anyTool: fc.Arbitrary<RatingTool> = fc
  .record({
    judgements: fc.integer({ min: 1, max: 5 }),
    standsFor: fc.array(fc.nat(4), { minLength: 1, maxLength: 5 }),
    domains: fc.array(
      fc.record({
        ruled: fc.boolean(),
        conditions: fc.array(fc.option(fc.tuple(fc.nat(4), fc.nat(4)), { nil: null }), { maxLength: 5 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
    summed: fc.boolean(),
  })
  .map(({ judgements, standsFor, domains, summed }) => {
    const answers = standsFor.map((judgement, at) => ({
      code: `a${at + 1}`,
      label: `Answer ${at + 1}`,
      judgement: `j${(judgement % judgements) + 1}`,
    }));
    const ruled = new Set<string>();
    const tool: RatingTool = {
      id: 'own-1',
      name: 'Ours',
      answers,
      judgements: Array.from({ length: judgements }, (_, at) => ({
        id: `j${at + 1}`,
        label: `Judgement ${at + 1}`,
        sign: signs[at] ?? 'critical',
      })),
      domains: domains.map((domain, d): ToolDomain => {
        if (domain.ruled) ruled.add(`D${d + 1}`);
        return {
          id: `D${d + 1}`,
          short: '',
          name: `Domain ${d + 1}`,
          question: '',
          questions: domain.conditions.map((condition, q) => ({
            id: `${d + 1}.${q + 1}`,
            ask: `Question ${q + 1}`,
            answers: ['a1'],
            askIf: conditionOn(condition, d, q, answers.length),
          })),
          parts: [],
        };
      }),
      overall: { rules: [], keyDomains: false },
      directions: false,
    };
    return withRules(tool, ({ id }) => ruled.has(id), summed);
  });

function conditionOn(
  condition: readonly [number, number] | null,
  domain: number,
  question: number,
  answers: number,
): ToolCondition | null {
  if (condition === null || question === 0) return null;
  const [earlier, answer] = condition;
  return { q: `${domain + 1}.${(earlier % question) + 1}`, in: [`a${(answer % answers) + 1}`] };
}

const anyPicks = fc.array(fc.nat(9), { minLength: 30, maxLength: 30 });
const answersFrom = (tool: RatingTool, picks: readonly number[]): { [id: string]: string } =>
  Object.fromEntries(
    tool.domains
      .flatMap(({ questions }) => questions)
      .map(({ id }, at) => [id, tool.answers[(picks[at] ?? 0) % tool.answers.length]?.code ?? '']),
  );

describe('a team’s own tool', () => {
  it('is a tool like the published ones, found by its id', () => {
    fc.assert(
      fc.property(anyTool, (tool) => {
        expect(RatingTool.parse(tool)).toEqual(tool);
        expect(toolOf({ tool: 'own-1' }, 'nl', [tool])).toBe(tool);
        expect(withRules(tool)).toEqual(tool);
        expect(reviewTool(tool)).toEqual([]);
      }),
    );
  });

  it('gives every combination of answers a judgement, or says that it is left to the coder', () => {
    fc.assert(
      fc.property(anyTool, anyPicks, (tool, picks) => {
        const order = tool.judgements.map(({ id }) => id);
        for (const domain of tool.domains) {
          const { suggested, gap, complete } = evaluateDomain(domain, answersFrom(tool, picks), [], order);
          expect(complete).toBe(true);
          if (isRuled(domain)) expect(order).toContain(suggested);
          else expect([suggested, gap]).toEqual([null, 'left-to-rater']);
        }
      }),
    );
  });

  it('proposes the worst judgement that an asked question’s answer stands for', () => {
    fc.assert(
      fc.property(anyTool, anyPicks, (tool, picks) => {
        const order = tool.judgements.map(({ id }) => id);
        for (const domain of tool.domains.filter(isRuled)) {
          const { suggested, normalised } = evaluateDomain(domain, answersFrom(tool, picks), [], order);
          const ranks = Object.values(normalised).map((code) =>
            order.indexOf(tool.answers.find((answer) => answer.code === code)?.judgement ?? order[0] ?? ''),
          );
          expect(order.indexOf(suggested ?? '')).toBe(Math.max(...ranks));
        }
      }),
    );
  });

  it('never lets an answer to a skipped question count', () => {
    fc.assert(
      fc.property(anyTool, anyPicks, anyPicks, (tool, picks, others) => {
        const [given, noise] = [answersFrom(tool, picks), answersFrom(tool, others)];
        const read = (answers: { readonly [id: string]: string }) =>
          assess(
            {
              tool: 'own-1',
              answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer }])),
              judgements: {},
            },
            tool,
          );
        const before = read(given);
        const asked = new Map(
          before.domains.flatMap(({ evaluation }) => Object.entries(evaluation.normalised)),
        );
        const after = read(
          Object.fromEntries(
            Object.entries(given).map(([id, answer]) => [
              id,
              asked.get(id) === 'NA' ? (noise[id] ?? '') : answer,
            ]),
          ),
        );
        expect(after.overall).toEqual(before.overall);
        expect(after.domains.map(({ standing }) => standing)).toEqual(
          before.domains.map(({ standing }) => standing),
        );
      }),
    );
  });

  it('is told what to look at: empty, repeated, or depending on what comes later', () => {
    const question = { ask: 'Was it?', answers: ['a1'], askIf: null };
    const tool: RatingTool = {
      id: 'own-1',
      name: 'Ours',
      answers: [{ code: 'a1', label: 'Yes' }],
      judgements: [{ id: 'j1', label: 'Low', sign: 'low' }],
      domains: [
        {
          id: 'D1',
          short: '',
          name: '',
          question: '',
          questions: [
            { id: '1.1', ...question, askIf: { q: '1.2', in: ['a1'] } },
            { id: '1.1', ...question },
          ],
          parts: [],
        },
      ],
      overall: { rules: [], keyDomains: false },
      directions: false,
    };
    expect(reviewTool(withRules(tool, () => true)).map(({ code }) => code)).toEqual([
      'empty-domain-name',
      'condition-on-later-question',
      'repeated-question',
      'answer-without-judgement',
    ]);
    expect(reviewTool({ ...tool, domains: [] }).map(({ code }) => code)).toEqual(['no-domains']);
  });
});
