export { usualOptions, type Alarm, type Check, type CheckOptions, type Severity } from './alarm';
export { checkTable, findingOf, type SheetFinding } from './check-table';
export { instrumentKey, type CheckedRow } from './checked-row';
export { rowsOfExtractions, type ExtractedStudy } from './rows-of-extraction';
export { checks, runChecks, sourceOfCheck } from './run-checks';
