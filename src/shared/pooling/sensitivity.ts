import { err, ok, type Result } from '../kernel/result';
import type { PoolError } from './errors';
import { isLevel, type EffectBlock } from './inference';
import { DEFAULT_LEVEL, poolCore, testedBlock, type PoolingTest } from './pool';
import { studiesOf, studiesWith, type Cell, type PoolingRow, type Study } from './rows';
import type { PoolingMethod } from './tau2';

export type SensitivityOptions = {
  readonly method: PoolingMethod;
  readonly test?: PoolingTest | undefined;
  readonly level?: number | undefined;
};

/** A pooled effect over some of the studies, with its heterogeneity (I² in percent). */
export type PartialPool = EffectBlock & {
  readonly k: number;
  readonly tau2: number;
  readonly I2: number;
  readonly H2: number;
  readonly Q: number;
  readonly Qp: number;
};

/** The result without the study named `omitted`; `index` is its row, from 0. */
export type LeaveOneOutRow = PartialPool & { readonly omitted: string; readonly index: number };
export type LeaveOneOutResult = { readonly rows: readonly LeaveOneOutRow[] };

/**
 * The pooled effect with each study left out in turn, in the order of the rows.
 * Errors: those of `pool`, and `too-few-studies` for one study.
 */
export function leaveOneOut(
  rows: readonly PoolingRow[],
  options: SensitivityOptions,
): Result<LeaveOneOutResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const studies = studiesOf(rows);
  if (!studies.ok) return studies;
  if (studies.value.length < 2)
    return err({ code: 'too-few-studies', needed: 2, found: studies.value.length });
  return ok({
    rows: studies.value.map((omitted) => ({
      omitted: omitted.label,
      index: omitted.index,
      ...partial(
        studies.value.filter((study) => study !== omitted),
        options,
        level,
      ),
    })),
  });
}

export type CumulativeOptions = SensitivityOptions & {
  /** The column that orders the studies (usually the year); ties keep the order of the rows. */
  readonly orderBy: string;
};

/** The result of the studies up to and including the one named `added`. */
export type CumulativeRow = PartialPool & { readonly added: string; readonly index: number };
export type CumulativeResult = { readonly rows: readonly CumulativeRow[] };

/**
 * The pooled effect as studies accumulate (Lau et al. 1992). The first step is that study on its own.
 * Errors: those of `pool`, and `field-missing`.
 */
export function cumulative(
  rows: readonly PoolingRow[],
  options: CumulativeOptions,
): Result<CumulativeResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const studies = studiesOf(rows);
  if (!studies.ok) return studies;
  const complete = studiesWith(studies.value, [options.orderBy]);
  if (!complete.ok) return complete;
  const ordered = [...complete.value].sort((a, b) =>
    compare(a.fields[options.orderBy], b.fields[options.orderBy]),
  );
  return ok({
    rows: ordered.map((added, i) => ({
      added: added.label,
      index: added.index,
      ...partial(ordered.slice(0, i + 1), options, level),
    })),
  });
}

function compare(a: Cell, b: Cell): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const left = String(a);
  const right = String(b);
  return left < right ? -1 : left > right ? 1 : 0;
}

function partial(studies: readonly Study[], options: SensitivityOptions, level: number): PartialPool {
  const core = poolCore(studies, options.method);
  return {
    k: core.k,
    ...testedBlock(core, options.test ?? 'z', level),
    tau2: core.tau2,
    I2: core.I2,
    H2: core.H2,
    Q: core.Q,
    Qp: core.Qp,
  };
}
