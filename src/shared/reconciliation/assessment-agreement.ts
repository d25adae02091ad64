import type { RatingTool } from '../protocol';
import type { Assessed } from '../risk-of-bias';
import { tableOfRatings, twoRaterAgreement, type Statistic } from './agreement';

/** How far two coders agree on one question or judgement, over the assessments both finished. */
export type RatingAgreement = {
  /** Question or domain id, or `overall`. */
  readonly id: string;
  readonly about: 'question' | 'domain';
  readonly name: string;
  /** Assessments both rated; a question that neither was asked does not count. */
  readonly n: number;
  readonly differing: number;
  readonly percentAgreement: number | null;
  readonly kappa: Statistic;
  /** Weighted with linear weights, over the pairs in which both ratings stand on the scale. Absent: there is no scale. */
  readonly kappaWeighted?: Statistic;
  readonly gwetAc1: Statistic;
};

export type ToolAgreement = {
  readonly tool: RatingTool;
  readonly pairs: number;
  readonly domains: readonly RatingAgreement[];
  readonly questions: readonly RatingAgreement[];
};

export type AssessmentPair = { readonly first: Assessed; readonly second: Assessed };

/** Yes to no, where an answer has a place between them. */
const answerScale = ['Y', 'PY', 'PN', 'N'];
const onScale = new Set(['low', 'some', 'high', 'critical']);

/** Agreement per domain and per question, tool by tool; assessments with different tools are not compared. */
export function assessmentAgreement(pairs: readonly AssessmentPair[]): ToolAgreement[] {
  const byTool = new Map<string, AssessmentPair[]>();
  for (const pair of pairs) {
    const { id } = pair.first.tool;
    if (pair.second.tool.id === id) byTool.set(id, [...(byTool.get(id) ?? []), pair]);
  }
  return [...byTool.values()].flatMap((members): ToolAgreement[] => {
    const tool = members[0]?.first.tool;
    return tool === undefined ? [] : [{ tool, pairs: members.length, ...ofTool(tool, members) }];
  });
}

function ofTool(
  tool: RatingTool,
  pairs: readonly AssessmentPair[],
): Pick<ToolAgreement, 'domains' | 'questions'> {
  const judgementOf = ({ domains, overall }: Assessed, id: string): string | null =>
    id === 'overall' ? overall.standing : (domains.find(({ domain }) => domain.id === id)?.standing ?? null);
  const answerOf = ({ domains }: Assessed, id: string): string | null => {
    for (const { evaluation } of domains)
      if (id in evaluation.normalised) return evaluation.normalised[id] ?? null;
    return null;
  };
  const scaleOf = (judgements: RatingTool['judgements']): string[] =>
    judgements.filter(({ sign }) => onScale.has(sign)).map(({ id }) => id);
  const ratings = (
    about: RatingAgreement['about'],
    id: string,
    name: string,
    categories: readonly string[],
    scale: readonly string[],
  ): RatingAgreement => {
    const both = pairs
      .map(({ first, second }): readonly [string | null, string | null] =>
        about === 'domain'
          ? [judgementOf(first, id), judgementOf(second, id)]
          : [answerOf(first, id), answerOf(second, id)],
      )
      .filter(([a, b]) => a !== null && b !== null && !(a === 'NA' && b === 'NA'));
    return { about, id, name, ...agreementOf(both, categories, scale) };
  };
  const judged = tool.judgements.map(({ id }) => id);
  const overall = tool.overall.judgements ?? tool.judgements;
  return {
    domains: [
      ...(tool.byAnswer ? [] : tool.domains).map(({ id, name }) =>
        ratings('domain', id, name, judged, scaleOf(tool.judgements)),
      ),
      ratings(
        'domain',
        'overall',
        '',
        overall.map(({ id }) => id),
        scaleOf(overall),
      ),
    ],
    questions: tool.domains.flatMap(({ questions }) =>
      questions.map(({ id, ask, answers }) =>
        ratings(
          'question',
          id,
          ask,
          [...new Set([...answers, 'NA'])],
          answerScale.filter((code) => answers.includes(code)),
        ),
      ),
    ),
  };
}

function agreementOf(
  both: readonly (readonly [string | null, string | null])[],
  categories: readonly string[],
  scale: readonly string[],
): Omit<RatingAgreement, 'id' | 'about' | 'name'> {
  const agreed = (over: readonly string[], ordered: boolean) =>
    twoRaterAgreement(
      tableOfRatings(
        over,
        both.map(([a]) => a),
        both.map(([, b]) => b),
      ).table,
      ordered,
    );
  const plain = agreed(categories, false);
  const weighted = scale.length > 2 ? agreed(scale, true).kappaLinear : undefined;
  return {
    n: plain.n,
    differing: both.filter(([a, b]) => a !== b).length,
    percentAgreement: plain.percentAgreement,
    kappa: plain.kappa,
    ...(weighted ? { kappaWeighted: weighted } : {}),
    gwetAc1: plain.gwetAc1,
  };
}
