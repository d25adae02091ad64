import { z } from '../kernel/schema';
import { tableEffect } from './binary';
import { events, firstOf, sizes, spreads } from './checks';
import type { EffectErrorCode } from './effect';
import { twoArmEffect } from './means';
import { meansOptions, tableOptions } from './options';
import { count, flag, number, shape, type Outcome, type Shape } from './shape';
import { exactJ } from './small-sample';

/** Trials with more than two arms: nobody may be counted twice (Cochrane Handbook 23.3.4). */

export type MeanArm = { readonly mean: number; readonly sd: number; readonly n: number };
export type EventArm = { readonly events: number; readonly n: number };

const meanArm = z.object({ mean: number, sd: number, n: count });
const eventArm = z.object({ events: count, n: count });
const halfUp = (x: number, rounds: boolean): number => (rounds ? Math.floor(x + 0.5) : x);

/** Arms put together two at a time (Cochrane Handbook, table 6.5.a). */
export function combineMeanArms(arms: readonly MeanArm[]): MeanArm | EffectErrorCode {
  const refused = firstOf(sizes(...arms.map(({ n }) => n)), spreads(...arms.map(({ sd }) => sd)));
  if (refused) return refused;
  const [first, ...rest] = arms;
  if (!first) return 'bad-input';
  return rest.reduce((a, b) => {
    const n = a.n + b.n;
    const between = ((a.n * b.n) / n) * (a.mean - b.mean) ** 2;
    return {
      mean: (a.mean * a.n + b.mean * b.n) / n,
      sd: Math.sqrt(((a.n - 1) * a.sd ** 2 + (b.n - 1) * b.sd ** 2 + between) / (n - 1)),
      n,
    };
  }, first);
}

export function combineEventArms(arms: readonly EventArm[]): EventArm | EffectErrorCode {
  const refused = firstOf(...arms.map((arm) => events(arm.events, arm.n)));
  if (refused) return refused;
  if (arms.length === 0) return 'bad-input';
  return arms.reduce((a, b) => ({ events: a.events + b.events, n: a.n + b.n }), { events: 0, n: 0 });
}

export const multiArmShapes: readonly Shape[] = [
  shape({
    id: 'split-control',
    family: 'tool',
    fields: { arms: z.array(meanArm).min(1), control: meanArm },
    options: { ...meansOptions, roundN: flag.default(false) },
    formula: 'control n divided by the number of arms, then each arm against it',
    source: 'Cochrane Handbook 23.3.4',
    compute({ arms, control }, options) {
      const nC = halfUp(control.n / arms.length, options.roundN);
      const contrasts = arms.map((arm) =>
        twoArmEffect(
          { meanT: arm.mean, sdT: arm.sd, nT: arm.n, meanC: control.mean, sdC: control.sd, nC },
          options,
        ),
      );
      return allOf(contrasts, { controlNPerContrast: nC });
    },
  }),
  shape({
    id: 'split-control-binary',
    family: 'tool',
    fields: { arms: z.array(eventArm).min(1), control: eventArm },
    options: { ...tableOptions, roundN: flag.default(false) },
    formula: 'control events and n divided by the number of arms, then each arm against it',
    source: 'Cochrane Handbook 23.3.4',
    compute({ arms, control }, options) {
      const refused = events(control.events, control.n);
      if (refused) return refused;
      const eventsC = halfUp(control.events / arms.length, options.roundN);
      const nC = halfUp(control.n / arms.length, options.roundN);
      const contrasts = arms.map((arm) =>
        tableEffect({ eventsT: arm.events, nT: arm.n, eventsC, nC }, options),
      );
      return allOf(contrasts, { controlEventsPerContrast: eventsC, controlNPerContrast: nC });
    },
  }),
  shape({
    id: 'shared-control-covariance',
    family: 'tool',
    fields: { arms: z.array(meanArm).min(1), control: meanArm },
    options: {},
    formula: 'SD pooled over all arms; v = 1/nT + 1/nC + g²/(2N), cov = 1/nC + g1 g2/(2N)',
    source: 'Gleser & Olkin 2009',
    compute({ arms, control }) {
      const all = [...arms, control];
      const refused = firstOf(sizes(...all.map(({ n }) => n)), spreads(...all.map(({ sd }) => sd)));
      if (refused) return refused;
      const people = all.reduce((sum, { n }) => sum + n, 0);
      const df = people - all.length;
      if (df < 2) return 'df-too-small';
      const sdPooled = Math.sqrt(all.reduce((sum, { sd, n }) => sum + (n - 1) * sd * sd, 0) / df);
      if (sdPooled === 0) return 'pooled-sd-zero';
      const J = exactJ(df);
      const yi = arms.map(({ mean }) => (J * (mean - control.mean)) / sdPooled);
      const vcov = arms.map(({ n }, row) =>
        arms.map(
          (_, column) =>
            (row === column ? 1 / n : 0) +
            1 / control.n +
            ((yi[row] ?? 0) * (yi[column] ?? 0)) / (2 * people),
        ),
      );
      return { sdPooled, J, yi, vcov };
    },
  }),
  shape({
    id: 'combine-arms',
    family: 'tool',
    fields: { arms: z.array(meanArm).min(1) },
    options: {},
    formula: 'two at a time: weighted mean; sd² = ((n1−1)s1² + (n2−1)s2² + n1n2/(n1+n2)·(m1−m2)²)/(n1+n2−1)',
    source: 'Cochrane Handbook, table 6.5.a',
    compute: ({ arms }) => combineMeanArms(arms),
  }),
  shape({
    id: 'combine-arms-binary',
    family: 'tool',
    fields: { arms: z.array(eventArm).min(1) },
    options: {},
    formula: 'events and n added up',
    source: 'Cochrane Handbook 23.3.4',
    compute: ({ arms }) => combineEventArms(arms),
  }),
];

function allOf(contrasts: readonly Outcome[], beside: { readonly [name: string]: number }): Outcome {
  const refused = contrasts.find((contrast) => typeof contrast === 'string');
  return refused ?? { ...beside, contrasts };
}
