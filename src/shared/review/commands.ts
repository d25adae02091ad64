import type { AssessmentContent } from '../risk-of-bias';
import {
  assertNever,
  err,
  ok,
  type AuthorId,
  type EventId,
  type LocalId,
  type RecordId,
  type Result,
  type StudyId,
} from '../kernel';
import type { ExtractionContent, SheetImported } from '../extraction';
import { Protocol } from '../protocol';
import type { BatchImported, DuplicatesFound } from '../records';
import { decideStage, votesOn, type ScreeningStage, type Vote, type VoteCast } from '../screening';
import type { EventBody } from './body';
import type { PoolingSheetFrozen, Role } from './member-events';
import { currentProtocol, membersOf, type ReviewState } from './review-state';

/** What a person asks for. Imperative; it may be refused. */
export type Command =
  | {
      readonly do: 'createReview';
      readonly title: string;
      readonly templateId: string;
      readonly fictitious: boolean;
      readonly protocol: Protocol;
    }
  | { readonly do: 'joinReview'; readonly name: string; readonly role: Role }
  | { readonly do: 'saveProtocol'; readonly protocol: Protocol; readonly note: string }
  | { readonly do: 'importBatch'; readonly batch: Omit<BatchImported, 'kind' | 'version'> }
  | { readonly do: 'joinDuplicates'; readonly method: string; readonly groups: DuplicatesFound['groups'] }
  | {
      readonly do: 'decideDuplicates';
      readonly verdict: 'same' | 'different';
      readonly records: readonly RecordId[];
    }
  | {
      readonly do: 'castVote';
      readonly stage: ScreeningStage;
      readonly recordId: RecordId;
      readonly vote: Vote;
      readonly reasonId: LocalId | null;
      readonly answers: VoteCast['answers'];
      readonly overruled: string | null;
      readonly seconds: number | null;
    }
  | { readonly do: 'withdraw'; readonly target: EventId }
  | {
      readonly do: 'writeNote';
      readonly stage: ScreeningStage;
      readonly recordId: RecordId;
      readonly text: string;
      readonly shared: boolean;
    }
  | { readonly do: 'revealVotes'; readonly stage: ScreeningStage; readonly recordId: RecordId }
  | {
      readonly do: 'resolveConflict';
      readonly stage: ScreeningStage;
      readonly recordId: RecordId;
      readonly decision: 'include' | 'exclude';
      readonly reasonId: LocalId | null;
      readonly method: 'consensus' | 'adjudication';
      readonly rationale: string;
    }
  | {
      readonly do: 'noteRetrieval';
      readonly recordId: RecordId;
      readonly status: 'sought' | 'retrieved' | 'not-retrieved';
      readonly note: string;
    }
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
  | { readonly do: 'recordSheet'; readonly sheet: Omit<SheetImported, 'kind' | 'version'> }
  | { readonly do: 'freezeSheet'; readonly sheet: Omit<PoolingSheetFrozen, 'kind' | 'version'> };

/** Why a command was refused; the interface words it in the reader's language (`i18n` namespace `refusals`). */
export type Refusal = {
  readonly code:
    | 'not-a-member'
    | 'observers-only-read'
    | 'only-lead'
    | 'unknown-record'
    | 'unknown-reason'
    | 'reason-required'
    | 'reason-without-exclusion'
    | 'maybe-not-allowed'
    | 'nothing-to-settle'
    | 'protocol-invalid'
    | 'too-few-records'
    | 'empty-note'
    | 'no-protocol';
};

export type Actor = { readonly authorId: AuthorId };

/** The pure heart of the write path: what a command becomes, or why it is refused. Nothing is changed here. */
export function decide(state: ReviewState, command: Command, actor: Actor): Result<EventBody[], Refusal> {
  if (command.do === 'createReview') {
    const { title, templateId, fictitious, protocol } = command;
    return ok([
      { kind: 'reviewCreated', version: 1, title, templateId, fictitious },
      { kind: 'protocolSaved', version: 1, protocol, note: '' },
    ]);
  }
  if (command.do === 'joinReview') {
    return ok([{ kind: 'coderJoined', version: 1, name: command.name, role: command.role }]);
  }
  const member = state.coders.get(actor.authorId);
  if (!member) return err({ code: 'not-a-member' });
  if (member.role === 'observer') return err({ code: 'observers-only-read' });

  switch (command.do) {
    case 'saveProtocol': {
      const protocol = Protocol.safeParse(command.protocol);
      if (!protocol.success) return err({ code: 'protocol-invalid' });
      return ok([{ kind: 'protocolSaved', version: 1, protocol: protocol.data, note: command.note }]);
    }
    case 'importBatch':
      return ok([{ kind: 'batchImported', version: 1, ...command.batch }]);
    case 'joinDuplicates':
      if (command.groups.length === 0) return ok([]);
      return ok([{ kind: 'duplicatesFound', version: 1, method: command.method, groups: command.groups }]);
    case 'decideDuplicates': {
      if (command.records.length < 2) return err({ code: 'too-few-records' });
      if (command.records.some((id) => !state.origins.has(id))) return err({ code: 'unknown-record' });
      return ok([
        { kind: 'duplicatesDecided', version: 1, verdict: command.verdict, records: [...command.records] },
      ]);
    }
    case 'castVote':
      return castVote(state, command);
    case 'withdraw':
      return ok([{ kind: 'judgementWithdrawn', version: 1, target: command.target }]);
    case 'writeNote': {
      if (command.text.trim() === '') return err({ code: 'empty-note' });
      const { stage, recordId, text, shared } = command;
      return ok([{ kind: 'noteWritten', version: 1, stage, recordId, text, shared }]);
    }
    case 'revealVotes':
      return ok([{ kind: 'votesRevealed', version: 1, stage: command.stage, recordId: command.recordId }]);
    case 'resolveConflict':
      return resolveConflict(state, command);
    case 'noteRetrieval': {
      if (!state.origins.has(command.recordId)) return err({ code: 'unknown-record' });
      const { recordId, status, note } = command;
      return ok([{ kind: 'retrievalNoted', version: 1, recordId, status, note }]);
    }
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
    case 'recordSheet':
      return ok([{ kind: 'sheetImported', version: 1, ...command.sheet }]);
    case 'freezeSheet':
      return ok([{ kind: 'poolingSheetFrozen', version: 1, ...command.sheet }]);
    default:
      return assertNever(command, 'command');
  }
}

function castVote(
  state: ReviewState,
  command: Extract<Command, { do: 'castVote' }>,
): Result<EventBody[], Refusal> {
  const protocol = currentProtocol(state)?.protocol;
  if (!protocol) return err({ code: 'no-protocol' });
  const { stage, recordId, vote, reasonId, answers, overruled, seconds } = command;
  if (!state.origins.has(recordId)) return err({ code: 'unknown-record' });
  if (vote === 'maybe' && !protocol.stages[stage].allowMaybe) return err({ code: 'maybe-not-allowed' });
  if (reasonId !== null && vote !== 'exclude') return err({ code: 'reason-without-exclusion' });
  if (reasonId !== null && !protocol.exclusionReasons.some((reason) => reason.id === reasonId)) {
    return err({ code: 'unknown-reason' });
  }
  if (vote === 'exclude' && reasonId === null && stage === 'full-text')
    return err({ code: 'reason-required' });
  return ok([{ kind: 'voteCast', version: 1, stage, recordId, vote, reasonId, answers, overruled, seconds }]);
}

function resolveConflict(
  state: ReviewState,
  command: Extract<Command, { do: 'resolveConflict' }>,
): Result<EventBody[], Refusal> {
  const protocol = currentProtocol(state)?.protocol;
  if (!protocol) return err({ code: 'no-protocol' });
  const { stage, recordId, decision, reasonId, method, rationale } = command;
  const members = membersOf(state, recordId);
  const votes = votesOn(state.screening, stage, members);
  const standing = decideStage(state.screening, stage, protocol.stages[stage], members);
  if (votes.length === 0 || (standing.status !== 'conflict' && !('resolution' in standing))) {
    return err({ code: 'nothing-to-settle' });
  }
  if (decision === 'exclude' && stage === 'full-text' && reasonId === null)
    return err({ code: 'reason-required' });
  if (reasonId !== null && !protocol.exclusionReasons.some((reason) => reason.id === reasonId)) {
    return err({ code: 'unknown-reason' });
  }
  return ok([
    {
      kind: 'conflictResolved',
      version: 1,
      stage,
      recordId,
      decision,
      reasonId: decision === 'exclude' ? reasonId : null,
      method,
      settles: votes.map((vote) => vote.eventId),
      rationale,
    },
  ]);
}
