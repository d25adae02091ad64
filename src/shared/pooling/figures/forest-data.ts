import type { AxisScale, RiskOfBiasSign } from '../../figures';

/** A value in a column of numbers per arm; null is left blank. */
export type ForestCell = number | string | null;

/** A column left of the plot. Columns in a row with one `arm` share that heading. */
export type ForestColumn = {
  readonly heading: string;
  readonly arm?: string | undefined;
  /** Decimals of its numbers, 0 unless said otherwise. */
  readonly decimals?: number | undefined;
};

/** An effect with its interval, on the analysis scale (ratios as natural logarithms). */
export type ForestEffect = { readonly estimate: number; readonly ciLow: number; readonly ciHigh: number };

/** One study's line. An `effect` of null is printed as `noEffect`, or as not estimable. */
export type ForestRow = {
  /** What the line stands for, handed to the page that shows the figure. */
  readonly mark?: string | undefined;
  readonly label: string;
  readonly effect: ForestEffect | null;
  readonly noEffect?: string | undefined;
  readonly weightPercent: number | null;
  readonly cells?: readonly ForestCell[] | undefined;
  /** One sign per domain of `riskOfBias`, in order. */
  readonly riskOfBias?: readonly (RiskOfBiasSign | null)[] | undefined;
};

/** A diamond, with its prediction interval and the notes below it. */
export type ForestSummary = {
  readonly label: string;
  readonly effect: ForestEffect;
  readonly weightPercent?: number | undefined;
  readonly cells?: readonly ForestCell[] | undefined;
  readonly prediction?: { readonly label: string; readonly low: number; readonly high: number } | undefined;
  readonly notes: readonly string[];
};

/** Studies under a heading with a diamond of their own, or without either when there are no subgroups. */
export type ForestGroup = {
  readonly heading?: string | undefined;
  readonly rows: readonly ForestRow[];
  readonly summary?: ForestSummary | undefined;
  /** A line under the group, such as a test or why there is no diamond. */
  readonly note?: string | undefined;
};

/** All a forest plot shows. */
export type ForestData = {
  readonly title: string;
  /** What the first column holds, studies unless said otherwise. */
  readonly labelHeading?: string | undefined;
  /** The effect measure as printed, such as "Hedges' g" or "Odds ratio". */
  readonly measure: string;
  readonly scale: AxisScale;
  /** Confidence level of the intervals, 0..1. */
  readonly level: number;
  /** Decimals of effects as shown, 2 unless said otherwise. */
  readonly decimals?: number | undefined;
  readonly columns: readonly ForestColumn[];
  readonly groups: readonly ForestGroup[];
  readonly overall: readonly ForestSummary[];
  /** Lines under everything, such as the test between subgroups. */
  readonly notes: readonly string[];
  /** Whom effects left and right of no effect favour. */
  readonly favours?: { readonly left: string; readonly right: string } | undefined;
  readonly riskOfBias?:
    { readonly domains: readonly { readonly short: string; readonly name: string }[] } | undefined;
  /** The ends of the axis on the analysis scale; chosen from the data when absent. */
  readonly axis?: { readonly low: number; readonly high: number } | undefined;
};
