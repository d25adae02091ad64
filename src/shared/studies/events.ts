import { z } from '../kernel/schema';
import { RecordId, StudyId } from '../kernel';

/** A study entered by hand or brought in by an extraction sheet, with or without reports in the review. */
export const StudyAdded = z.object({
  kind: z.literal('studyAdded'),
  version: z.literal(1),
  studyId: StudyId,
  label: z.string().min(1).max(300),
  /** Where it came from. */
  origin: z.enum(['hand', 'sheet']),
});
export type StudyAdded = z.infer<typeof StudyAdded>;

/** Reports of one investigation. A report belongs to the study it was linked to last. */
export const ReportsLinked = z.object({
  kind: z.literal('reportsLinked'),
  version: z.literal(1),
  studyId: StudyId,
  records: z.array(RecordId).min(1),
});
export type ReportsLinked = z.infer<typeof ReportsLinked>;

/** Why a study that belongs to the review gives nothing to pool. */
export const NotPoolableReason = z.enum([
  'no-usable-data',
  'not-as-needed',
  'no-answer',
  'no-comparison',
  'other',
]);
export type NotPoolableReason = z.infer<typeof NotPoolableReason>;

/**
 * Whether an eligible study can be pooled. One that cannot stays in the review and is told of in words; it is no
 * exclusion. What was said last counts.
 */
export const PoolabilityNoted = z.object({
  kind: z.literal('poolabilityNoted'),
  version: z.literal(1),
  studyId: StudyId,
  poolable: z.boolean(),
  /** With `poolable: false`. */
  reason: NotPoolableReason.optional(),
  note: z.string().max(5_000),
});
export type PoolabilityNoted = z.infer<typeof PoolabilityNoted>;
