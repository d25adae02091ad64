import { sum } from '../../statistics';
import { agreementOfItems, perItemStatistic, type ItemCounts } from './per-item';
import { indices, noValue, precision, type Statistic } from './statistic';
import type { Table } from './table-of-ratings';

/**
 * AC1 of two raters (Gwet 2008, table formula with its variance): chance agreement from how evenly the categories are
 * used, so that it stays high where nearly everything is excluded and kappa falls.
 */
export function gwetAc1(table: Table): Statistic {
  const k = table.length;
  const n = sum(table.flat());
  if (n === 0) return noValue('no-items');
  if (k < 2) return noValue('one-category');
  const p = (i: number, j: number): number => (table[i]?.[j] ?? 0) / n;
  const shares = indices(k).map((i) => sum(indices(k).map((j) => p(i, j) + p(j, i))) / 2);
  const share = (i: number): number => shares[i] ?? 0;
  const po = sum(indices(k).map((i) => p(i, i)));
  const pe = sum(shares.map((one) => one * (1 - one))) / (k - 1);
  const value = (po - pe) / (1 - pe);
  const agreeing = sum(indices(k).map((i) => p(i, i) * (1 - share(i)))) / (k - 1);
  const all =
    sum(indices(k).flatMap((i) => indices(k).map((j) => p(i, j) * (1 - (share(i) + share(j)) / 2) ** 2))) /
    (k - 1) ** 2;
  const variance =
    (po * (1 - po) - 4 * (1 - value) * (agreeing - po * pe) + 4 * (1 - value) ** 2 * (all - pe * pe)) /
    (n * (1 - pe) ** 2);
  return { value, po, pe, ...precision(value, Math.sqrt(Math.max(0, variance)), n) };
}

/** AC1 of any number of raters, also with ratings missing (Gwet 2014, per-item formula with n/(n-1)). */
export function gwetAc1OfItems(counts: ItemCounts): Statistic {
  const k = counts[0]?.length ?? 0;
  const agreement = agreementOfItems(counts);
  if (agreement === null) return noValue('no-items');
  if (k < 2) return noValue('one-category');
  const { po, shares } = agreement;
  const pe = sum(shares.map((one) => one * (1 - one))) / (k - 1);
  const chanceOfItem = (row: readonly number[]): number =>
    sum(row.map((count, category) => count * (1 - (shares[category] ?? 0)))) / (k - 1) / sum(row);
  return { po, pe, ...perItemStatistic(counts, agreement, pe, chanceOfItem) };
}
