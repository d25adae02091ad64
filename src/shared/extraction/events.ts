import { z } from '../kernel/schema';
import { EventId, LocalId, StudyId } from '../kernel';
import { ExtractionContent } from './content';

/** A coder's extraction of a study as it stands; each save replaces that coder's earlier one, none is lost. */
export const ExtractionSaved = z.object({
  kind: z.literal('extractionSaved'),
  version: z.literal(1),
  studyId: StudyId,
  content: ExtractionContent,
  /** The coder has finished this study; from then on it can be compared. */
  complete: z.boolean(),
});
export type ExtractionSaved = z.infer<typeof ExtractionSaved>;

/**
 * The final extraction of a study: settled between coders, taken over from the only coder, or brought in by a sheet.
 * It names the extractions it rests on and is stale when one of them changes.
 */
export const ExtractionReconciled = z.object({
  kind: z.literal('extractionReconciled'),
  version: z.literal(1),
  studyId: StudyId,
  content: ExtractionContent,
  settles: z.array(EventId),
  method: z.enum(['consensus', 'adjudication', 'single-coder', 'sheet']),
  note: z.string().max(5_000),
});
export type ExtractionReconciled = z.infer<typeof ExtractionReconciled>;

/** An existing extraction sheet came in. What looked wrong is listed in the account; nothing was dropped. */
export const SheetImported = z.object({
  kind: z.literal('sheetImported'),
  version: z.literal(1),
  fileName: z.string().max(1_000),
  sha256: z.string().max(64),
  rows: z.number().int().min(0),
  studies: z.number().int().min(0),
  findings: z.array(
    z.object({
      /** 1-based data row; 0 where the whole sheet is meant. */
      row: z.number().int().min(0),
      study: z.string().max(300),
      code: z.string().max(80),
      severity: z.enum(['error', 'warning', 'note']),
      detail: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
});
export type SheetImported = z.infer<typeof SheetImported>;

/**
 * A person decides whether a result of a final extraction is used, against the protocol's rule or beside it; null goes
 * back to the rule.
 */
export const ResultUseDecided = z.object({
  kind: z.literal('resultUseDecided'),
  version: z.literal(1),
  studyId: StudyId,
  resultId: LocalId,
  use: z.boolean().nullable(),
  reason: z.string().max(5_000),
});
export type ResultUseDecided = z.infer<typeof ResultUseDecided>;
