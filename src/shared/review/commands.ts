import { assertNever, err, ok, type AuthorId, type EventId, type Result } from '../kernel';
import { Protocol } from '../protocol';
import type { SealedStage, SealKey } from '../sealing';
import { isBlind } from '../screening';
import type { EventBody } from './body';
import { decideDocuments, type DocumentsCommand } from './commands/documents';
import { decideChecks, type ChecksCommand } from './commands/checks';
import { decideEscrow, type EscrowCommand } from './commands/escrow';
import { decidePoolability, type PoolabilityCommand } from './commands/poolability';
import { decideRecords, type RecordsCommand } from './commands/records';
import { decideReading, type ReadingCommand } from './commands/reading';
import { decideScreening, type ScreeningCommand } from './commands/screening';
import { decideStudyWork, type StudyWorkCommand } from './commands/study-work';
import { decideWork, type WorkCommand } from './commands/work';
import { screeningContext } from './contexts';
import type { Role } from './member-events';
import type { Refusal } from './refusal';
import type { ReviewState } from './review-state';
import type { KeysReleased } from './sealing-events';

/** What a person asks for. Imperative; it may be refused. One file of `commands/` for each area of a review. */
export type Command =
  | TeamCommand
  | EscrowCommand
  | RecordsCommand
  | ScreeningCommand
  | WorkCommand
  | ReadingCommand
  | DocumentsCommand
  | StudyWorkCommand
  | PoolabilityCommand
  | ChecksCommand;

/** What concerns the review as a whole and those who work on it. */
export type TeamCommand =
  | {
      readonly do: 'createReview';
      readonly title: string;
      readonly templateId: string;
      readonly fictitious: boolean;
      readonly protocol: Protocol;
    }
  | { readonly do: 'joinReview'; readonly name: string; readonly role: Role }
  /** The lead says what somebody does here. */
  | { readonly do: 'giveRole'; readonly coder: AuthorId; readonly role: Role }
  /** The lead ends the blindness of a stage. */
  | { readonly do: 'unblindStage'; readonly stage: SealedStage; readonly reason: string }
  /** What an author's own machine says by itself, once all have committed. */
  | { readonly do: 'releaseKeys'; readonly stage: SealedStage; readonly keys: KeysReleased['keys'] }
  /** The same for a whole stage, once it is unblinded. */
  | { readonly do: 'releaseStageKey'; readonly stage: SealedStage; readonly key: SealKey }
  | { readonly do: 'saveProtocol'; readonly protocol: Protocol; readonly note: string }
  | { readonly do: 'withdraw'; readonly target: EventId };

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
    case 'giveRole':
      if (member.role !== 'lead') return err({ code: 'only-lead' });
      return ok([{ kind: 'roleGiven', version: 1, coder: command.coder, role: command.role }]);
    case 'unblindStage':
      if (member.role !== 'lead') return err({ code: 'only-lead' });
      return ok([{ kind: 'stageUnblinded', version: 1, stage: command.stage, reason: command.reason }]);
    case 'releaseKeys':
      return ok([{ kind: 'keysReleased', version: 1, stage: command.stage, keys: command.keys }]);
    case 'releaseStageKey':
      return ok([{ kind: 'stageKeyReleased', version: 1, stage: command.stage, key: command.key }]);
    case 'giveEscrowKey':
    case 'entrustKeys':
    case 'useEscrow':
      return decideEscrow(state, command, member);
    case 'saveProtocol': {
      const protocol = Protocol.safeParse(command.protocol);
      if (!protocol.success) return err({ code: 'protocol-invalid' });
      return ok([{ kind: 'protocolSaved', version: 1, protocol: protocol.data, note: command.note }]);
    }
    case 'withdraw':
      return ok([{ kind: 'judgementWithdrawn', version: 1, target: command.target }]);
    case 'importBatch':
    case 'joinDuplicates':
    case 'decideDuplicates':
    case 'drawJoinSample':
    case 'checkJoin':
    case 'describeSource':
    case 'editRecord':
    case 'completeRecords':
      return decideRecords(state, command);
    case 'castVote':
    case 'castVotes':
    case 'takeOverVotes':
      if (member.role === 'adjudicator') return err({ code: 'adjudicators-do-not-vote' });
      return decideScreening(state, command, member.authorId);
    case 'withdrawTogether':
    case 'labelRecord':
    case 'parkRecord':
    case 'writeNote':
      return decideScreening(state, command, member.authorId);
    case 'revealVotes':
    case 'writeComment':
    case 'resolveConflict':
      // That there is something to settle would tell how others voted.
      if (isBlind(screeningContext(state), command.stage, member)) return err({ code: 'still-blind' });
      return decideScreening(state, command, member.authorId);
    case 'allocateWork':
    case 'drawPilot':
    case 'closePilot':
      return decideWork(state, command, member);
    case 'nameRelevant':
    case 'stopScreening':
    case 'upholdExclusion':
      return decideReading(state, command, member);
    case 'noteRetrieval':
    case 'attachDocument':
      return decideDocuments(state, command);
    case 'notePoolability':
      return decidePoolability(state, command, member);
    case 'addStudy':
    case 'linkReports':
    case 'saveAssessment':
    case 'reconcileAssessment':
    case 'saveStructure':
    case 'settleStructure':
    case 'decideResultUse':
    case 'saveExtraction':
    case 'reconcileExtraction':
    case 'importSheet':
    case 'freezeSheet':
      return decideStudyWork(command);
    case 'clearAlarm':
    case 'correctResult':
      return decideChecks(state, command);
    default:
      return assertNever(command, 'command');
  }
}
