import { counted, plural } from '../text';

/** Methods, results and tables as proposed for a paper. */
export const report = {
  title: 'Report',
  hint: 'Proposed from the plan and the numbers as they stand. Press a sentence to see the analysis it comes from. Save it and edit it: it is a draft, not a paper.',
  methods: 'Methods of the analysis',
  results: 'Results of the analysis',
  copy: 'Copy',
  copied: 'Copied',
  save: 'Save as',
  saveAll: (kind: string) => `Save report as ${kind}`,
  tables: 'Tables',
  saveTable: (table: string, kind: string) => `Save “${table}” as ${kind}`,
  program: (version: string) => `Concord ${version}`,
  measure: (measure: string, formula: string | null, ratio: boolean) =>
    `Effects are given as ${measure.charAt(0).toLocaleLowerCase('en')}${measure.slice(1)}${formula === null ? '' : ` (variance: ${formula})`}${ratio ? ', pooled as logarithms' : ''}.`,
  estimators: {
    DL: 'of DerSimonian and Laird',
    REML: 'of restricted maximum likelihood (REML)',
    ML: 'of maximum likelihood',
    PM: 'of Paule and Mandel',
    SJ: 'of Sidik and Jonkman',
    EB: 'of empirical Bayes',
    HS: 'of Hunter and Schmidt',
    HE: 'of Hedges',
  },
  tests: {
    z: 'by the normal distribution',
    hk: 'by Hartung and Knapp',
    hkTruncated: 'by Hartung and Knapp, never narrower than the normal ones',
  },
  commonEffect: 'They were pooled with a common-effect model (inverse variance).',
  randomEffects: (estimator: string, test: string) =>
    `They were pooled with a random-effects model with the estimator ${estimator} for the between-study variance and 95% confidence intervals ${test}.`,
  heterogeneity: (prediction: boolean) =>
    `Heterogeneity is described by I² (from Q) and τ²${prediction ? ', with 95% prediction intervals' : ''}.`,
  minimum: (trials: number) => `Results of fewer than ${counted(trials, 'trial', 'trials')} were not pooled.`,
  dependence: {
    independent: (_correlation: string) =>
      'Several effects of one trial were pooled as if they were independent.',
    aggregate: (correlation: string) =>
      `Several effects of one trial were averaged, assuming a correlation of ${correlation}.`,
    'three-level': (_correlation: string) => 'Several effects of one trial were modelled with three levels.',
    robust: (correlation: string) =>
      `Several effects of one trial were modelled as correlated (${correlation}) and hierarchical, with cluster-robust errors.`,
  },
  sharedControls: 'A control group compared with several arms was divided among them.',
  subgroups: (names: string, common: boolean) =>
    `Subgroups were planned by ${names}, ${common ? 'with one between-study variance for all' : 'each with its own between-study variance'}.`,
  moderators: (names: string) => `Meta-regressions were planned on ${names}.`,
  sensitivity: (names: string) => `Sensitivity analyses were planned: ${names}.`,
  smallStudies: (minimum: number) =>
    `Small-study effects were examined with Egger’s regression, Begg’s rank correlation and trim and fill where there ${plural(minimum, 'was', 'were')} at least ${counted(minimum, 'trial', 'trials')}.`,
  nnt: (method: string) => `Numbers needed to treat (NNT) were computed by the method of ${method}.`,
  software: (program: string) => `The analyses were made with ${program}.`,
  departure: (sentence: string) => `Departure from the plan: ${sentence}`,
  basedOn: (trials: number, rows: number, participants: string) =>
    `${trials} ${plural(trials, 'trial', 'trials')}${rows === trials ? '' : `, ${counted(rows, 'result', 'results')}`}${participants === '–' ? '' : `, ${counted(participants, 'participant', 'participants')}`}`,
  nothing: (title: string) => `${title}: no trial reported results.`,
  pooled: (title: string, based: string, numbers: string) => `${title} (${based}): ${numbers}.`,
  notPooled: (title: string, why: string, based: string, benefit: number, harm: number) =>
    `${title} (${based}): ${why}; ${benefit} ${plural(benefit, 'result favours', 'results favour')} the intervention, ${harm} the control.`,
  predicted: (interval: string) => `prediction interval ${interval}`,
  corrected: (studies: string, effect: string, i2: string) =>
    `With the numbers of ${studies} corrected it is ${effect}, I² = ${i2}%.`,
  resultsCaption: (review: string) => `Results of ${review}`,
  resultsNote:
    'Effects with 95% confidence intervals. Rows: results where a trial gives more than one. ≥: some trials do not say how many took part.',
  correctionNote: (study: string, instrument: string, change: string, reason: string) =>
    `Corrected: ${study} (${instrument}), read as ${change}. ${reason}`,
  measureHeading: 'Measure',
  betweenHeading: 'p between',
  designHeading: 'Design',
  codeHeading: 'Code',
  signs: { benefit: '▲', harm: '▼', mixed: '◆', none: '○' },
  directionsNote:
    'Direction of the results of a trial (results in favour / all results). At least 70% must agree; results are not counted by significance. Sign test of trials in favour against trials not in favour.',
  tableNames: {
    results: 'Results',
    directions: 'Direction of effects',
    subgroups: 'Subgroups',
    codes: 'Quotes',
  },
};
