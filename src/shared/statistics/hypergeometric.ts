/**
 * P(X <= k), X the number of successes among `draws` taken without replacement from a `population` that holds
 * `successes`. All whole numbers, 0 <= successes, draws <= population. Terms are summed relative to the largest one by
 * their exact ratios, so there is no factorial to overflow and both tails keep their relative precision.
 */
export function hypergeometricCdf(k: number, population: number, successes: number, draws: number): number {
  const least = Math.max(0, draws - (population - successes));
  const most = Math.min(successes, draws);
  const last = Math.floor(k);
  if (!(least <= most) || Number.isNaN(k)) return Number.NaN;
  if (last < least) return 0;
  if (last >= most) return 1;

  /** P(x+1) / P(x). */
  const ratioUp = (x: number): number =>
    ((successes - x) * (draws - x)) / ((x + 1) * (population - successes - draws + x + 1));
  const mode = Math.min(
    most,
    Math.max(least, Math.floor(((draws + 1) * (successes + 1)) / (population + 2))),
  );

  const downFrom = (x: number): number => {
    let term = 1;
    let sum = 1;
    for (let i = x; i > least; i--) {
      term /= ratioUp(i - 1);
      sum += term;
      if (i <= mode && term < sum * 1e-18) break;
    }
    return sum;
  };
  const upFrom = (x: number): number => {
    let term = 1;
    let sum = 1;
    for (let i = x; i < most; i++) {
      term *= ratioUp(i);
      sum += term;
      if (i >= mode && term < sum * 1e-18) break;
    }
    return sum;
  };
  const total = downFrom(mode) + upFrom(mode) - 1;

  // Relative to P(mode): the logarithm guards against underflow far from the mode.
  let lnRelative = 0;
  if (last < mode) {
    for (let x = mode; x > last; x--) lnRelative -= Math.log(ratioUp(x - 1));
    return Math.exp(lnRelative + Math.log(downFrom(last)) - Math.log(total));
  }
  for (let x = mode; x <= last; x++) lnRelative += Math.log(ratioUp(x));
  return 1 - Math.exp(lnRelative + Math.log(upFrom(last + 1)) - Math.log(total));
}
