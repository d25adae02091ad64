import { err, ok, type Result } from '../kernel/result';
import { at, chiSquareUpperTail, dot, entry, fUpperTail, matrix, solve } from '../statistics';
import type { PoolError } from './errors';
import { explainedShare } from './explained';
import { i2OfQ, qTest, sharesOf } from './heterogeneity';
import { effectBlock, isLevel, type EffectBlock } from './inference';
import { coefficientsOf, covarianceOf, fitAt, modelOf, type Column } from './model';
import { DEFAULT_LEVEL, hartungKnappFactor, residualQ, type PoolingTest } from './pool';
import { groupsAscending, studiesOf, studiesWith, type PoolingRow, type Study } from './rows';
import { estimateTau2, type PoolingMethod } from './tau2';
import { typicalVariance } from './traces';

export type MetaRegressionOptions = {
  /** Columns that may explain the effects: numbers as they are, words as one term per value after the first. */
  readonly moderators: readonly string[];
  readonly method: PoolingMethod;
  readonly test?: PoolingTest | undefined;
  readonly level?: number | undefined;
};

/** One coefficient with its test; `term` is `intercept`, the column's name, or `column: value`. */
export type Coefficient = EffectBlock & { readonly term: string };

/**
 * A mixed-effects meta-regression. `df` is the t tests' (null with the normal). `QE` is the residual heterogeneity,
 * `QM` the omnibus test of the moderators: chi-square on `QMdf`, or F on `QMdf` and `df`. I² in percent, of what the
 * moderators leave; R² in percent, null where there was no between-study variance to explain.
 */
export type MetaRegressionResult = {
  readonly k: number;
  readonly coefficients: readonly Coefficient[];
  /** Covariances of the coefficients in their order, by the chosen test. */
  readonly covariance: readonly (readonly number[])[];
  readonly df: number | null;
  readonly tau2: number;
  readonly seTau2: number | null;
  readonly I2: number;
  readonly H2: number;
  readonly R2: number | null;
  readonly QE: number;
  readonly QEdf: number;
  readonly QEp: number;
  readonly QM: number | null;
  readonly QMdf: number;
  readonly QMp: number | null;
};

/**
 * Explains effects by moderators (Thompson & Higgins 2002; Knapp & Hartung 2003 for `hk`). Rows that lack a moderator
 * are left out and do not count in `k`.
 * Errors: those of `pool`, `field-missing`, `too-few-studies` (there must be one more than coefficients), and
 * `moderators-collinear`.
 */
export function metaRegression(
  rows: readonly PoolingRow[],
  options: MetaRegressionOptions,
): Result<MetaRegressionResult, PoolError> {
  const studies = studiesOf(rows);
  if (!studies.ok) return studies;
  const complete = studiesWith(studies.value, options.moderators);
  if (!complete.ok) return complete;
  const columns = options.moderators.flatMap((moderator) => columnsOf(complete.value, moderator));
  return regress(complete.value, columns, options);
}

/** Meta-regression of studies on ready columns, an intercept before them. */
export function regress(
  studies: readonly Study[],
  columns: readonly Column[],
  options: Omit<MetaRegressionOptions, 'moderators'>,
): Result<MetaRegressionResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const terms = [{ term: 'intercept', values: studies.map(() => 1) }, ...columns];
  if (studies.length <= terms.length) {
    return err({ code: 'too-few-studies', needed: terms.length + 1, found: studies.length });
  }
  const built = modelOf(studies, terms);
  if (!built.ok) return built;
  const model = built.value;
  const residualDf = model.k - model.p;
  const common = fitAt(model, 0);
  const { tau2, seTau2 } = estimateTau2(model, options.method);
  const fit = fitAt(model, tau2);
  const student = options.test === 'hk';
  const scale = student ? hartungKnappFactor(fit, residualDf) : 1;
  const df = student ? residualDf : null;
  const estimates = coefficientsOf(model, fit);
  const covariance = covarianceOf(model, fit);
  const residual = qTest(residualQ(common), residualDf);
  const share =
    options.method === 'CE'
      ? { I2: i2OfQ(residual.Q, residualDf), H2: residual.Q / residualDf }
      : sharesOf(tau2, typicalVariance(model, common));
  return ok({
    k: model.k,
    coefficients: terms.map(({ term }, i) => ({
      term,
      ...effectBlock(at(estimates, i), Math.sqrt(scale * entry(covariance, i, i)), df, level),
    })),
    covariance: terms.map((_, i) => terms.map((__, j) => scale * entry(covariance, i, j))),
    df,
    tau2,
    seTau2,
    ...share,
    R2: explainedShare(studies, options.method, tau2),
    QE: residual.Q,
    QEdf: residual.Qdf,
    QEp: residual.Qp,
    ...omnibus(estimates, covariance, scale, df),
  });
}

/** The Wald test that every coefficient but the intercept is 0; null where the standard errors are 0. */
function omnibus(
  estimates: Float64Array,
  covariance: ReturnType<typeof covarianceOf>,
  scale: number,
  df: number | null,
): { QM: number | null; QMdf: number; QMp: number | null } {
  const m = estimates.length - 1;
  if (m === 0) return { QM: null, QMdf: 0, QMp: null };
  const slopes = estimates.slice(1);
  const block = matrix(m, m, (i, j) => scale * entry(covariance, i + 1, j + 1));
  const solved = solve(block, slopes);
  if (solved === undefined) return { QM: null, QMdf: m, QMp: null };
  const wald = dot(slopes, solved);
  return df === null
    ? { QM: wald, QMdf: m, QMp: chiSquareUpperTail(wald, m) }
    : { QM: wald / m, QMdf: m, QMp: fUpperTail(wald / m, m, df) };
}

/** The columns of a moderator: one of numbers, or for words one indicator per value after the first. */
function columnsOf(studies: readonly Study[], moderator: string): readonly Column[] {
  const cells = studies.map((study) => study.fields[moderator]);
  if (cells.every((cell): cell is number => typeof cell === 'number'))
    return [{ term: moderator, values: cells }];
  return groupsAscending(studies, moderator)
    .slice(1)
    .map((group) => ({
      term: `${moderator}: ${group.level}`,
      values: cells.map((cell) => (String(cell) === group.level ? 1 : 0)),
    }));
}
