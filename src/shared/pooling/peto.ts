import { err, ok, type Result } from '../kernel/result';
import type { PoolError } from './errors';
import { effectBlock, isLevel, type EffectBlock } from './inference';
import { DEFAULT_LEVEL } from './pool';
import { qAround } from './table-heterogeneity';
import { isUninformative, tablesOf, type TableRow } from './tables';

/** The one-step log odds ratio with the heterogeneity of the studies' own around it. `k` counts the tables. */
export type PetoResult = EffectBlock & {
  readonly k: number;
  readonly Q: number;
  readonly Qdf: number;
  readonly Qp: number;
  readonly I2: number;
};

/**
 * Peto's one-step odds ratio (Yusuf et al. 1985): observed minus expected events over their hypergeometric variance.
 * Tables without events, or with events only, add nothing. Errors as `mantelHaenszel`.
 */
export function peto(
  rows: readonly TableRow[],
  options: { readonly level?: number | undefined } = {},
): Result<PetoResult, PoolError> {
  const level = options.level ?? DEFAULT_LEVEL;
  if (!isLevel(level)) return err({ code: 'level-out-of-range', level });
  const read = tablesOf(rows);
  if (!read.ok) return read;
  const strata = read.value
    .filter((table) => !isUninformative(table))
    .map(({ eventsT, nT, eventsC, nC }) => {
      const n = nT + nC;
      const events = eventsT + eventsC;
      return {
        excess: eventsT - (nT * events) / n,
        variance: (nT * nC * events * (n - events)) / (n * n * (n - 1)),
      };
    });
  const variance = strata.reduce((sum, stratum) => sum + stratum.variance, 0);
  if (variance === 0) return err({ code: 'no-events' });
  const estimate = strata.reduce((sum, stratum) => sum + stratum.excess, 0) / variance;
  return ok({
    k: read.value.length,
    ...effectBlock(estimate, Math.sqrt(1 / variance), null, level),
    ...qAround(
      strata.map((stratum) => ({ yi: stratum.excess / stratum.variance, vi: 1 / stratum.variance })),
      estimate,
    ),
  });
}
