import { z } from '../kernel/schema';
import { tableEffect, tableFields } from './binary';
import { intracluster, sizes } from './checks';
import { effectOf, ratioOf, type EffectErrorCode, type EffectValues } from './effect';
import { twoArmEffect, twoArmFields } from './means';
import { meansOptions, tableOptions } from './options';
import { logRatio, ratioFields } from './ratios';
import { flag, number, shape, type Outcome, type Shape } from './shape';

/** Trials that randomised groups but were analysed as if they had randomised people (Cochrane Handbook 23.1.4). */

export type Clustering = {
  /** Mean number of participants in a cluster. */
  readonly clusterSize: number;
  readonly icc: number;
  /** Coefficient of variation of the cluster sizes. */
  readonly clusterSizeCv?: number | undefined;
};

/** 1 + ((1 + cv²) m - 1) icc (Eldridge, Ashby & Kerry 2006; with equal sizes Donner & Klar 2000). */
export function designEffectOf({
  clusterSize,
  icc,
  clusterSizeCv = 0,
}: Clustering): number | EffectErrorCode {
  const refused = intracluster(icc);
  if (refused) return refused;
  if (clusterSize < 1 || clusterSizeCv < 0) return 'bad-input';
  return 1 + ((1 + clusterSizeCv ** 2) * clusterSize - 1) * icc;
}

/** An effect whose variance is multiplied, with everything that follows from it. */
export function inflated(values: EffectValues, factor: number): EffectValues {
  const { yi, vi } = values;
  if (typeof yi !== 'number' || typeof vi !== 'number') return values;
  return { ...values, ...('ratio' in values ? ratioOf(yi, vi * factor) : effectOf(yi, vi * factor)) };
}

const halfUp = (x: number, rounds: boolean): number => (rounds ? Math.floor(x + 0.5) : x);
const clusterFields = { clusterSize: number, icc: number };
const deff = 'design effect = 1 + ((1 + cv²) m − 1) · ICC';

export const clusterShapes: readonly Shape[] = [
  shape({
    id: 'cluster-means',
    family: 'design',
    fields: { ...twoArmFields, ...clusterFields, clusterSizeCv: number.optional() },
    options: {
      ...meansOptions,
      method: z.enum(['effective-n', 'inflate-variance']).default('effective-n'),
      roundN: flag.default(false),
    },
    formula: `${deff}; n divided by it (or the variance multiplied), then as means and SDs`,
    source: 'Cochrane Handbook 23.1.4, 23.1.5; Eldridge et al. 2006',
    compute({ clusterSize, icc, clusterSizeCv, ...arms }, options) {
      const designEffect = designEffectOf({ clusterSize, icc, clusterSizeCv });
      if (typeof designEffect === 'string') return designEffect;
      const refused = sizes(arms.nT, arms.nC);
      if (refused) return refused;
      if (options.method === 'inflate-variance') {
        const effect = twoArmEffect(arms, options);
        return typeof effect === 'string' ? effect : { designEffect, ...inflated(effect, designEffect) };
      }
      const effectiveNT = halfUp(arms.nT / designEffect, options.roundN);
      const effectiveNC = halfUp(arms.nC / designEffect, options.roundN);
      const effect = twoArmEffect({ ...arms, nT: effectiveNT, nC: effectiveNC }, options);
      return typeof effect === 'string' ? effect : { designEffect, effectiveNT, effectiveNC, ...effect };
    },
  }),
  shape({
    id: 'cluster-two-by-two',
    family: 'design',
    fields: { ...tableFields, ...clusterFields, clusterSizeCv: number.optional() },
    options: { ...tableOptions, round: flag.default(false) },
    formula: `${deff}; events and n divided by it, then as a table of events`,
    source: 'Cochrane Handbook 23.1.4',
    compute({ clusterSize, icc, clusterSizeCv, ...table }, options) {
      const designEffect = designEffectOf({ clusterSize, icc, clusterSizeCv });
      if (typeof designEffect === 'string') return designEffect;
      const effective = (x: number): number => halfUp(x / designEffect, options.round);
      const smaller = {
        eventsT: effective(table.eventsT),
        nT: effective(table.nT),
        eventsC: effective(table.eventsC),
        nC: effective(table.nC),
      };
      // The raw counts are checked too: rounding could hide one event too many.
      const raw = tableEffect(table, options);
      if (typeof raw === 'string') return raw;
      const effect = tableEffect(smaller, options);
      if (typeof effect === 'string') return effect;
      return {
        designEffect,
        effectiveEventsT: smaller.eventsT,
        effectiveNT: smaller.nT,
        effectiveEventsC: smaller.eventsC,
        effectiveNC: smaller.nC,
        ...effect,
      };
    },
  }),
  shape({
    id: 'cluster-ratio-ci',
    family: 'design',
    fields: { ...ratioFields, ...clusterFields, clusterSizeCv: number.optional() },
    options: {},
    formula: `y = ln estimate; SE = (ln high − ln low) / (2 z) · √(design effect); ${deff}`,
    source: 'Cochrane Handbook 23.1.5',
    compute({ clusterSize, icc, clusterSizeCv, ...reported }): Outcome {
      const designEffect = designEffectOf({ clusterSize, icc, clusterSizeCv });
      const ratio = logRatio(reported);
      if (typeof ratio === 'string') return ratio;
      if (typeof designEffect === 'string') return designEffect;
      return {
        designEffect,
        asymmetry: ratio.asymmetry,
        ...ratioOf(ratio.yi, ratio.se * ratio.se * designEffect),
      };
    },
  }),
];
