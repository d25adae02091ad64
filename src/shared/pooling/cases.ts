import { z } from 'zod';
import { err, ok, type Result } from '../kernel/result';
import { aggregateThenPool } from './aggregate';
import { beggTest } from './begg';
import { correlatedEffects } from './correlated-effects';
import { eggerPredictors, eggerTest } from './egger';
import type { PoolError, PoolErrorCode } from './errors';
import { influence } from './influence';
import { mantelHaenszel } from './mantel-haenszel';
import { metaRegression } from './meta-regression';
import { peto } from './peto';
import { pool, poolingTests } from './pool';
import { clusterRobust, correlatedHierarchical } from './robust';
import { countsOf, rowOf, type SheetRow } from './case-rows';
import { cumulative, leaveOneOut } from './sensitivity';
import { poolSubgroups } from './subgroup';
import { tableMeasures } from './tables';
import { poolingMethods } from './tau2';
import { threeLevel } from './three-level';
import { trimAndFill, trimAndFillEstimators } from './trim-and-fill';

/**
 * What a case is answered with: the numbers, or why there are none. Beside the errors of the analyses:
 * `not-supported` (a kind nobody knows), `options-invalid`, `dataset-unknown`.
 */
export type CaseAnswer =
  | { readonly id: string; readonly got: object }
  | {
      readonly id: string;
      readonly error: PoolErrorCode | 'not-supported' | 'options-invalid' | 'dataset-unknown';
    };

/** The file is not a list of cases; `where` names the first place that is not as expected. */
export type CasesError = { readonly code: 'cases-unreadable'; readonly where: string };

/** A cell that is no text, number or yes/no counts as empty. */
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]).catch(null);
const sheetRow = z.record(z.string(), cell);

const casesFile = z.object({
  datasets: z.record(z.string(), z.unknown()).default({}),
  cases: z.array(z.looseObject({ id: z.string(), kind: z.string() })),
});
const datasetShape = z.object({ measure: z.string().optional(), rows: z.array(sheetRow) });
const caseShape = z.object({
  dataset: z.string().optional(),
  measure: z.string().optional(),
  data: z.array(sheetRow).optional(),
  options: z.record(z.string(), z.unknown()).default({}),
});

/**
 * Answers a file of pooling cases: `{ datasets: { id: { measure, rows } }, cases: [ { id, kind, dataset | data, options
 * } ] }`. One answer per case, in order; a case that cannot be answered never stops the others.
 */
export function answerPoolingCases(file: unknown): Result<readonly CaseAnswer[], CasesError> {
  const parsed = casesFile.safeParse(file);
  if (!parsed.success) {
    return err({ code: 'cases-unreadable', where: parsed.error.issues[0]?.path.join('.') ?? '' });
  }
  const { datasets, cases } = parsed.data;
  return ok(cases.map((one): CaseAnswer => ({ id: one.id, ...answerCase(one.kind, one, datasets) })));
}

type Answer = { readonly got: object } | { readonly error: Extract<CaseAnswer, { error: string }>['error'] };

function answerCase(kind: string, written: unknown, datasets: { readonly [id: string]: unknown }): Answer {
  const analyse = analyses[kind];
  if (analyse === undefined) return { error: 'not-supported' };
  const one = caseShape.safeParse(written);
  if (!one.success) return { error: 'options-invalid' };
  const { dataset: name, data, measure, options } = one.data;
  const dataset = datasetShape.safeParse(name === undefined ? undefined : datasets[name]).data;
  const rows = data ?? dataset?.rows;
  if (rows === undefined) return { error: 'dataset-unknown' };
  const answer = analyse(rows, options, measure ?? dataset?.measure);
  if (answer === undefined) return { error: 'options-invalid' };
  return answer.ok ? { got: answer.value } : { error: answer.error.code };
}

/** Undefined when the options are not those of the kind. */
type Analysis = (
  rows: readonly SheetRow[],
  options: { readonly [name: string]: unknown },
  measure: string | undefined,
) => Result<object, PoolError> | undefined;

/** An analysis whose options are checked by a schema. */
const analysis =
  <Options>(
    schema: z.ZodType<Options>,
    run: (
      rows: readonly SheetRow[],
      options: Options,
      measure: string | undefined,
    ) => Result<object, PoolError>,
  ): Analysis =>
  (rows, options, measure) => {
    const parsed = schema.safeParse(options);
    return parsed.success ? run(rows, parsed.data, measure) : undefined;
  };

const level = z.number().optional();
const method = z.enum(poolingMethods);
const test = z.enum(poolingTests).optional();
const column = z.string();

const analyses: { readonly [kind: string]: Analysis } = {
  pool: analysis(z.object({ method, level }), (rows, options, measure) =>
    pool(rows.map(rowOf(measure)), options),
  ),
  subgroup: analysis(
    z.object({ by: column, method, tau2: z.enum(['separate', 'common']), test, level }),
    (rows, options, measure) => {
      const result = poolSubgroups(rows.map(rowOf(measure)), options);
      return result.ok ? ok({ ...result.value, ...result.value.residual }) : result;
    },
  ),
  'meta-regression': analysis(
    z.object({ moderators: z.array(column).min(1), method, test, level }),
    (rows, options, measure) => metaRegression(rows.map(rowOf(measure)), options),
  ),
  'leave-one-out': analysis(z.object({ method, test, level }), (rows, options, measure) =>
    leaveOneOut(rows.map(rowOf(measure)), options),
  ),
  cumulative: analysis(z.object({ orderBy: column, method, test, level }), (rows, options, measure) =>
    cumulative(rows.map(rowOf(measure)), options),
  ),
  influence: analysis(z.object({ method }), (rows, options, measure) =>
    influence(rows.map(rowOf(measure)), options),
  ),
  egger: analysis(
    z.object({
      model: z.enum(['classical', 'mixed']),
      predictor: z.enum(eggerPredictors),
      method: method.nullish().transform((value) => value ?? undefined),
      totalN: z
        .union([z.array(column), column.transform((name) => [name])])
        .nullish()
        .transform((value) => value ?? undefined),
      level,
    }),
    (rows, options, measure) => eggerTest(rows.map(rowOf(measure)), options),
  ),
  begg: analysis(z.object({}), (rows, _options, measure) => beggTest(rows.map(rowOf(measure)))),
  'trim-and-fill': analysis(
    z.object({
      method,
      estimator: z.enum(trimAndFillEstimators).optional(),
      side: z.enum(['left', 'right', 'auto']).optional(),
      level,
    }),
    (rows, options, measure) => trimAndFill(rows.map(rowOf(measure)), options),
  ),
  'mantel-haenszel': analysis(z.object({ measure: z.enum(tableMeasures), level }), (rows, options) =>
    mantelHaenszel(rows.map(countsOf), options),
  ),
  peto: analysis(z.object({ level }), (rows, options) => peto(rows.map(countsOf), options)),
  'three-level': analysis(
    z.object({ cluster: column, effect: column, test: z.enum(['z', 't']).optional(), level }),
    (rows, options, measure) => threeLevel(rows.map(rowOf(measure)), options),
  ),
  'cluster-robust': analysis(
    z.object({
      cluster: column,
      effect: column,
      base: z.enum(['random-effects', 'three-level']),
      type: z.enum(['CR1', 'CR2']),
      level,
    }),
    (rows, options, measure) => clusterRobust(rows.map(rowOf(measure)), options),
  ),
  'correlated-hierarchical': analysis(
    z.object({ cluster: column, effect: column, rho: z.number(), level }),
    (rows, options, measure) => correlatedHierarchical(rows.map(rowOf(measure)), options),
  ),
  'correlated-effects-rve': analysis(
    z.object({ cluster: column, rho: z.number(), smallSample: z.boolean().optional(), level }),
    (rows, options, measure) => correlatedEffects(rows.map(rowOf(measure)), options),
  ),
  'aggregate-then-pool': analysis(
    z.object({ cluster: column, rho: z.number(), method, level }),
    (rows, options, measure) => aggregateThenPool(rows.map(rowOf(measure)), options),
  ),
};
