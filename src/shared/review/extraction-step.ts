import type { ExtractionSaved, StructureSaved, StructureSettled } from '../extraction';
import type { AuthorId, StudyId } from '../kernel';
import { dualState, type DualState } from '../reconciliation';
import { currentProtocol, type ReviewState, type Signed } from './review-state';

/** Where the extraction of a study stands for one viewer: its structure first, where the protocol says so, then values. */
export type ExtractionStep =
  | { readonly phase: 'structure'; readonly dual: DualState<StructureSaved> }
  | {
      readonly phase: 'values';
      readonly dual: DualState<ExtractionSaved>;
      /** The structure that values are typed into; undefined where the study has none. */
      readonly structure: Signed<StructureSettled> | undefined;
    };

/**
 * Values typed into an earlier structure do not count as finished: their coder has the new cells to fill. Studies whose
 * final extraction came without a structure (from a sheet, or from before) keep it.
 */
export function extractionStep(state: ReviewState, studyId: StudyId, viewer: AuthorId): ExtractionStep {
  const protocol = currentProtocol(state)?.protocol;
  const needed = protocol?.stages.extraction.codersNeeded ?? 2;
  const settled = state.finalStructures.get(studyId);
  const final = state.finalExtractions.get(studyId);
  const structured = protocol?.extraction?.structureFirst === true;
  const without = settled === undefined && final !== undefined;
  if (structured && !without) {
    const dual = dualState(state.structures.get(studyId), settled, needed, viewer);
    if (dual.state !== 'final') return { phase: 'structure', dual };
  }
  const structure = structured ? settled : undefined;
  const works = state.extractions.get(studyId);
  const counted =
    structure === undefined || works === undefined
      ? works
      : new Map(
          [...works].map(([author, work]) => {
            const current = work.body.content.structure === structure.eventId;
            return [author, current ? work : { ...work, body: { ...work.body, complete: false } }];
          }),
        );
  return { phase: 'values', dual: dualState(counted, final, needed, viewer), structure };
}
