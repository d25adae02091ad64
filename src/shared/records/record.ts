import { z } from '../kernel/schema';
import { RecordId, type Json } from '../kernel';
import type { ParsedRecord } from '../formats';

/** A record as imported: a fact. What a file gives, plus its id. */
export const CitationRecord = z.object({
  id: RecordId,
  title: z.string().optional(),
  translatedTitle: z.string().optional(),
  authors: z.array(z.string()),
  year: z.number().int().optional(),
  date: z.string().optional(),
  journal: z.string().optional(),
  journalAbbreviation: z.string().optional(),
  volume: z.string().optional(),
  issue: z.string().optional(),
  pages: z.string().optional(),
  articleNumber: z.string().optional(),
  doi: z.string().optional(),
  pmid: z.string().optional(),
  pmcid: z.string().optional(),
  accession: z.string().optional(),
  registrations: z.array(z.string()).optional(),
  abstract: z.string().optional(),
  keywords: z.array(z.string()),
  type: z.string().optional(),
  language: z.string().optional(),
  issn: z.string().optional(),
  isbn: z.string().optional(),
  url: z.string().optional(),
  other: z.array(z.tuple([z.string(), z.string()])).optional(),
  line: z.number().int(),
});
export type CitationRecord = z.infer<typeof CitationRecord>;

/** A block of records: one JSON text, content-addressed by its SHA-256. */
export const RecordBlock = z.object({ format: z.literal(1), records: z.array(CitationRecord) });
export type RecordBlock = z.infer<typeof RecordBlock>;

export const citationRecord = (id: RecordId, parsed: ParsedRecord): CitationRecord => ({
  ...parsed,
  id,
  authors: [...parsed.authors],
  keywords: [...parsed.keywords],
  registrations: parsed.registrations ? [...parsed.registrations] : undefined,
  other: parsed.other?.map(([tag, value]) => [tag, value]),
});

/** A record as writers of exchange formats take it: without its id, absent fields absent. */
export function citationOf(record: CitationRecord): ParsedRecord {
  const { authors, keywords, line } = record;
  const present = Object.entries(record).filter(([name, value]) => name !== 'id' && value !== undefined);
  return { ...Object.fromEntries(present), authors, keywords, line };
}

/** The JSON of a block, ready for `canonicalJson`. */
export const recordBlockJson = (records: readonly CitationRecord[]): Json => ({ format: 1, records });

/** "Smit, Jansen & de Vries" style byline: at most three names, then et al. */
export function byline(authors: readonly string[]): string {
  const families = authors.map((author) => author.split(',')[0]?.trim() ?? author);
  if (families.length <= 3) return families.join(', ');
  return `${families[0]} et al.`;
}

/** "Smit 2022" style label of a study or report. */
export const shortCitation = (record: {
  authors: readonly string[];
  year?: number;
  title?: string;
}): string => {
  const first = record.authors[0]?.split(',')[0]?.trim() || record.title?.slice(0, 40) || '?';
  return record.year === undefined ? first : `${first} ${record.year}`;
};
