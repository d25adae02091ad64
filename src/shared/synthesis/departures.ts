import type { PoolingSheet } from '../export';
import type { AnalysisPlan } from '../protocol';
import { fieldOf, rowKey, windowKey } from './analysed-rows';
import type { CorrectedRow } from './corrections';
import type { Model } from './pooled';
import type { Analysis, Departure } from './results';

/** Everything in the results that is not as planned, in the order a reader should know it. */
export function departuresOf(given: {
  readonly sheet: PoolingSheet;
  readonly stated: AnalysisPlan;
  readonly plan: AnalysisPlan;
  readonly planned: Model;
  readonly model: Model;
  readonly analyses: readonly Analysis[];
  readonly changed: readonly CorrectedRow[];
}): Departure[] {
  const { sheet, stated, plan, planned, model, analyses, changed } = given;
  return [
    ...(sheet.planned?.stated ? [] : [{ code: 'no-plan' } as const]),
    ...(['method', 'test', 'dependence', 'assumedCorrelation'] as const).flatMap((code): Departure[] =>
      planned[code] === model[code]
        ? []
        : [{ code, planned: String(planned[code]), used: String(model[code]) }],
    ),
    ...(['minimumTrials', 'sharedControls'] as const).flatMap((code): Departure[] =>
      stated[code] === plan[code] ? [] : [{ code, planned: String(stated[code]), used: String(plan[code]) }],
    ),
    ...(changed.length > 0 ? [{ code: 'corrected', rows: changed.length } as const] : []),
    ...(sheet.notPoolable && sheet.notPoolable.length > 0
      ? [
          {
            code: 'not-poolable',
            studies: sheet.notPoolable.map(({ study, reason }) => ({ study, reason })),
          } as const,
        ]
      : []),
    ...analyses.filter(({ besides }) => !besides).flatMap(ofAnalysis),
    ...fieldsWithoutValues(sheet, plan),
    ...outsideThePlan(sheet, analyses),
  ];
}

function ofAnalysis({ outcome, window, result, withoutMeasure, measure }: Analysis): Departure[] {
  const departures: Departure[] = [];
  const { label } = outcome;
  if (!result.ok) {
    const { error } = result;
    if (error.why === 'no-rows') departures.push({ code: 'no-rows', label, window });
    if (error.why === 'too-few')
      departures.push({ code: 'too-few', label, window, trials: error.trials, minimum: error.minimum });
    if (error.why === 'error') departures.push({ code: 'failed', label, window, error: error.error });
  }
  if (withoutMeasure.length > 0)
    departures.push({ code: 'without-measure', label, measure, rows: withoutMeasure.length });
  return departures;
}

/** Planned subgroups and moderators for which no row has a value. */
function fieldsWithoutValues(sheet: PoolingSheet, plan: AnalysisPlan): Departure[] {
  if (sheet.rows.length === 0) return [];
  return [...plan.subgroups, ...plan.moderators]
    .filter(({ field }) => field !== 'year' && sheet.rows.every((row) => fieldOf(row, field).trim() === ''))
    .map(({ label, field }): Departure => ({ code: 'field-empty', label, field }));
}

/** Rows that no planned outcome takes in: they are in the sheet, and in no result. */
function outsideThePlan(sheet: PoolingSheet, analyses: readonly Analysis[]): Departure[] {
  const used = new Set(
    analyses.flatMap(({ rows, withoutMeasure }) => [
      ...rows.map(({ key }) => key),
      ...withoutMeasure.map(rowKey),
    ]),
  );
  const outside = sheet.rows.filter((row) => !used.has(rowKey(row)));
  if (outside.length === 0) return [];
  const outcomes = outside.map((row) => `${row.domain || row.outcome}, ${row.window || windowKey(row)}`);
  return [{ code: 'not-in-plan', rows: outside.length, outcomes: [...new Set(outcomes)] }];
}
