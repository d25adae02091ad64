/** Why a statistic has no value. */
export type NoValue = 'no-items' | 'no-variation' | 'one-category';

export type Statistic = {
  readonly value: number | null;
  readonly reason?: NoValue;
  /** Observed agreement. */
  readonly po?: number;
  /** Agreement expected by chance, as this statistic understands chance. */
  readonly pe?: number;
  /** null where one item is too few for a standard error. */
  readonly se?: number | null;
  readonly seReason?: 'too-few-items';
  /** 95 %, normal, cut to [-1, 1]. */
  readonly ci95?: readonly [number, number] | null;
  /** Standard error if there were no agreement beyond chance. */
  readonly se0?: number;
  readonly z?: number | null;
  readonly p?: number | null;
  readonly seCohen1960?: number;
  /** The highest value these margins allow. */
  readonly max?: number;
  /** Ratings that can be compared with another of the same item. */
  readonly pairable?: number;
  /** Share of each category, in declared order. */
  readonly pCategory?: readonly number[];
};

/** How much two categories agree (weight, 0 to 1) or differ (distance, 0 for equal), by their place in the order. */
export type BetweenCategories = (i: number, j: number) => number;

const z975 = 1.959963984540054;

export const noValue = (reason: NoValue): Statistic => ({ value: null, reason });

/** Standard error and 95 % interval, or why there are none: one item says nothing about spread. */
export const precision = (
  value: number,
  se: number,
  n: number,
): Pick<Statistic, 'se' | 'ci95' | 'seReason'> =>
  n < 2
    ? { se: null, ci95: null, seReason: 'too-few-items' }
    : { se, ci95: [Math.max(-1, value - z975 * se), Math.min(1, value + z975 * se)] };

/** Mean difference -/+ this many standard deviations hold 95 % of differences (Bland & Altman 1986). */
export const limits95 = (mean: number, sd: number): readonly [number, number] => [
  mean - z975 * sd,
  mean + z975 * sd,
];

export const indices = (k: number): number[] => Array.from({ length: k }, (_, index) => index);
