import type { AuthorId, EventId, RecordId } from '../kernel';
import type {
  CommentWritten,
  ConflictResolved,
  DocumentAttached,
  ExclusionUpheld,
  NoteWritten,
  RelevantRecordsNamed,
  RetrievalNoted,
  ScreeningStage,
  ScreeningStopped,
  VoteCast,
} from './events';

import type { PilotClosed, PilotDrawn, WorkAllocated } from './work-events';

type Signed<Body> = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly at: string;
  readonly body: Body;
};

export type SignedVote = Signed<VoteCast>;
export type SignedResolution = Signed<ConflictResolved>;
export type SignedNote = Signed<NoteWritten>;
export type SignedRetrieval = Signed<RetrievalNoted>;
export type SignedDocument = Signed<DocumentAttached>;
export type SignedComment = Signed<CommentWritten>;
export type SignedStop = Signed<ScreeningStopped>;
export type SignedNaming = Signed<RelevantRecordsNamed>;
export type SignedUpholding = Signed<ExclusionUpheld>;

/** A label as it stands on a record, by the event that put it on. */
export type GivenLabel = {
  readonly shared: boolean;
  readonly eventId: EventId;
  readonly together: string | undefined;
};

/** Author -> that author's current vote; an author's last vote on a record that was not withdrawn. */
export type VotesOfRecord = ReadonlyMap<AuthorId, SignedVote>;

export type StageVotes = ReadonlyMap<RecordId, VotesOfRecord>;

/** Everything that was decided in screening and stands; judgements on a record, by the record they were made on. */
export type ScreeningSlice = {
  readonly votes: { readonly [Stage in ScreeningStage]: StageVotes };
  /** Every vote an author cast on a record at a stage and did not take back, oldest first, by `voteKey`. */
  readonly voteHistory: { readonly [Stage in ScreeningStage]: ReadonlyMap<string, readonly SignedVote[]> };
  /** The event that first showed a record's votes to somebody, or settled them: votes after it are no longer independent. */
  readonly opened: { readonly [Stage in ScreeningStage]: ReadonlyMap<RecordId, EventId> };
  /** Who has voted on a record in a way that cannot be read, and when last: the vote is sealed, or closed to the viewer. */
  readonly sealedVotes: {
    readonly [Stage in ScreeningStage]: ReadonlyMap<RecordId, ReadonlyMap<AuthorId, string>>;
  };
  /** The latest standing resolution of a record; it may be stale (see `resolutionHolds`). */
  readonly resolutions: { readonly [Stage in ScreeningStage]: ReadonlyMap<RecordId, SignedResolution> };
  /** Who asked to see the votes of a record. */
  readonly revealed: { readonly [Stage in ScreeningStage]: ReadonlyMap<RecordId, ReadonlySet<AuthorId>> };
  /** What was said about records on which votes differ, oldest first. */
  readonly comments: { readonly [Stage in ScreeningStage]: ReadonlyMap<RecordId, readonly SignedComment[]> };
  readonly notes: ReadonlyMap<RecordId, readonly SignedNote[]>;
  /** Stage -> record -> author -> label -> whether it is shared. */
  readonly labels: {
    readonly [Stage in ScreeningStage]: ReadonlyMap<
      RecordId,
      ReadonlyMap<AuthorId, ReadonlyMap<string, GivenLabel>>
    >;
  };
  /** Who has put a record aside for later. */
  readonly parked: { readonly [Stage in ScreeningStage]: ReadonlyMap<RecordId, ReadonlySet<AuthorId>> };
  /** Everything that was noted about the search for a report, oldest first. */
  readonly retrievalLog: ReadonlyMap<RecordId, readonly SignedRetrieval[]>;
  readonly documents: ReadonlyMap<RecordId, readonly SignedDocument[]>;
  /** Records named as known to be relevant, by whoever named them, oldest first. */
  readonly namings: readonly SignedNaming[];
  /** The pilot drawn last, and what closed it. */
  readonly pilot:
    { readonly drawn: Signed<PilotDrawn>; readonly closed: Signed<PilotClosed> | undefined } | undefined;
  /** The allocation of work that counts. */
  readonly allocation: Signed<WorkAllocated> | undefined;
  /** Stops that stand, oldest first. */
  readonly stops: readonly SignedStop[];
  /** Exclusions that were looked at again and left as they are. */
  readonly upheld: { readonly [Stage in ScreeningStage]: ReadonlyMap<RecordId, readonly SignedUpholding[]> };
};

/** Under what the votes of one author on one record are kept. */
export const voteKey = (recordId: RecordId, authorId: AuthorId): string => `${recordId} ${authorId}`;
