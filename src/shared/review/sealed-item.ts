import { assertNever, type RecordId, type StudyId } from '../kernel';
import { assessmentTarget } from '../risk-of-bias';
import type { SealedStage } from '../sealing';
import type { ScreeningStage } from '../screening';
import type { EventBody } from './body';

/** What may be known of a judgement while it is sealed. */
export type SealedItem = {
  readonly stage: SealedStage;
  readonly item: string;
  /** The coder stands by it: a vote, a finished assessment, a finished extraction. */
  readonly complete: boolean;
};

export const voteItem = (recordId: RecordId): string => `vote/${recordId}`;
export const assessmentItem = (target: string): string => `assessment/${target}`;
export const structureItem = (studyId: StudyId): string => `structure/${studyId}`;
export const extractionItem = (studyId: StudyId): string => `extraction/${studyId}`;

/** The record a vote's item is about; undefined for other items. */
export const recordOfItem = (item: string): RecordId | undefined =>
  item.startsWith('vote/') ? (item.slice('vote/'.length) as RecordId) : undefined;

export const isScreeningStage = (stage: SealedStage): stage is ScreeningStage =>
  stage === 'title-abstract' || stage === 'full-text';

/**
 * Which events leave a machine sealed, and under which item: what a coder says alone before the others may know. Null for
 * what the whole team works with. A new kind of event has to be put in one of the two lists here.
 */
export function sealedItemOf(body: EventBody): SealedItem | null {
  switch (body.kind) {
    case 'voteCast':
      return { stage: body.stage, item: voteItem(body.recordId), complete: true };
    case 'noteWritten':
      return body.shared ? null : { stage: body.stage, item: voteItem(body.recordId), complete: false };
    case 'recordLabelled':
      return body.shared ? null : { stage: body.stage, item: voteItem(body.recordId), complete: false };
    case 'recordParked':
    case 'exclusionUpheld':
      return { stage: body.stage, item: voteItem(body.recordId), complete: false };
    case 'assessmentSaved':
      return {
        stage: 'risk-of-bias',
        item: assessmentItem(assessmentTarget(body)),
        complete: body.complete,
      };
    case 'structureSaved':
      return { stage: 'extraction', item: structureItem(body.studyId), complete: body.complete };
    case 'extractionSaved':
      return { stage: 'extraction', item: extractionItem(body.studyId), complete: body.complete };
    case 'reviewCreated':
    case 'coderJoined':
    case 'roleGiven':
    case 'judgementWithdrawn':
    case 'protocolSaved':
    case 'batchImported':
    case 'duplicatesFound':
    case 'duplicatesDecided':
    case 'joinSampleDrawn':
    case 'joinChecked':
    case 'sourceDescribed':
    case 'recordEdited':
    case 'recordsCompleted':
    case 'votesRevealed':
    case 'commentWritten':
    case 'conflictResolved':
    case 'retrievalNoted':
    case 'documentAttached':
    case 'relevantRecordsNamed':
    case 'screeningStopped':
    case 'workAllocated':
    case 'pilotDrawn':
    case 'pilotClosed':
    case 'studyAdded':
    case 'reportsLinked':
    case 'poolabilityNoted':
    case 'assessmentReconciled':
    case 'structureSettled':
    case 'resultUseDecided':
    case 'extractionReconciled':
    case 'sheetImported':
    case 'poolingSheetFrozen':
    case 'alarmCleared':
    case 'resultCorrected':
    case 'judgementSealed':
    case 'keysReleased':
    case 'stageKeyReleased':
    case 'stageUnblinded':
    case 'escrowKeyGiven':
    case 'keysEntrusted':
    case 'escrowUsed':
      return null;
    default:
      return assertNever(body, 'event');
  }
}
