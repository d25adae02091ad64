import { sum } from '../../statistics';
import { fleissKappa } from './fleiss';
import { gwetAc1OfItems } from './gwet';
import {
  intervalDistance,
  krippendorffAlpha,
  nominalDistance,
  ordinalDistance,
  ratioDistance,
} from './krippendorff';
import { agreementOfItems, type ItemCounts } from './per-item';
import type { Statistic } from './statistic';

export type SeveralRaterAgreement = {
  readonly items: number;
  readonly itemsWithTwoOrMore: number;
  readonly ratings: number;
  /** Mean over items of the share of agreeing pairs of ratings. */
  readonly pairwiseAgreement: number | null;
  readonly fleiss: Statistic;
  readonly gwetAc1: Statistic;
  readonly alphaNominal: Statistic;
  readonly alphaOrdinal?: Statistic;
  readonly alphaInterval?: Statistic;
  readonly alphaRatio?: Statistic;
};

/**
 * Agreement of any number of raters, who need not have rated every item. `values` are the numbers the categories stand
 * for, where they do.
 */
export function severalRaterAgreement(
  counts: ItemCounts,
  { ordered, values }: { readonly ordered: boolean; readonly values?: readonly number[] },
): SeveralRaterAgreement {
  return {
    items: counts.length,
    itemsWithTwoOrMore: counts.filter((row) => sum(row) > 1).length,
    ratings: sum(counts.flat()),
    pairwiseAgreement: agreementOfItems(counts)?.po ?? null,
    fleiss: fleissKappa(counts),
    gwetAc1: gwetAc1OfItems(counts),
    alphaNominal: krippendorffAlpha(counts, nominalDistance),
    ...(ordered ? { alphaOrdinal: krippendorffAlpha(counts, ordinalDistance) } : {}),
    ...(values === undefined
      ? {}
      : {
          alphaInterval: krippendorffAlpha(counts, intervalDistance(values)),
          alphaRatio: krippendorffAlpha(counts, ratioDistance(values)),
        }),
  };
}
