import {
  assessmentAsRead,
  finalAssessmentFor,
  studiesOf,
  toolOfAssessment,
  type ReviewState,
  type Study,
} from '../../review';
import type { Assessed, ToolLanguage } from '../../risk-of-bias';
import type { PoolingSheetRow } from '../pooling-sheet';
import { columnsOf, type RatingTable } from './rating-table';

/** Which part of the review a plot shows. */
export type RatingSelection = {
  /** The rows of a pool: only their studies, each with the assessment that holds for its result, weighted by precision. */
  readonly pool?: readonly PoolingSheetRow[];
};

/**
 * The final assessments as tables, one per tool, studies in the order of the review. The weight of a study is the sum of
 * 1/SE² over its rows in the pool.
 */
export function ratingsOfReview(
  state: ReviewState,
  labelOf: (study: Study) => string,
  language: ToolLanguage,
  { pool }: RatingSelection = {},
): RatingTable[] {
  const tables = new Map<
    string,
    { assessed: Assessed; english: Assessed['tool']; rows: RatingTable['rows'][number][] }
  >();
  for (const study of studiesOf(state)) {
    const pooled = pool?.filter(({ studyId }) => studyId === study.studyId);
    if (pooled?.length === 0) continue;
    const final = finalAssessmentFor(state, study.studyId, pooled?.[0]);
    const assessed = final && assessmentAsRead(state, final, language);
    const english = final && toolOfAssessment(state, final, 'en');
    if (!assessed || !english) continue;
    const table = tables.get(assessed.tool.id) ?? { assessed, english, rows: [] };
    tables.set(assessed.tool.id, table);
    table.rows.push({
      studyId: study.studyId,
      study: study.label ?? labelOf(study),
      cells: [
        ...assessed.domains.map(({ standing }) => standing),
        ...(hasOverall(assessed) ? [assessed.overall.standing] : []),
      ],
      weight: pooled ? pooled.reduce((sum, { se }) => sum + 1 / se ** 2, 0) : null,
    });
  }
  return [...tables.values()].map(({ assessed, english, rows }) => ({
    toolId: assessed.tool.id,
    toolName: assessed.tool.name,
    columns: columnsOf(assessed.tool, english),
    hasOverall: hasOverall(assessed),
    judgements: assessed.tool.judgements,
    rows,
  }));
}

/** A checklist's decision is no judgement on the scale of its items, and has no place in the plots. */
const hasOverall = ({ tool }: Assessed): boolean => tool.overall.judgements === undefined;
