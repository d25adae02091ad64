export { directionOfInstrument } from './instrument-direction';
export {
  numberIn,
  readSheet,
  sheetOfTable,
  textIn,
  type ChosenColumns,
  type Sheet,
  type SheetError,
  type SheetRow,
} from './read-sheet';
export {
  columnsOf,
  describeColumns,
  isSheetHeader,
  missingFields,
  sheetFields,
  type SheetColumns,
  type SheetField,
} from './sheet-columns';
export { lookAtSheet, type NamedInSheet, type SheetLook } from './look-at-sheet';
export { protocolOfSheet, usualMeasure } from './protocol-of-sheet';
export { sheetResults, type SheetNumbers, type SheetResult } from './sheet-results';
export {
  inputOfSheet,
  sheetToStudies,
  studyIdOfSheet,
  timeKey,
  usualPlaces,
  type SheetPlaces,
  type SheetStudy,
} from './sheet-to-studies';
export type { SheetTable } from './sheet-table';
export { looksLikeSheet, tableOfText } from './table-of-text';
