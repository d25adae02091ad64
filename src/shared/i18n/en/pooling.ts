import { counted, plural } from '../text';

/** Meta-analysis: why there is no result, and the words in figures. */
export const pooling = {
  errors: {
    'no-studies': 'No row has both an effect and a variance, so there is nothing to pool.',
    'variance-not-positive': (study: string) =>
      `${study} has a variance of zero or below. Check its standard error or sample size.`,
    'number-out-of-range': (study: string) =>
      `${study} has an effect or variance too large or too small to calculate with. Check its numbers.`,
    'variances-too-unequal':
      'The largest variance is so many times the smallest that these studies cannot be analysed together. Check their numbers.',
    'level-out-of-range': 'The confidence level must lie between 0 and 1, for example 0.95.',
    'rho-out-of-range': 'The assumed correlation must lie between 0 and 1.',
    'too-few-studies': (needed: string, found: string) =>
      `This analysis needs at least ${counted(needed, 'effect', 'effects')}; there ${plural(found, 'is', 'are')} ${found}.`,
    'too-few-clusters': (needed: string, found: string) =>
      `This analysis needs effects from at least ${counted(needed, 'trial', 'trials')}; there ${plural(found, 'is', 'are')} ${found}.`,
    'field-missing': (field: string) => `No row has a value for “${field}”.`,
    'moderators-collinear': (term: string) =>
      `“${term}” is already determined by the other moderators. Leave one of them out.`,
    'predictor-constant': 'All studies are of the same size, so size cannot explain their effects.',
    'effects-equal': 'All effects are the same, so nothing can be said about how they go with study size.',
    'size-not-positive': (study: string) => `${study} has no participants, so its size cannot be used.`,
    'events-negative': (study: string) => `${study} has a negative number of events.`,
    'events-exceed-n': (study: string) => `${study} has more events than participants.`,
    'no-events': 'There are too few events in the two arms together for this measure to be defined.',
    'covariance-not-positive': 'The assumed correlations and variances contradict each other.',
    'not-supported': 'This kind of analysis is not known.',
    'options-invalid': 'The options do not fit this kind of analysis.',
    'dataset-unknown': 'The named data set is not in the file.',
    'not-a-cases-file': (where: string) => `This is not a file of pooling cases (see “${where}”).`,
    'a-study': 'A study',
  },

  figures: {
    study: 'Study',
    weight: 'Weight',
    intervention: 'Intervention',
    comparator: 'Comparator',
    events: 'Events',
    total: 'Total',
    mean: 'Mean',
    sd: 'SD',
    n: 'n',
    effectHeading: (measure: string, level: string) => `${measure} [${level}% CI]`,
    commonEffect: 'Common effect',
    randomEffects: (method: string) => `Random effects (${method})`,
    randomEffectsHartungKnapp: (method: string) => `Random effects (${method}, Hartung-Knapp)`,
    subtotal: (group: string) => `Subtotal: ${group}`,
    prediction: (level: string) => `${level}% prediction interval`,
    predictionNormal: 'normal',
    predictionT: (df: string) => `t, ${df} df`,
    heterogeneity: (tau2: string, i2: string, q: string, df: string, p: string) =>
      `Heterogeneity: τ² = ${tau2}, I² = ${i2}%, Q = ${q}, df = ${df}, p ${p}`,
    heterogeneityCommon: (i2: string, q: string, df: string, p: string) =>
      `Heterogeneity: I² = ${i2}%, Q = ${q}, df = ${df}, p ${p}`,
    oneStudy: 'Heterogeneity: not applicable to one study',
    betweenGroups: (q: string, df: string, p: string) =>
      `Difference between subgroups: Q = ${q}, df = ${df}, p ${p}`,
    favours: (arm: string) => `Favours ${arm}`,
    notEstimable: 'not estimable',
    riskOfBias: 'Risk of bias',
    judgements: {
      low: 'Low',
      some: 'Some concerns',
      high: 'High',
      critical: 'Critical',
      'no-information': 'No information',
      'not-applicable': 'Not applicable',
    },
    describeForest: (title: string, studies: number, measure: string) =>
      `${title}. Forest plot of ${studies} ${plural(studies, 'effect', 'effects')}, ${measure}.`,
    describeSummary: (label: string, estimate: string, low: string, high: string) =>
      `${label}: ${estimate}, interval from ${low} to ${high}.`,
    describePrediction: (low: string, high: string) => `Prediction interval from ${low} to ${high}.`,
    describeStudy: (label: string, estimate: string, low: string, high: string, weight: string) =>
      `${label}: ${estimate}, interval from ${low} to ${high}${weight === '' ? '' : `, weight ${weight}`}.`,
    describeJudgement: (label: string, judgement: string) => `${label}: ${judgement}`,
    describeFunnel: (title: string, studies: number, measure: string, lowSe: string, highSe: string) =>
      `${title}. Funnel plot of ${studies} ${plural(studies, 'effect', 'effects')}, ${measure}; standard errors from ${lowSe} to ${highSe}.`,
    describeFilled: (count: number) =>
      `${count} ${plural(count, 'effect', 'effects')} filled in by trim and fill.`,
    describeSides: (left: number, right: number) =>
      `${left} to the left of the pooled effect, ${right} to the right.`,
    baujatHeterogeneity: 'Contribution to heterogeneity (squared Pearson residual)',
    baujatInfluence: 'Influence on the estimate',
    describeBaujat: (title: string, studies: number) =>
      `${title}. Baujat plot of ${studies} ${plural(studies, 'study', 'studies')}.`,
    describeBaujatPoint: (label: string, heterogeneity: string, influence: string, apart: boolean) =>
      `${label}: heterogeneity ${heterogeneity}, influence ${influence}${apart ? ', stands apart' : ''}.`,
    describeBubble: (title: string, studies: number, measure: string, moderator: string) =>
      `${title}. Bubble plot of ${studies} ${plural(studies, 'effect', 'effects')}, ${measure} against ${moderator}.`,
    describeBubbleLine: (from: string, first: string, to: string, last: string) =>
      `Fitted effect ${first} at ${from} and ${last} at ${to}.`,
    standardError: 'Standard error',
    contour: (p: string) => `p < ${p}`,
    noContour: (p: string) => `p ≥ ${p}`,
    observed: 'Observed',
    filledIn: 'Filled in',
    pooledEffect: 'Pooled effect',
    pseudoInterval: (level: string) => `${level}% limits without heterogeneity`,
  },
};
