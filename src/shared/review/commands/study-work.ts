import type { ExtractionContent, SheetImported, StudyStructure } from '../../extraction';
import { err, ok, type EventId, type LocalId, type RecordId, type Result, type StudyId } from '../../kernel';
import type { AssessmentContent } from '../../risk-of-bias';
import type { EventBody } from '../body';
import type { PoolingSheetFrozen } from '../member-events';
import type { Refusal } from '../refusal';

/** What a person asks for about studies: linking reports, rating, extracting, settling, handing over. */
export type StudyWorkCommand =
  | {
      readonly do: 'addStudy';
      readonly studyId: StudyId;
      readonly label: string;
      readonly origin: 'hand' | 'sheet';
    }
  | { readonly do: 'linkReports'; readonly studyId: StudyId; readonly records: readonly RecordId[] }
  | {
      readonly do: 'saveAssessment';
      readonly studyId: StudyId;
      readonly resultId: LocalId | null;
      readonly content: AssessmentContent;
      readonly complete: boolean;
    }
  | {
      readonly do: 'reconcileAssessment';
      readonly studyId: StudyId;
      readonly resultId: LocalId | null;
      readonly content: AssessmentContent;
      readonly settles: readonly EventId[];
      readonly method: 'consensus' | 'adjudication' | 'single-coder' | 'sheet';
      readonly note: string;
    }
  | {
      readonly do: 'saveStructure';
      readonly studyId: StudyId;
      readonly structure: StudyStructure;
      readonly complete: boolean;
    }
  | {
      readonly do: 'settleStructure';
      readonly studyId: StudyId;
      readonly structure: StudyStructure;
      readonly settles: readonly EventId[];
      readonly method: 'consensus' | 'adjudication' | 'single-coder';
      readonly note: string;
    }
  | {
      readonly do: 'decideResultUse';
      readonly studyId: StudyId;
      readonly resultId: LocalId;
      /** Null goes back to the protocol's rule. */
      readonly use: boolean | null;
      readonly reason: string;
    }
  | {
      readonly do: 'saveExtraction';
      readonly studyId: StudyId;
      readonly content: ExtractionContent;
      readonly complete: boolean;
    }
  | {
      readonly do: 'reconcileExtraction';
      readonly studyId: StudyId;
      readonly content: ExtractionContent;
      readonly settles: readonly EventId[];
      readonly method: 'consensus' | 'adjudication' | 'single-coder' | 'sheet';
      readonly note: string;
    }
  | {
      /** Takes an extraction sheet in whole: every study with its results, and the sheet itself. */
      readonly do: 'importSheet';
      readonly studies: readonly {
        readonly studyId: StudyId;
        readonly label: string;
        readonly content: ExtractionContent;
        readonly assessment: AssessmentContent | null;
      }[];
      readonly sheet: Omit<SheetImported, 'kind' | 'version'>;
    }
  | { readonly do: 'freezeSheet'; readonly sheet: Omit<PoolingSheetFrozen, 'kind' | 'version'> };

export function decideStudyWork(command: StudyWorkCommand): Result<EventBody[], Refusal> {
  switch (command.do) {
    case 'addStudy': {
      const { studyId, label, origin } = command;
      return ok([{ kind: 'studyAdded', version: 1, studyId, label, origin }]);
    }
    case 'linkReports': {
      if (command.records.length === 0) return err({ code: 'too-few-records' });
      return ok([
        { kind: 'reportsLinked', version: 1, studyId: command.studyId, records: [...command.records] },
      ]);
    }
    case 'saveAssessment': {
      const { studyId, resultId, content, complete } = command;
      return ok([{ kind: 'assessmentSaved', version: 1, studyId, resultId, content, complete }]);
    }
    case 'reconcileAssessment': {
      const { studyId, resultId, content, settles, method, note } = command;
      return ok([
        {
          kind: 'assessmentReconciled',
          version: 1,
          studyId,
          resultId,
          content,
          settles: [...settles],
          method,
          note,
        },
      ]);
    }
    case 'saveStructure': {
      const { studyId, structure, complete } = command;
      return ok([{ kind: 'structureSaved', version: 1, studyId, structure, complete }]);
    }
    case 'settleStructure': {
      const { studyId, structure, settles, method, note } = command;
      return ok([
        { kind: 'structureSettled', version: 1, studyId, structure, settles: [...settles], method, note },
      ]);
    }
    case 'decideResultUse': {
      const { studyId, resultId, use, reason } = command;
      if (use !== null && reason.trim() === '') return err({ code: 'use-reason-required' });
      return ok([{ kind: 'resultUseDecided', version: 1, studyId, resultId, use, reason: reason.trim() }]);
    }
    case 'saveExtraction': {
      const { studyId, content, complete } = command;
      return ok([{ kind: 'extractionSaved', version: 1, studyId, content, complete }]);
    }
    case 'reconcileExtraction': {
      const { studyId, content, settles, method, note } = command;
      return ok([
        { kind: 'extractionReconciled', version: 1, studyId, content, settles: [...settles], method, note },
      ]);
    }
    case 'importSheet':
      return importSheet(command);
    case 'freezeSheet':
      return ok([{ kind: 'poolingSheetFrozen', version: 1, ...command.sheet }]);
  }
}

/** One write for the whole sheet: a review never holds half of it, and two hundred studies come in at once. */
function importSheet({
  studies,
  sheet,
}: Extract<StudyWorkCommand, { do: 'importSheet' }>): Result<EventBody[], Refusal> {
  const settled = { version: 1, method: 'sheet', note: sheet.fileName } as const;
  const bodies: EventBody[] = [];
  for (const { studyId, label, content, assessment } of studies) {
    bodies.push({ kind: 'studyAdded', version: 1, studyId, label, origin: 'sheet' });
    bodies.push({ kind: 'extractionReconciled', studyId, content, settles: [], ...settled });
    if (assessment)
      bodies.push({
        kind: 'assessmentReconciled',
        studyId,
        resultId: null,
        content: assessment,
        settles: [],
        ...settled,
      });
  }
  bodies.push({ kind: 'sheetImported', version: 1, ...sheet });
  return ok(bodies);
}
