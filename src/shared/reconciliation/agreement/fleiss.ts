import { sum } from '../../statistics';
import { agreementOfItems, perItemStatistic, type ItemCounts } from './per-item';
import { noValue, type Statistic } from './statistic';

/**
 * Fleiss' kappa for more than two raters (Fleiss 1971), in Gwet's generalisation where items have unequal numbers of
 * ratings. `se0`, under no agreement beyond chance (Fleiss, Nee & Landis 1979), only where all items have as many.
 */
export function fleissKappa(counts: ItemCounts): Statistic {
  const agreement = agreementOfItems(counts);
  if (agreement === null) return noValue('no-items');
  const { po, shares, rated } = agreement;
  const pe = sum(shares.map((share) => share ** 2));
  if (1 - pe < 1e-12) return { value: null, reason: 'no-variation', po, pe };
  const chanceOfItem = (row: readonly number[]): number =>
    sum(row.map((count, category) => count * (shares[category] ?? 0))) / sum(row);
  const numbers = new Set(counts.map((row) => sum(row)).filter((ratings) => ratings > 0));
  const [equal] = numbers;
  return {
    po,
    pe,
    pCategory: shares,
    ...perItemStatistic(counts, agreement, pe, chanceOfItem),
    ...(numbers.size === 1 && equal !== undefined ? { se0: errorUnderChance(shares, rated, equal) } : {}),
  };
}

function errorUnderChance(shares: readonly number[], items: number, raters: number): number {
  const spread = sum(shares.map((p) => p * (1 - p)));
  const skew = sum(shares.map((p) => p * (1 - p) * (1 - 2 * p)));
  return (Math.sqrt(2 / (items * raters * (raters - 1))) * Math.sqrt(spread ** 2 - skew)) / spread;
}
