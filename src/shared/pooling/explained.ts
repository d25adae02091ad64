import { interceptModel } from './model';
import type { Study } from './rows';
import { estimateTau2, type PoolingMethod } from './tau2';

/**
 * R², percent: how much of the between-study variance without moderators is gone with them (Raudenbush 2009), at
 * least 0. Null where there was none to explain.
 */
export function explainedShare(
  studies: readonly Study[],
  method: PoolingMethod,
  tau2: number,
): number | null {
  const before = estimateTau2(interceptModel(studies), method).tau2;
  return before === 0 ? null : Math.max(0, (100 * (before - tau2)) / before);
}
