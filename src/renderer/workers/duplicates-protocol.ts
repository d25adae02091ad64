import type { Citation, RunFindings } from '@shared/deduplication';
import type { RecordId } from '@shared/kernel';

/** What the window sends the duplicates worker: the records in portions, then what stands already. */
export type DuplicatesRequest =
  | { readonly kind: 'records'; readonly citations: readonly Citation<RecordId>[] }
  | {
      readonly kind: 'find';
      /** Record -> the records people said it is no copy of. */
      readonly apart: ReadonlyMap<RecordId, ReadonlySet<RecordId>>;
      readonly together: readonly (readonly RecordId[])[];
    };

/**
 * Each portion of records is answered, so that the next is sent when it was taken and not all wait in memory. What was found
 * comes in portions too: taking over all of it at once would hold up the window.
 */
export type DuplicatesReply =
  | { readonly kind: 'taken' }
  | { readonly kind: 'progress'; readonly share: number }
  | { readonly kind: 'finding'; readonly findings: RunFindings }
  | { readonly kind: 'found' }
  | { readonly kind: 'failed'; readonly detail: string };
