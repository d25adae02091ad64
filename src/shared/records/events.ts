import { z } from '../kernel/schema';
import { EventId, RecordId, Sha256 } from '../kernel';
import { RecordChanges } from './record-changes';

/** Where a batch came from, as PRISMA-S asks: one search in one database. */
export const Source = z.object({
  /** "MEDLINE", "Embase", "ClinicalTrials.gov", "Reference lists" ... */
  database: z.string().min(1).max(300),
  platform: z.string().max(300),
  kind: z.enum(['database', 'register', 'website', 'organisation', 'citation', 'other']),
  /** Day of the search, ISO 8601 (yyyy-mm-dd), or empty. */
  searchedOn: z.string().max(10),
  strategy: z.string().max(100_000),
  limits: z.string().max(5_000),
  /** Hits the database reported, if noted. */
  hits: z.number().int().min(0).nullable(),
});
export type Source = z.infer<typeof Source>;

/** A file as it came in; its bytes are kept under their hash. */
export const ImportFile = z.object({
  name: z.string().max(1_000),
  sha256: Sha256,
  bytes: z.number().int().min(0),
  format: z.string().max(40),
  encoding: z.string().max(40),
});
export type ImportFile = z.infer<typeof ImportFile>;

/** What a person chose by hand before a file was read; whatever is absent was found by the program. */
export const ReadingChoices = z.object({
  encoding: z.string().max(40).optional(),
  sheet: z.string().max(200).optional(),
  /** The column's heading and the field it holds; null: kept under its own name. */
  columns: z
    .array(z.tuple([z.string().max(1_000), z.string().max(40).nullable()]))
    .max(1_000)
    .optional(),
});
export type ReadingChoices = z.infer<typeof ReadingChoices>;

/**
 * An import batch: one file of one source. The records are facts and stand in content-addressed blocks of at most
 * `recordsPerBlock`; the original bytes are kept too. Record ids follow from the file hash and the ordinal.
 */
export const BatchImported = z.object({
  kind: z.literal('batchImported'),
  version: z.literal(1),
  source: Source,
  file: ImportFile,
  reading: ReadingChoices.optional(),
  recordCount: z.number().int().min(0),
  recordBlocks: z.array(Sha256),
  /** How many repairs and losses the account of this batch lists; the account itself is a blob. */
  problemCount: z.number().int().min(0),
  problemsBlob: Sha256.nullable(),
});
export type BatchImported = z.infer<typeof BatchImported>;

/** Two records of the review. */
export const RecordPair = z.tuple([RecordId, RecordId]);
export type RecordPair = z.infer<typeof RecordPair>;

/** Groups found by a rule and joined without a person: exact identifiers, or the certain band. */
export const DuplicatesFound = z.object({
  kind: z.literal('duplicatesFound'),
  version: z.literal(1),
  /** The rule set and its version, for the methods section. */
  method: z.string().max(200),
  groups: z.array(z.object({ records: z.array(RecordId).min(2), why: z.string().max(200) })),
  /** Further pairs the rules are certain of within these groups: they hold the rest together when one record goes. */
  backing: z.array(z.object({ records: RecordPair, why: z.string().max(200) })).optional(),
  /** Events of one run carry one name and are undone together; absent where the run is this event. */
  run: z.string().min(1).max(80).optional(),
  /** The import files whose records were compared with one another. */
  files: z.array(Sha256).optional(),
  /** Pairs that only a person can settle; `why` names what keeps them from being certain. */
  questions: z
    .array(z.object({ records: RecordPair, score: z.number().min(0).max(1), why: z.string().max(200) }))
    .optional(),
  /** No copies, but belonging together: a notice and what it is about, versions, reports of one study. */
  related: z
    .array(z.object({ records: RecordPair, relation: z.enum(['notice', 'version', 'reports']) }))
    .optional(),
  /** A person looked at a sample before these were joined. */
  afterLook: z.boolean().optional(),
});
export type DuplicatesFound = z.infer<typeof DuplicatesFound>;

/** A person's word on whether records describe the same report; it outranks every rule. */
export const DuplicatesDecided = z.object({
  kind: z.literal('duplicatesDecided'),
  version: z.literal(1),
  verdict: z.enum(['same', 'different']),
  records: z.array(RecordId).min(2),
  /** With "different": only this one is another report; of the others nothing is said. */
  leaving: RecordId.optional(),
  /** With "same": the record that stands for the group. */
  lead: RecordId.optional(),
});
export type DuplicatesDecided = z.infer<typeof DuplicatesDecided>;

/** Joins made by rules, drawn at random to be checked by a person. */
export const JoinSampleDrawn = z.object({
  kind: z.literal('joinSampleDrawn'),
  version: z.literal(1),
  /** How many joins it was drawn from. */
  of: z.number().int().min(1),
  pairs: z.array(RecordPair).min(1).max(1_000),
});
export type JoinSampleDrawn = z.infer<typeof JoinSampleDrawn>;

/** What a person found on looking at one join of a sample. */
export const JoinChecked = z.object({
  kind: z.literal('joinChecked'),
  version: z.literal(1),
  sample: EventId,
  records: RecordPair,
  verdict: z.enum(['right', 'wrong']),
});
export type JoinChecked = z.infer<typeof JoinChecked>;

/** The description of a batch's source, put right or completed after the import. */
export const SourceDescribed = z.object({
  kind: z.literal('sourceDescribed'),
  version: z.literal(1),
  batch: EventId,
  source: Source,
});
export type SourceDescribed = z.infer<typeof SourceDescribed>;

/** A record corrected by a person. The import stays as it was; this lies over it. */
export const RecordEdited = z.object({
  kind: z.literal('recordEdited'),
  version: z.literal(1),
  recordId: RecordId,
  changes: RecordChanges,
  reason: z.string().max(2_000),
});
export type RecordEdited = z.infer<typeof RecordEdited>;

/**
 * Empty fields of records filled from a later export, matched by identifier. What fills them stands in blocks of records
 * that hold only the fields concerned, under the ids of the records they complete.
 */
export const RecordsCompleted = z.object({
  kind: z.literal('recordsCompleted'),
  version: z.literal(1),
  file: ImportFile,
  completionBlocks: z.array(Sha256).min(1),
  /** How many records were completed, and how many of their fields. */
  recordCount: z.number().int().min(1),
  fieldCount: z.number().int().min(1),
});
export type RecordsCompleted = z.infer<typeof RecordsCompleted>;

export const recordsPerBlock = 1_000;
