import { z } from '../kernel/schema';
import type { LedgerEvent } from '../ledger';
import { AlarmCleared, ResultCorrected } from '../checks';
import {
  ExtractionReconciled,
  ExtractionSaved,
  ResultUseDecided,
  SheetImported,
  StructureSaved,
  StructureSettled,
} from '../extraction';
import { ProtocolSaved } from '../protocol';
import {
  BatchImported,
  DuplicatesDecided,
  DuplicatesFound,
  JoinChecked,
  JoinSampleDrawn,
  RecordEdited,
  RecordsCompleted,
  SourceDescribed,
} from '../records';
import { AssessmentReconciled, AssessmentSaved } from '../risk-of-bias';
import {
  CommentWritten,
  ConflictResolved,
  DocumentAttached,
  ExclusionUpheld,
  NoteWritten,
  PilotClosed,
  PilotDrawn,
  RecordLabelled,
  RecordParked,
  RelevantRecordsNamed,
  RetrievalNoted,
  ScreeningStopped,
  VoteCast,
  WorkAllocated,
  VotesRevealed,
} from '../screening';
import { PoolabilityNoted, ReportsLinked, StudyAdded } from '../studies';
import { CoderJoined, JudgementWithdrawn, PoolingSheetFrozen, ReviewCreated } from './member-events';
import {
  EscrowKeyGiven,
  EscrowUsed,
  JudgementSealed,
  KeysEntrusted,
  KeysReleased,
  RoleGiven,
  StageKeyReleased,
  StageUnblinded,
} from './sealing-events';

/** Every kind of event this version of Concord understands. */
export const EventBody = z.discriminatedUnion('kind', [
  ReviewCreated,
  CoderJoined,
  JudgementWithdrawn,
  ProtocolSaved,
  BatchImported,
  DuplicatesFound,
  DuplicatesDecided,
  JoinSampleDrawn,
  JoinChecked,
  SourceDescribed,
  RecordEdited,
  RecordsCompleted,
  VoteCast,
  NoteWritten,
  RecordLabelled,
  RecordParked,
  VotesRevealed,
  CommentWritten,
  ConflictResolved,
  RetrievalNoted,
  DocumentAttached,
  RelevantRecordsNamed,
  ScreeningStopped,
  WorkAllocated,
  PilotDrawn,
  PilotClosed,
  ExclusionUpheld,
  StudyAdded,
  ReportsLinked,
  PoolabilityNoted,
  AssessmentSaved,
  AssessmentReconciled,
  ExtractionSaved,
  ExtractionReconciled,
  SheetImported,
  PoolingSheetFrozen,
  AlarmCleared,
  ResultCorrected,
  RoleGiven,
  JudgementSealed,
  KeysReleased,
  StageKeyReleased,
  StageUnblinded,
  EscrowKeyGiven,
  KeysEntrusted,
  EscrowUsed,
  StructureSaved,
  StructureSettled,
  ResultUseDecided,
]);
export type EventBody = z.infer<typeof EventBody>;
export type EventKind = EventBody['kind'];

export const eventKinds: readonly EventKind[] = EventBody.options.map((option) => option.shape.kind.value);

/** A known event: the envelope with its body understood. */
export type KnownEvent = Omit<LedgerEvent, 'body'> & { readonly body: EventBody };

/**
 * Understands an event, or says why not: a kind or version from a newer Concord, or a body that does not fit its kind.
 * Such events are kept and passed on as they are; they just do not count here.
 */
export function understand(
  event: LedgerEvent,
): { readonly known: KnownEvent } | { readonly unknown: 'newer' | 'malformed' } {
  const isKnownKind = (eventKinds as readonly string[]).includes(event.body.kind);
  if (event.format > 1 || !isKnownKind || event.body.version > 1) return { unknown: 'newer' };
  const body = EventBody.safeParse(event.body);
  return body.success ? { known: { ...event, body: body.data } } : { unknown: 'malformed' };
}
