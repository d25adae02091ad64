/** What the exact rules look at. */
export type ExactFields = {
  readonly id: string;
  readonly title?: string;
  readonly year?: number;
  readonly doi?: string;
  readonly pmid?: string;
};

export type ExactGroup = { readonly ids: readonly string[]; readonly why: 'doi' | 'pmid' | 'title-year' };

/** A title this short ("Editorial", "Reply") says nothing about identity. */
const shortestTellingTitle = 25;

/**
 * Groups of records with the same DOI, the same PMID, or the same normalised title and year. Linear; the groups of the
 * three rules may overlap, whoever joins them takes the union. Records that carry two different DOIs or PMIDs are not
 * joined by title: a reply and its article often share one.
 */
export function exactDuplicates(records: Iterable<ExactFields>): ExactGroup[] {
  const byDoi = new Map<string, ExactFields[]>();
  const byPmid = new Map<string, ExactFields[]>();
  const byTitle = new Map<string, ExactFields[]>();
  for (const record of records) {
    if (record.doi) collect(byDoi, record.doi.toLowerCase(), record);
    if (record.pmid) collect(byPmid, record.pmid, record);
    const title = normalisedTitle(record.title ?? '');
    if (title.length >= shortestTellingTitle && record.year !== undefined)
      collect(byTitle, `${title} ${record.year}`, record);
  }
  return [
    ...groupsOf(byDoi, 'doi', (a, b) =>
      agree(normalisedTitle(a.title ?? ''), normalisedTitle(b.title ?? '')),
    ),
    ...groupsOf(byPmid, 'pmid', () => true),
    ...groupsOf(
      byTitle,
      'title-year',
      (a, b) => agree(a.doi?.toLowerCase(), b.doi?.toLowerCase()) && agree(a.pmid, b.pmid),
    ),
  ];
}

/** Letters and digits only, lower case, without accents: what two databases agree on. */
export const normalisedTitle = (title: string): string =>
  title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const agree = (a: string | undefined, b: string | undefined): boolean => !a || !b || a === b;

function collect(map: Map<string, ExactFields[]>, key: string, record: ExactFields): void {
  const known = map.get(key);
  if (known) known.push(record);
  else map.set(key, [record]);
}

/** Splits each bucket into groups whose members all fit together. */
function groupsOf(
  buckets: ReadonlyMap<string, readonly ExactFields[]>,
  why: ExactGroup['why'],
  fits: (a: ExactFields, b: ExactFields) => boolean,
): ExactGroup[] {
  const groups: ExactGroup[] = [];
  for (const bucket of buckets.values()) {
    const parts: ExactFields[][] = [];
    for (const record of bucket) {
      const part = parts.find((members) => members.every((member) => fits(member, record)));
      if (part) part.push(record);
      else parts.push([record]);
    }
    for (const part of parts) if (part.length > 1) groups.push({ ids: part.map(({ id }) => id), why });
  }
  return groups;
}
