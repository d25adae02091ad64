import { assertNever } from '../kernel/assert-never';
import { err, ok, type Result } from '../kernel/result';
import type { PoolError } from './errors';
import { isLevel, type EffectBlock } from './inference';
import { regress } from './meta-regression';
import { DEFAULT_LEVEL, poolCore, testedBlock } from './pool';
import { studiesOf, type PoolingRow, type Study } from './rows';
import type { PoolingMethod } from './tau2';

/** How the number of missing studies is estimated (Duval & Tweedie 2000). */
export const trimAndFillEstimators = ['L0', 'R0', 'Q0'] as const;
export type TrimAndFillEstimator = (typeof trimAndFillEstimators)[number];

export type TrimAndFillOptions = {
  readonly method: PoolingMethod;
  readonly estimator?: TrimAndFillEstimator | undefined;
  /** The side on which studies are missing; `auto` is left when smaller studies show larger effects, else right. */
  readonly side?: 'left' | 'right' | 'auto' | undefined;
  readonly level?: number | undefined;
};

/**
 * `k0` studies thought missing on `side` with the standard error of that number (null where Q0
 * has none; for R0 also the p-value of none), the
 * effects filled in, and the pooled result of observed and filled effects together.
 */
export type TrimAndFillResult = EffectBlock & {
  readonly k0: number;
  readonly seK0: number | null;
  readonly pvalK0: number | null;
  readonly side: 'left' | 'right';
  readonly kTotal: number;
  readonly tau2: number;
  readonly I2: number;
  readonly Q: number;
  readonly Qp: number;
  readonly filled: readonly { readonly yi: number; readonly vi: number }[];
};

/**
 * Trim and fill (Duval & Tweedie 2000): a sensitivity analysis, not a corrected result; it assumes that a lopsided
 * funnel comes from missing studies alone. Errors: those of `pool`, `too-few-studies` below three.
 */
export function trimAndFill(
  rows: readonly PoolingRow[],
  options: TrimAndFillOptions,
): Result<TrimAndFillResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const read = studiesOf(rows);
  if (!read.ok) return read;
  const studies = read.value;
  if (studies.length < 3) return err({ code: 'too-few-studies', needed: 3, found: studies.length });
  const side =
    options.side === undefined || options.side === 'auto'
      ? emptierSide(studies, options.method)
      : options.side;
  const estimator = options.estimator ?? 'L0';

  // Studies missing on the right are studies missing on the left of the mirror image.
  const sign = side === 'right' ? -1 : 1;
  const ordered = studies
    .map((study) => ({ ...study, yi: sign * study.yi }))
    .sort((a, b) => a.yi - b.yi || a.index - b.index);
  const { k0, seK0, centre } = countMissing(ordered, options.method, estimator);
  const filled = ordered
    .slice(ordered.length - k0)
    .map((study) => ({ yi: sign * (2 * centre - study.yi), vi: study.vi }));
  const core = poolCore(
    [
      ...studies,
      ...filled.map((added, i): Study => ({ ...added, index: studies.length + i, label: '', fields: {} })),
    ],
    options.method,
  );
  return ok({
    ...testedBlock(core, 'z', level),
    k0,
    seK0,
    pvalK0: estimator === 'R0' ? 0.5 ** (k0 + 1) : null,
    side,
    kTotal: core.k,
    tau2: core.tau2,
    I2: core.I2,
    Q: core.Q,
    Qp: core.Qp,
    filled,
  });
}

/** Where small studies are missing, from the sign of the regression on the standard error. */
function emptierSide(studies: readonly Study[], method: PoolingMethod): 'left' | 'right' {
  const column = { term: 'sei', values: studies.map((study) => Math.sqrt(study.vi)) };
  const result = regress(studies, [column], { method });
  // With studies all of one size there is no slope and neither side is emptier.
  const slope = result.ok ? (result.value.coefficients[1]?.estimate ?? 0) : 0;
  return slope < 0 ? 'right' : 'left';
}

type Missing = { readonly k0: number; readonly seK0: number | null; readonly centre: number };

/**
 * Trims the k0 largest effects, finds the centre of the rest, counts again, until the number stands. Should it ever
 * return to an earlier number without standing, the round ends there, so the count always comes to an end.
 */
function countMissing(
  ordered: readonly Study[],
  method: PoolingMethod,
  estimator: TrimAndFillEstimator,
): Missing {
  const k = ordered.length;
  const seen = new Set<number>();
  let current = 0;
  for (;;) {
    seen.add(current);
    const centre = poolCore(ordered.slice(0, Math.max(1, k - current)), method).estimate;
    const { count, variance } = missingBy(estimator, signedRanks(ordered, centre));
    const next = Math.min(k - 1, Math.max(0, roundHalfEven(count)));
    if (next === current || seen.has(next)) {
      return { k0: next, seK0: variance === null ? null : Math.sqrt(Math.max(0, variance)), centre };
    }
    current = next;
  }
}

/** Ranks of the distances from the centre, signed; equal distances in the order of the effects. */
function signedRanks(ordered: readonly Study[], centre: number): readonly number[] {
  const deviations = ordered.map((study) => study.yi - centre);
  const byDistance = deviations
    .map((deviation, i) => ({ deviation, i }))
    .sort((a, b) => Math.abs(a.deviation) - Math.abs(b.deviation) || a.i - b.i);
  const ranks: number[] = ordered.map(() => 0);
  byDistance.forEach(({ deviation, i }, rank) => {
    ranks[i] = Math.sign(deviation) * (rank + 1);
  });
  return ranks;
}

/** The estimated number of missing studies, not yet rounded, and the variance of that number. */
function missingBy(
  estimator: TrimAndFillEstimator,
  ranks: readonly number[],
): { readonly count: number; readonly variance: number | null } {
  const k = ranks.length;
  const positive = ranks.reduce((sum, rank) => sum + Math.max(0, rank), 0);
  switch (estimator) {
    case 'R0': {
      const negative = ranks.filter((rank) => rank < 0);
      if (negative.length === 0) return { count: 0, variance: 2 };
      const count = k + Math.min(...negative) - 1;
      return { count, variance: 2 * Math.max(0, count) + 2 };
    }
    case 'L0': {
      const count = (4 * positive - k * (k + 1)) / (2 * k - 1);
      return { count, variance: (16 * rankSumVariance(k, count)) / (2 * k - 1) ** 2 };
    }
    case 'Q0': {
      const count = k - 0.5 - Math.sqrt(Math.max(0, 2 * k * k - 4 * positive + 0.25));
      const scale = (k - 0.5) ** 2 - count * (2 * k - count - 1);
      return { count, variance: scale > 0 ? (4 * rankSumVariance(k, count)) / scale : null };
    }
    default:
      return assertNever(estimator, 'trim-and-fill estimator');
  }
}

/** The variance of the sum of positive ranks when k0 extreme ones are missing (Duval & Tweedie 2000, formula 8). */
const rankSumVariance = (k: number, k0: number): number =>
  (k * (k + 1) * (2 * k + 1) +
    10 * k0 ** 3 +
    27 * k0 ** 2 +
    17 * k0 -
    18 * k * k0 ** 2 -
    18 * k * k0 +
    6 * k ** 2 * k0) /
  24;

function roundHalfEven(x: number): number {
  const down = Math.floor(x);
  const rest = x - down;
  if (rest !== 0.5) return Math.round(x);
  return down % 2 === 0 ? down : down + 1;
}
