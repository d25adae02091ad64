import type { ConcordBridge } from '@shared/ipc';

/** What the window asks of the main process to work with a team. */
export type TeamPort = Pick<
  ConcordBridge,
  | 'shareReview'
  | 'lookForReview'
  | 'teamPlace'
  | 'leaveTeam'
  | 'teamListLogs'
  | 'teamReadLog'
  | 'teamAppend'
  | 'teamBringBlob'
  | 'teamSendBlob'
  | 'teamWait'
  | 'keepKey'
  | 'readKeys'
>;

/** The team's side of the desktop bridge; null in a plain browser, which has no folders. */
export const desktopTeam = (): TeamPort | null => window.concord ?? null;
