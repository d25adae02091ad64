import { normalTwoSidedP, sum } from '../../statistics';
import { indices, noValue, precision, type BetweenCategories, type Statistic } from './statistic';
import type { Table } from './table-of-ratings';

export const unweighted: BetweenCategories = (i, j) => (i === j ? 1 : 0);

/** Weights 1 - |i-j|/(k-1) (Cicchetti & Allison 1971). */
export const linearWeight =
  (k: number): BetweenCategories =>
  (i, j) =>
    1 - Math.abs(i - j) / (k - 1);

/** Weights 1 - ((i-j)/(k-1))² (Fleiss & Cohen 1973). */
export const quadraticWeight =
  (k: number): BetweenCategories =>
  (i, j) =>
    1 - ((i - j) / (k - 1)) ** 2;

/**
 * Cohen's kappa (Cohen 1960), weighted kappa (Cohen 1968). `se` is the large-sample standard error for a kappa other
 * than zero, `se0` the one under kappa = 0 (both Fleiss, Cohen & Everitt 1969); `seCohen1960` the older approximation,
 * for information. Undefined, not 0 and not 1, where both raters always used the same single category.
 */
export function cohenKappa(table: Table, weight: BetweenCategories = unweighted): Statistic {
  const k = table.length;
  const n = sum(table.flat());
  if (n === 0) return noValue('no-items');
  const p = (i: number, j: number): number => (table[i]?.[j] ?? 0) / n;
  const rows = indices(k).map((i) => sum(indices(k).map((j) => p(i, j))));
  const columns = indices(k).map((j) => sum(indices(k).map((i) => p(i, j))));
  const r = (i: number): number => rows[i] ?? 0;
  const c = (j: number): number => columns[j] ?? 0;
  const pairs = indices(k).flatMap((i) => indices(k).map((j) => [i, j] as const));
  const po = sum(pairs.map(([i, j]) => weight(i, j) * p(i, j)));
  const pe = sum(pairs.map(([i, j]) => weight(i, j) * r(i) * c(j)));
  if (1 - pe < 1e-12) return { value: null, reason: 'no-variation', po, pe };
  const value = (po - pe) / (1 - pe);
  const wRow = indices(k).map((i) => sum(indices(k).map((j) => c(j) * weight(i, j))));
  const wColumn = indices(k).map((j) => sum(indices(k).map((i) => r(i) * weight(i, j))));
  const w = (i: number, j: number): number => (wRow[i] ?? 0) + (wColumn[j] ?? 0);
  const inside = sum(pairs.map(([i, j]) => p(i, j) * (weight(i, j) - w(i, j) * (1 - value)) ** 2));
  const se = Math.sqrt(Math.max(0, inside - (value - pe * (1 - value)) ** 2) / n) / (1 - pe);
  const ifNone = sum(pairs.map(([i, j]) => r(i) * c(j) * (weight(i, j) - w(i, j)) ** 2));
  const se0 = Math.sqrt(Math.max(0, ifNone - pe * pe) / n) / (1 - pe);
  const z = se0 === 0 ? null : value / se0;
  const poMax = sum(indices(k).map((i) => Math.min(r(i), c(i))));
  return {
    value,
    po,
    pe,
    ...precision(value, se, n),
    se0,
    z,
    p: z === null ? null : normalTwoSidedP(z),
    ...(weight === unweighted
      ? { seCohen1960: Math.sqrt((po * (1 - po)) / (n * (1 - pe) ** 2)), max: (poMax - pe) / (1 - pe) }
      : {}),
  };
}
