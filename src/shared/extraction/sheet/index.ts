export { directionOfInstrument } from './instrument-direction';
export { numberIn, readSheet, textIn, type Sheet, type SheetError, type SheetRow } from './read-sheet';
export { columnsOf, isSheetHeader, sheetFields, type SheetColumns, type SheetField } from './sheet-columns';
export { sheetResults, type SheetNumbers, type SheetResult } from './sheet-results';
export { inputOfSheet, sheetToStudies, studyIdOfSheet, type SheetStudy } from './sheet-to-studies';
