export { authorsOfCell } from './author-cell';
export { columnFields, type ColumnField } from './column-names';
export { mapColumns, proposeMapping, type ColumnMapping } from './columns';
export { LineCounter } from './line-counter';
export { previewRows, previewTable, type TablePreview } from './header';
export { recordOfFields, type NamedFields, type SingleField } from './named-fields';
export { readDelimited, readTableRows } from './read-delimited';
export { readRows, type Table } from './rows';
export type { BadQuote, TableRow } from './table-row';
