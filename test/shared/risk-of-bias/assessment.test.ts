import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RatingTool } from '@shared/protocol';
import {
  assess,
  compareAssessments,
  lineOf,
  mergedAssessment,
  settledContent,
  standingJudgements,
  toolOf,
  type AssessmentContent,
  type Settled,
} from '@shared/risk-of-bias';

const toolNamed = (tool: string): RatingTool => {
  const found = toolOf({ tool, variant: tool === 'jbi' ? 'rct' : 'parallel' }, 'en');
  if (!found) throw new Error(`There is no ${tool}`);
  return found;
};
const contentOf = (
  tool: string,
  answers: { readonly [id: string]: string },
  judgements: AssessmentContent['judgements'] = {},
): AssessmentContent => ({
  tool,
  answers: Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, { answer }])),
  judgements,
});
const lowRisk = {
  '1.1': 'Y',
  '1.2': 'Y',
  '1.3': 'N',
  '2.1': 'N',
  '2.2': 'N',
  '2.6': 'Y',
  '3.1': 'Y',
  '4.1': 'N',
  '4.2': 'N',
  '4.3': 'N',
  '5.1': 'Y',
  '5.2': 'N',
  '5.3': 'N',
};

describe('an assessment', () => {
  it('keeps proposal and judgement apart, and asks why they differ', () => {
    const tool = toolNamed('rob2');
    const plain = assess(contentOf('rob2', lowRisk), tool);
    expect([plain.complete, plain.overall.standing]).toEqual([true, 'Low']);
    const other = contentOf('rob2', lowRisk, { D3: { judgement: 'High' } });
    const unsaid = assess(other, tool);
    expect(unsaid.domains[2]).toMatchObject({ suggested: 'Low', judgement: 'High', needsReason: true });
    expect([unsaid.complete, unsaid.overall.suggested]).toEqual([false, 'High']);
    const said = assess(
      { ...other, judgements: { D3: { judgement: 'High', reason: 'A third left' } } },
      tool,
    );
    expect(said.complete).toBe(true);
  });

  it('says when the overall is milder than the worst domain', () => {
    const tool = toolNamed('rob2');
    const mild = contentOf(
      'rob2',
      { ...lowRisk, '1.2': 'N' },
      { overall: { judgement: 'Low', reason: 'So' } },
    );
    expect(assess(mild, tool).overall).toMatchObject({
      suggested: 'High',
      standing: 'Low',
      belowWorst: true,
    });
  });

  it('counts several domains with some concerns as the review decided', () => {
    const tool = toolNamed('rob2');
    const concerns = contentOf('rob2', {
      ...lowRisk,
      '1.1': 'N',
      '5.1': 'N',
      '4.3': 'Y',
      '4.4': 'Y',
      '4.5': 'N',
    });
    expect(assess(concerns, tool).overall).toMatchObject({ suggested: 'Some concerns', considerHigh: true });
    expect(assess(concerns, tool, { autoHighAt: 3 }).overall.suggested).toBe('High');
    expect(assess(concerns, tool, { autoHighAt: 4 }).overall.suggested).toBe('Some concerns');
  });

  it('by RoB 1 needs a reason or a quote for every judgement', () => {
    const tool = toolNamed('rob1');
    const bare = Object.fromEntries(tool.domains.map(({ id }) => [id, { judgement: 'Low' }]));
    expect(assess(contentOf('rob1', {}, bare), tool).complete).toBe(false);
    const quoted = Object.fromEntries(
      tool.domains.map(({ id }) => [id, { judgement: 'Low', quote: 'As planned', page: '3' }]),
    );
    const assessed = assess(contentOf('rob1', {}, quoted), tool);
    expect([assessed.complete, assessed.overall.standing]).toEqual([true, 'Low']);
  });

  it('by a checklist is a decision with a reason', () => {
    const tool = toolNamed('jbi');
    const answers = Object.fromEntries(tool.domains.map((_, index) => [String(index + 1), 'Y']));
    const open = assess(contentOf('jbi', { ...answers, '3': 'NAP' }), tool);
    expect([open.complete, open.overall.gap]).toEqual([false, 'left-to-rater']);
    const decided = contentOf('jbi', answers, { overall: { judgement: 'Include', reason: 'Sound' } });
    expect(assess(decided, tool).complete).toBe(true);
  });

  it('with a judgement its tool does not have counts as without one', () => {
    const assessed = assess(contentOf('rob2', lowRisk, { D1: { judgement: 'Splendid' } }), toolNamed('rob2'));
    expect(assessed.domains[0]).toMatchObject({ judgement: null, standing: 'Low' });
  });
});

describe('settling two assessments', () => {
  const tool = toolNamed('rob2');
  const anyAnswers = fc.record(
    Object.fromEntries(
      tool.domains.flatMap(({ questions }) =>
        questions.map(({ id }) => [id, fc.constantFrom('Y', 'PY', 'PN', 'N', 'NI')]),
      ),
    ),
  );
  const anyJudgements = fc.dictionary(
    fc.constantFrom('D1', 'D3', 'overall'),
    fc.record({ judgement: fc.constantFrom('Low', 'Some concerns', 'High') }),
  );
  const anyWork = fc.tuple(anyAnswers, anyJudgements).map(([answers, judgements]) => {
    const content = contentOf('rob2', answers, judgements);
    return { content, assessed: assess(content, tool) };
  });
  const anyFinished = anyWork.filter(({ assessed }) => assessed.overall.standing !== null);

  it('asks exactly where they differ, whichever comes first', () => {
    fc.assert(
      fc.property(anyWork, anyWork, (first, second) => {
        const there = compareAssessments(first.assessed, second.assessed);
        const back = compareAssessments(second.assessed, first.assessed);
        expect(back.map(lineOf)).toEqual(there.map(lineOf));
        expect(compareAssessments(first.assessed, first.assessed)).toEqual([]);
      }),
    );
  });

  it('keeps what both said and what was chosen, whatever the answers would now propose', () => {
    fc.assert(
      fc.property(anyFinished, anyFinished, fc.infiniteStream(fc.boolean()), (first, second, coin) => {
        const differences = compareAssessments(first.assessed, second.assessed);
        const choices: { [line: string]: Settled } = {};
        for (const difference of differences)
          choices[lineOf(difference)] =
            difference.about === 'domain' && coin.next().value
              ? { other: 'Some concerns' }
              : coin.next().value
                ? 'second'
                : 'first';
        const final = standingJudgements(assess(mergedAssessment(first, second, choices, 'Settled'), tool));
        for (const id of [...tool.domains.map((domain) => domain.id), 'overall']) {
          const choice = choices[`domain ${id}`];
          const from = choice === 'second' ? second : first;
          expect(final[id]).toBe(
            typeof choice === 'object' ? choice.other : standingJudgements(from.assessed)[id],
          );
        }
      }),
    );
  });

  it('of one coder writes every judgement down', () => {
    fc.assert(
      fc.property(anyWork, (work) => {
        const { judgements } = settledContent(work, 'One coder');
        const standing = standingJudgements(work.assessed);
        for (const [id, judgement] of Object.entries(standing))
          expect(judgements[id]?.judgement).toBe(judgement);
      }),
    );
  });
});
