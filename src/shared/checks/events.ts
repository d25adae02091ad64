import { z } from '../kernel/schema';

/** What a correction reads differently: SDs that are standard errors, a sign, a row that should not be pooled. */
export const correctionChanges = ['sd-is-se', 'sign', 'leave-out'] as const;
export const CorrectionChange = z.enum(correctionChanges);
export type CorrectionChange = z.infer<typeof CorrectionChange>;

/** Somebody looked at the source and says that the numbers an alarm is about stand as they are, and why. */
export const AlarmCleared = z.object({
  kind: z.literal('alarmCleared'),
  version: z.literal(1),
  check: z.string().min(1).max(80),
  /** Empty, as is `resultId`, for an alarm about the whole sheet. */
  studyId: z.string().max(200),
  resultId: z.string().max(200),
  /** The numbers that were looked at (`basisOfResult`): when they change, the alarm is open again. */
  basis: z.string().max(64),
  reason: z.string().min(1).max(2_000),
});
export type AlarmCleared = z.infer<typeof AlarmCleared>;

/**
 * A result of a final extraction is read differently from how it was extracted, and why. The extraction stays as it is;
 * results are worked out both ways.
 */
export const ResultCorrected = z.object({
  kind: z.literal('resultCorrected'),
  version: z.literal(1),
  studyId: z.string().min(1).max(200),
  resultId: z.string().min(1).max(200),
  change: CorrectionChange,
  /** The numbers it is about (`basisOfResult`): a later change of them ends the correction. */
  basis: z.string().max(64),
  /** The check that found it; null where a person did. */
  check: z.string().max(80).nullable(),
  reason: z.string().min(1).max(2_000),
});
export type ResultCorrected = z.infer<typeof ResultCorrected>;
