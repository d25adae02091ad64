import { sum } from '../../statistics';
import { gwetAc1 } from './gwet';
import { cohenKappa, linearWeight, quadraticWeight } from './kappa';
import { krippendorffAlpha, nominalDistance, ordinalDistance } from './krippendorff';
import type { ItemCounts } from './per-item';
import { indices, noValue, type Statistic } from './statistic';
import type { Table } from './table-of-ratings';

export type TwoRaterAgreement = {
  readonly n: number;
  readonly percentAgreement: number | null;
  /** Per category: twice the agreements over all ratings in it; null where nobody used it. */
  readonly specificAgreement: readonly (number | null)[];
  readonly kappa: Statistic;
  readonly kappaLinear?: Statistic;
  readonly kappaQuadratic?: Statistic;
  readonly pabak: Statistic;
  /** How unevenly the two categories are used, 0 to 1 (Byrt, Bishop & Carlin 1993). Two categories only. */
  readonly prevalenceIndex?: number | null;
  /** How differently the two raters use them, 0 to 1. */
  readonly biasIndex?: number | null;
  readonly gwetAc1: Statistic;
  readonly alphaNominal: Statistic;
  readonly alphaOrdinal?: Statistic;
};

/** Everything two raters' agreement is reported with. `ordered`: the categories have an order, which weights use. */
export function twoRaterAgreement(table: Table, ordered: boolean): TwoRaterAgreement {
  const k = table.length;
  const n = sum(table.flat());
  const cell = (i: number, j: number): number => table[i]?.[j] ?? 0;
  const po = n === 0 ? null : sum(indices(k).map((i) => cell(i, i))) / n;
  const counts = itemsOfTable(table);
  return {
    n,
    percentAgreement: po,
    specificAgreement: indices(k).map((i) => {
      const used = sum(indices(k).map((j) => cell(i, j) + cell(j, i)));
      return used === 0 ? null : (2 * cell(i, i)) / used;
    }),
    kappa: cohenKappa(table),
    ...(ordered
      ? {
          kappaLinear: cohenKappa(table, linearWeight(k)),
          kappaQuadratic: cohenKappa(table, quadraticWeight(k)),
        }
      : {}),
    pabak: pabak(po, k),
    ...(k === 2
      ? {
          prevalenceIndex: n === 0 ? null : Math.abs(cell(0, 0) - cell(1, 1)) / n,
          biasIndex: n === 0 ? null : Math.abs(cell(0, 1) - cell(1, 0)) / n,
        }
      : {}),
    gwetAc1: gwetAc1(table),
    alphaNominal: krippendorffAlpha(counts, nominalDistance),
    ...(ordered ? { alphaOrdinal: krippendorffAlpha(counts, ordinalDistance) } : {}),
  };
}

/** Prevalence- and bias-adjusted kappa, (k po - 1)/(k - 1) (Byrt, Bishop & Carlin 1993). */
function pabak(po: number | null, k: number): Statistic {
  if (po === null) return noValue('no-items');
  return k < 2 ? noValue('one-category') : { value: (k * po - 1) / (k - 1) };
}

/** The items behind a table, each with its two ratings. */
function itemsOfTable(table: Table): ItemCounts {
  const k = table.length;
  return table.flatMap((row, i) =>
    row.flatMap((cell, j) =>
      Array.from({ length: cell }, () => indices(k).map((c) => Number(c === i) + Number(c === j))),
    ),
  );
}
