import type { FunnelData } from '../../pooling/figures';
import type { SmallStudyAnalysis } from '../sensitivity';
import { titleOf, type AnalysisFigureOptions, type DrawnAnalysis } from './analysis-words';

/** Two-sided p-values whose borders are shaded (Peters et al. 2008). */
const contours = [0.1, 0.05, 0.01];

/**
 * The funnel of an analysis on its pooled effect, with what trim and fill added where the plan's minimum of trials
 * allows it; null where nothing was pooled.
 */
export function funnelOfAnalysis(
  analysis: DrawnAnalysis,
  smallStudies: SmallStudyAnalysis,
  { words }: AnalysisFigureOptions,
): FunnelData | null {
  const { result, rows } = analysis;
  if (!result.ok) return null;
  const filledIn = smallStudies.tests?.trimAndFill;
  return {
    title: words.figures.funnelTitle(titleOf(analysis)),
    measure: words.measures[analysis.measure],
    scale: analysis.scale,
    points: rows.map(({ key, label, yi, vi }) => ({ mark: key, label, yi, vi })),
    centre: result.value.estimate,
    contours,
    ...(filledIn?.ok ? { filled: filledIn.value.filled } : {}),
  };
}
