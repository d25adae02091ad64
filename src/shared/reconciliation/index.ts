export * from './agreement';
export { dualState, type CoderWork, type DualState, type FinalWork } from './dual-work';
export {
  assessmentAgreement,
  type AssessmentPair,
  type RatingAgreement,
  type ToolAgreement,
} from './assessment-agreement';
