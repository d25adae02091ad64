import type { EventId, RecordId, Sha256 } from '../kernel';
import type { ScreeningSlice, SignedDocument } from './slice';

/** A document kept with a report, and whether another has taken its place. */
export type ReportDocument = SignedDocument & { readonly replaced: boolean };

/**
 * The documents of a report, whichever of its records they were added to: the report itself first, then supplements, each
 * in the order in which they were added, and last those that were replaced. The same bytes stand once.
 */
export function documentsOf(slice: ScreeningSlice, members: readonly RecordId[]): readonly ReportDocument[] {
  const all = members.flatMap((id) => slice.documents.get(id) ?? []);
  if (all.length === 0) return [];
  all.sort((a, b) => (a.eventId < b.eventId ? -1 : 1));
  const byContent = new Map<Sha256, SignedDocument>();
  for (const document of all) {
    // Added again: what was said last about it counts (a supplement after all, or back in its place).
    byContent.delete(document.body.sha256);
    byContent.set(document.body.sha256, document);
  }
  const standing = [...byContent.values()];
  const replaced = new Set<EventId>(standing.flatMap(({ body }) => body.replaces ?? []));
  return standing
    .map((document) => ({ ...document, replaced: replaced.has(document.eventId) }))
    .sort((a, b) => place(a) - place(b));
}

const place = ({ replaced, body }: ReportDocument): number =>
  replaced ? 2 : body.role === 'supplement' ? 1 : 0;
