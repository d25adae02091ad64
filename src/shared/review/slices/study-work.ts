import type {
  ExtractionReconciled,
  ExtractionSaved,
  ResultUseDecided,
  ResultUse,
  SheetImported,
  StructureSaved,
  StructureSettled,
} from '../../extraction';
import type { AuthorId, LocalId, RecordId, StudyId } from '../../kernel';
import { assessmentTarget, type AssessmentReconciled, type AssessmentSaved } from '../../risk-of-bias';
import type { PoolabilityNoted, ReportsLinked, StudyAdded } from '../../studies';
import type { PoolingSheetFrozen } from '../member-events';
import type { AssessmentTarget, ReviewState, Signed } from '../review-state';
import { entry } from './entry';

export type StudyWorkEvent = Signed<
  | StudyAdded
  | ReportsLinked
  | PoolabilityNoted
  | AssessmentSaved
  | AssessmentReconciled
  | StructureSaved
  | StructureSettled
  | ResultUseDecided
  | ExtractionSaved
  | ExtractionReconciled
  | SheetImported
  | PoolingSheetFrozen
>;

type StudyWork = Pick<
  ReviewState,
  | 'studiesAdded'
  | 'reportLinks'
  | 'poolability'
  | 'assessments'
  | 'finalAssessments'
  | 'structures'
  | 'finalStructures'
  | 'resultUses'
  | 'extractions'
  | 'finalExtractions'
  | 'sheets'
  | 'frozenSheets'
>;

/** Folds what belongs to studies: links, assessments, extractions, sheets. */
export class StudyWorkFold {
  readonly #studiesAdded = new Map<StudyId, Signed<StudyAdded>>();
  readonly #reportLinks = new Map<RecordId, StudyId>();
  readonly #poolability = new Map<StudyId, Signed<PoolabilityNoted>>();
  readonly #assessments = new Map<AssessmentTarget, Map<AuthorId, Signed<AssessmentSaved>>>();
  readonly #finalAssessments = new Map<AssessmentTarget, Signed<AssessmentReconciled>>();
  readonly #structures = new Map<StudyId, Map<AuthorId, Signed<StructureSaved>>>();
  readonly #finalStructures = new Map<StudyId, Signed<StructureSettled>>();
  readonly #resultUses = new Map<StudyId, Map<LocalId, ResultUse>>();
  readonly #extractions = new Map<StudyId, Map<AuthorId, Signed<ExtractionSaved>>>();
  readonly #finalExtractions = new Map<StudyId, Signed<ExtractionReconciled>>();
  readonly #sheets: Signed<SheetImported>[] = [];
  readonly #frozenSheets: Signed<PoolingSheetFrozen>[] = [];
  readonly slice: StudyWork = {
    studiesAdded: this.#studiesAdded,
    reportLinks: this.#reportLinks,
    poolability: this.#poolability,
    assessments: this.#assessments,
    finalAssessments: this.#finalAssessments,
    structures: this.#structures,
    finalStructures: this.#finalStructures,
    resultUses: this.#resultUses,
    extractions: this.#extractions,
    finalExtractions: this.#finalExtractions,
    sheets: this.#sheets,
    frozenSheets: this.#frozenSheets,
  };

  fold({ eventId, authorId, at, body }: StudyWorkEvent): void {
    switch (body.kind) {
      case 'studyAdded':
        this.#studiesAdded.set(body.studyId, { eventId, authorId, at, body });
        return;
      case 'reportsLinked':
        for (const id of body.records) this.#reportLinks.set(id, body.studyId);
        return;
      case 'poolabilityNoted':
        this.#poolability.set(body.studyId, { eventId, authorId, at, body });
        return;
      case 'assessmentSaved':
        entry(this.#assessments, assessmentTarget(body), () => new Map()).set(authorId, {
          eventId,
          authorId,
          at,
          body,
        });
        return;
      case 'assessmentReconciled':
        this.#finalAssessments.set(assessmentTarget(body), { eventId, authorId, at, body });
        return;
      case 'structureSaved':
        entry(this.#structures, body.studyId, () => new Map()).set(authorId, { eventId, authorId, at, body });
        return;
      case 'structureSettled':
        this.#finalStructures.set(body.studyId, { eventId, authorId, at, body });
        return;
      case 'resultUseDecided': {
        const uses = entry(this.#resultUses, body.studyId, () => new Map());
        if (body.use === null) uses.delete(body.resultId);
        else uses.set(body.resultId, { use: body.use, reason: body.reason });
        return;
      }
      case 'extractionSaved':
        entry(this.#extractions, body.studyId, () => new Map()).set(authorId, {
          eventId,
          authorId,
          at,
          body,
        });
        return;
      case 'extractionReconciled':
        this.#finalExtractions.set(body.studyId, { eventId, authorId, at, body });
        return;
      case 'sheetImported':
        this.#sheets.push({ eventId, authorId, at, body });
        return;
      case 'poolingSheetFrozen':
        this.#frozenSheets.push({ eventId, authorId, at, body });
    }
  }
}
