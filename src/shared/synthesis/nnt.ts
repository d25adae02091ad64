import { computeEffect } from '../effect-size';
import type { AnalysisPlan } from '../protocol';
import type { Pooled } from './pooled';

/**
 * A number needed to treat from a pooled standardised mean difference, never without its method and, where one is
 * assumed, the rate of good outcomes among controls. Negative is a number needed to harm. The interval runs from
 * `atBest` (the benefit end) to `atWorst`; through infinity where `throughInfinity`.
 */
export type Nnt = {
  readonly method: 'kraemer-kupfer' | 'furukawa-leucht';
  readonly controlEventRate: number | null;
  readonly nnt: number;
  readonly atBest: number | null;
  readonly atWorst: number | null;
  readonly throughInfinity: boolean;
};

/** Null for other measures, where the plan wants none, or where the effect is exactly 0. */
export function nntOf(
  pooled: Pick<Pooled, 'estimate' | 'ciLow' | 'ciHigh'>,
  measure: string,
  sign: 'benefit-positive' | 'benefit-negative',
  plan: AnalysisPlan['nnt'],
): Nnt | null {
  if (plan.method === 'none' || measure !== 'SMD') return null;
  const turned = sign === 'benefit-negative' ? -1 : 1;
  const [gLow, gHigh] = [turned * pooled.ciLow, turned * pooled.ciHigh].sort((a, b) => a - b);
  const effect = computeEffect(
    'nnt',
    { g: turned * pooled.estimate, gLow, gHigh, cer: plan.controlEventRate, eventIsGood: true },
    { method: plan.method },
  );
  if (!effect.ok) return null;
  const { nnt, atGLow, atGHigh, ciCrossesInfinity } = effect.value;
  const finite = (value: unknown): number | null =>
    typeof value === 'number' && Number.isFinite(value) ? value : null;
  const value = finite(nnt);
  return value === null
    ? null
    : {
        method: plan.method,
        controlEventRate: plan.method === 'furukawa-leucht' ? plan.controlEventRate : null,
        nnt: value,
        atBest: finite(atGHigh),
        atWorst: finite(atGLow),
        throughInfinity: ciCrossesInfinity === true,
      };
}
