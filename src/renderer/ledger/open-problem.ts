import type { ChainProblem, LogKey } from '@shared/ledger';
import type { JournalError } from './journal-port';
import type { BlockError } from './record-store';

/** What was found when a review was opened: healed, to be known, or beyond healing. */
export type OpenProblem =
  /** Both copies are sound and differ from this entry on. */
  | { readonly code: 'logs-differ'; readonly key: LogKey; readonly position: number }
  | { readonly code: 'chain-broken'; readonly key: LogKey; readonly problem: ChainProblem }
  | { readonly code: 'records-missing'; readonly blocks: readonly BlockError[] }
  | { readonly code: 'journal-unreadable'; readonly error: JournalError }
  | { readonly code: 'copy-failed'; readonly error: JournalError }
  | { readonly code: 'review-file-unreadable'; readonly error: JournalError }
  /** Files kept with the review that are nowhere any more, by the names people know them by. */
  | { readonly code: 'blobs-lost'; readonly files: readonly string[] }
  | Healed;

type Healed =
  | { readonly code: 'healed'; readonly side: 'database' | 'journal'; readonly events: number }
  /** A copy said something else from this entry on, and was made anew from the other. */
  | {
      readonly code: 'mended';
      readonly side: 'database' | 'journal';
      readonly key: LogKey;
      readonly position: number;
    }
  /** Files of the journal were not as they were written; nothing was missing, and they were written anew. */
  | { readonly code: 'files-mended'; readonly key: LogKey; readonly files: readonly string[] }
  /** Copies by a sync service lie beside a log. */
  | { readonly code: 'conflicted-copies'; readonly key: LogKey; readonly files: readonly string[] }
  | { readonly code: 'torn-line'; readonly key: LogKey }
  | { readonly code: 'review-file-mended' }
  | { readonly code: 'blocks-mended'; readonly blocks: number }
  | { readonly code: 'blobs-restored'; readonly files: readonly string[] };

const harmless: ReadonlySet<OpenProblem['code']> = new Set<Healed['code']>([
  'healed',
  'mended',
  'files-mended',
  'conflicted-copies',
  'torn-line',
  'review-file-mended',
  'blocks-mended',
  'blobs-restored',
]);

/** Whether something is still wrong; else it was healed, and is only to be known. */
export const isSerious = ({ code }: OpenProblem): boolean => !harmless.has(code);
