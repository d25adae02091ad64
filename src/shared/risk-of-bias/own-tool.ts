import type { RatingTool, ToolDomain } from '../protocol';

/**
 * A team's own tool. Its one kind of rule: every answer stands for a judgement, and the worst answer of a domain is the
 * domain's judgement; likewise the worst domain is the overall. Either can be left to the coder.
 */

/** Whether the tool proposes a domain's judgement from its answers. */
export const isRuled = (domain: ToolDomain): boolean => domain.parts.length > 0;

/** Whether the tool proposes the overall judgement from the domains'. */
export const isSummed = (tool: RatingTool): boolean => tool.overall.rules.length > 0;

/** Rules anew after the tool was edited; `ruled` and `summed` say where there are any. */
export function withRules(
  tool: RatingTool,
  ruled: (domain: ToolDomain) => boolean = isRuled,
  summed: boolean = isSummed(tool),
): RatingTool {
  const codes = tool.answers.map(({ code }) => code);
  const known = new Set(tool.judgements.map(({ id }) => id));
  const best = tool.judgements[0]?.id ?? '';
  const domains = tool.domains.map((domain): ToolDomain => {
    const questions = domain.questions.map((question) => ({ ...question, answers: codes.slice() }));
    return {
      ...domain,
      questions,
      parts: ruled(domain)
        ? questions.map(({ id }) => ({
            id,
            rules: [
              ...tool.answers.flatMap(({ code, judgement }) =>
                judgement !== undefined && known.has(judgement)
                  ? [{ id: `${id}-${code}`, when: { q: id, in: [code] }, then: judgement }]
                  : [],
              ),
              // A question that was not asked speaks for nothing worse.
              { id: `${id}-skipped`, when: { q: id, in: ['NA'] }, then: best },
            ],
          }))
        : [],
    };
  });
  return {
    ...tool,
    domains,
    overall: {
      ...tool.overall,
      rules: summed ? [...tool.judgements].reverse().map(({ id }) => ({ any: id, then: id })) : [],
    },
  };
}

export type ToolProblem = {
  readonly code:
    | 'no-domains'
    | 'empty-domain-name'
    | 'repeated-question'
    | 'condition-on-later-question'
    | 'answer-without-judgement';
  /** The domain, question or answer concerned. */
  readonly subject: string;
};

/** What to look at before the tool is used; none of it stops anybody. */
export function reviewTool(tool: RatingTool): ToolProblem[] {
  const problems: ToolProblem[] = [];
  if (tool.domains.length === 0) problems.push({ code: 'no-domains', subject: tool.name });
  const seen = new Set<string>();
  for (const domain of tool.domains) {
    if (domain.name.trim() === '') problems.push({ code: 'empty-domain-name', subject: domain.id });
    const before = new Set<string>();
    for (const { id, ask, askIf } of domain.questions) {
      if (seen.has(id)) problems.push({ code: 'repeated-question', subject: ask });
      seen.add(id);
      if (askIf && 'q' in askIf && !before.has(askIf.q))
        problems.push({ code: 'condition-on-later-question', subject: ask });
      before.add(id);
    }
  }
  if (tool.domains.some(isRuled)) {
    const known = new Set(tool.judgements.map(({ id }) => id));
    for (const { label, judgement } of tool.answers)
      if (judgement === undefined || !known.has(judgement))
        problems.push({ code: 'answer-without-judgement', subject: label });
  }
  return problems;
}
