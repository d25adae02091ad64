import { lnGamma } from '../statistics';

/** Hedges (1981): the exact small-sample correction for `m` degrees of freedom (m >= 2). */
export const exactJ = (m: number): number =>
  Math.exp(lnGamma(m / 2) - 0.5 * Math.log(m / 2) - lnGamma((m - 1) / 2));

/** Hedges (1981): the usual approximation, 1 - 3/(4m - 1). */
export const approximateJ = (m: number): number => 1 - 3 / (4 * m - 1);
