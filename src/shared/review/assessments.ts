import type { LocalId, StudyId } from '../kernel';
import { designsOf, type RatingTool, type RiskOfBiasRules } from '../protocol';
import {
  assess,
  assessmentTarget,
  policyOf,
  toolOf,
  type Assessed,
  type AssessmentContent,
  type ToolLanguage,
} from '../risk-of-bias';
import { currentProtocol, type ReviewState } from './review-state';

/** The rules in force; undefined only in a ledger that has lost its beginning. */
export const riskOfBiasRules = (state: ReviewState): RiskOfBiasRules | undefined =>
  currentProtocol(state)?.protocol.riskOfBias;

/**
 * The tool of an assessment. A team's own tool is the one of the protocol version the assessment was begun under: what
 * was rated stays readable as it was rated.
 */
export function toolOfAssessment(
  state: ReviewState,
  content: AssessmentContent,
  language: ToolLanguage,
): RatingTool | undefined {
  const begun = state.protocolVersions.find(({ eventId }) => eventId === content.protocol)?.protocol
    .riskOfBias;
  return (
    toolOf(content, language, begun?.ownTools) ?? toolOf(content, language, riskOfBiasRules(state)?.ownTools)
  );
}

/** An assessment read with its tool and the review's rules; undefined where this version does not know the tool. */
export function assessmentAsRead(
  state: ReviewState,
  content: AssessmentContent,
  language: ToolLanguage,
): Assessed | undefined {
  const tool = toolOfAssessment(state, content, language);
  const rules = riskOfBiasRules(state);
  return tool && assess(content, tool, rules && policyOf(rules));
}

/** An empty assessment for a study of a design; the protocol's first design where none is given. */
export function newAssessment(state: ReviewState, designId?: string): AssessmentContent | undefined {
  const version = currentProtocol(state);
  if (!version) return undefined;
  const rules = version.protocol.riskOfBias;
  const designs = designsOf(rules);
  const design = designs.find(({ id }) => id === designId) ?? designs[0];
  if (!design) return undefined;
  const { tool, variant, effect } = design;
  return {
    tool,
    variant,
    effect,
    ...(rules.designs && rules.designs.length > 0 ? { design: design.id } : {}),
    protocol: version.eventId,
    ...(tool === 'rob2' && effect === 'adhering'
      ? { deviations: rules.deviations ?? ['non-adherence'] }
      : {}),
    answers: {},
    judgements: {},
  };
}

/** The final assessment that holds for a result: its own, that of its outcome and window, of its outcome, or of its study. */
export function finalAssessmentFor(
  state: ReviewState,
  studyId: StudyId,
  result?: {
    readonly resultId: string;
    readonly domainId: string | null;
    readonly windowId: string | null;
  },
): AssessmentContent | undefined {
  const targets = result
    ? [
        result.resultId,
        outcomeTarget(result.domainId, result.windowId),
        outcomeTarget(result.domainId, null),
        null,
      ]
    : [null];
  for (const resultId of targets) {
    const final = state.finalAssessments.get(assessmentTarget({ studyId, resultId }));
    if (final) return final.body.content;
  }
  return undefined;
}

/** The target of an assessment that holds for every result of an outcome, or of an outcome in one window. */
export const outcomeTarget = (domainId: LocalId | null, windowId: LocalId | null): LocalId =>
  `outcome.${domainId ?? ''}${windowId === null ? '' : `.${windowId}`}`;
