import { sum } from '../../statistics';
import type { ItemCounts } from './per-item';
import { indices, type BetweenCategories, type Statistic } from './statistic';

/** How far two categories lie apart; may depend on how often each category was used. */
export type Distance = (totals: readonly number[]) => BetweenCategories;

export const nominalDistance: Distance = () => (i, j) => (i === j ? 0 : 1);

/** The ratings that lie between two categories, half of those in them (Krippendorff 2011, ordinal metric). */
export const ordinalDistance: Distance = (totals) => (i, j) => {
  const [low, high] = i < j ? [i, j] : [j, i];
  const between = sum(totals.slice(low, high + 1));
  return (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
};

/** Categories that are numbers with equal steps: the squared difference. */
export const intervalDistance =
  (values: readonly number[]): Distance =>
  () =>
  (i, j) =>
    ((values[i] ?? 0) - (values[j] ?? 0)) ** 2;

/** Categories that are numbers with a true zero: the difference over the sum, squared. */
export const ratioDistance =
  (values: readonly number[]): Distance =>
  () =>
  (i, j) => {
    const [a, b] = [values[i] ?? 0, values[j] ?? 0];
    return a + b === 0 ? 0 : ((a - b) / (a + b)) ** 2;
  };

/**
 * Krippendorff's alpha (Krippendorff 2011, "Computing Krippendorff's alpha-reliability") for any number of raters, with
 * ratings missing: from the coincidences of categories within items; items with fewer than two ratings drop out.
 */
export function krippendorffAlpha(counts: ItemCounts, distance: Distance): Statistic {
  const k = counts[0]?.length ?? 0;
  const comparable = counts.filter((row) => sum(row) > 1);
  const pairable = sum(comparable.map((row) => sum(row)));
  if (pairable === 0) return { value: null, reason: 'no-items', pairable };
  const totals = indices(k).map((category) => sum(comparable.map((row) => row[category] ?? 0)));
  const apart = distance(totals);
  let observed = 0;
  let expected = 0;
  for (const i of indices(k)) {
    for (const j of indices(k)) {
      const coincidences = sum(
        comparable.map((row) => ((row[i] ?? 0) * ((row[j] ?? 0) - (i === j ? 1 : 0))) / (sum(row) - 1)),
      );
      observed += coincidences * apart(i, j);
      expected += (totals[i] ?? 0) * (totals[j] ?? 0) * apart(i, j);
    }
  }
  if (expected === 0) return { value: null, reason: 'no-variation', pairable };
  return { value: 1 - ((pairable - 1) * observed) / expected, pairable };
}
