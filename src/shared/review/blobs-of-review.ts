import type { Sha256 } from '../kernel';
import type { ReviewState } from './review-state';

type Named = Pick<ReviewState, 'records' | 'screening'>;

/** Every blob that the ledger names: import files, blocks of records, accounts of problems, documents. */
export const blobsOfReview = (state: Named): ReadonlySet<Sha256> => new Set(blobNames(state).keys());

/** The same blobs, each with the name of the file a person knows it by: the import it belongs to, or the document. */
export function blobNames(state: Named): ReadonlyMap<Sha256, string> {
  const names = new Map<Sha256, string>();
  for (const { imported } of state.records.batches) {
    const { name } = imported.file;
    names.set(imported.file.sha256, name);
    for (const block of imported.recordBlocks) names.set(block, name);
    if (imported.problemsBlob !== null) names.set(imported.problemsBlob, name);
  }
  for (const { completed } of state.records.completions) {
    names.set(completed.file.sha256, completed.file.name);
    for (const block of completed.completionBlocks) names.set(block, completed.file.name);
  }
  for (const documents of state.screening.documents.values())
    for (const { body } of documents) names.set(body.sha256, body.name);
  return names;
}
