import { normaliseDoi } from '../formats';
import type { CitationRecord } from './record';

export type FoundByIdentifier = {
  /** Records that one of the identifiers names, in the order of the records. */
  readonly records: readonly CitationRecord[];
  /** Identifiers, as they were given, that name none. */
  readonly notFound: readonly string[];
};

/**
 * The records a pasted list names: DOIs in any writing, PubMed numbers ("PMID: 123", "123") and PMC numbers, one per line
 * or separated by spaces, commas or semicolons. A DOI may hold one of these signs: what stands together is tried whole
 * first.
 */
export function findByIdentifiers(records: readonly CitationRecord[], pasted: string): FoundByIdentifier {
  const byKey = new Map<string, CitationRecord[]>();
  for (const record of records) {
    for (const key of keysOf(record)) byKey.set(key, [...(byKey.get(key) ?? []), record]);
  }
  const found = new Set<CitationRecord>();
  const notFound: string[] = [];
  const take = (given: string): boolean => {
    const key = keyOf(given);
    const named = key === undefined ? undefined : byKey.get(key);
    for (const record of named ?? []) found.add(record);
    return named !== undefined;
  };
  for (const line of pasted.split(/\r?\n/u)) {
    const whole = line.trim();
    for (const part of whole.replace(/\b(pmid|pmcid|doi)\s*:\s*/giu, '$1:').split(/\s+/u)) {
      const given = part.replace(/^[,;]+|[,;]+$/gu, '');
      if (given === '' || take(given)) continue;
      for (const piece of given.split(/[,;]+/u)) if (!take(piece)) notFound.push(piece);
    }
  }
  return { records: records.filter((record) => found.has(record)), notFound };
}

const keysOf = ({ doi, pmid, pmcid }: CitationRecord): string[] =>
  [
    doi === undefined ? undefined : `doi ${normaliseDoi(doi) ?? doi.toLowerCase()}`,
    pmid === undefined ? undefined : `pmid ${pmid}`,
    pmcid === undefined ? undefined : `pmc ${pmcid.replace(/^pmc/iu, '')}`,
  ].flatMap((key) => key ?? []);

function keyOf(given: string): string | undefined {
  const doi = normaliseDoi(given);
  if (doi !== undefined) return `doi ${doi}`;
  const pmc = /^(?:pmcid:\s*)?pmc\s*(\d+)$/iu.exec(given)?.[1];
  if (pmc !== undefined) return `pmc ${pmc}`;
  const pmid = /^(?:pmid:?\s*|https?:\/\/pubmed\.ncbi\.nlm\.nih\.gov\/)?(\d{1,9})\/?$/iu.exec(given)?.[1];
  return pmid === undefined ? undefined : `pmid ${pmid}`;
}
