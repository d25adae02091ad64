import { csvText, type PoolingSheet } from '../export';
import { detailOf, fieldOf, fillPlan, levelOf, type Analysis, type Results } from '../synthesis';
import type { AnalysisDetail, AnalysedRow } from '../synthesis';
import type { SensitivityKind } from '../protocol';
import { analysesInR } from './planned-analyses-in-r';

/**
 * An R script that repeats every planned analysis of the results page with metafor (robust variances with
 * clubSandwich), prints them and writes planned-analyses-results.csv with all digits. Its data stand in it, so it runs
 * alone: Rscript planned-analyses.R. Outcomes that are not pooled are named, not analysed; where corrections touch an
 * outcome it is there twice.
 */
export function plannedAnalysesScript(sheet: PoolingSheet): string {
  const results = fillPlan(sheet);
  const pooled = analysesToRepeat(results);
  const { plan, model } = results;
  const multilevel = model.dependence === 'three-level' || model.dependence === 'robust';
  return analysesInR({
    title: `${oneLine(sheet.review)}: every planned analysis, protocol version ${sheet.protocolVersion}`,
    settings: {
      method: model.method === 'CE' ? 'EE' : model.method,
      test: testInR(model.method === 'CE' ? 'z' : model.test),
      regressionTest: model.test === 'z' ? 'z' : 'knha',
      multilevelTest: model.test === 'z' ? 'z' : 't',
      dependence: model.dependence,
      rho: model.assumedCorrelation,
      commonVariance: plan.subgroupVariance === 'common' && model.dependence === 'independent',
      minimumTrials: plan.minimumTrials,
      smallStudyMinimum: plan.smallStudyMinimum,
      leaveOneOutAtMost: multilevel ? 60 : 500,
    },
    columns: [
      ...plan.subgroups.map(({ label }, i) => ({ part: 'subgroup', column: `s${i + 1}`, label })),
      ...plan.moderators.map(({ label }, i) => ({ part: 'moderator', column: `m${i + 1}`, label })),
      ...plan.sensitivity.map((kind, i) => ({ part: 'sensitivity', column: `x${i + 1}`, label: kind })),
    ].map((column) => ({ ...column, label: oneLine(column.label) })),
    analyses: csvText([
      ['analysis', 'outcome', 'window', 'measure', 'sheet'],
      ...pooled.map(({ analysis, corrected }, i) => [
        i + 1,
        oneLine(analysis.outcome.label),
        oneLine(analysis.window),
        oneLine([analysis.measure, analysis.instrument ?? ''].filter(Boolean).join(' ')),
        corrected ? 'corrected' : 'extracted',
      ]),
    ]),
    rows: csvText([
      [
        'analysis',
        'study',
        'trial',
        'effect',
        'yi',
        'vi',
        'year',
        ...plan.subgroups.map((_, i) => `s${i + 1}`),
        ...plan.moderators.map((_, i) => `m${i + 1}`),
        ...plan.sensitivity.map((_, i) => `x${i + 1}`),
      ],
      ...pooled.flatMap(({ analysis, detail }, i) =>
        analysis.rows.map((row) => [
          i + 1,
          oneLine(row.label),
          row.row.studyId,
          row.key,
          row.yi,
          row.vi,
          row.fields['year'] ?? 'NA',
          ...plan.subgroups.map((subgroup) => cellOf(levelOf(row.row, subgroup))),
          ...plan.moderators.map(({ id, field }) => cellOf(moderatorValue(row, id, field, detail))),
          ...plan.sensitivity.map((kind) => leftOutCell(kind, row, detail)),
        ]),
      ),
    ]),
  });
}

/** What the script repeats, in its order: every pooled outcome, and beside it the corrected one. */
export function analysesToRepeat(results: Results): readonly {
  readonly analysis: Pick<
    Analysis,
    'key' | 'outcome' | 'window' | 'measure' | 'instrument' | 'rows' | 'result'
  >;
  readonly corrected: boolean;
  readonly detail: AnalysisDetail;
}[] {
  return results.analyses.flatMap((analysis) => {
    const ways = [
      { analysis, corrected: false },
      ...(analysis.corrected ? [{ analysis: { ...analysis, ...analysis.corrected }, corrected: true }] : []),
    ];
    return ways
      .filter((way) => way.analysis.result.ok)
      .map((way) => ({ ...way, detail: detailOf(way.analysis, results) }));
  });
}

const testInR = (test: 'z' | 'hk' | 'hkTruncated'): string =>
  test === 'z' ? 'z' : test === 'hk' ? 'knha' : 'adhoc';

const oneLine = (text: string): string => text.replaceAll(/[\r\n]+/gu, ' ');

const cellOf = (value: string | number | null | undefined): string | number =>
  value === null || value === undefined || value === '' ? 'NA' : value;

function moderatorValue(
  row: AnalysedRow,
  id: string,
  field: string,
  detail: AnalysisDetail,
): string | number | null | undefined {
  const read = detail.moderators.find((moderator) => moderator.id === id);
  return read ? read.values[row.key] : fieldOf(row.row, field);
}

/** 1 where a sensitivity analysis goes without the row; what it changes in the model is known by its name. */
function leftOutCell(kind: SensitivityKind, row: AnalysedRow, detail: AnalysisDetail): number {
  const made = detail.sensitivity.find((sensitivity) => sensitivity.kind === kind);
  return made?.leftOut.includes(row.label) ? 1 : 0;
}
