export { AssessmentContent } from './assessment-content';
export {
  assess,
  compareAssessments,
  judgementOfWord,
  type Assessed,
  type AssessedDomain,
  type AssessmentDifference,
} from './assessment';
export { answerRob2Cases, type Rob2Answer } from './cases';
export {
  evaluateDomain,
  evaluateOverall,
  type DomainEvaluation,
  type OverallEvaluation,
  type OverallPolicy,
  type RawAnswers,
} from './evaluate';
export { AssessmentReconciled, AssessmentSaved, AssessmentTarget, assessmentTarget } from './events';
export {
  domainsOf,
  Judgement,
  judgements,
  rob2,
  type Domain,
  type EffectOfInterest,
  type Question,
  type Rob2Variant,
} from './tool';
