export * from './agreement-csv';
export { checkedRowsOfSheet } from './checked-rows-of-sheet';
export { alarmsOfCoder, isOutstanding, type ReviewAlarm } from './alarms-of-review';
export { csvCell, csvText } from './delimited-text';
export { emptySheet } from './empty-sheet';
export { conflictsCsv } from './conflicts-csv';
export { excludedReportsCsv } from './excluded-reports';
export { frozenSheet } from './frozen-sheet';
export {
  incomingBundle,
  incomingTable,
  isBundle,
  type IncomingSheet,
  type IncomingSheetError,
  type SheetChoices,
} from './incoming-sheet';
export { metaforScript } from './metafor-script';
export { metapsyCsv } from './metapsy-csv';
export {
  PoolingSheet,
  poolingSheetFormat,
  poolingSheetJsonSchema,
  PoolingSheetRow,
  SheetAlarm,
  SheetCoding,
  SheetCorrection,
  SheetPlan,
  SheetProvenance,
  poolingSheetVersion,
  trialsIn,
} from './pooling-sheet';
export { poolRows, poolSheet, type PooledGroup, type PoolingMethodName } from './pool-sheet';
export { recordSelections, recordsOfReview, type RecordSelection } from './records-of-review';
export { requestListCsv, requestListRis } from './request-list';
export { rowsOfStudy, type StudyForSheet } from './rows-of-study';
export { checkedSheet, sheetOfReview } from './sheet-of-review';
export { studiesOfSheet } from './studies-of-sheet';
export { sheetOfTable } from './sheet-of-table';
