import { normalTwoSidedP } from '../../statistics';

/** Why a statistic has no value. */
export type NoValue = 'no-items' | 'no-variation' | 'one-category';

export type Statistic = {
  readonly value: number | null;
  readonly reason?: NoValue;
  readonly po?: number;
  readonly pe?: number;
  /** null where one item is too few for a standard error. */
  readonly se?: number | null;
  readonly seReason?: 'too-few-items';
  /** 95 %, normal, cut to [-1, 1]. */
  readonly ci95?: readonly [number, number] | null;
  readonly se0?: number;
  readonly z?: number | null;
  readonly p?: number | null;
  readonly seCohen1960?: number;
  readonly max?: number;
  readonly pairable?: number;
};

export type TwoRaterAgreement = {
  readonly n: number;
  readonly percentAgreement: number | null;
  /** Per category: twice the agreements over all ratings in it; null where nobody used it. */
  readonly specificAgreement: readonly (number | null)[];
  readonly kappa: Statistic;
  readonly kappaLinear?: Statistic;
  readonly kappaQuadratic?: Statistic;
  readonly pabak: Statistic;
  readonly prevalenceIndex?: number | null;
  readonly biasIndex?: number | null;
  readonly gwetAc1: Statistic;
  readonly alphaNominal: Statistic;
  readonly alphaOrdinal?: Statistic;
};

/** Rows first rater, columns second rater, in the order of the categories. */
export type Table = readonly (readonly number[])[];

const z975 = 1.959963984540054;

/**
 * Everything two raters' agreement is reported with. Kappa: Cohen 1960, standard errors of Fleiss, Cohen & Everitt
 * 1969; PABAK: Byrt et al. 1993; AC1: Gwet 2008; alpha: Krippendorff.
 */
export function twoRaterAgreement(table: Table, ordered: boolean): TwoRaterAgreement {
  const k = table.length;
  const n = sum(table.flat());
  const cell = (i: number, j: number): number => table[i]?.[j] ?? 0;
  const rows = indices(k).map((i) => sum(table[i] ?? []));
  const columns = indices(k).map((j) => sum(indices(k).map((i) => cell(i, j))));
  const po = n === 0 ? null : sum(indices(k).map((i) => cell(i, i))) / n;
  const weighted = (weight: Weight): Statistic => weightedKappa(table, rows, columns, n, weight);
  return {
    n,
    percentAgreement: po,
    specificAgreement: indices(k).map((i) => {
      const used = (rows[i] ?? 0) + (columns[i] ?? 0);
      return used === 0 ? null : (2 * cell(i, i)) / used;
    }),
    kappa: weighted((i, j) => (i === j ? 1 : 0)),
    ...(ordered
      ? {
          kappaLinear: weighted((i, j) => 1 - Math.abs(i - j) / (k - 1)),
          kappaQuadratic: weighted((i, j) => 1 - ((i - j) / (k - 1)) ** 2),
        }
      : {}),
    pabak:
      po === null ? noValue('no-items') : k < 2 ? noValue('one-category') : { value: (k * po - 1) / (k - 1) },
    ...(k === 2
      ? {
          prevalenceIndex: n === 0 ? null : Math.abs(cell(0, 0) - cell(1, 1)) / n,
          biasIndex: n === 0 ? null : Math.abs(cell(0, 1) - cell(1, 0)) / n,
        }
      : {}),
    gwetAc1: gwetAc1(table, rows, columns, n),
    alphaNominal: alpha(table, rows, columns, n, (i, j) => (i === j ? 0 : 1)),
    ...(ordered ? { alphaOrdinal: alpha(table, rows, columns, n, ordinalDistance(rows, columns)) } : {}),
  };
}

type Weight = (i: number, j: number) => number;

function weightedKappa(
  table: Table,
  rows: readonly number[],
  columns: readonly number[],
  n: number,
  weight: Weight,
): Statistic {
  if (n === 0) return noValue('no-items');
  const k = table.length;
  const p = (i: number, j: number): number => (table[i]?.[j] ?? 0) / n;
  const r = (i: number): number => (rows[i] ?? 0) / n;
  const c = (j: number): number => (columns[j] ?? 0) / n;
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
  const null0 = sum(pairs.map(([i, j]) => r(i) * c(j) * (weight(i, j) - w(i, j)) ** 2));
  const se0 = Math.sqrt(Math.max(0, null0 - pe * pe) / n) / (1 - pe);
  const z = se0 === 0 ? null : value / se0;
  const unweighted = pairs.every(([i, j]) => weight(i, j) === (i === j ? 1 : 0));
  const poMax = sum(indices(k).map((i) => Math.min(r(i), c(i))));
  return {
    value,
    po,
    pe,
    ...precision(value, se, n),
    se0,
    z,
    p: z === null ? null : normalTwoSidedP(z),
    ...(unweighted
      ? { seCohen1960: Math.sqrt((po * (1 - po)) / (n * (1 - pe) ** 2)), max: (poMax - pe) / (1 - pe) }
      : {}),
  };
}

/** Gwet 2008: chance agreement from how evenly the categories are used. */
function gwetAc1(table: Table, rows: readonly number[], columns: readonly number[], n: number): Statistic {
  const k = table.length;
  if (n === 0) return noValue('no-items');
  if (k < 2) return noValue('one-category');
  const pi = indices(k).map((i) => ((rows[i] ?? 0) + (columns[i] ?? 0)) / (2 * n));
  const po = sum(indices(k).map((i) => table[i]?.[i] ?? 0)) / n;
  const pe = sum(pi.map((share) => share * (1 - share))) / (k - 1);
  const value = (po - pe) / (1 - pe);
  const agreeing = sum(indices(k).map((i) => ((table[i]?.[i] ?? 0) / n) * (1 - (pi[i] ?? 0)))) / (k - 1);
  const all =
    sum(
      indices(k).flatMap((i) =>
        indices(k).map((j) => ((table[i]?.[j] ?? 0) / n) * (1 - ((pi[i] ?? 0) + (pi[j] ?? 0)) / 2) ** 2),
      ),
    ) /
    (k - 1) ** 2;
  const variance =
    (po * (1 - po) - 4 * (1 - value) * (agreeing - po * pe) + 4 * (1 - value) ** 2 * (all - pe * pe)) /
    (n * (1 - pe) ** 2);
  const se = Math.sqrt(Math.max(0, variance));
  return { value, po, pe, ...precision(value, se, n) };
}

/** Krippendorff's alpha from the coincidences of two raters; `distance` 0 for equal values. */
function alpha(
  table: Table,
  rows: readonly number[],
  columns: readonly number[],
  n: number,
  distance: Weight,
): Statistic {
  const k = table.length;
  const pairable = 2 * n;
  if (n === 0) return { value: null, reason: 'no-items', pairable };
  const totals = indices(k).map((i) => (rows[i] ?? 0) + (columns[i] ?? 0));
  let observed = 0;
  let expected = 0;
  for (const i of indices(k)) {
    for (const j of indices(k)) {
      observed += ((table[i]?.[j] ?? 0) + (table[j]?.[i] ?? 0)) * distance(i, j);
      expected += (totals[i] ?? 0) * (totals[j] ?? 0) * distance(i, j);
    }
  }
  if (expected === 0) return { value: null, reason: 'no-variation', pairable };
  return { value: 1 - ((pairable - 1) * observed) / expected, pairable };
}

/** Krippendorff's ordinal distance: the ratings that lie between two categories, half of those in them. */
function ordinalDistance(rows: readonly number[], columns: readonly number[]): Weight {
  const totals = rows.map((count, index) => count + (columns[index] ?? 0));
  return (i, j) => {
    const [low, high] = i < j ? [i, j] : [j, i];
    const between = sum(totals.slice(low, high + 1));
    return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
  };
}

/** Standard error and interval, or why there are none. */
const precision = (value: number, se: number, n: number): Pick<Statistic, 'se' | 'ci95' | 'seReason'> =>
  n < 2 ? { se: null, ci95: null, seReason: 'too-few-items' } : { se, ci95: interval(value, se) };

const interval = (value: number, se: number): [number, number] => [
  Math.max(-1, value - z975 * se),
  Math.min(1, value + z975 * se),
];
const noValue = (reason: NoValue): Statistic => ({ value: null, reason });
const indices = (k: number): number[] => Array.from({ length: k }, (_, index) => index);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Items without a rating: by the first, by the second, by both. */
export type MissingRatings = { readonly a: number; readonly b: number; readonly both: number };

/** The table of two raters' ratings of the same items; null is a missing rating. Only items rated by both count. */
export function tableOfRatings(
  categories: readonly string[],
  first: readonly (string | null)[],
  second: readonly (string | null)[],
): { readonly table: number[][]; readonly missing: MissingRatings } {
  const table = categories.map(() => categories.map(() => 0));
  const missing = { a: 0, b: 0, both: 0 };
  for (const [index, a] of first.entries()) {
    const b = second[index] ?? null;
    if (a === null || b === null) {
      missing[a === null ? (b === null ? 'both' : 'a') : 'b'] += 1;
      continue;
    }
    const row = table[categories.indexOf(a)];
    const column = categories.indexOf(b);
    if (row && column >= 0) row[column] = (row[column] ?? 0) + 1;
  }
  return { table, missing };
}
