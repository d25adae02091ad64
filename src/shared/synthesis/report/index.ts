export { departureText } from './departure-text';
export { printedIn, type Printed, type ReportTexts } from './printed';
export { reportOfResults } from './report-of-results';
export { methodsSentences, resultsSentences, type Sentence } from './sentences';
export { codesTable, directionsTable, resultsTable, subgroupTable } from './tables';
