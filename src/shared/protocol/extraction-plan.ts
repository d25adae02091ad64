import { z } from '../kernel/schema';
import { CharacteristicField } from './characteristics';

/** How a review extracts: in which order, how closely two coders have to agree. Part of the protocol. */

/** Fields of numbers by the name they have in the forms (`mean`, `sd`, `n`, `p`); `*` for all others. */
export const ToleranceRule = z.object({
  field: z.string().min(1).max(40),
  /** In points, or as a share of the larger of the two values (0.01 is 1 %). */
  by: z.enum(['points', 'share']),
  amount: z.number().min(0).max(1_000_000),
});
export type ToleranceRule = z.infer<typeof ToleranceRule>;

/** The four ways in which a report gives an effect: scores afterwards, changes, events, effects it worked out itself. */
export const dataKinds = ['post', 'change', 'events', 'reported'] as const;
export type DataKind = (typeof dataKinds)[number];

/** Which of several compatible results is used: of one outcome domain, window and comparison. */
export const SelectionRule = z.object({
  /** Of one instrument, the kind of data that is taken first. */
  dataOrder: z.array(z.enum(dataKinds)).max(dataKinds.length),
  /** Of one instrument measured more than once in a window. */
  withinWindow: z.enum(['all', 'earliest', 'latest']),
  /** Of several instruments: every one, the first by the protocol's order, or their mean with a stated correlation. */
  several: z.enum(['all', 'first', 'composite']),
  /** Correlation between instruments for their mean, 0 to 1. */
  correlation: z.number().min(0).max(1),
});
export type SelectionRule = z.infer<typeof SelectionRule>;

export const ExtractionPlan = z.object({
  /** Arms, comparisons, instruments and timepoints are settled between coders before anybody types a value. */
  structureFirst: z.boolean(),
  /** How far apart two typed values may lie and still be the same one. Without a rule they must be equal. */
  tolerances: z.array(ToleranceRule).max(60),
  /** What is asked about a study. Absent: the few free texts of old. */
  characteristics: z.array(CharacteristicField).max(200).optional(),
  /** Absent: every result that gives an effect is used. */
  selection: SelectionRule.optional(),
  /** An arm that stands in several comparisons: its people divided, the others put together, or as they are. */
  sharedArms: z.enum(['keep', 'split', 'combine']).optional(),
  /** Intracluster correlation taken where a cluster trial gives none. */
  assumedIcc: z.number().min(0).max(1).optional(),
});
export type ExtractionPlan = z.infer<typeof ExtractionPlan>;

/** What holds where a protocol says nothing: protocols from before there was such a plan. */
export const usualExtraction: ExtractionPlan = { structureFirst: false, tolerances: [] };

export const usualSelection: SelectionRule = {
  dataOrder: ['post', 'change', 'events', 'reported'],
  withinWindow: 'all',
  several: 'all',
  correlation: 0.6,
};

/** What a new review starts with. */
export const structuredExtraction: ExtractionPlan = {
  structureFirst: true,
  tolerances: [],
  selection: usualSelection,
};

/** Whether two numbers are the same one under the rules; rules for the field itself come before `*`. */
export function withinTolerance(
  rules: readonly ToleranceRule[],
  field: string,
  first: number,
  second: number,
): boolean {
  if (first === second) return true;
  const rule = rules.find((one) => one.field === field) ?? rules.find((one) => one.field === '*');
  if (!rule) return false;
  const allowed =
    rule.by === 'points' ? rule.amount : rule.amount * Math.max(Math.abs(first), Math.abs(second));
  // Values are typed in decimals: 10.1 and 10.0 differ by 0.1 though not in binary.
  return Math.abs(first - second) <= allowed * (1 + 1e-9) + Number.EPSILON;
}
