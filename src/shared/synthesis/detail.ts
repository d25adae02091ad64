import { baujat, influence } from '../pooling';
import {
  byYear,
  onePerTrial,
  sensitivityAnalysis,
  smallStudyAnalysis,
  withoutEachTrial,
} from './sensitivity';
import { moderatorAnalysis, subgroupAnalysis } from './subgroups';
import type { AnalysedRow } from './analysed-rows';
import type { Model } from './pooled';
import type { Analysis, AnalysisDetail, InfluencePoint, Results } from './results';

/** Everything the plan asks about one analysis beyond its pooled effect. Empty where nothing was pooled. */
export function detailOf(
  analysis: Pick<Analysis, 'key' | 'rows' | 'result'>,
  { model, plan }: Pick<Results, 'model' | 'plan'>,
): AnalysisDetail {
  const { key, rows, result } = analysis;
  if (!result.ok) {
    return {
      key,
      subgroups: [],
      moderators: [],
      sensitivity: [],
      leaveOneOut: [],
      cumulative: [],
      smallStudies: { minimum: plan.smallStudyMinimum, studies: 0, averaged: false, tests: null },
      influence: [],
    };
  }
  return {
    key,
    subgroups: plan.subgroups.map((subgroup) => subgroupAnalysis(rows, subgroup, model, plan)),
    moderators: plan.moderators.map((moderator) => moderatorAnalysis(rows, moderator, model)),
    sensitivity: plan.sensitivity.map((kind) => sensitivityAnalysis(kind, rows, result.value, model, plan)),
    leaveOneOut: withoutEachTrial(rows, model),
    cumulative: byYear(rows, model),
    smallStudies: smallStudyAnalysis(rows, model, plan.smallStudyMinimum),
    influence: influencePoints(rows, model),
  };
}

/** An analysis in detail on the sheet as extracted, and beside it on the corrected one where that differs. */
export type Details = { readonly extracted: AnalysisDetail; readonly corrected: AnalysisDetail | null };

export const detailsOf = (analysis: Analysis, results: Pick<Results, 'model' | 'plan'>): Details => ({
  extracted: detailOf(analysis, results),
  corrected: analysis.corrected && detailOf({ ...analysis, ...analysis.corrected }, results),
});

function influencePoints(rows: readonly AnalysedRow[], model: Model): InfluencePoint[] {
  const { rows: basis } = onePerTrial(rows, model);
  const measured = influence(basis, { method: model.method });
  const shares = baujat(basis, { method: model.method });
  if (!measured.ok || !shares.ok) return [];
  return measured.value.rows.flatMap(({ index, rstudent, cookD }, i) => {
    const row = basis[index];
    const share = shares.value.rows[i];
    return row && share
      ? [
          {
            key: row.key,
            label: row.label,
            heterogeneity: share.heterogeneity,
            influence: share.influence,
            rstudent,
            cookD,
            standsApart: Math.abs(rstudent) > 1.96 || cookD > 1,
          },
        ]
      : [];
  });
}
