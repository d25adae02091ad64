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
  numberAsPrinted,
  type ExtractionShapeId,
  type PrintedNumber,
  type ResultEffect,
} from './effect-of-result';
export * from './events';
