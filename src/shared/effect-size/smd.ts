import { effectOf, type Effect, type EffectErrorCode } from './effect';
import { approximateJ, exactJ } from './small-sample';

/**
 * Standardised mean differences from a standardised difference d and the arm sizes. The variance formulas are named as
 * in the field: LS, LS2, UB (metafor), RevMan, CMA (Borenstein et al. 2009), esc (Metapsy), cohen-d (uncorrected).
 */
export type Smd = Effect & { readonly d: number; readonly J: number };

export function smdFromD(d: number, nT: number, nC: number, formula: string): Smd | EffectErrorCode {
  const m = nT + nC - 2;
  if (m < 2) return 'df-too-small';
  const n = nT + nC;
  const base = 1 / nT + 1 / nC;
  const J = correction(formula, m);
  const g = J * d;
  return { d, J, ...effectOf(g, variance(formula, { d, g, J, m, n, base })) };
}

function correction(formula: string, m: number): number {
  if (formula === 'cohen-d') return 1;
  return formula === 'RevMan' || formula === 'CMA' || formula === 'esc' ? approximateJ(m) : exactJ(m);
}

type Parts = { d: number; g: number; J: number; m: number; n: number; base: number };

function variance(formula: string, { d, g, J, m, n, base }: Parts): number {
  switch (formula) {
    case 'LS2':
    case 'CMA':
      return J * J * (base + (d * d) / (2 * n));
    case 'UB':
      return base + (1 - (m - 2) / (m * J * J)) * g * g;
    case 'RevMan':
      return base + (g * g) / (2 * (n - 3.94));
    case 'esc':
    case 'cohen-d':
      return base + (d * d) / (2 * n);
    default:
      return base + (g * g) / (2 * n);
  }
}

/** The pooled standard deviation of two arms. */
export const pooledSd = (sdT: number, nT: number, sdC: number, nC: number): number =>
  Math.sqrt(((nT - 1) * sdT * sdT + (nC - 1) * sdC * sdC) / (nT + nC - 2));
