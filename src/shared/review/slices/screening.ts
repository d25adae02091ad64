import type { AuthorId, EventId, RecordId } from '../../kernel';
import {
  voteKey,
  type CommentWritten,
  type ConflictResolved,
  type DocumentAttached,
  type ExclusionUpheld,
  type GivenLabel,
  type NoteWritten,
  type PilotClosed,
  type PilotDrawn,
  type RecordLabelled,
  type RecordParked,
  type RelevantRecordsNamed,
  type RetrievalNoted,
  type ScreeningChanges,
  type ScreeningSlice,
  type ScreeningStage,
  type ScreeningStopped,
  type SignedComment,
  type SignedDocument,
  type SignedNaming,
  type SignedNote,
  type SignedResolution,
  type SignedRetrieval,
  type SignedStop,
  type SignedUpholding,
  type SignedVote,
  type VoteCast,
  type WorkAllocated,
  type VotesRevealed,
} from '../../screening';
import type { Signed } from '../review-state';
import { entry } from './entry';

export type ScreeningEvent = Signed<
  | VoteCast
  | NoteWritten
  | RecordLabelled
  | RecordParked
  | VotesRevealed
  | CommentWritten
  | ConflictResolved
  | RetrievalNoted
  | DocumentAttached
  | RelevantRecordsNamed
  | ScreeningStopped
  | PilotDrawn
  | PilotClosed
  | WorkAllocated
  | ExclusionUpheld
>;

const changesOfSlice = new WeakMap<ScreeningSlice, ScreeningChanges>();

/** Says which changes a slice notes that is made from another. */
export const noteChanges = (slice: ScreeningSlice, changes: ScreeningChanges): void => {
  changesOfSlice.set(slice, changes);
};

/** The changes a projection has noted on its screening slice; undefined for a slice that was made otherwise. */
export const screeningChanges = (slice: ScreeningSlice): ScreeningChanges | undefined =>
  changesOfSlice.get(slice);

type MutableStages<T> = { [Stage in ScreeningStage]: T };

/** What is one thing at a time is replaced in place, as the maps are added to. */
type Growing = Omit<ScreeningSlice, 'pilot' | 'allocation'> & {
  pilot: ScreeningSlice['pilot'];
  allocation: ScreeningSlice['allocation'];
};

/** Folds what was decided in screening into maps that are updated in place. */
export class ScreeningFold {
  readonly #votes: MutableStages<Map<RecordId, Map<AuthorId, SignedVote>>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  /** Every vote not withdrawn, oldest first, so that a withdrawal brings back the one before. */
  readonly #voteHistory: MutableStages<Map<string, SignedVote[]>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #votesById = new Map<EventId, SignedVote>();
  readonly #resolutions: MutableStages<Map<RecordId, SignedResolution>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #opened: MutableStages<Map<RecordId, EventId>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #revealed: MutableStages<Map<RecordId, Set<AuthorId>>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #sealedVotes: MutableStages<Map<RecordId, Map<AuthorId, string>>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #comments: MutableStages<Map<RecordId, SignedComment[]>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #notes = new Map<RecordId, SignedNote[]>();
  readonly #labels: MutableStages<Map<RecordId, Map<AuthorId, Map<string, GivenLabel>>>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #parked: MutableStages<Map<RecordId, Set<AuthorId>>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #retrievalLog = new Map<RecordId, SignedRetrieval[]>();
  readonly #documents = new Map<RecordId, SignedDocument[]>();
  readonly #namings: SignedNaming[] = [];
  readonly #stops: SignedStop[] = [];
  readonly #upheld: MutableStages<Map<RecordId, SignedUpholding[]>> = {
    'title-abstract': new Map(),
    'full-text': new Map(),
  };
  readonly #changed: MutableStages<RecordId[]> & { annotated: RecordId[] } = {
    'title-abstract': [],
    'full-text': [],
    annotated: [],
  };
  /** One object for as long as this fold lives, so that what is derived from it can be kept up to date. */
  readonly slice: Growing = {
    votes: this.#votes,
    voteHistory: this.#voteHistory,
    opened: this.#opened,
    sealedVotes: this.#sealedVotes,
    resolutions: this.#resolutions,
    revealed: this.#revealed,
    comments: this.#comments,
    notes: this.#notes,
    labels: this.#labels,
    parked: this.#parked,
    retrievalLog: this.#retrievalLog,
    documents: this.#documents,
    namings: this.#namings,
    stops: this.#stops,
    pilot: undefined,
    allocation: undefined,
    upheld: this.#upheld,
  };

  constructor() {
    changesOfSlice.set(this.slice, this.#changed);
  }

  vote(eventId: EventId): SignedVote | undefined {
    return this.#votesById.get(eventId);
  }

  fold({ eventId, authorId, at, body }: ScreeningEvent): void {
    switch (body.kind) {
      case 'voteCast': {
        const vote = { eventId, authorId, at, body };
        entry(this.#voteHistory[body.stage], keyOf(vote), () => []).push(vote);
        entry(this.#votes[body.stage], body.recordId, () => new Map()).set(authorId, vote);
        this.#votesById.set(eventId, vote);
        this.#changed[body.stage].push(body.recordId);
        return;
      }
      case 'noteWritten':
        entry(this.#notes, body.recordId, () => []).push({ eventId, authorId, at, body });
        this.#changed.annotated.push(body.recordId);
        return;
      case 'recordLabelled': {
        const own = entry(
          entry(this.#labels[body.stage], body.recordId, () => new Map()),
          authorId,
          () => new Map(),
        );
        if (body.on) own.set(body.label, { shared: body.shared, eventId, together: body.together });
        else own.delete(body.label);
        this.#changed.annotated.push(body.recordId);
        return;
      }
      case 'recordParked': {
        const authors = entry(this.#parked[body.stage], body.recordId, () => new Set());
        if (body.parked) authors.add(authorId);
        else authors.delete(authorId);
        this.#changed.annotated.push(body.recordId);
        return;
      }
      case 'votesRevealed':
        entry(this.#revealed[body.stage], body.recordId, () => new Set()).add(authorId);
        entry(this.#opened[body.stage], body.recordId, () => eventId);
        return;
      case 'commentWritten':
        entry(this.#comments[body.stage], body.recordId, () => []).push({ eventId, authorId, at, body });
        return;
      case 'conflictResolved':
        this.#resolutions[body.stage].set(body.recordId, { eventId, authorId, at, body });
        entry(this.#opened[body.stage], body.recordId, () => eventId);
        this.#changed[body.stage].push(body.recordId);
        return;
      case 'retrievalNoted':
        entry(this.#retrievalLog, body.recordId, () => []).push({ eventId, authorId, at, body });
        // Whether a report was found decides who may vote on it.
        this.#changed['full-text'].push(body.recordId);
        return;
      case 'documentAttached':
        entry(this.#documents, body.recordId, () => []).push({ eventId, authorId, at, body });
        this.#changed['full-text'].push(body.recordId);
        return;
      case 'relevantRecordsNamed':
        this.#namings.push({ eventId, authorId, at, body });
        return;
      case 'workAllocated':
        this.slice.allocation = { eventId, authorId, at, body };
        return;
      case 'pilotDrawn':
        this.slice.pilot = { drawn: { eventId, authorId, at, body }, closed: undefined };
        return;
      case 'pilotClosed':
        if (this.slice.pilot?.drawn.eventId === body.pilot)
          this.slice.pilot = { drawn: this.slice.pilot.drawn, closed: { eventId, authorId, at, body } };
        return;
      case 'screeningStopped':
        this.#stops.push({ eventId, authorId, at, body });
        return;
      case 'exclusionUpheld':
        entry(this.#upheld[body.stage], body.recordId, () => []).push({ eventId, authorId, at, body });
    }
  }

  /** Notes that somebody has voted whose vote cannot be read yet. */
  seal(stage: ScreeningStage, recordId: RecordId, authorId: AuthorId, at: string): void {
    entry(this.#sealedVotes[stage], recordId, () => new Map()).set(authorId, at);
    this.#changed[stage].push(recordId);
  }

  /** Takes a vote back in place: the author's vote before it stands again. */
  withdrawVote(vote: SignedVote): void {
    const { stage, recordId } = vote.body;
    const key = keyOf(vote);
    const left = (this.#voteHistory[stage].get(key) ?? []).filter((other) => other.eventId !== vote.eventId);
    if (left.length > 0) this.#voteHistory[stage].set(key, left);
    else this.#voteHistory[stage].delete(key);
    this.#votesById.delete(vote.eventId);
    const previous = left.at(-1);
    const votes = this.#votes[stage].get(recordId);
    if (previous) votes?.set(vote.authorId, previous);
    else votes?.delete(vote.authorId);
    if (votes?.size === 0) this.#votes[stage].delete(recordId);
    this.#changed[stage].push(recordId);
  }
}

const keyOf = ({ authorId, body }: SignedVote): string => voteKey(body.recordId, authorId);
