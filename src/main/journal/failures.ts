import { codeOf } from './disk-port';

/** Why the disk said no. The window has a sentence for each code. */
export type JournalFailure = { readonly code: JournalFailureCode; readonly detail?: string };

export type JournalFailureCode =
  | 'disk-full'
  | 'permission-denied'
  | 'read-only'
  | 'folder-missing'
  | 'file-busy'
  | 'disk-error'
  | 'review-exists'
  | 'sequence-gap'
  | 'log-differs'
  | 'not-an-event'
  | 'hash-differs'
  | 'wrong-offset'
  | 'newer-format'
  | 'not-shared'
  | 'no-address'
  | 'unreachable'
  | 'not-allowed'
  | 'not-a-server'
  | 'lines-missing'
  | 'backup-missing'
  | 'disk-nearly-full'
  | 'no-review-here'
  | 'several-reviews-here'
  | 'blob-missing'
  | 'blob-damaged';

const codes: { readonly [errno: string]: JournalFailureCode } = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  EROFS: 'read-only',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
  ENODEV: 'folder-missing',
  EBUSY: 'file-busy',
  EMFILE: 'file-busy',
  ENFILE: 'file-busy',
};

/** A refusal with a code of its own, as opposed to an error of the file system. */
export class Refused extends Error {
  constructor(readonly failure: JournalFailure) {
    super(failure.code);
  }
}

/** What went wrong, in the terms of the window. Anything the table does not know is `disk-error`. */
export function failureOf(cause: unknown): JournalFailure {
  if (cause instanceof Refused) return cause.failure;
  return {
    code: codes[codeOf(cause)] ?? 'disk-error',
    detail: (cause instanceof Error ? cause.message : String(cause)).slice(0, 2_000),
  };
}
