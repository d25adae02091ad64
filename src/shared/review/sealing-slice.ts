import type { AuthorId, EventId } from '../kernel';
import type { EscrowKey, SealedStage } from '../sealing';
import type { EscrowUsed, KeysEntrusted, StageUnblinded } from './sealing-events';

/** A judgement that is there and cannot be read yet. */
export type SealedJudgement = {
  readonly eventId: EventId;
  readonly of: string;
  readonly complete: boolean;
};

/** `<stage> <item>`. */
export type SealedPlace = string;
export const sealedPlace = (stage: SealedStage, item: string): SealedPlace => `${stage} ${item}`;

/** When an author gave out the key of an item, and which judgements stood then. */
export type Release = { readonly eventId: EventId; readonly seen: readonly EventId[] };

export type Unblinding = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly at: string;
  readonly body: StageUnblinded;
};

/** A use of the escrow. */
export type EscrowUse = {
  readonly eventId: EventId;
  readonly authorId: AuthorId;
  readonly at: string;
  readonly body: EscrowUsed;
};

/** The keys that are in the hands of leads, and what was done with them. */
export type Escrow = {
  /** Lead -> the key that others lock with, the last one given. */
  readonly holders: ReadonlyMap<AuthorId, EscrowKey>;
  /** Coder -> lead -> what that coder entrusted to that lead last. */
  readonly entrusted: ReadonlyMap<AuthorId, ReadonlyMap<AuthorId, KeysEntrusted>>;
  /** In order of event id. */
  readonly uses: readonly EscrowUse[];
};

/** What is sealed, and whose keys are out. */
export type SealingSlice = {
  /** Place -> author -> what that author has there that cannot be read, the last of each. */
  readonly sealed: ReadonlyMap<SealedPlace, ReadonlyMap<AuthorId, SealedJudgement>>;
  /** Place -> author -> the first time that author gave out the item's key. */
  readonly releases: ReadonlyMap<SealedPlace, ReadonlyMap<AuthorId, Release>>;
  /** Authors whose key of a whole stage is out. */
  readonly openStages: ReadonlyMap<SealedStage, ReadonlySet<AuthorId>>;
  /** Stages the lead has unblinded, with the event that did. */
  readonly unblinded: ReadonlyMap<SealedStage, Unblinding>;
  readonly escrow: Escrow;
};
