/** A distribution on x > 0 that can be inverted: both tails at x, and the logarithm of its density. */
export type PositiveDistribution = {
  readonly tails: (x: number) => readonly [lower: number, upper: number];
  readonly lnDensity: (x: number) => number;
};

/**
 * The x > 0 at which a distribution has the given tails (they add to 1; the smaller one decides, so neither end loses
 * digits). Newton steps for ln tail as a function of ln x, kept inside a bracket and replaced by bisection whenever
 * they would leave it: it always ends. `start` is any positive guess.
 */
export function quantileOnLogScale(
  wanted: { readonly lower: number; readonly upper: number },
  distribution: PositiveDistribution,
  start: number,
): number {
  if (wanted.lower <= 0) return 0;
  if (wanted.upper <= 0) return Number.POSITIVE_INFINITY;
  const fromBelow = wanted.lower <= wanted.upper;
  const lnWanted = Math.log(fromBelow ? wanted.lower : wanted.upper);

  /** How far the tail at x is from the wanted one, increasing in x. */
  const excess = (x: number): number => {
    const [lower, upper] = distribution.tails(x);
    return fromBelow ? Math.log(lower) - lnWanted : lnWanted - Math.log(upper);
  };

  let low = Math.log(start);
  let high = low;
  for (let step = 1; excess(Math.exp(low)) > 0 && low > -700; step *= 2) low -= step;
  for (let step = 1; excess(Math.exp(high)) < 0 && high < 700; step *= 2) high += step;
  low = Math.max(low, -744);
  high = Math.min(high, 709);

  let at = (low + high) / 2;
  for (let round = 0; round < 200; round++) {
    const x = Math.exp(at);
    const difference = excess(x);
    if (difference === 0) return x;
    if (difference > 0) high = at;
    else low = at;
    const [lower, upper] = distribution.tails(x);
    const slope = Math.exp(distribution.lnDensity(x) + at) / (fromBelow ? lower : upper);
    const newton = at - difference / slope;
    const next = Number.isFinite(newton) && newton > low && newton < high ? newton : (low + high) / 2;
    if (Math.abs(next - at) <= 1e-16 * Math.max(1, Math.abs(at)) || next === low || next === high) {
      return Math.exp(next);
    }
    at = next;
  }
  return Math.exp(at);
}
