export { answerAgreementCases, type AgreementAnswer } from './cases';
export {
  tableOfRatings,
  twoRaterAgreement,
  type NoValue,
  type Statistic,
  type TwoRaterAgreement,
} from './two-raters';
