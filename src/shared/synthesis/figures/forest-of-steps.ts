import { numberFormat } from '../../figures';
import type { ForestCell, ForestData, ForestRow } from '../../pooling/figures';
import type { SensitivityAnalysis, Step } from '../sensitivity';
import type { SubgroupAnalysis } from '../subgroups';
import type { Pooled } from '../pooled';
import { favoursOf, titleOf, type AnalysisFigureOptions, type DrawnAnalysis } from './analysis-words';
import { betweenLine, modelName, summaryOfPooled } from './summary-of-pooled';

/** Figures whose lines are pooled effects rather than studies: the same drawing, other numbers beside it. */
function frame(
  analysis: DrawnAnalysis,
  options: AnalysisFigureOptions,
  given: Pick<ForestData, 'title' | 'groups'> & { readonly labelHeading: string },
): ForestData {
  const { words } = options;
  const { result } = analysis;
  return {
    measure: words.measures[analysis.measure],
    scale: analysis.scale,
    level: 0.95,
    columns: [
      { heading: words.figures.trials },
      { heading: words.figures.rows },
      { heading: words.figures.i2 },
      { heading: words.figures.p },
    ],
    overall: result.ok
      ? [
          {
            ...summaryOfPooled(result.value, modelName(result.value, options), options),
            cells: cellsOf(result.value, options),
          },
        ]
      : [],
    notes: [],
    favours: favoursOf(analysis, options),
    ...given,
  };
}

const cellsOf = (
  { trials, rows, I2Q, pval }: Pick<Pooled, 'trials' | 'rows' | 'I2Q' | 'pval'>,
  { language }: AnalysisFigureOptions,
): ForestCell[] => {
  const format = numberFormat(language);
  return [trials, rows, `${format(I2Q, 0)}%`, pval < 0.001 ? `< ${format(0.001, 3)}` : format(pval, 3)];
};

const rowOfStep = (step: Step, label: string, options: AnalysisFigureOptions): ForestRow => ({
  mark: step.key,
  label,
  effect: step,
  weightPercent: null,
  cells: cellsOf(step, options),
});

/** The pooled effect without each trial in turn. */
export const forestOfLeaveOneOut = (
  analysis: DrawnAnalysis,
  steps: readonly Step[],
  options: AnalysisFigureOptions,
): ForestData =>
  frame(analysis, options, {
    title: options.words.figures.leaveOneOutTitle(titleOf(analysis)),
    labelHeading: options.words.figures.leftOut,
    groups: [{ rows: steps.map((step) => rowOfStep(step, step.label, options)) }],
  });

/** The pooled effect as trials accumulate. */
export const forestOfCumulative = (
  analysis: DrawnAnalysis,
  steps: readonly Step[],
  options: AnalysisFigureOptions,
): ForestData =>
  frame(analysis, options, {
    title: options.words.figures.cumulativeTitle(titleOf(analysis)),
    labelHeading: options.words.figures.added,
    groups: [{ rows: steps.map((step) => rowOfStep(step, `+ ${step.label}`, options)) }],
  });

const rowOfPooled = (
  label: string,
  pooled: { readonly ok: true; readonly value: Pooled } | { readonly ok: false } | null,
  absent: string,
  counts: { readonly trials: number; readonly rows: number } | null,
  options: AnalysisFigureOptions,
): ForestRow =>
  pooled?.ok
    ? {
        label,
        effect: pooled.value,
        weightPercent: null,
        cells: cellsOf(pooled.value, options),
      }
    : {
        label,
        effect: null,
        noEffect: absent,
        weightPercent: null,
        cells: counts === null ? [] : [counts.trials, counts.rows],
      };

/** Every planned sensitivity analysis beside the planned one. */
export function forestOfSensitivity(
  analysis: DrawnAnalysis,
  analyses: readonly SensitivityAnalysis[],
  options: AnalysisFigureOptions,
): ForestData {
  const { words } = options;
  return frame(analysis, options, {
    title: words.figures.sensitivityTitle(titleOf(analysis)),
    labelHeading: words.figures.analysis,
    groups: [
      {
        rows: analyses.map(({ kind, pooled, same }) =>
          rowOfPooled(
            words.sensitivity[kind],
            pooled,
            same === null ? words.figures.notPooled : words.same[same],
            null,
            options,
          ),
        ),
      },
    ],
  });
}

/** Every planned subgroup with its levels and the test between them. */
export function forestOfSubgroups(
  analysis: DrawnAnalysis,
  subgroups: readonly SubgroupAnalysis[],
  options: AnalysisFigureOptions,
): ForestData {
  const { words } = options;
  return frame(analysis, options, {
    title: words.figures.subgroupsTitle(titleOf(analysis)),
    labelHeading: words.figures.subgroup,
    groups: subgroups
      .filter(({ levels }) => levels.length > 0)
      .map(({ label, levels, between }) => ({
        heading: label,
        rows: levels.map((level) =>
          rowOfPooled(level.label, level.pooled, words.figures.notPooled, level, options),
        ),
        note: between === null ? words.figures.noTestBetween : betweenLine(between, options),
      })),
  });
}
