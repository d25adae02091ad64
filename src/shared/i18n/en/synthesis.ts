import { counted, plural } from '../text';

const trialsOf = (count: number): string => `${count} ${plural(count, 'trial', 'trials')}`;
const rowsOf = (count: number): string => `${count} ${plural(count, 'row', 'rows')}`;

const severalIn = (count: number, trials: string): string =>
  `${trials} ${plural(count, 'gives', 'give')} several rows here:`;

/** The analysis plan filled in. */
export const synthesis = {
  measures: {
    SMD: 'Hedges’ g',
    MD: 'Mean difference',
    OR: 'Odds ratio',
    RR: 'Risk ratio',
    RD: 'Risk difference',
  },
  views: {
    label: 'What to show',
    results: 'Results',
    directions: 'Direction of effects',
    codes: 'Codes and quotes',
    report: 'Report',
  },
  directionsHint:
    'Where effects point, per trial and outcome, whatever was pooled. An arrow says nothing about the size of an effect; counting significant results is not done here.',
  codesLine: (passages: number, trials: number) =>
    `${passages} ${plural(passages, 'passage', 'passages')} of ${trialsOf(trials)}`,
  noPassages: 'No study describes this.',
  pageOf: (page: string) => `p. ${page}`,
  working: 'Working it out…',
  failed: 'The analyses could not be worked out.',
  results: 'Results',
  resultsHint: 'One line per planned outcome and time. Choose one to see what is behind it.',
  outcome: 'Outcome',
  window: 'Time',
  rowsTrials: 'Trials (rows)',
  participants: 'Participants',
  effect: 'Effect [95% CI]',
  predictionHeading: 'Prediction interval',
  predictionShort: 'PI',
  predictionNote: 'PI: prediction interval, where the effect of a new trial like these is expected.',
  nnt: 'NNT',
  direction: 'Direction',
  corrected: 'corrected',
  correctedBecause: (studies: string) => `differs in ${studies}`,
  tooFew: (trials: number, minimum: number) => `not pooled: ${trialsOf(trials)}, planned from ${minimum}`,
  notPooled: { 'no-rows': 'no results', narrative: 'told in words, as planned' },
  nntMethods: {
    'kraemer-kupfer': 'Kraemer & Kupfer',
    'furukawa-leucht': (rate: string) => `Furukawa & Leucht, ${rate} of controls with a good outcome`,
  },
  nntHarm: (value: string) => `${value} (harm)`,
  nntInterval: (best: string, worst: string) => `[${best} to ${worst}]`,
  nntThroughInfinity: (benefit: string, harm: string) => `[NNTB ${benefit} to ∞ to NNTH ${harm}]`,
  nntNote: (methods: string) =>
    `NNT: number needed to treat for one more good outcome (NNTB: benefit, NNTH: harm), ${methods}.`,
  directions: { benefit: 'benefit', harm: 'harm', mixed: 'mixed', none: 'none' },
  directionLine: (direction: string, benefit: number, harm: number) =>
    `${direction} (${benefit} + / ${harm} −)`,
  dependence: {
    independent: 'Rows of one trial as if independent',
    aggregate: 'One average per trial',
    'three-level': 'Three-level model',
    robust: 'Correlated and hierarchical effects, robust errors',
  },
  dependenceLabel: 'Several rows of one trial',
  handled: {
    independent: (count: number, trials: string) =>
      `${severalIn(count, trials)} they are pooled as if independent.`,
    aggregate: (count: number, trials: string) =>
      `${severalIn(count, trials)} each trial enters once, averaged with the assumed correlation.`,
    'three-level': (count: number, trials: string) =>
      `${severalIn(count, trials)} a three-level model takes them together.`,
    robust: (count: number, trials: string) =>
      `${severalIn(count, trials)} they are modelled as correlated, with robust errors.`,
  },
  why: {
    'shared-control': 'arms against one control group',
    'several-outcomes': 'several instruments',
    'several-times': 'several times',
  },
  sensitivity: {
    'without-high-risk': 'Without high risk of bias',
    'without-imputed': 'Without imputed numbers',
    'without-outliers': 'Without outliers',
    'common-effect': 'Common-effect model',
    independent: 'Rows as if independent',
    aggregate: 'One average per trial',
    'three-level': 'Three-level model',
    robust: 'Robust variance',
  },
  same: {
    'nothing-to-leave-out': 'nothing to leave out',
    'not-rated': 'risk of bias not rated',
    'one-row-per-trial': 'one row per trial: same',
    'as-planned': 'is the planned model',
  },
  leftOutNames: (label: string, names: string) => `${label}, left out: ${names}.`,
  outlierRules: {
    interval: 'Outliers are effects whose interval does not touch the pooled one.',
    residual: 'Outliers are effects whose studentised deleted residual is beyond ±1.96.',
  },
  tabs: {
    label: 'What is behind the result',
    forest: 'Forest plot',
    subgroups: 'Subgroups',
    moderators: 'Moderators',
    sensitivity: 'Sensitivity',
    'leave-one-out': 'Leave-one-out',
    cumulative: 'Cumulative',
    influence: 'Influence',
    'small-studies': 'Small studies',
    corrected: 'Corrected',
  },
  divideBy: 'Divide by',
  notDivided: 'Not divided',
  noSubgroups: 'The plan names no subgroups. They are planned on the protocol screen.',
  noModerators: 'The plan names no moderators. They are planned on the protocol screen.',
  noSensitivity: 'The plan names no sensitivity analyses.',
  tooFewToLeave: 'Nothing to leave out: the result rests on fewer than two trials.',
  noYears: 'The trials have no years to order them by.',
  withoutValue: (label: string, rows: number) => `${label}: ${rowsOf(rows)} without a value.`,
  moderator: {
    term: 'Term',
    intercept: 'Intercept',
    coefficient: 'Coefficient [95% CI]',
    heading: (label: string) => `Explained by ${label}`,
    omnibus: (statistic: string, p: string, r2: string | null) =>
      `Test of the moderator: ${statistic}, p ${p}${r2 === null ? '' : `; R² = ${r2}%`}.`,
    residual: (tau2: string, i2: string) => `Left over: τ² = ${tau2}, I² = ${i2}%.`,
    independent: 'Rows of one trial count as independent here.',
    few: 'Fewer than ten rows per moderator: read it as a description, not as evidence.',
  },
  influence: {
    heading: 'What each trial does to the result',
    rstudent: 'Studentised residual',
    cookD: 'Cook’s distance',
    heterogeneity: 'Adds to Q',
    influence: 'Moves the estimate',
    mark: 'Mark',
    flagged: 'stands apart',
    note: 'A residual beyond ±1.96 or a Cook’s distance above 1 is marked. Marked trials are to be looked at, not to be removed.',
    averaged: 'Trials with several rows enter as one average.',
  },
  smallStudies: {
    tooFew: (studies: number, minimum: number) =>
      `No tests: they are planned from ${counted(minimum, 'trial', 'trials')} and there ${plural(studies, 'is', 'are')} ${studies}. With so few trials they would say nothing; look at the funnel.`,
    egger: (slope: string, interval: string, p: string) =>
      `Egger’s regression: bias ${slope} ${interval}, p ${p}.`,
    begg: (tau: string, p: string, exact: boolean) =>
      `Begg’s rank correlation: τ = ${tau}, p ${p}${exact ? '' : ' (normal approximation)'}.`,
    trimAndFill: (count: number, side: 'left' | 'right', effect: string) =>
      count === 0
        ? 'Trim and fill adds no study.'
        : `Trim and fill adds ${count} ${plural(count, 'study', 'studies')} on the ${side}; with them ${effect}.`,
    limits:
      'Small trials may differ for other reasons than publication bias: other people, closer care, lower quality, chance. Standardised differences tie the effect to its standard error and make Egger’s test warn too often. Trim and fill assumes that only missing studies make a funnel lopsided; it is a what-if, not a corrected result.',
    averaged: 'Trials with several rows enter as one average.',
  },
  correction: {
    published: 'As extracted',
    corrected: 'Corrected',
    heading: 'Why the two differ',
    row: 'Row',
    change: 'Read as',
    before: 'As extracted',
    after: 'Corrected',
    reason: 'Reason',
    changes: {
      'sd-is-se': 'standard deviations that are standard errors',
      sign: 'the other direction',
      'leave-out': 'left out',
    },
    gone: 'not in the corrected sheet',
    suspects: (count: number) =>
      `${count} ${plural(count, 'row has', 'rows have')} standard deviations that look like standard errors:`,
    whatIf: 'Show with these read as standard errors',
    whatIfReason: (given: string, typical: string | null) =>
      typical === null
        ? `Standard deviations of ${given} are far too small beside their means; as standard errors they fit.`
        : `Standard deviations of ${given}, where the same instrument usually has ${typical} in the other trials; as standard errors they fit.`,
    whatIfShown: 'Shown here only: answer it under Hand over, where it can become a correction.',
    summary: (before: string, after: string, i2Before: string, i2After: string) =>
      `As extracted ${before}, I² ${i2Before}%; corrected ${after}, I² ${i2After}%.`,
  },
  figures: {
    favours: { intervention: 'intervention', control: 'control' },
    trials: 'Trials',
    rows: 'Rows',
    i2: 'I²',
    p: 'p',
    leftOut: 'Left out',
    added: 'Added, by year',
    analysis: 'Analysis',
    subgroup: 'Subgroup',
    overallRisk: 'Overall',
    notPooled: 'not pooled',
    levelNotPooled: 'Not pooled: too few trials',
    withoutValue: 'No value',
    noTestBetween: 'No test: fewer than two levels were pooled',
    betweenByF: (f: string, df: string, p: string) =>
      `Difference between subgroups: F = ${f}, df = ${df}, p ${p}`,
    leaveOneOutTitle: (of: string) => `Leave-one-out: ${of}`,
    cumulativeTitle: (of: string) => `Cumulative: ${of}`,
    sensitivityTitle: (of: string) => `Sensitivity analyses: ${of}`,
    subgroupsTitle: (of: string) => `Subgroups: ${of}`,
    baujatTitle: (of: string) => `Baujat plot: ${of}`,
    bubbleTitle: (of: string, moderator: string) => `${of}: explained by ${moderator}`,
    directionTitle: 'Direction of effects',
    participants: 'n',
    risk: 'Bias',
    countLine: (benefit: number, harm: number, mixed: number) => `${benefit} ▲  ${harm} ▼  ${mixed} ◆`,
    counts: 'Trials',
    signTest: 'Sign test, p',
    directionLegend: {
      benefit: 'Favours the intervention (at least 70% of the results of the trial)',
      harm: 'Favours the control (at least 70%)',
      mixed: 'Results differ or show no direction',
    },
    sizeLegend:
      'Small, medium, large: under 50, 50 to 300, over 300 participants. The number beside it counts results.',
    describeDirection: (trials: number, outcomes: number) =>
      `Effect direction plot of ${trialsOf(trials)} and ${outcomes} ${plural(outcomes, 'outcome', 'outcomes')}.`,
    describeDirectionColumn: (label: string, benefit: number, harm: number, mixed: number, p: string) =>
      `${label}: ${trialsOf(benefit)} in favour of the intervention, ${harm} of the control, ${mixed} mixed${p === '' ? '' : `, sign test p ${p}`}.`,
    describeDirectionCell: (study: string, outcome: string, direction: string, results: number) =>
      `${study}, ${outcome}: ${direction}, ${results} ${plural(results, 'result', 'results')}`,
    funnelTitle: (of: string) => `Funnel plot: ${of}`,
  },
  rowDialog: {
    toExtraction: 'Go to extraction',
    compared: (intervention: string, control: string) => `${intervention} against ${control}`,
    number: 'Number',
    value: 'Value',
    page: 'Page',
    quote: 'Quote',
    effect: 'Effect, as analysed',
  },
  departures: {
    title: 'Departures from the plan',
    count: (count: number) => `${count} ${plural(count, 'departure', 'departures')} from the plan`,
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
    notPoolable: (count: number, names: string) =>
      `${count} eligible ${plural(count, 'study is', 'studies are')} not pooled and ${plural(count, 'is', 'are')} described in words: ${names}.`,
    notPoolableReasons: {
      'no-usable-data': 'no usable data',
      'not-as-needed': 'data not reported as needed',
      'no-answer': 'authors did not answer',
      'no-comparison': 'no comparison the plan pools',
      other: 'another reason',
    },
    corrected: (rows: number) => `${rows} ${plural(rows, 'row is', 'rows are')} also shown corrected.`,
  },
};
