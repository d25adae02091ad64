export {
  compareExtractions,
  mergeExtractions,
  type ExtractionDifference,
  type Side,
} from './compare-extractions';
export * from './content';
export {
  effectOfResult,
  extractionShapes,
  type ExtractionShapeId,
  type ResultEffect,
} from './effect-of-result';
export * from './events';
export { numberAsPrinted, printNumber, type PrintedNumber, type PrintStyle } from './printed-number';
