import { sum } from '../../statistics';
import { precision, type Statistic } from './statistic';

/** How often each item was put in each category: rows items, columns categories in declared order. */
export type ItemCounts = readonly (readonly number[])[];

export type ItemAgreement = {
  /** Items with at least one rating. */
  readonly rated: number;
  /** Items with at least two. */
  readonly comparable: number;
  /** Mean over comparable items of the share of agreeing pairs of ratings. */
  readonly po: number;
  /** Mean share of each category over rated items. */
  readonly shares: readonly number[];
};

/** null where no item was rated twice. */
export function agreementOfItems(counts: ItemCounts): ItemAgreement | null {
  const rated = counts.filter((row) => sum(row) > 0);
  const comparable = rated.filter((row) => sum(row) > 1);
  if (comparable.length === 0) return null;
  const categories = rated[0]?.length ?? 0;
  return {
    rated: rated.length,
    comparable: comparable.length,
    po: sum(comparable.map(agreeingPairs)) / comparable.length,
    shares: Array.from(
      { length: categories },
      (_, category) => sum(rated.map((row) => (row[category] ?? 0) / sum(row))) / rated.length,
    ),
  };
}

/** Of all pairs of ratings of one item, the share that agree. */
const agreeingPairs = (row: readonly number[]): number => {
  const ratings = sum(row);
  return sum(row.map((count) => count * (count - 1))) / (ratings * (ratings - 1));
};

/**
 * Value, standard error and interval of a chance-corrected statistic from what each item contributes to agreement and to
 * chance (Gwet 2014, "Handbook of inter-rater reliability", 4th ed., variance of kappa-type coefficients; items are a
 * sample of very many).
 */
export function perItemStatistic(
  counts: ItemCounts,
  { rated, comparable, po }: ItemAgreement,
  pe: number,
  chanceOfItem: (row: readonly number[]) => number,
): Pick<Statistic, 'value' | 'se' | 'ci95' | 'seReason'> {
  const value = (po - pe) / (1 - pe);
  const spread = sum(
    counts
      .filter((row) => sum(row) > 0)
      .map((row) => {
        const own = sum(row) > 1 ? ((rated / comparable) * (agreeingPairs(row) - pe)) / (1 - pe) : 0;
        const chance = (2 * (1 - value) * (chanceOfItem(row) - pe)) / (1 - pe);
        return (own - chance - value) ** 2;
      }),
  );
  const se = rated < 2 ? 0 : Math.sqrt(spread / (rated * (rated - 1)));
  return { value, ...precision(value, se, rated) };
}
