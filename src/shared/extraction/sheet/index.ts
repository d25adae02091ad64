export { directionOfInstrument } from './instrument-direction';
export { isSheetHeader, numberIn, readSheet, type Sheet, type SheetError, type SheetRow } from './read-sheet';
export { sheetResults, type SheetResult } from './sheet-results';
export { sheetToStudies, studyIdOfSheet, type SheetStudy } from './sheet-to-studies';
