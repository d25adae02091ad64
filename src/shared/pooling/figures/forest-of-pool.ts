import { assertNever } from '../../kernel/assert-never';
import { ok, type Result } from '../../kernel/result';
import { numberFormat, pValueText, type AxisScale, type RiskOfBiasSign } from '../../figures';
import type { PoolError } from '../errors';
import { criticalValue, type EffectBlock } from '../inference';
import { pool, DEFAULT_LEVEL, type PoolResult } from '../pool';
import { groupsAscending, studiesOf, type PoolingRow } from '../rows';
import { poolSubgroups } from '../subgroup';
import type { PoolingMethod } from '../tau2';
import type { FigureTexts } from './figure-options';
import type {
  ForestCell,
  ForestColumn,
  ForestData,
  ForestGroup,
  ForestRow,
  ForestSummary,
} from './forest-data';

/** A row to pool with what the plot prints beside it. */
export type ForestStudy = PoolingRow & {
  readonly mark?: string | undefined;
  readonly cells?: readonly ForestCell[] | undefined;
  readonly riskOfBias?: readonly (RiskOfBiasSign | null)[] | undefined;
};

/** Which of a pooled result's tests the diamonds show. */
export type ForestTest = 'z' | 'hk' | 'hkTruncated';

export type ForestRequest = {
  readonly title: string;
  readonly measure: string;
  readonly scale: AxisScale;
  readonly decimals?: number | undefined;
  readonly studies: readonly ForestStudy[];
  readonly method: PoolingMethod;
  readonly test: ForestTest;
  readonly level?: number | undefined;
  /** The column of the subgroups; rows without a value are left out of the plot. */
  readonly groupBy?: string | undefined;
  readonly columns?: readonly ForestColumn[] | undefined;
  readonly favours?: ForestData['favours'];
  readonly riskOfBias?: ForestData['riskOfBias'];
  readonly texts: FigureTexts;
  readonly language: string;
};

/**
 * Pools rows and lays the result out as a forest plot's content: studies in their order with the weights of the whole,
 * a diamond per subgroup (its own between-study variance) and overall, each with heterogeneity and prediction interval,
 * and the test between subgroups. Errors: those of `pool` and `poolSubgroups`.
 */
export function forestOfPool(request: ForestRequest): Result<ForestData, PoolError> {
  const { studies: rows, groupBy } = request;
  const inPlot = groupBy === undefined ? rows : rows.filter((row) => !isBlank(row.fields?.[groupBy]));
  const overall = pool(inPlot, request);
  if (!overall.ok) return overall;
  const read = studiesOf(inPlot);
  if (!read.ok) return read;
  const studies = read.value;
  const weights = new Map(studies.map((study, i) => [study.index, overall.value.weightsPercent[i] ?? 0]));
  const level = request.level ?? DEFAULT_LEVEL;
  const rowOf = (index: number): ForestRow =>
    forestRow(inPlot[index], level, weights.get(index) ?? null, index);

  let groups: readonly ForestGroup[];
  const notes: string[] = [];
  if (groupBy === undefined) {
    groups = [{ rows: inPlot.map((_, index) => rowOf(index)) }];
  } else {
    const between = poolSubgroups(inPlot, {
      by: groupBy,
      method: request.method,
      tau2: 'separate',
      test: request.test === 'z' ? 'z' : 'hk',
      level,
    });
    if (!between.ok) return between;
    groups = groupsAscending(studies, groupBy).map((group): ForestGroup => {
      const own = pool(group.studies, request);
      const share = group.studies.reduce((sum, study) => sum + (weights.get(study.index) ?? 0), 0);
      return {
        heading: group.level,
        rows: group.studies.map((study) => rowOf(study.index)),
        summary: own.ok
          ? { ...summaryOf(own.value, request, request.texts.subtotal(group.level)), weightPercent: share }
          : undefined,
      };
    });
    const { Qbetween, df, pval } = between.value;
    if (df > 0 && Qbetween !== null) notes.push(betweenNote({ Qbetween, df, pval }, request));
  }
  return ok({
    title: request.title,
    measure: request.measure,
    scale: request.scale,
    level,
    decimals: request.decimals,
    columns: request.columns ?? [],
    groups,
    overall: [{ ...summaryOf(overall.value, request, modelName(request)), weightPercent: 100 }],
    notes,
    favours: request.favours,
    riskOfBias: request.riskOfBias,
  });
}

const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || cell === '';

function forestRow(
  row: ForestStudy | undefined,
  level: number,
  weight: number | null,
  index: number,
): ForestRow {
  const { yi, vi } = row ?? {};
  const reach = typeof vi === 'number' ? criticalValue(level, null) * Math.sqrt(vi) : null;
  return {
    mark: row?.mark,
    label: row?.label ?? String(index + 1),
    effect:
      typeof yi === 'number' && reach !== null
        ? { estimate: yi, ciLow: yi - reach, ciHigh: yi + reach }
        : null,
    weightPercent: weight,
    cells: row?.cells,
    riskOfBias: row?.riskOfBias,
  };
}

const modelName = ({ method, test, texts }: ForestRequest): string =>
  method === 'CE'
    ? texts.commonEffect
    : test === 'z'
      ? texts.randomEffects(method)
      : texts.randomEffectsHartungKnapp(method);

/** The block of the chosen test; the normal one where Hartung-Knapp is not defined (one study, common effect). */
function blockOf(
  result: PoolResult,
  test: ForestTest,
): EffectBlock & {
  readonly piLow: number | null;
  readonly piHigh: number | null;
  readonly df?: number;
} {
  switch (test) {
    case 'z':
      return result.z;
    case 'hk':
      return result.hk ?? result.z;
    case 'hkTruncated':
      return result.hkTruncated ?? result.z;
    default:
      return assertNever(test, 'test');
  }
}

function summaryOf(result: PoolResult, request: ForestRequest, label: string): ForestSummary {
  const { texts } = request;
  const block = blockOf(result, request.test);
  const format = numberFormat(request.language);
  const named = block.df === undefined ? texts.predictionNormal : texts.predictionT(format(block.df, 0));
  const prediction =
    block.piLow === null || block.piHigh === null || result.k < 3
      ? undefined
      : {
          label: `${texts.prediction(format(100 * result.level, 0))} (${named})`,
          low: block.piLow,
          high: block.piHigh,
        };
  return {
    label,
    effect: { estimate: block.estimate, ciLow: block.ciLow, ciHigh: block.ciHigh },
    prediction,
    notes: [heterogeneityNote(result, request)],
  };
}

function heterogeneityNote(result: PoolResult, { texts, language, decimals }: ForestRequest): string {
  if (result.k === 1) return texts.oneStudy;
  const format = numberFormat(language);
  const i2 = format(result.I2, 0);
  const q = format(result.Q, 1);
  const df = format(result.Qdf, 0);
  const p = pValueText(result.Qp, format);
  if (result.method === 'CE') return texts.heterogeneityCommon(i2, q, df, p);
  return texts.heterogeneity(format(result.tau2, Math.max(3, decimals ?? 2)), i2, q, df, p);
}

function betweenNote(
  between: { readonly Qbetween: number; readonly df: number; readonly pval: number },
  { texts, language }: ForestRequest,
): string {
  const format = numberFormat(language);
  return texts.betweenGroups(
    format(between.Qbetween, 1),
    format(between.df, 0),
    pValueText(between.pval, format),
  );
}
