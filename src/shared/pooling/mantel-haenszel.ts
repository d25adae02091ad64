import { assertNever } from '../kernel/assert-never';
import { err, ok, type Result } from '../kernel/result';
import { chiSquareUpperTail } from '../statistics';
import type { PoolError } from './errors';
import { effectBlock, isLevel, type EffectBlock } from './inference';
import { DEFAULT_LEVEL } from './pool';
import { effectsOfTables, qAround } from './table-heterogeneity';
import { tablesOf, type Table, type TableMeasure, type TableRow } from './tables';

export type MantelHaenszelOptions = { readonly measure: TableMeasure; readonly level?: number | undefined };

/**
 * The Mantel-Haenszel estimate (log scale for OR and RR), heterogeneity around it from the studies' own effects (0.5
 * added to tables with a zero cell; tables without events, or with events only, left out), and for OR the
 * continuity-corrected Cochran-Mantel-Haenszel test (null otherwise). `k` counts the tables.
 */
export type MantelHaenszelResult = EffectBlock & {
  readonly k: number;
  readonly Q: number;
  readonly Qdf: number;
  readonly Qp: number;
  readonly I2: number;
  readonly cmh: number | null;
  readonly cmhP: number | null;
};

/**
 * Pools raw tables by Mantel & Haenszel 1959. Counts are used as they are. Variances: Robins, Breslow & Greenland 1986
 * (OR), Greenland & Robins 1985 (RR), Sato 1989 (RD).
 * Errors: `no-studies`, `events-negative`, `events-exceed-n`, `level-out-of-range`, and `no-events` when the tables
 * leave the ratio undefined.
 */
export function mantelHaenszel(
  rows: readonly TableRow[],
  options: MantelHaenszelOptions,
): Result<MantelHaenszelResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const read = tablesOf(rows);
  if (!read.ok) return read;
  const tables = read.value;
  const pooled = estimate(tables, options.measure);
  if (pooled === undefined) return err({ code: 'no-events' });
  const own = effectsOfTables(tables, options.measure);
  const test = options.measure === 'OR' ? cochranMantelHaenszel(tables) : null;
  return ok({
    k: tables.length,
    ...effectBlock(pooled.estimate, Math.sqrt(pooled.variance), null, level),
    ...qAround(own, pooled.estimate),
    cmh: test?.statistic ?? null,
    cmhP: test?.pval ?? null,
  });
}

type Estimate = { readonly estimate: number; readonly variance: number };

function estimate(tables: readonly Table[], measure: TableMeasure): Estimate | undefined {
  switch (measure) {
    case 'OR':
      return oddsRatio(tables);
    case 'RR':
      return riskRatio(tables);
    case 'RD':
      return riskDifference(tables);
    default:
      return assertNever(measure, 'measure');
  }
}

const total = (tables: readonly Table[], term: (table: Table) => number): number =>
  tables.reduce((sum, table) => sum + term(table), 0);

const everyone = ({ nT, nC }: Table): number => nT + nC;

function oddsRatio(tables: readonly Table[]): Estimate | undefined {
  /** Share of participants on the diagonal (event under T, none under C) and off it. */
  const p = (t: Table): number => (t.eventsT + t.nC - t.eventsC) / everyone(t);
  const q = (t: Table): number => 1 - p(t);
  const r = (t: Table): number => (t.eventsT * (t.nC - t.eventsC)) / everyone(t);
  const s = (t: Table): number => ((t.nT - t.eventsT) * t.eventsC) / everyone(t);
  const sumR = total(tables, r);
  const sumS = total(tables, s);
  if (sumR === 0 || sumS === 0) return undefined;
  const variance =
    0.5 *
    (total(tables, (t) => p(t) * r(t)) / sumR ** 2 +
      total(tables, (t) => p(t) * s(t) + q(t) * r(t)) / (sumR * sumS) +
      total(tables, (t) => q(t) * s(t)) / sumS ** 2);
  return { estimate: Math.log(sumR / sumS), variance };
}

function riskRatio(tables: readonly Table[]): Estimate | undefined {
  const r = total(tables, (t) => (t.eventsT * t.nC) / everyone(t));
  const s = total(tables, (t) => (t.eventsC * t.nT) / everyone(t));
  if (r === 0 || s === 0) return undefined;
  const spread = total(
    tables,
    (t) => (t.nT * t.nC * (t.eventsT + t.eventsC) - t.eventsT * t.eventsC * everyone(t)) / everyone(t) ** 2,
  );
  return { estimate: Math.log(r / s), variance: spread / (r * s) };
}

function riskDifference(tables: readonly Table[]): Estimate {
  const weight = total(tables, (t) => (t.nT * t.nC) / everyone(t));
  const difference = total(tables, (t) => (t.eventsT * t.nC - t.eventsC * t.nT) / everyone(t)) / weight;
  const first = total(
    tables,
    (t) =>
      (t.nT ** 2 * t.eventsC - t.nC ** 2 * t.eventsT + (t.nT * t.nC * (t.nC - t.nT)) / 2) / everyone(t) ** 2,
  );
  const second = total(
    tables,
    (t) => (t.eventsT * (t.nC - t.eventsC) + t.eventsC * (t.nT - t.eventsT)) / (2 * everyone(t)),
  );
  return { estimate: difference, variance: (difference * first + second) / weight ** 2 };
}

/** The Cochran-Mantel-Haenszel chi-square with continuity correction, 1 df (Cochran 1954; Mantel & Haenszel 1959). */
function cochranMantelHaenszel(tables: readonly Table[]): { statistic: number; pval: number } | null {
  const excess = total(tables, (t) => t.eventsT - (t.nT * (t.eventsT + t.eventsC)) / everyone(t));
  const variance = total(tables, (t) => {
    const events = t.eventsT + t.eventsC;
    const n = everyone(t);
    return n > 1 ? (t.nT * t.nC * events * (n - events)) / (n * n * (n - 1)) : 0;
  });
  if (variance === 0) return null;
  const statistic = (Math.abs(excess) - 0.5) ** 2 / variance;
  return { statistic, pval: chiSquareUpperTail(statistic, 1) };
}
