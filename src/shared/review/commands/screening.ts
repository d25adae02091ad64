import { err, ok, type AuthorId, type EventId, type LocalId, type RecordId, type Result } from '../../kernel';
import {
  decideStage,
  isDiscussed,
  isNotRetrieved,
  ScreeningStage,
  stageRules,
  votesOn,
  type EarlierVote,
  type OfferedBy,
  type Vote,
  type VoteCast,
} from '../../screening';
import type { EventBody } from '../body';
import { screeningContext } from '../contexts';
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
      readonly offeredBy?: OfferedBy;
    }
  | {
      /** One vote on many records, in one step. */
      readonly do: 'castVotes';
      readonly stage: ScreeningStage;
      readonly recordIds: readonly RecordId[];
      readonly vote: Vote;
      readonly reasonId: LocalId | null;
      /** The name of the step. */
      readonly together: string;
    }
  | {
      /** Votes the author cast in another program. */
      readonly do: 'takeOverVotes';
      readonly stage: ScreeningStage;
      readonly votes: readonly EarlierVote[];
      readonly program: string;
      readonly together: string;
    }
  /** Takes back all votes of the author that were cast in one step, with the notes and labels of it, where they still stand. */
  | { readonly do: 'withdrawTogether'; readonly together: string }
  | {
      readonly do: 'labelRecord';
      readonly stage: ScreeningStage;
      readonly recordId: RecordId;
      readonly label: string;
      readonly on: boolean;
      readonly shared: boolean;
    }
  | {
      readonly do: 'parkRecord';
      readonly stage: ScreeningStage;
      readonly recordId: RecordId;
      readonly parked: boolean;
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
      /** Said about a conflict, to everybody who may see it. */
      readonly do: 'writeComment';
      readonly stage: ScreeningStage;
      readonly recordId: RecordId;
      readonly text: string;
    }
  | {
      readonly do: 'resolveConflict';
      readonly stage: ScreeningStage;
      readonly recordId: RecordId;
      readonly decision: 'include' | 'exclude';
      readonly reasonId: LocalId | null;
      readonly method: 'consensus' | 'adjudication';
      readonly rationale: string;
    };

export function decideScreening(
  state: ReviewState,
  command: ScreeningCommand,
  author: AuthorId,
): Result<EventBody[], Refusal> {
  switch (command.do) {
    case 'castVote': {
      const cast = voteOf(state, command);
      return cast.ok ? ok([cast.value]) : cast;
    }
    case 'castVotes':
      return castVotes(state, command);
    case 'takeOverVotes':
      return takeOverVotes(state, command);
    case 'withdrawTogether':
      return withdrawTogether(state, command.together, author);
    case 'labelRecord': {
      const { stage, recordId, on, shared } = command;
      const label = command.label.trim();
      if (!state.origins.has(recordId)) return err({ code: 'unknown-record' });
      if (label === '' || label.length > 80) return err({ code: 'label-invalid' });
      return ok([{ kind: 'recordLabelled', version: 1, stage, recordId, label, on, shared }]);
    }
    case 'parkRecord': {
      const { stage, recordId, parked } = command;
      if (!state.origins.has(recordId)) return err({ code: 'unknown-record' });
      return ok([{ kind: 'recordParked', version: 1, stage, recordId, parked }]);
    }
    case 'writeNote': {
      if (command.text.trim() === '') return err({ code: 'empty-note' });
      const { stage, recordId, text, shared } = command;
      return ok([{ kind: 'noteWritten', version: 1, stage, recordId, text, shared }]);
    }
    case 'revealVotes':
      return ok([{ kind: 'votesRevealed', version: 1, stage: command.stage, recordId: command.recordId }]);
    case 'writeComment':
      return writeComment(state, command);
    case 'resolveConflict':
      return resolveConflict(state, command);
  }
}

/** The event a vote becomes, if the protocol has such a vote. */
function voteOf(
  state: ReviewState,
  command: Extract<ScreeningCommand, { do: 'castVote' }>,
): Result<VoteCast, Refusal> {
  const protocol = currentProtocol(state)?.protocol;
  if (!protocol) return err({ code: 'no-protocol' });
  const { stage, recordId, vote, reasonId, answers, overruled, seconds, offeredBy } = command;
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
  const offered = offeredBy === undefined ? {} : { offeredBy };
  return ok({
    kind: 'voteCast',
    version: 1,
    stage,
    recordId,
    vote,
    reasonId,
    answers,
    overruled,
    seconds,
    ...offered,
  });
}

/** A vote without criterion answers that was not cast in front of the record. */
const unmeasured = { do: 'castVote', answers: {}, overruled: null, seconds: null } as const;

function castVotes(
  state: ReviewState,
  { stage, recordIds, vote, reasonId, together }: Extract<ScreeningCommand, { do: 'castVotes' }>,
): Result<EventBody[], Refusal> {
  const bodies: EventBody[] = [];
  for (const recordId of recordIds) {
    const cast = voteOf(state, { ...unmeasured, stage, recordId, vote, reasonId });
    if (!cast.ok) return cast;
    bodies.push({ ...cast.value, together });
  }
  return ok(bodies);
}

function takeOverVotes(
  state: ReviewState,
  { stage, votes, program, together }: Extract<ScreeningCommand, { do: 'takeOverVotes' }>,
): Result<EventBody[], Refusal> {
  const bodies: EventBody[] = [];
  for (const { recordId, vote, reasonId, coder, note, labels } of votes) {
    const cast = voteOf(state, { ...unmeasured, stage, recordId, vote, reasonId });
    if (!cast.ok) return cast;
    bodies.push({ ...cast.value, together, earlier: { program, coder } });
    if (note.trim() !== '') {
      const text = note.slice(0, 10_000);
      bodies.push({ kind: 'noteWritten', version: 1, stage, recordId, text, shared: false, together });
    }
    for (const label of new Set(labels.map((text) => text.trim().slice(0, 80)))) {
      if (label !== '')
        bodies.push({
          kind: 'recordLabelled',
          version: 1,
          stage,
          recordId,
          label,
          on: true,
          shared: false,
          together,
        });
    }
  }
  return ok(bodies);
}

function withdrawTogether(
  { screening }: ReviewState,
  together: string,
  author: AuthorId,
): Result<EventBody[], Refusal> {
  const targets: EventId[] = [];
  for (const stage of ScreeningStage.options) {
    for (const votes of screening.votes[stage].values()) {
      const vote = votes.get(author);
      if (vote?.body.together === together) targets.push(vote.eventId);
    }
    for (const given of screening.labels[stage].values())
      for (const label of given.get(author)?.values() ?? [])
        if (label.together === together) targets.push(label.eventId);
  }
  for (const notes of screening.notes.values())
    for (const { eventId, authorId, body } of notes)
      if (authorId === author && body.together === together) targets.push(eventId);
  const bodies = targets.map((target): EventBody => ({ kind: 'judgementWithdrawn', version: 1, target }));
  return bodies.length === 0 ? err({ code: 'nothing-to-take-back' }) : ok(bodies);
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

function writeComment(
  state: ReviewState,
  { stage, recordId, ...command }: Extract<ScreeningCommand, { do: 'writeComment' }>,
): Result<EventBody[], Refusal> {
  const text = command.text.trim();
  if (text === '') return err({ code: 'empty-note' });
  if (!state.origins.has(recordId)) return err({ code: 'unknown-record' });
  if (!isDiscussed(screeningContext(state), stage, recordId)) return err({ code: 'nothing-to-discuss' });
  return ok([{ kind: 'commentWritten', version: 1, stage, recordId, text: text.slice(0, 5_000) }]);
}
