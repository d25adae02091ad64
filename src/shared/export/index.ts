export { checkedRowsOfSheet } from './checked-rows-of-sheet';
export { csvCell, csvText } from './delimited-text';
export { emptySheet } from './empty-sheet';
export { metaforScript } from './metafor-script';
export { metapsyCsv } from './metapsy-csv';
export {
  PoolingSheet,
  poolingSheetFormat,
  poolingSheetJsonSchema,
  PoolingSheetRow,
  SheetCoding,
  SheetCorrection,
  SheetPlan,
  poolingSheetVersion,
  trialsIn,
} from './pooling-sheet';
export { poolRows, poolSheet, type PooledGroup, type PoolingMethodName } from './pool-sheet';
export { recordSelections, recordsOfReview, type RecordSelection } from './records-of-review';
export { rowsOfStudy, type StudyForSheet } from './rows-of-study';
export { sheetOfReview } from './sheet-of-review';
export { sheetOfTable } from './sheet-of-table';
