import type { BaujatData, BubbleData } from '../../pooling/figures';
import { normalQuantile, tQuantile } from '../../statistics';
import type { AnalysisDetail } from '../results';
import type { ModeratorAnalysis } from '../subgroups';
import { titleOf, type AnalysisFigureOptions, type DrawnAnalysis } from './analysis-words';

/** What each trial adds to heterogeneity against what it does to the estimate. */
export const baujatOfAnalysis = (
  analysis: DrawnAnalysis,
  { influence }: Pick<AnalysisDetail, 'influence'>,
  { words }: AnalysisFigureOptions,
): BaujatData => ({
  title: words.figures.baujatTitle(titleOf(analysis)),
  points: influence.map((point) => ({ ...point, mark: point.key })),
});

/** A meta-regression on one number as a bubble plot; null where the moderator is a category or could not be fitted. */
export function bubbleOfModerator(
  analysis: DrawnAnalysis,
  { label, as, values, result }: ModeratorAnalysis,
  { words }: AnalysisFigureOptions,
): BubbleData | null {
  if (as !== 'number' || !result.ok) return null;
  const { coefficients, covariance, df, tau2 } = result.value;
  const [intercept, slope] = coefficients;
  const at = (i: number, j: number): number => covariance[i]?.[j] ?? 0;
  if (!intercept || !slope) return null;
  const reach = df === null ? normalQuantile(0.975) : tQuantile(0.975, df);
  return {
    title: words.figures.bubbleTitle(titleOf(analysis), label),
    moderator: label,
    measure: words.measures[analysis.measure],
    scale: analysis.scale,
    tau2,
    points: analysis.rows.flatMap(({ key, label: name, yi, vi }) => {
      const x = values[key];
      return typeof x === 'number' ? [{ mark: key, label: name, x, yi, vi }] : [];
    }),
    fitted: (x) => {
      const estimate = intercept.estimate + slope.estimate * x;
      const half = reach * Math.sqrt(Math.max(0, at(0, 0) + 2 * x * at(0, 1) + x * x * at(1, 1)));
      return { estimate, ciLow: estimate - half, ciHigh: estimate + half };
    },
  };
}
