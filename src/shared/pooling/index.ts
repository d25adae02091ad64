export {
  aggregate,
  aggregateThenPool,
  type AggregateOptions,
  type AggregateResult,
  type Composite,
} from './aggregate';
export { baujat, type BaujatResult, type BaujatRow } from './baujat';
export { beggTest, type BeggResult } from './begg';
export { answerPoolingCases, type CaseAnswer, type CasesError } from './cases';
export {
  correlatedEffects,
  type CorrelatedEffectsOptions,
  type CorrelatedEffectsResult,
} from './correlated-effects';
export {
  eggerPredictors,
  eggerTest,
  type EggerOptions,
  type EggerPredictor,
  type EggerResult,
} from './egger';
export { poolErrorText } from './error-text';
export type { PoolError, PoolErrorCode } from './errors';
export type { EffectBlock, Interval } from './inference';
export { influence, type InfluenceResult, type InfluenceRow } from './influence';
export { mantelHaenszel, type MantelHaenszelOptions, type MantelHaenszelResult } from './mantel-haenszel';
export {
  metaRegression,
  type Coefficient,
  type MetaRegressionOptions,
  type MetaRegressionResult,
} from './meta-regression';
export { peto, type PetoResult } from './peto';
export {
  pool,
  poolingTests,
  type NormalBlock,
  type PoolOptions,
  type PoolResult,
  type PoolingTest,
  type StudentBlock,
} from './pool';
export {
  clusterRobust,
  correlatedHierarchical,
  type ClusterRobustOptions,
  type ClusterRobustResult,
  type CorrelatedHierarchicalOptions,
  type CorrelatedHierarchicalResult,
} from './robust';
export type { Cell, PoolingRow } from './rows';
export {
  cumulative,
  leaveOneOut,
  type CumulativeOptions,
  type CumulativeResult,
  type CumulativeRow,
  type LeaveOneOutResult,
  type LeaveOneOutRow,
  type PartialPool,
  type SensitivityOptions,
} from './sensitivity';
export { poolSubgroups, type SubgroupLevel, type SubgroupOptions, type SubgroupResult } from './subgroup';
export { tableMeasures, type TableMeasure, type TableRow } from './tables';
export { poolingMethods, type PoolingMethod } from './tau2';
export { threeLevel, type ThreeLevelOptions, type ThreeLevelResult } from './three-level';
export {
  trimAndFill,
  trimAndFillEstimators,
  type TrimAndFillEstimator,
  type TrimAndFillOptions,
  type TrimAndFillResult,
} from './trim-and-fill';
