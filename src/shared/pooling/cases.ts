import { z } from '../kernel/schema';
import type { EffectErrorCode } from '../effect-size';
import { err, ok, type Result } from '../kernel/result';
import { aggregateThenPool } from './aggregate';
import { beggTest } from './begg';
import { countsOf, poolingRows, type SheetRow } from './case-rows';
import { correlatedEffects } from './correlated-effects';
import { eggerPredictors, eggerTest } from './egger';
import type { PoolError, PoolErrorCode } from './errors';
import { influence } from './influence';
import { mantelHaenszel } from './mantel-haenszel';
import { metaRegression } from './meta-regression';
import { peto } from './peto';
import { pool, poolingTests } from './pool';
import { clusterRobust, correlatedHierarchical } from './robust';
import type { PoolingRow } from './rows';
import { cumulative, leaveOneOut } from './sensitivity';
import { poolSubgroups } from './subgroup';
import { tableMeasures, type TableRow } from './tables';
import { poolingMethods } from './tau2';
import { threeLevel } from './three-level';
import { trimAndFill, trimAndFillEstimators } from './trim-and-fill';

/**
 * What a case is answered with: the numbers, or why there are none. Beside the errors of the analyses and of raw
 * numbers: `not-supported` (a kind nobody knows), `options-invalid`, `dataset-unknown`.
 */
export type CaseAnswer =
  | { readonly id: string; readonly got: object }
  | {
      readonly id: string;
      readonly error: PoolErrorCode | EffectErrorCode | 'options-invalid' | 'dataset-unknown';
    };

/** The file is not a list of cases; `detail` names the first place that is not as expected. */
export type CasesError = { readonly code: 'not-a-cases-file'; readonly detail: string };

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
export function answerPoolingCases(
  file: unknown,
): Result<{ readonly cases: readonly CaseAnswer[] }, CasesError> {
  const parsed = casesFile.safeParse(file);
  if (!parsed.success) {
    return err({ code: 'not-a-cases-file', detail: parsed.error.issues[0]?.path.join('.') ?? '' });
  }
  const { datasets, cases } = parsed.data;
  return ok({
    cases: cases.map((one): CaseAnswer => ({ id: one.id, ...answerCase(one.kind, one, datasets) })),
  });
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
) => Result<object, PoolError | { readonly code: EffectErrorCode }> | undefined;

/** An analysis of effects whose options are checked by a schema. */
const ofEffects =
  <Options>(
    schema: z.ZodType<Options>,
    run: (rows: readonly PoolingRow[], options: Options) => Result<object, PoolError>,
  ): Analysis =>
  (rows, written, measure) => {
    const options = schema.safeParse(written);
    if (!options.success) return undefined;
    const effects = poolingRows(rows, measure);
    return effects.ok ? run(effects.value, options.data) : effects;
  };

/** An analysis of raw two-by-two tables. */
const ofTables =
  <Options>(
    schema: z.ZodType<Options>,
    run: (rows: readonly TableRow[], options: Options) => Result<object, PoolError>,
  ): Analysis =>
  (rows, written) => {
    const options = schema.safeParse(written);
    return options.success ? run(rows.map(countsOf), options.data) : undefined;
  };

const level = z.number().optional();
const method = z.enum(poolingMethods);
const test = z.enum(poolingTests).optional();
const column = z.string();

const analyses: { readonly [kind: string]: Analysis } = {
  pool: ofEffects(z.object({ method, level }), pool),
  subgroup: ofEffects(
    z.object({ by: column, method, tau2: z.enum(['separate', 'common']), test, level }),
    (rows, options) => {
      const result = poolSubgroups(rows, options);
      return result.ok ? ok({ ...result.value, ...result.value.residual }) : result;
    },
  ),
  'meta-regression': ofEffects(
    z.object({ moderators: z.array(column).min(1), method, test, level }),
    metaRegression,
  ),
  'leave-one-out': ofEffects(z.object({ method, test, level }), leaveOneOut),
  cumulative: ofEffects(z.object({ orderBy: column, method, test, level }), cumulative),
  influence: ofEffects(z.object({ method }), influence),
  egger: ofEffects(
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
    eggerTest,
  ),
  begg: ofEffects(z.object({}), beggTest),
  'trim-and-fill': ofEffects(
    z.object({
      method,
      estimator: z.enum(trimAndFillEstimators).optional(),
      side: z.enum(['left', 'right', 'auto']).optional(),
      level,
    }),
    trimAndFill,
  ),
  'mantel-haenszel': ofTables(z.object({ measure: z.enum(tableMeasures), level }), mantelHaenszel),
  peto: ofTables(z.object({ level }), peto),
  'three-level': ofEffects(
    z.object({ cluster: column, effect: column, test: z.enum(['z', 't']).optional(), level }),
    threeLevel,
  ),
  'cluster-robust': ofEffects(
    z.object({
      cluster: column,
      effect: column,
      base: z.enum(['random-effects', 'three-level']),
      type: z.enum(['CR1', 'CR2']),
      level,
    }),
    clusterRobust,
  ),
  'correlated-hierarchical': ofEffects(
    z.object({ cluster: column, effect: column, rho: z.number(), level }),
    correlatedHierarchical,
  ),
  'correlated-effects-rve': ofEffects(
    z.object({ cluster: column, rho: z.number(), smallSample: z.boolean().optional(), level }),
    correlatedEffects,
  ),
  'aggregate-then-pool': ofEffects(
    z.object({ cluster: column, rho: z.number(), method, level }),
    aggregateThenPool,
  ),
};
