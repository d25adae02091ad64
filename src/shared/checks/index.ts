export { usualOptions, type Alarm, type Check, type CheckOptions, type Severity } from './alarm';
export { alarmKey, basisOfResult } from './basis';
export { checkTable, findingOf, type SheetFinding } from './check-table';
export { instrumentKey, resultKey, type CheckedRow } from './checked-row';
export { AlarmCleared, CorrectionChange, correctionChanges, ResultCorrected } from './events';
export { tableChecks } from './misplaced-columns';
export { rowsOfExtractions, type ExtractedStudy } from './rows-of-extraction';
export { checks, runChecks, sourceOfCheck } from './run-checks';
