import { trialsIn, type PoolingSheet, type PoolingSheetRow } from '../export';
import { err, ok, type Result } from '../kernel';
import { poolingMethods, poolingTests, usualPlan, type AnalysisPlan, type PlannedOutcome } from '../protocol';
import {
  analysedRows,
  dependenceIn,
  participantsOf,
  rowKey,
  rowsOfOutcome,
  windowKey,
  type AnalysedRow,
} from './analysed-rows';
import { codedPassages } from './codes';
import { applyCorrections, type CorrectedRow } from './corrections';
import { departuresOf } from './departures';
import { directionOf, directionTable } from './direction';
import { measureNamed, scaleOf, type MeasureName } from './measure-of-row';
import { nntOf } from './nnt';
import { pooledBy, type Model, type Pooled } from './pooled';
import type { Analysis, Choices, NotPooled, Results } from './results';

/** The plan a sheet carries; a sheet from before there were plans is pooled per domain and window as usual. */
export function planOfSheet(sheet: PoolingSheet): AnalysisPlan {
  if (sheet.planned) return sheet.planned.plan;
  const domains = new Map<string, PlannedOutcome>();
  for (const { domainId, domain } of sheet.rows) {
    const id = domainId ?? domain;
    if (!domains.has(id)) {
      domains.set(id, {
        id,
        label: domain || id || '–',
        domainId,
        outcomes: [],
        windowIds: [],
        synthesis: 'pool',
        alsoAs: [],
        sign: 'benefit-positive',
      });
    }
  }
  return { ...usualPlan, outcomes: [...domains.values()] };
}

/** The model a sheet's protocol states. */
export const modelOfSheet = (sheet: PoolingSheet, plan: AnalysisPlan): Model => ({
  method: poolingMethods.find((method) => method === sheet.pooling.method) ?? 'REML',
  test: poolingTests.find((test) => test === sheet.pooling.test) ?? 'hk',
  dependence: plan.dependence,
  assumedCorrelation: plan.assumedCorrelation,
});

/**
 * Fills the analysis plan of a pooling sheet in: every planned outcome in every window, pooled or told in words, with
 * everything that departs from the plan. Reads the sheet and nothing else.
 */
export function fillPlan(sheet: PoolingSheet, choices: Choices = {}): Results {
  const stated = planOfSheet(sheet);
  const plan: AnalysisPlan = {
    ...stated,
    minimumTrials: choices.minimumTrials ?? stated.minimumTrials,
    sharedControls: choices.sharedControls ?? stated.sharedControls,
  };
  const planned = modelOfSheet(sheet, stated);
  const model: Model = { ...planned, ...withoutUndefined(choices) };
  const corrections = applyCorrections(sheet);
  const domains = sheet.planned?.domains ?? [];
  const perOutcome = plan.outcomes.map((outcome) => ({
    outcome,
    rows: rowsOfOutcome(sheet.rows, outcome, domains),
    corrected: rowsOfOutcome(corrections.rows, outcome, domains),
  }));
  const analyses = perOutcome.flatMap(({ outcome, rows, corrected }) =>
    windowsOf(outcome, rows, sheet).flatMap(({ id, label }) => {
      const inWindow = (row: PoolingSheetRow): boolean => windowKey(row) === id;
      return analysesOf(
        outcome,
        { id, label },
        {
          rows: rows.filter(inWindow),
          corrected: corrected.filter(inWindow),
          changed: corrections.changed,
        },
        { sheet, plan, model },
      );
    }),
  );
  return {
    review: sheet.review,
    protocolVersion: sheet.protocolVersion,
    plan,
    planned,
    model,
    predictionInterval: sheet.planned?.predictionInterval ?? true,
    measure: measureNamed(sheet.measure),
    varianceFormula: sheet.varianceFormula,
    rows: sheet.rows.length,
    trials: trialsIn(sheet.rows),
    analyses,
    departures: departuresOf({ sheet, stated, plan, planned, model, analyses, changed: corrections.changed }),
    directions: directionTable(perOutcome.map(({ outcome: { id, label }, rows }) => ({ id, label, rows }))),
    codes: codedPassages(sheet),
    leftOut: sheet.leftOut,
    corrected: corrections.changed,
  };
}

const withoutUndefined = ({ method, test, dependence, assumedCorrelation }: Choices): Partial<Model> => ({
  ...(method === undefined ? {} : { method }),
  ...(test === undefined ? {} : { test }),
  ...(dependence === undefined ? {} : { dependence }),
  ...(assumedCorrelation === undefined ? {} : { assumedCorrelation }),
});

/** The windows an outcome is analysed in: the planned ones, whether they have rows or not, else those with rows. */
function windowsOf(
  outcome: PlannedOutcome,
  rows: readonly PoolingSheetRow[],
  sheet: PoolingSheet,
): { readonly id: string; readonly label: string }[] {
  const named = sheet.planned?.windows ?? [];
  const found = new Map<string, string>();
  for (const row of rows) found.set(windowKey(row), row.window || row.timepoint);
  if (outcome.windowIds.length > 0) {
    return outcome.windowIds.map((id) => ({
      id,
      label: named.find((window) => window.id === id)?.label ?? found.get(id) ?? id,
    }));
  }
  if (found.size === 0) return [{ id: '', label: '' }];
  const order = (id: string): number => {
    const place = named.findIndex((window) => window.id === id);
    return place < 0 ? named.length : place;
  };
  return [...found].map(([id, label]) => ({ id, label })).sort((a, b) => order(a.id) - order(b.id));
}

type Context = { readonly sheet: PoolingSheet; readonly plan: AnalysisPlan; readonly model: Model };

/** An outcome in a window: under the protocol's measure, then beside it under the others. */
function analysesOf(
  outcome: PlannedOutcome,
  window: { readonly id: string; readonly label: string },
  data: {
    readonly rows: readonly PoolingSheetRow[];
    readonly corrected: readonly PoolingSheetRow[];
    readonly changed: readonly CorrectedRow[];
  },
  context: Context,
): Analysis[] {
  const main = measureNamed(context.sheet.measure);
  const others = outcome.alsoAs.filter((measure) => measure !== main);
  return [main, ...others].flatMap((measure): Analysis[] => {
    // Raw differences mean something only on one instrument: each is an analysis of its own.
    const instruments =
      measure === 'MD' ? [...new Set(data.rows.map(({ instrument }) => instrument))] : [null];
    return instruments.flatMap((instrument): Analysis[] => {
      const own = (row: PoolingSheetRow): boolean => instrument === null || row.instrument === instrument;
      const built = analysisOf(outcome, window, measure, instrument, data.rows.filter(own), context);
      if (measure !== main && built.rows.length === 0) return [];
      const keys = new Set(built.rows.map(({ key }) => key));
      const changed = data.changed.filter(({ correction }) => keys.has(rowKey(correction)));
      if (changed.length === 0) return [built];
      const again = analysisOf(outcome, window, measure, instrument, data.corrected.filter(own), context);
      return [{ ...built, corrected: { rows: again.rows, result: again.result, nnt: again.nnt, changed } }];
    });
  });
}

function analysisOf(
  outcome: PlannedOutcome,
  window: { readonly id: string; readonly label: string },
  measure: MeasureName,
  instrument: string | null,
  rows: readonly PoolingSheetRow[],
  { sheet, plan, model }: Context,
): Analysis {
  const { analysed, withoutMeasure } = analysedRows(rows, sheet, measure, outcome, plan.sharedControls);
  const sources = analysed.map(({ row }) => row);
  const result = resultOf(analysed, outcome, model, plan);
  return {
    key: [outcome.id, window.id, measure, instrument ?? ''].join('\u0000'),
    outcome,
    windowId: window.id === '' ? null : window.id,
    window: window.label,
    measure,
    scale: scaleOf(measure),
    besides: measure !== measureNamed(sheet.measure),
    instrument,
    rows: analysed,
    trials: trialsIn(sources),
    participants: participantsOf(sources),
    result,
    nnt: result.ok ? nntOf(result.value, measure, outcome.sign, plan.nnt) : null,
    directions: directionOf(rows),
    dependence: dependenceIn(sources),
    withoutMeasure,
    corrected: null,
  };
}

function resultOf(
  rows: readonly AnalysedRow[],
  outcome: PlannedOutcome,
  model: Model,
  plan: AnalysisPlan,
): Result<Pooled, NotPooled> {
  if (rows.length === 0) return err({ why: 'no-rows' });
  if (outcome.synthesis === 'narrative') return err({ why: 'narrative' });
  const trials = trialsIn(rows.map(({ row }) => row));
  if (trials < plan.minimumTrials) return err({ why: 'too-few', trials, minimum: plan.minimumTrials });
  const pooled = pooledBy(rows, model);
  return pooled.ok ? ok(pooled.value) : err({ why: 'error', error: pooled.error });
}
