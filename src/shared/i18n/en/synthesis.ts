import { plural } from '../text';

/** The analysis plan filled in. */
export const synthesis = {
  title: 'The analysis plan, filled in',
  outcome: 'Planned outcome',
  measure: 'Measure',
  rowsTrials: 'Rows / trials',
  effect: 'Effect [95% CI]',
  nnt: 'Number needed to treat',
  direction: 'Direction',
  tooFew: (trials: number, minimum: number) =>
    `not pooled: ${trials} ${plural(trials, 'trial', 'trials')}, planned from ${minimum}`,
  notPooled: { 'no-rows': 'no results', narrative: 'told in words, as planned' },
  nntLine: (value: string, harm: boolean, method: 'kraemer-kupfer' | 'furukawa-leucht') =>
    `${value}${harm ? ' (harm)' : ''}, ${method === 'kraemer-kupfer' ? 'Kraemer & Kupfer' : 'Furukawa & Leucht'}`,
  directions: { benefit: 'benefit', harm: 'harm', mixed: 'mixed', none: 'none' },
  directionLine: (direction: string, benefit: number, harm: number) =>
    `${direction} (${benefit} + / ${harm} −)`,
  departures: {
    title: 'Departures from the plan',
    none: 'Nothing departs from the plan.',
    names: {
      method: 'Model',
      test: 'Test',
      dependence: 'Several rows of a trial',
      assumedCorrelation: 'Assumed correlation',
      minimumTrials: 'Minimum number of trials',
      sharedControls: 'Shared control groups',
    },
    changed: (name: string, planned: string, used: string) => `${name}: planned ${planned}, used ${used}.`,
    noPlan: 'The protocol states no analysis plan; the usual one stands in.',
    notInPlan: (rows: number, outcomes: string) =>
      `${rows} ${plural(rows, 'row is', 'rows are')} in no planned analysis: ${outcomes}.`,
    noRows: (label: string, window: string) => `${label}${window === '' ? '' : `, ${window}`}: no results.`,
    fieldEmpty: (label: string, field: string) => `${label}: no study has a value for “${field}”.`,
    withoutMeasure: (label: string, rows: number, measure: string) =>
      `${label}: ${rows} ${plural(rows, 'row does', 'rows do')} not give ${measure}.`,
    corrected: (rows: number) => `${rows} ${plural(rows, 'row is', 'rows are')} also shown corrected.`,
  },
};
