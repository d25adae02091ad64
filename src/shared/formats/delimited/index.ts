export { mapColumns, type ColumnField, type ColumnMapping } from './columns';
export { readDelimited } from './read-delimited';
export { readRows, type Table, type TableRow } from './rows';
