import { z } from './schema';

/**
 * Branded identifiers. A value gets its brand by passing the schema at an edge (file, IPC, database, ledger) or
 * from the one function that makes such ids; nothing else can be used in its place.
 */
const safeId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/);

/** The name of a folder on every system as well: no dot at the end, which Windows drops, and none of its device names. */
const folderId = safeId.regex(/^(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)).*[^.]$/i);

export const ReviewId = folderId.brand<'ReviewId'>();
export type ReviewId = z.infer<typeof ReviewId>;

export const AuthorId = folderId.brand<'AuthorId'>();
export type AuthorId = z.infer<typeof AuthorId>;

export const DeviceId = z
  .string()
  .regex(/^[a-z0-9]{10}$/)
  .brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

/** `<wall clock, 12 hex digits of ms>-<counter, 4 hex digits>-<device>`: identity and order of an event in one. */
export const EventId = z
  .string()
  .regex(/^[0-9a-f]{12}-[0-9a-f]{4}-[a-z0-9]{10}$/)
  .brand<'EventId'>();
export type EventId = z.infer<typeof EventId>;

export const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'Sha256'>();
export type Sha256 = z.infer<typeof Sha256>;

/** `<first 16 hex digits of the file hash>-<ordinal in the file, 6 digits>`: the same file gives everyone the same ids. */
export const RecordId = safeId.brand<'RecordId'>();
export type RecordId = z.infer<typeof RecordId>;

export const StudyId = safeId.brand<'StudyId'>();
export type StudyId = z.infer<typeof StudyId>;

/** Ids of things a protocol or an extraction defines: criteria, reasons, domains, instruments, arms, results. */
export const LocalId = safeId;
export type LocalId = string;

/** The id of the record at `ordinal` (1-based) of an import file. */
export const recordIdOf = (fileHash: Sha256, ordinal: number): RecordId =>
  RecordId.parse(`${fileHash.slice(0, 16)}-${String(ordinal).padStart(6, '0')}`);
