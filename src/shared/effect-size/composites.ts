import { z } from '../kernel/schema';
import { correlation, spreads } from './checks';
import { effectOf, type Effect, type EffectErrorCode } from './effect';
import { number, shape, type Shape } from './shape';

/** Several effects of one study made one. */

/**
 * The mean of effects measured on the same people, with the covariances that a stated correlation gives (Borenstein et
 * al. 2009, ch. 24). `gls` weights by the inverse of the covariance matrix, in closed form for one common correlation.
 */
export function composite(
  yi: readonly number[],
  vi: readonly number[],
  r: number,
  weights: 'equal' | 'gls',
): Effect | EffectErrorCode {
  if (yi.length === 0 || yi.length !== vi.length) return 'bad-input';
  const refused = spreads(...vi) ?? correlation(r);
  if (refused) return refused;
  const m = yi.length;
  const sds = vi.map(Math.sqrt);
  if (weights === 'equal') {
    const sumSd = sds.reduce((sum, sd) => sum + sd, 0);
    const sumV = vi.reduce((sum, v) => sum + v, 0);
    const mean = yi.reduce((sum, y) => sum + y, 0) / m;
    return effectOf(mean, (sumV + r * (sumSd * sumSd - sumV)) / (m * m));
  }
  // The matrix must be positive definite to be inverted.
  if (m > 1 && (r >= 1 || 1 + (m - 1) * r <= 0)) return 'r-out-of-range';
  const precisions = sds.map((sd) => 1 / sd);
  const shared = m === 1 ? 0 : (r / (1 + (m - 1) * r)) * precisions.reduce((sum, u) => sum + u, 0);
  const scale = m === 1 ? 1 : 1 - r;
  const weight = precisions.map((u) => (u * (u - shared)) / scale);
  const total = weight.reduce((sum, w) => sum + w, 0);
  return effectOf(yi.reduce((sum, y, at) => sum + y * (weight[at] ?? 0), 0) / total, 1 / total);
}

export const compositeShapes: readonly Shape[] = [
  shape({
    id: 'composite-outcomes',
    family: 'tool',
    fields: { yi: z.array(number).min(1), vi: z.array(number).min(1), r: number },
    options: { weights: z.enum(['equal', 'gls']).default('equal') },
    formula: 'mean of the effects; v = Σ Σ r √(vi vj) / m² (r = 1 on the diagonal)',
    source: 'Borenstein et al. 2009, ch. 24',
    compute: ({ yi, vi, r }, { weights }) => composite(yi, vi, r, weights),
  }),
  shape({
    id: 'combine-subgroups',
    family: 'tool',
    fields: { yi: z.array(number).min(1), vi: z.array(number).min(1) },
    options: {},
    formula: 'mean weighted by 1/v; v = 1 / Σ(1/v)',
    source: 'Borenstein et al. 2009, ch. 23',
    compute({ yi, vi }) {
      if (yi.length !== vi.length) return 'bad-input';
      const refused = spreads(...vi);
      if (refused) return refused;
      const total = vi.reduce((sum, v) => sum + 1 / v, 0);
      return effectOf(yi.reduce((sum, y, at) => sum + y / (vi[at] ?? 1), 0) / total, 1 / total);
    },
  }),
];
