import type { AuthorId, RecordId } from '../kernel';
import type { Allocation } from './allocation';
import type { StageRules } from './decision';
import type { ScreeningStage } from './events';
import type { ScreeningSlice, SignedVote } from './slice';

/** The pilot round as screening looks at it. */
export type Pilot = {
  readonly records: ReadonlySet<RecordId>;
  readonly coders: readonly AuthorId[];
  /** While it is open its coders are offered these records and no others. */
  readonly open: boolean;
};

/** What screening needs to know of the rest of a review. */
export type ScreeningContext = {
  readonly slice: ScreeningSlice;
  readonly rules: { readonly [Stage in ScreeningStage]: StageRules };
  /** One record per report, in import order. */
  readonly reports: readonly RecordId[];
  /** All records that describe the same report. */
  readonly membersOf: (id: RecordId) => readonly RecordId[];
  /** Who is to vote on what at titles and abstracts; absent: everybody on everything. */
  readonly allocation?: Allocation;
  readonly pilot?: Pilot;
  /** Whether later stages show what is decided before a coder has finished the stage. Absent: no. */
  readonly opensAsDecided?: boolean;
  /** Stages at which the lead has ended the blindness of everybody. */
  readonly unblinded?: ReadonlySet<ScreeningStage>;
  /** The same with every vote in it, where this one shows a viewer less; read for what the protocol lets leave the queue. */
  readonly whole?: ScreeningContext;
  /**
   * By stage the records whose votes or resolutions changed, oldest first, growing as the slice is updated in place.
   * Absent where nobody notes changes: then everything is worked out anew each time.
   */
  readonly changed?: ScreeningChanges;
};

export type ScreeningChanges = { readonly [Stage in ScreeningStage]: readonly RecordId[] } & {
  /** Records whose notes, labels or marks "for later" changed. */
  readonly annotated: readonly RecordId[];
};

/** What one coder may know of a record at a stage while it is blind: the coder's own vote and that others worked. */
export type BlindEntry = {
  readonly recordId: RecordId;
  readonly own: SignedVote | undefined;
  /** Whether the coder has voted, also where the vote cannot be read here. */
  readonly voted: boolean;
  /** How many other people have voted; never what. */
  readonly others: number;
};

/**
 * A coder's view of a stage. It is built from the coder's own votes and from the fact that others voted; how they
 * voted is not in it, so no order, count or filter made from it can show it.
 */
export type CoderView = {
  /** The reports of the stage; the same object for as long as they are the same. */
  readonly reports: readonly RecordId[];
  /** One for each of them, in their order. */
  readonly entries: readonly BlindEntry[];
  /** Records that wait for this coder, in order: no own vote, and fewer votes than the protocol asks for. */
  readonly queue: readonly RecordId[];
  readonly done: number;
};
