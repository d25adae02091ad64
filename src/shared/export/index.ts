export { csvCell, csvText } from './delimited-text';
export { metaforScript } from './metafor-script';
export { metapsyCsv } from './metapsy-csv';
export {
  PoolingSheet,
  poolingSheetFormat,
  poolingSheetJsonSchema,
  PoolingSheetRow,
  poolingSheetVersion,
  trialsIn,
} from './pooling-sheet';
export { poolRows, poolSheet, type PooledGroup, type PoolingMethodName } from './pool-sheet';
export { recordSelections, recordsOfReview, type RecordSelection } from './records-of-review';
export { sheetOfReview } from './sheet-of-review';
