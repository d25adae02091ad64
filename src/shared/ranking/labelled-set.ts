import Papa from 'papaparse';
import { err, ok, type Result } from '../kernel';

/**
 * A set of records with what is known of their fate: `LabelledSet<boolean>` for trying the ranking out, with null where
 * a record is still to be read.
 */
export type LabelledSet<Label extends boolean | null = boolean> = {
  readonly ids: readonly string[];
  readonly titles: readonly string[];
  readonly abstracts: readonly string[];
  readonly keywords: readonly string[];
  /** Whether the record was included in the end. */
  readonly isRelevant: readonly Label[];
};

export type LabelledSetError = {
  readonly code: 'no-text-column' | 'no-label-column' | 'no-records' | 'label-not-understood';
  /** The columns that were there, or the label that is neither yes nor no with its line. */
  readonly detail: string;
};

const columnNames = {
  id: ['record_id', 'id', 'openalex_id', 'key', 'pmid', 'doi'],
  title: ['title', 'primary_title', 'titles', 'article title', 'document title'],
  abstract: ['abstract', 'abstracts', 'abstract note', 'notes_abstract'],
  keywords: ['keywords', 'keyword', 'author keywords', 'mesh', 'mesh terms'],
  label: [
    'label_included',
    'included',
    'label',
    'asreview_label',
    'final_included',
    'is_included',
    'relevant',
    'include',
    'decision',
  ],
} as const;

const yes = new Set(['1', '1.0', 'true', 'yes', 'y', 'include', 'included', 'relevant']);
const no = new Set(['0', '0.0', 'false', 'no', 'n', 'exclude', 'excluded', 'irrelevant']);

/**
 * Reads a table of labelled records: a title or abstract column, and one that says which were included. An empty label
 * is an error unless it is said that it means "not read yet".
 */
export function readLabelledSet(text: string): Result<LabelledSet, LabelledSetError>;
export function readLabelledSet(
  text: string,
  missing: 'empty-is-unread',
): Result<LabelledSet<boolean | null>, LabelledSetError>;
export function readLabelledSet(
  text: string,
  missing: 'refuse' | 'empty-is-unread' = 'refuse',
): Result<LabelledSet<boolean | null>, LabelledSetError> {
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/u, ''), { skipEmptyLines: 'greedy' });
  const header = (data[0] ?? []).map((name) => name.trim().toLowerCase());
  const column = (names: readonly string[]): number => {
    const name = names.find((candidate) => header.includes(candidate));
    return name === undefined ? -1 : header.indexOf(name);
  };
  const at = {
    id: column(columnNames.id),
    title: column(columnNames.title),
    abstract: column(columnNames.abstract),
    keywords: column(columnNames.keywords),
    label: column(columnNames.label),
  };
  if (at.title < 0 && at.abstract < 0) return err({ code: 'no-text-column', detail: header.join(', ') });
  if (at.label < 0) return err({ code: 'no-label-column', detail: header.join(', ') });
  const rows = data.slice(1);
  if (rows.length === 0) return err({ code: 'no-records', detail: '' });
  const isRelevant: (boolean | null)[] = [];
  for (const [index, row] of rows.entries()) {
    const label = (row[at.label] ?? '').trim().toLowerCase();
    const isUnread = label === '' && missing === 'empty-is-unread';
    if (!isUnread && !yes.has(label) && !no.has(label))
      return err({ code: 'label-not-understood', detail: `"${label}", record ${index + 1}` });
    isRelevant.push(label === '' ? null : yes.has(label));
  }
  const cells = (place: number): string[] => rows.map((row) => (place < 0 ? '' : (row[place] ?? '')));
  return ok({
    ids: rows.map((row, index) => (at.id < 0 ? String(index + 1) : (row[at.id] ?? String(index + 1)))),
    titles: cells(at.title),
    abstracts: cells(at.abstract),
    keywords: cells(at.keywords),
    isRelevant,
  });
}

/** The text of each record that the model learns from: title and abstract, and keywords where wanted. */
export const textsOf = (
  set: Pick<LabelledSet, 'titles' | 'abstracts' | 'keywords'>,
  withKeywords: boolean,
): string[] =>
  set.titles.map((title, index) =>
    rankedText(title, set.abstracts[index] ?? '', withKeywords ? (set.keywords[index] ?? '') : ''),
  );

/** The text of a record as the model reads it. */
export const rankedText = (title: string, abstract: string, keywords: string): string =>
  keywords === '' ? `${title} ${abstract}` : `${title} ${abstract} ${keywords}`;
