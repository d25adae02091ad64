import { z } from '../kernel/schema';
import { EventId, LocalId, RecordId, Sha256 } from '../kernel';
import { CriterionAnswer } from '../protocol';
import { DocumentPlace } from '../documents';

export const ScreeningStage = z.enum(['title-abstract', 'full-text']);
export type ScreeningStage = z.infer<typeof ScreeningStage>;

export const Vote = z.enum(['include', 'exclude', 'maybe']);
export type Vote = z.infer<typeof Vote>;

/** How a coder came to a record: by an order (see `ScreeningOrder`), or by picking it from the list. */
export const OfferedBy = z.enum(['imported', 'random', 'newest', 'oldest', 'title', 'likely', 'picked']);
export type OfferedBy = z.infer<typeof OfferedBy>;

/** One coder's judgement on one record at one stage, with the criterion answers it rests on. */
export const VoteCast = z.object({
  kind: z.literal('voteCast'),
  version: z.literal(1),
  stage: ScreeningStage,
  recordId: RecordId,
  vote: Vote,
  reasonId: LocalId.nullable(),
  answers: z.record(
    LocalId,
    z.object({
      answer: CriterionAnswer,
      quote: z.string().max(5_000).optional(),
      /** Where the quote stands, when it was taken from a document. */
      place: DocumentPlace.optional(),
    }),
  ),
  /** Why the coder voted against what the answers say; null where the vote follows from them or none were given. */
  overruled: z.string().max(2_000).nullable(),
  /** Seconds the record was in focus, for the forecast. */
  seconds: z.number().min(0).max(86_400).nullable(),
  /** Votes cast in one step, on a filtered set or by an import, share this name and are taken back together. */
  together: z.string().max(80).optional(),
  /** Set where the vote was cast in another program: its name, and the coder's name there. */
  earlier: z.object({ program: z.string().max(80), coder: z.string().max(200) }).optional(),
  /** The order in which the record was offered; absent in votes from before orders could be chosen. */
  offeredBy: OfferedBy.optional(),
});
export type VoteCast = z.infer<typeof VoteCast>;

/** A note on a record. Private to its author while the stage is blind, unless shared. */
export const NoteWritten = z.object({
  kind: z.literal('noteWritten'),
  version: z.literal(1),
  stage: ScreeningStage,
  recordId: RecordId,
  text: z.string().max(10_000),
  shared: z.boolean(),
  /** The step it came with: a take-over of earlier decisions, taken back as one. */
  together: z.string().min(1).max(80).optional(),
});
export type NoteWritten = z.infer<typeof NoteWritten>;

/** A label of the author's on a record, put on or taken off. Private while the stage is blind, unless shared. */
export const RecordLabelled = z.object({
  kind: z.literal('recordLabelled'),
  version: z.literal(1),
  stage: ScreeningStage,
  recordId: RecordId,
  label: z.string().min(1).max(80),
  on: z.boolean(),
  shared: z.boolean(),
  /** As in `NoteWritten`. */
  together: z.string().min(1).max(80).optional(),
});
export type RecordLabelled = z.infer<typeof RecordLabelled>;

/** The author puts a record aside for later, or takes it up again. It still waits, after all others. */
export const RecordParked = z.object({
  kind: z.literal('recordParked'),
  version: z.literal(1),
  stage: ScreeningStage,
  recordId: RecordId,
  parked: z.boolean(),
});
export type RecordParked = z.infer<typeof RecordParked>;

/** An adjudicator asked to see how the coders of a conflict voted. */
export const VotesRevealed = z.object({
  kind: z.literal('votesRevealed'),
  version: z.literal(1),
  stage: ScreeningStage,
  recordId: RecordId,
});
export type VotesRevealed = z.infer<typeof VotesRevealed>;

/** Settles a conflict. It names the votes it settles: if one of them changes, the resolution is stale by itself. */
export const ConflictResolved = z.object({
  kind: z.literal('conflictResolved'),
  version: z.literal(1),
  stage: ScreeningStage,
  recordId: RecordId,
  decision: z.enum(['include', 'exclude']),
  reasonId: LocalId.nullable(),
  method: z.enum(['consensus', 'adjudication']),
  settles: z.array(EventId).min(1),
  rationale: z.string().max(5_000),
});
export type ConflictResolved = z.infer<typeof ConflictResolved>;

/** Why a report could not be had. */
export const NotRetrievedReason = z.enum([
  'not-available',
  'no-access',
  'no-answer',
  'not-published',
  'cannot-be-read',
  'other',
]);
export type NotRetrievedReason = z.infer<typeof NotRetrievedReason>;

/** How somebody tried to get a report. */
export const RetrievalAttempt = z.enum([
  'publisher',
  'open-access',
  'library',
  'interlibrary-loan',
  'authors',
  'other',
]);
export type RetrievalAttempt = z.infer<typeof RetrievalAttempt>;

/** What became of the search for a report. */
export const RetrievalNoted = z.object({
  kind: z.literal('retrievalNoted'),
  version: z.literal(1),
  recordId: RecordId,
  status: z.enum(['sought', 'retrieved', 'not-retrieved']),
  /** Why it could not be had; with `not-retrieved`. */
  reason: NotRetrievedReason.optional(),
  /** Which way was tried, if this notes an attempt. */
  attempt: RetrievalAttempt.optional(),
  note: z.string().max(2_000),
});
export type RetrievalNoted = z.infer<typeof RetrievalNoted>;

/** Records known to be relevant before anything was read, from an earlier review or an expert: ranking starts from them. */
export const RelevantRecordsNamed = z.object({
  kind: z.literal('relevantRecordsNamed'),
  version: z.literal(1),
  recordIds: z.array(RecordId).min(1).max(1_000),
});
export type RelevantRecordsNamed = z.infer<typeof RelevantRecordsNamed>;

/**
 * Reading titles and abstracts ended with records unread: those that had come in before and that nobody has voted on are
 * set aside, excluded by the ranking and not by a person. Withdrawing the event reopens them.
 */
export const ScreeningStopped = z.object({
  kind: z.literal('screeningStopped'),
  version: z.literal(1),
  stage: z.literal('title-abstract'),
  reason: z.string().min(1).max(5_000),
  /** What the decision rested on: see `StoppingAdvice`. */
  basis: z.object({
    read: z.number().int().min(0),
    found: z.number().int().min(0),
    total: z.number().int().min(0),
    p: z.number().min(0).max(1),
    recall: z.number().min(0).max(1),
    confidence: z.number().min(0).max(1),
  }),
  /** The ranking that chose what was read; null where records were read in another order. */
  model: z.object({ name: z.string().max(80), seed: z.number().int() }).nullable(),
});
export type ScreeningStopped = z.infer<typeof ScreeningStopped>;

/** A coder looked again at a record the ranking found likely and left it excluded. */
export const ExclusionUpheld = z.object({
  kind: z.literal('exclusionUpheld'),
  version: z.literal(1),
  stage: ScreeningStage,
  recordId: RecordId,
});
export type ExclusionUpheld = z.infer<typeof ExclusionUpheld>;

/** Something said about a record on which votes differ, to everybody who may see the conflict. */
export const CommentWritten = z.object({
  kind: z.literal('commentWritten'),
  version: z.literal(1),
  stage: ScreeningStage,
  recordId: RecordId,
  text: z.string().min(1).max(5_000),
});
export type CommentWritten = z.infer<typeof CommentWritten>;

/** A document (PDF) kept with a report. */
export const DocumentAttached = z.object({
  kind: z.literal('documentAttached'),
  version: z.literal(1),
  recordId: RecordId,
  name: z.string().max(1_000),
  sha256: Sha256,
  bytes: z.number().int().min(0),
  /** The report itself where nothing is said. */
  role: z.enum(['report', 'supplement']).optional(),
  /** The document whose place it takes; that one is kept. */
  replaces: EventId.optional(),
  /** By what it was found to belong to this report; by hand where nothing is said. */
  matchedBy: z.enum(['doi', 'pmid', 'registration', 'title', 'authors-year', 'hand']).optional(),
});
export type DocumentAttached = z.infer<typeof DocumentAttached>;
