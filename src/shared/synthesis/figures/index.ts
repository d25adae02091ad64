export { directionPlot } from './direction-plot';
export {
  titleOf,
  type AnalysisFigureOptions,
  type DrawnAnalysis,
  type SynthesisWords,
} from './analysis-words';
export { forestOfAnalysis } from './forest-of-analysis';
export {
  forestOfCumulative,
  forestOfLeaveOneOut,
  forestOfSensitivity,
  forestOfSubgroups,
} from './forest-of-steps';
export { funnelOfAnalysis } from './funnel-of-analysis';
export { baujatOfAnalysis, bubbleOfModerator } from './points-of-analysis';
export { betweenLine, heterogeneityLine, modelName } from './summary-of-pooled';
