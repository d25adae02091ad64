export {
  analysedRows,
  fieldOf,
  participantsOf,
  rowKey,
  yearOf,
  type AnalysedRow,
  type Dependence,
  type Participants,
} from './analysed-rows';
export {
  applyCorrections,
  suspectedStandardErrors,
  withSuspectedCorrected,
  type CorrectedRow,
  type SuspectedRow,
} from './corrections';
export { detailOf, detailsOf, type Details } from './detail';
export {
  directionOf,
  directionTable,
  signTest,
  type Direction,
  type DirectionCell,
  type DirectionColumn,
  type DirectionRow,
  type DirectionTable,
} from './direction';
export { fillPlan, planOfSheet } from './fill-plan';
export { effectWithMeasure, type MeasureName } from './measure-of-row';
export { nntOf, type Nnt } from './nnt';
export { pooledBy, type Model, type Pooled, type TestName } from './pooled';
export type {
  Analysis,
  AnalysisDetail,
  Choices,
  CodedPassages,
  Departure,
  InfluencePoint,
  NotPooled,
  Results,
} from './results';
export type { SensitivityAnalysis, SmallStudyAnalysis, Step } from './sensitivity';
export { levelOf, type Level, type ModeratorAnalysis, type SubgroupAnalysis } from './subgroups';
