import type { Sha256 } from '../kernel';
import type { ReviewState } from './review-state';

/** Every blob that the ledger names: import files, blocks of records, accounts of problems, documents. */
export function blobsOfReview(state: Pick<ReviewState, 'records' | 'screening'>): ReadonlySet<Sha256> {
  const named = new Set<Sha256>();
  for (const { imported } of state.records.batches) {
    named.add(imported.file.sha256);
    for (const block of imported.recordBlocks) named.add(block);
    if (imported.problemsBlob !== null) named.add(imported.problemsBlob);
  }
  for (const { completed } of state.records.completions) {
    named.add(completed.file.sha256);
    for (const block of completed.completionBlocks) named.add(block);
  }
  for (const documents of state.screening.documents.values())
    for (const { body } of documents) named.add(body.sha256);
  return named;
}
