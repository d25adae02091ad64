export { AssessmentContent, biasDirections, type BiasDirection } from './assessment-content';
export { assess, standingJudgements, type Assessed, type AssessedDomain, type Judged } from './assessment';
export { answerRob2Cases, type Rob2Answer } from './cases';
export {
  compareAssessments,
  lineOf,
  mergedAssessment,
  settledContent,
  type AssessmentDifference,
  type Settled,
} from './differences';
export {
  evaluateDomain,
  overallOf,
  policyOf,
  type DomainEvaluation,
  type NoProposal,
  type OverallEvaluation,
  type OverallFlag,
  type OverallPolicy,
  type RawAnswers,
} from './evaluate';
export { AssessmentReconciled, AssessmentSaved, AssessmentTarget, assessmentTarget } from './events';
export { judgementOfWord, plainJudgement } from './judgement-words';
export { domainsOf, Judgement, judgements, type EffectOfInterest, type Rob2Variant } from './rob2';
export { evaluateOverall } from './rob2-overall';
export * from './tools';
export { isRuled, isSummed, reviewTool, withRules, type ToolProblem } from './own-tool';
