import { z } from '../kernel/schema';
import { EventId, StudyId } from '../kernel';
import { StudyStructure } from './structure';

/** A coder's view of what a study is made of; each save replaces that coder's earlier one, none is lost. */
export const StructureSaved = z.object({
  kind: z.literal('structureSaved'),
  version: z.literal(1),
  studyId: StudyId,
  structure: StudyStructure,
  /** The coder has finished it; from then on it can be aligned with the other's. */
  complete: z.boolean(),
});
export type StructureSaved = z.infer<typeof StructureSaved>;

/** The structure in which both coders type their values. Stale when one of those it rests on changes. */
export const StructureSettled = z.object({
  kind: z.literal('structureSettled'),
  version: z.literal(1),
  studyId: StudyId,
  structure: StudyStructure,
  settles: z.array(EventId),
  method: z.enum(['consensus', 'adjudication', 'single-coder']),
  note: z.string().max(5_000),
});
export type StructureSettled = z.infer<typeof StructureSettled>;
