export type JournalFailure = { readonly code: string; readonly detail?: string };

const codes: { readonly [errno: string]: string } = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EACCES: 'permission-denied',
  EPERM: 'permission-denied',
  EROFS: 'read-only',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-missing',
};

/** What an operating-system error means for a person; the window has a sentence for each code. */
export function failureOf(cause: unknown): JournalFailure {
  const errno = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return {
    code: codes[errno] ?? 'disk-error',
    detail: cause instanceof Error ? cause.message : String(cause),
  };
}
