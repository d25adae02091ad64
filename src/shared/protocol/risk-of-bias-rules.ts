import { z } from '../kernel/schema';
import { LocalId } from '../kernel';
import { RatingTool } from './rating-tool';

const ToolChoice = z.object({
  /** `rob2`, `rob1`, `robins-i`, `jbi`, or the id of one of the team's own tools. */
  tool: z.string().max(80),
  variant: z.string().max(80),
  effect: z.enum(['assignment', 'adhering']),
});
/** A tool in the form in which an assessment uses it. */
export type ToolChoice = z.infer<typeof ToolChoice>;

/** A design of studies with the tool it is rated with. */
export const DesignRule = z.object({
  id: LocalId,
  label: z.string().min(1).max(500),
  ...ToolChoice.shape,
});
export type DesignRule = z.infer<typeof DesignRule>;

export const deviationKinds = [
  'non-protocol-interventions',
  'implementation-failures',
  'non-adherence',
] as const;
export type DeviationKind = (typeof deviationKinds)[number];

/** How a review rates risk of bias. Everything after `effect` may be absent in older protocols. */
export const RiskOfBiasRules = z.object({
  ...ToolChoice.shape,
  /** Several tools in one review, by study design; absent or empty: the one above for every study. */
  designs: z.array(DesignRule).max(20).optional(),
  /** RoB 2, effect of adhering: the departures this review looks at. Absent: non-adherence. */
  deviations: z.array(z.enum(deviationKinds)).optional(),
  /** Whether results may be rated apart from their study. Absent: a study has one assessment. */
  unit: z.enum(['study', 'result']).optional(),
  /** This many domains with some concerns make the result high; null or absent leaves it to the coder. */
  severalAt: z.number().int().min(2).max(9).nullable().optional(),
  /** RoB 1: the domains the overall judgement is drawn from; absent: all. */
  keyDomains: z.array(LocalId).max(40).optional(),
  /** The team's own guidance, by tool and question or domain (`guidanceKey`). */
  guidance: z.record(z.string().max(200), z.string().max(5_000)).optional(),
  ownTools: z.array(RatingTool).max(20).optional(),
});
export type RiskOfBiasRules = z.infer<typeof RiskOfBiasRules>;

/** Where the team's guidance for a question or domain of a tool is kept. */
export const guidanceKey = (toolId: string, questionOrDomain: string): string =>
  `${toolId} ${questionOrDomain}`;

/** The designs a study of this review can have; one without a name where the review has one tool. */
export function designsOf(rules: RiskOfBiasRules): readonly DesignRule[] {
  const { tool, variant, effect, designs = [] } = rules;
  return designs.length > 0 ? designs : [{ id: 'any', label: '–', tool, variant, effect }];
}
