import { err, ok, type Result } from '../kernel/result';
import { at, chiSquareUpperTail, entry, fUpperTail, sumOver } from '../statistics';
import type { PoolError } from './errors';
import { i2OfQ, qTest, sharesOf } from './heterogeneity';
import { effectBlock, isLevel, type EffectBlock } from './inference';
import { coefficientsOf, covarianceOf, fitAt, modelOf } from './model';
import {
  DEFAULT_LEVEL,
  hartungKnappFactor,
  poolCore,
  residualQ,
  testedBlock,
  type PoolingTest,
} from './pool';
import { groupsAscending, studiesOf, studiesWith, type Group, type PoolingRow, type Study } from './rows';
import { estimateTau2, type PoolingMethod } from './tau2';
import { explainedShare } from './explained';
import { typicalVariance } from './traces';

export type SubgroupOptions = {
  /** The column whose values are the subgroups. Rows without a value are left out. */
  readonly by: string;
  readonly method: PoolingMethod;
  /** A between-study variance of its own in every subgroup, or one for all. */
  readonly tau2: 'separate' | 'common';
  readonly test?: PoolingTest | undefined;
  readonly level?: number | undefined;
};

/** A subgroup's pooled effect; heterogeneity is its own only with separate between-study variances. */
export type SubgroupLevel = EffectBlock & {
  readonly level: string;
  readonly k: number;
  readonly tau2: number;
  readonly I2: number | null;
  readonly Q: number | null;
  readonly Qp: number | null;
};

/**
 * Subgroups in ascending order and the test that they differ: chi-square on `df`, or F on `df` and `df2` when the
 * between-study variance is common and the test is Hartung-Knapp. `Qbetween` is null, with p 0, where subgroups
 * without any standard error differ. `residual` belongs to the common variance only.
 */
export type SubgroupResult = {
  readonly k: number;
  readonly groups: readonly SubgroupLevel[];
  readonly Qbetween: number | null;
  readonly df: number;
  readonly df2: number | null;
  readonly pval: number;
  readonly residual: {
    readonly tau2: number;
    readonly residualI2: number;
    readonly QE: number;
    readonly QEdf: number;
    readonly QEp: number;
    readonly R2: number | null;
  } | null;
};

/**
 * Pools every subgroup and tests the difference between them (Borenstein et al. 2009, ch. 19). One subgroup only is
 * allowed and has nothing to test (Qbetween 0, p 1).
 * Errors: those of `pool`, and `field-missing`.
 */
export function poolSubgroups(
  rows: readonly PoolingRow[],
  options: SubgroupOptions,
): Result<SubgroupResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const studies = studiesOf(rows);
  if (!studies.ok) return studies;
  const complete = studiesWith(studies.value, [options.by]);
  if (!complete.ok) return complete;
  const groups = groupsAscending(complete.value, options.by);
  const test = options.test ?? 'z';
  return options.tau2 === 'separate'
    ? ok(separate(complete.value.length, groups, options.method, test, level))
    : common(complete.value, groups, options.method, test, level);
}

function separate(
  k: number,
  groups: readonly Group[],
  method: PoolingMethod,
  test: PoolingTest,
  level: number,
): SubgroupResult {
  const levels = groups.map((group): SubgroupLevel => {
    const core = poolCore(group.studies, method);
    return {
      level: group.level,
      k: core.k,
      ...testedBlock(core, test, level),
      tau2: core.tau2,
      I2: core.I2,
      Q: core.Q,
      Qp: core.Qp,
    };
  });
  const q = betweenQ(levels);
  const df = levels.length - 1;
  return {
    k,
    groups: levels,
    Qbetween: q,
    df,
    df2: null,
    pval: df === 0 ? 1 : q === null ? 0 : chiSquareUpperTail(q, df),
    residual: null,
  };
}

/**
 * The inverse-variance Q of the levels' estimates. A level without standard error (Hartung-Knapp with all its effects
 * equal) weighs more than all others together, so it is the centre; null where two such levels differ.
 */
function betweenQ(levels: readonly { readonly estimate: number; readonly se: number }[]): number | null {
  if (levels.length < 2) return 0;
  const [certain, ...others] = levels.filter((group) => group.se === 0);
  if (certain !== undefined) {
    if (others.some(({ estimate }) => !nearlyEqual(estimate, certain.estimate))) return null;
    return levels.reduce(
      (q, { estimate, se }) => (se === 0 ? q : q + ((estimate - certain.estimate) / se) ** 2),
      0,
    );
  }
  const weights = levels.map((group) => 1 / group.se ** 2);
  const estimates = levels.map((group) => group.estimate);
  const total = sumOver(weights.length, (i) => at(weights, i));
  const centre = sumOver(weights.length, (i) => at(weights, i) * at(estimates, i)) / total;
  return sumOver(weights.length, (i) => at(weights, i) * (at(estimates, i) - centre) ** 2);
}

/** Estimates of equal effects differ by rounding only. */
const nearlyEqual = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));

function common(
  studies: readonly Study[],
  groups: readonly Group[],
  method: PoolingMethod,
  test: PoolingTest,
  level: number,
): Result<SubgroupResult, PoolError> {
  const columns = groups.map((group) => {
    const members = new Set(group.studies);
    return { term: group.level, values: studies.map((study) => (members.has(study) ? 1 : 0)) };
  });
  const built = modelOf(studies, columns);
  if (!built.ok) return built;
  const model = built.value;
  const commonFit = fitAt(model, 0);
  const { tau2 } = estimateTau2(model, method);
  const fit = fitAt(model, tau2);
  const residualDf = model.k - model.p;
  const student = test === 'hk' && residualDf > 0;
  const scale = student ? hartungKnappFactor(fit, residualDf) : 1;
  const coefficients = coefficientsOf(model, fit);
  const covariance = covarianceOf(model, fit);
  const levels = groups.map((group, i): SubgroupLevel => ({
    level: group.level,
    k: group.studies.length,
    ...effectBlock(
      at(coefficients, i),
      Math.sqrt(scale * entry(covariance, i, i)),
      student ? residualDf : null,
      level,
    ),
    tau2,
    I2: null,
    Q: null,
    Qp: null,
  }));
  const df = groups.length - 1;
  const q = betweenQ(levels);
  const residual = qTest(residualQ(commonFit), residualDf);
  return ok({
    k: model.k,
    groups: levels,
    Qbetween: student && df > 0 && q !== null ? q / df : q,
    df,
    df2: student ? residualDf : null,
    pval:
      df === 0
        ? 1
        : q === null
          ? 0
          : student
            ? fUpperTail(q / df, df, residualDf)
            : chiSquareUpperTail(q, df),
    residual: {
      tau2,
      residualI2:
        residualDf === 0
          ? 0
          : method === 'CE'
            ? i2OfQ(residual.Q, residualDf)
            : sharesOf(tau2, typicalVariance(model, commonFit)).I2,
      QE: residual.Q,
      QEdf: residual.Qdf,
      QEp: residual.Qp,
      R2: explainedShare(studies, method, tau2),
    },
  });
}
