import { z } from '../kernel/schema';

/** How a review extracts: in which order, how closely two coders have to agree. Part of the protocol. */

/** Fields of numbers by the name they have in the forms (`mean`, `sd`, `n`, `p`); `*` for all others. */
export const ToleranceRule = z.object({
  field: z.string().min(1).max(40),
  /** In points, or as a share of the larger of the two values (0.01 is 1 %). */
  by: z.enum(['points', 'share']),
  amount: z.number().min(0).max(1_000_000),
});
export type ToleranceRule = z.infer<typeof ToleranceRule>;

export const ExtractionPlan = z.object({
  /** Arms, comparisons, instruments and timepoints are settled between coders before anybody types a value. */
  structureFirst: z.boolean(),
  /** How far apart two typed values may lie and still be the same one. Without a rule they must be equal. */
  tolerances: z.array(ToleranceRule).max(60),
});
export type ExtractionPlan = z.infer<typeof ExtractionPlan>;

/** What holds where a protocol says nothing: protocols from before there was such a plan. */
export const usualExtraction: ExtractionPlan = { structureFirst: false, tolerances: [] };

/** What a new review starts with. */
export const structuredExtraction: ExtractionPlan = { structureFirst: true, tolerances: [] };

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
