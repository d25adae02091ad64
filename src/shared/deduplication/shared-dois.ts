import { relateTitles, type NormalCitation } from './normal';

/** Works with titles and first pages of their own that must stand under one DOI, before it is taken for that of an issue. */
const leastWorks = 3;

/**
 * The records without DOIs that name no single work: some publishers give all abstracts of a supplement the DOI of the
 * supplement. That three works with other titles on other pages carry one DOI shows it; from then on it says nothing of any of
 * them.
 */
export function withoutSharedDois<Id extends string>(
  citations: readonly NormalCitation<Id>[],
): readonly NormalCitation<Id>[] {
  const times = new Map<string, number>();
  for (const { doi } of citations) if (doi !== undefined) times.set(doi, (times.get(doi) ?? 0) + 1);
  const byDoi = new Map<string, NormalCitation<Id>[]>();
  for (const citation of citations) {
    if (citation.doi === undefined || (times.get(citation.doi) ?? 0) < leastWorks) continue;
    const same = byDoi.get(citation.doi);
    if (same === undefined) byDoi.set(citation.doi, [citation]);
    else same.push(citation);
  }
  const shared = new Set([...byDoi].flatMap(([doi, same]) => (isShared(same) ? [doi] : [])));
  if (shared.size === 0) return citations;
  return citations.map((citation) =>
    citation.doi !== undefined && shared.has(citation.doi) ? { ...citation, doi: undefined } : citation,
  );
}

function isShared(citations: readonly NormalCitation[]): boolean {
  if (citations.length < leastWorks) return false;
  const works: NormalCitation[] = [];
  for (const citation of citations) {
    if (citation.place.start === 0 || works.some((work) => mayBeOne(work, citation))) continue;
    works.push(citation);
    if (works.length >= leastWorks) return true;
  }
  return false;
}

function mayBeOne(a: NormalCitation, b: NormalCitation): boolean {
  if (a.place.start === b.place.start) return true;
  const title = relateTitles(a.title, b.title);
  return title !== 'different' && title !== 'similar' && title !== 'other-word' && title !== 'other-number';
}
