export { answerAgreementCases, type AgreementAnswer } from './cases';
export { intraclassCorrelation, type IntraclassCorrelation } from './intraclass';
export { pairedValues, type PairedValues } from './paired-values';
export type { ItemCounts } from './per-item';
export { severalRaterAgreement, type SeveralRaterAgreement } from './several-raters';
export type { NoValue, Statistic } from './statistic';
export { countsOfRatings, tableOfRatings } from './table-of-ratings';
export { twoRaterAgreement, type TwoRaterAgreement } from './two-raters';
