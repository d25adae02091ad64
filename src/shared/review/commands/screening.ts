import { err, ok, type LocalId, type RecordId, type Result } from '../../kernel';
import {
  decideStage,
  isNotRetrieved,
  stageRules,
  votesOn,
  type ScreeningStage,
  type Vote,
  type VoteCast,
} from '../../screening';
import type { EventBody } from '../body';
import type { Refusal } from '../refusal';
import { currentProtocol, membersOf, type ReviewState } from '../review-state';

/** What a person asks for while screening titles, abstracts and full texts. */
export type ScreeningCommand =
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
    };

export function decideScreening(state: ReviewState, command: ScreeningCommand): Result<EventBody[], Refusal> {
  switch (command.do) {
    case 'castVote':
      return castVote(state, command);
    case 'writeNote': {
      if (command.text.trim() === '') return err({ code: 'empty-note' });
      const { stage, recordId, text, shared } = command;
      return ok([{ kind: 'noteWritten', version: 1, stage, recordId, text, shared }]);
    }
    case 'revealVotes':
      return ok([{ kind: 'votesRevealed', version: 1, stage: command.stage, recordId: command.recordId }]);
    case 'resolveConflict':
      return resolveConflict(state, command);
  }
}

function castVote(
  state: ReviewState,
  command: Extract<ScreeningCommand, { do: 'castVote' }>,
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
  if (stage === 'full-text' && isNotRetrieved(state.screening, membersOf(state, recordId)))
    return err({ code: 'report-not-retrieved' });
  return ok([{ kind: 'voteCast', version: 1, stage, recordId, vote, reasonId, answers, overruled, seconds }]);
}

function resolveConflict(
  state: ReviewState,
  command: Extract<ScreeningCommand, { do: 'resolveConflict' }>,
): Result<EventBody[], Refusal> {
  const protocol = currentProtocol(state)?.protocol;
  if (!protocol) return err({ code: 'no-protocol' });
  const { stage, recordId, decision, reasonId, method, rationale } = command;
  const members = membersOf(state, recordId);
  const votes = votesOn(state.screening, stage, members);
  const standing = decideStage(state.screening, stage, stageRules(protocol, stage), members);
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
