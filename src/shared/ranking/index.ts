export { contributionsOf, type Contribution } from './explain';
export {
  rankedText,
  readLabelledSet,
  textsOf,
  type LabelledSet,
  type LabelledSetError,
} from './labelled-set';
export { LinearSvm, scoreOf, type LinearModel } from './linear-svm';
export { meanMetrics, orderMetrics, type OrderMetrics } from './metrics';
export { mixedOrder } from './mixed-order';
export { curvesCsv, foundPerBin, stepsOf, type ReadingStep } from './reading-curve';
export { readingOrder, type OrderBasis, type ReadingOrder } from './reading-order';
export { canLearn, fitModel, rankedRows, rankingSettings, refit, scoresOf, type Labels } from './ranker';
export { secondLooks, type SecondLook } from './second-look';
export { drawPriors, simulateScreening, type SimulatedRun } from './simulate';
export { startingScores } from './start';
export { stoppingAdvice, stoppingP, type StoppingAdvice, type StoppingTarget } from './stopping';
export { buildTextIndex, type TextIndex } from './text-index';
export { wordsOf } from './tokens';
