import type { ForestData, ForestEffect } from './forest-data';
import { summariesOf } from './forest-columns';

/** The ends of an axis on the analysis scale. */
export type AxisRange = { readonly low: number; readonly high: number };

/**
 * The range that shows no effect, every diamond's estimate, and intervals as far as they are of use: one imprecise
 * study, or a diamond of two, must not squeeze all others into a line. What runs out of it ends in an arrow. Overall
 * diamonds and prediction intervals may take more room than studies.
 */
export function forestRange(data: ForestData): AxisRange {
  if (data.axis && data.axis.low < data.axis.high) return data.axis;
  const rows = data.groups.flatMap((group) => group.rows).flatMap((row) => (row.effect ? [row.effect] : []));
  const summaries = summariesOf(data);
  const anchors = [0, ...summaries.map(({ effect }) => effect.estimate)];
  const studies = [...rows, ...summaries.map(({ effect }) => effect)];
  const overall = data.overall.flatMap(({ effect, prediction }) => [
    { low: effect.ciLow, high: effect.ciHigh },
    ...(prediction ? [prediction] : []),
  ]);
  const centre = median(rows.map((row) => row.estimate));
  const reach = typicalReach(rows);
  const within = (values: readonly number[], most: number): readonly number[] =>
    values.map((value) => Math.min(centre + most, Math.max(centre - most, value)));
  const ends = [
    ...anchors,
    ...within(
      studies.flatMap(({ ciLow, ciHigh }) => [ciLow, ciHigh]),
      3 * reach,
    ),
    ...within(
      overall.flatMap(({ low, high }) => [low, high]),
      6 * reach,
    ),
  ].filter(Number.isFinite);
  const from = Math.min(...ends);
  const to = Math.max(...ends);
  if (!(to > from)) return { low: from - 1, high: to + 1 };
  const air = 0.04 * (to - from);
  return { low: from - air, high: to + air };
}

/** What most effects with their intervals span to either side: the median half width plus the spread of estimates. */
function typicalReach(rows: readonly ForestEffect[]): number {
  const centre = median(rows.map((row) => row.estimate));
  const half = median(rows.map((row) => (row.ciHigh - row.ciLow) / 2));
  return half + median(rows.map((row) => Math.abs(row.estimate - centre)));
}

function median(values: readonly number[]): number {
  const sorted = values.filter(Number.isFinite).sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
