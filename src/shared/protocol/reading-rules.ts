import { z } from '../kernel/schema';

/** In which order records are offered to coders who have not chosen one, and when reading may stop. */
export const ReadingRules = z.object({
  /** The order for coders who have not chosen one; absent: as imported. */
  order: z.enum(['imported', 'likely']).optional(),
  /** Share of all relevant records that should have been found before reading stops. */
  recall: z.number().min(0.5).max(0.999),
  /** How sure one wants to be of that. */
  confidence: z.number().min(0.5).max(0.999),
  /** Every n-th record is drawn at random among the likely ones; 0 for none. */
  everyNth: z.number().int().min(0).max(100),
  /** Decides ties and random draws, so that the same votes give everybody the same order. */
  seed: z.number().int().min(0).max(1_000_000),
});
export type ReadingRules = z.infer<typeof ReadingRules>;

/** The target of Callaghan & Müller-Hansen 2020, and no random records in between. */
export const usualReading: ReadingRules = { recall: 0.95, confidence: 0.95, everyNth: 0, seed: 1 };

/** The rules of a protocol; the usual ones where it does not say. */
export const readingRules = (
  protocol: { readonly reading?: ReadingRules | undefined } | undefined,
): ReadingRules => protocol?.reading ?? usualReading;
