import { titleOf } from '../figures';
import type { Analysis, Results } from '../results';
import { departureText } from './departure-text';
import { printedIn, type ReportTexts } from './printed';

/**
 * One sentence of a proposed paragraph and where its numbers come from: an analysis of the results page by its key, or
 * the analysis plan.
 */
export type Sentence = {
  readonly text: string;
  readonly from: { readonly kind: 'plan' } | { readonly kind: 'analysis'; readonly key: string };
};

const ofPlan = (text: string): Sentence => ({ text, from: { kind: 'plan' } });

/** What was done, from the plan and the model really used, with the program that did it. */
export function methodsSentences(
  { plan, model, measure, varianceFormula, predictionInterval, departures }: Results,
  texts: ReportTexts,
  language: string,
  program: string,
): Sentence[] {
  const { report: words, synthesis, protocol } = texts;
  const printed = printedIn(language, texts);
  const list = (names: readonly string[]): string =>
    new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
  const formulas: { readonly [name: string]: string } = protocol.varianceFormulas;
  const done = [
    words.measure(
      protocol.measures[measure],
      measure === 'SMD' ? (formulas[varianceFormula] ?? varianceFormula) : null,
      measure === 'OR' || measure === 'RR',
    ),
    model.method === 'CE'
      ? words.commonEffect
      : words.randomEffects(words.estimators[model.method], words.tests[model.test]),
    words.heterogeneity(predictionInterval && model.method !== 'CE'),
    plan.minimumTrials > 1 ? words.minimum(plan.minimumTrials) : null,
    words.dependence[model.dependence](printed.decimal(model.assumedCorrelation, 2)),
    plan.sharedControls === 'split' ? words.sharedControls : null,
    plan.subgroups.length > 0
      ? words.subgroups(
          list(plan.subgroups.map(({ label }) => label.toLocaleLowerCase(language))),
          plan.subgroupVariance === 'common',
        )
      : null,
    plan.moderators.length > 0
      ? words.moderators(list(plan.moderators.map(({ label }) => label.toLocaleLowerCase(language))))
      : null,
    plan.sensitivity.length > 0
      ? words.sensitivity(
          list(plan.sensitivity.map((kind) => synthesis.sensitivity[kind].toLocaleLowerCase(language))),
        )
      : null,
    words.smallStudies(plan.smallStudyMinimum),
    plan.nnt.method === 'none'
      ? null
      : words.nnt(printed.nntMethod({ ...plan.nnt, method: plan.nnt.method })),
    words.software(program),
    ...departures
      .filter(({ code }) => code !== 'no-rows' && code !== 'too-few')
      .map((departure) => words.departure(departureText(departure, texts))),
  ];
  return done.flatMap((text) => (text === null ? [] : [ofPlan(text)]));
}

/** What was found: a sentence per planned outcome and time that has results, pooled or not. */
export const resultsSentences = (results: Results, texts: ReportTexts, language: string): Sentence[] =>
  results.analyses
    .filter(
      ({ rows, outcome, besides }) => rows.length > 0 || (outcome.synthesis === 'narrative' && !besides),
    )
    .map((analysis) => ({
      text: resultText(analysis, results, texts, language),
      from: { kind: 'analysis', key: analysis.key },
    }));

function resultText(analysis: Analysis, results: Results, texts: ReportTexts, language: string): string {
  const { report: words, synthesis } = texts;
  const printed = printedIn(language, texts);
  const { result, trials, rows, participants, directions, measure, nnt, corrected } = analysis;
  const title = analysis.besides
    ? `${titleOf(analysis)} (${synthesis.measures[measure]})`
    : titleOf(analysis);
  const based = words.basedOn(trials, rows.length, printed.participants(participants));
  if (!result.ok) {
    return rows.length === 0
      ? words.nothing(title)
      : words.notPooled(title, printed.why(result.error), based, directions.benefit, directions.harm);
  }
  const { value } = result;
  const parts = [
    `${synthesis.measures[measure]} ${printed.effect(value, analysis)}`,
    `p ${printed.pIs(value.pval)}`,
    `I² = ${printed.decimal(value.I2Q, 0)}%`,
    `τ² = ${printed.decimal(value.tau2, 3)}`,
    ...(results.predictionInterval && value.prediction
      ? [words.predicted(printed.range(value.prediction.low, value.prediction.high, analysis))]
      : []),
    ...(nnt ? [`NNT ${printed.nnt(nnt)} ${printed.nntInterval(nnt)}`.trim()] : []),
  ];
  const told = words.pooled(title, based, parts.join('; '));
  if (!corrected?.result.ok) return told;
  const studies = corrected.changed.map(({ study }) => study).join('; ');
  return `${told} ${words.corrected(
    studies,
    printed.effect(corrected.result.value, analysis),
    printed.decimal(corrected.result.value.I2Q, 0),
  )}`;
}
