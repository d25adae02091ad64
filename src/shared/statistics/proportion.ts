import { regularizedBeta } from './gamma';
import { findRoot } from './root';

export type ProportionInterval = { readonly low: number; readonly high: number };

/**
 * The exact confidence interval of a proportion (Clopper & Pearson, Biometrika 1934;26:404-413): `successes` of `trials`, as
 * limits from 0 to 1. Never narrower than it should be, also for 0 or all. Throws where the counts make no proportion.
 */
export function exactInterval(successes: number, trials: number, level = 0.95): ProportionInterval {
  if (!(trials > 0) || successes < 0 || successes > trials) throw new RangeError('No proportion');
  const tail = (1 - level) / 2;
  const failures = trials - successes;
  return {
    low:
      successes === 0
        ? 0
        : findRoot((p) => regularizedBeta(p, successes, failures + 1) - tail, 0, 1, tolerance),
    high:
      failures === 0
        ? 1
        : findRoot((p) => regularizedBeta(p, successes + 1, failures) - (1 - tail), 0, 1, tolerance),
  };
}

const tolerance = 1e-10;
