export { recallCurve, type RecallCurveData, type RecallCurveTexts } from './recall-curve';
