import type { CheckedRow } from '@shared/checks';

/** A sound result to break: 90 (SD 10, n 50) against 87 (SD 10.5, n 52) on an instrument nobody knows. */
export const checkedRow = (edit: Partial<CheckedRow> = {}): CheckedRow => ({
  number: 1,
  studyId: 'vos',
  study: 'Vos 2020',
  resultId: `row-${edit.number ?? 1}`,
  domain: 'Personal recovery',
  outcome: 'recovery',
  instrument: 'Own scale',
  time: 'post',
  weeks: 26,
  armT: 'peer support',
  armC: 'usual care',
  shape: 'means-sds',
  values: { meanT: 90, sdT: 10, nT: 50, meanC: 87, sdC: 10.5, nC: 52 },
  decimals: {},
  stated: { g: undefined, se: undefined },
  higherIsBetter: undefined,
  range: { min: undefined, max: undefined },
  randomised: { T: undefined, C: undefined },
  duration: '',
  riskOfBias: {},
  columnOf: {},
  table: undefined,
  ...edit,
});

/** The same in a table of 40 columns. */
export const tableRow = (edit: Partial<CheckedRow['table']> = {}): CheckedRow['table'] => ({
  width: 40,
  headerWidth: 40,
  outcomeType: 'msd',
  ready: { g: undefined, se: undefined },
  hasNumbers: true,
  words: [],
  ...edit,
});
