export {
  compareExtractions,
  mergeExtractions,
  type ComparisonRules,
  type ExtractionDifference,
  type Side,
  type ValueChoice,
} from './compare-extractions';
export * from './content';
export { ownRoute, routeTo, type AnalysisRoute, type EffectScale } from './analysis-route';
export { type ChainStep, type ChainValue } from './effect-chain';
export { effectAsGiven, effectOfResult, type ResultEffect } from './effect-of-result';
export * from './events';
export { numberAsPrinted, printNumber, type PrintedNumber, type PrintStyle } from './printed-number';
export { entriesIn, inputOfForm, optionsOfForm, readField, type ReadField } from './form-input';
export {
  asksForSign,
  fieldsOfForm,
  resultForms,
  shapeForm,
  toolForms,
  usualSign,
  type FormField,
  type FormRow,
  type ShapeForm,
} from './shape-forms';
export {
  alignedKinds,
  proposeAlignment,
  repair,
  type AlignedKind,
  type AlignedPair,
} from './align-structure';
export { compareStructures, type StructureDifference } from './compare-structures';
export { mergeStructures, settledAlone, type StructureChoices } from './merge-structures';
export * from './structure';
export * from './structure-events';
export { weeksOfText } from './weeks-of-text';
export { codedAnswer, codedCharacteristics, typedNumber } from './coded-characteristics';
export { chooseResults, dataKindOf, type ResultChoice, type ResultUse } from './choose-results';
export { designEffectOfStudy, type StudyDesignEffect } from './design-effect';
export { withoutSharing, type SharedArmHandling, type UnsharedResult } from './shared-arms';
