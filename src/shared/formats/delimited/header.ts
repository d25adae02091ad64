import { commasPartNames } from './author-cell';
import { turnedTable } from './by-row';
import { mapColumns, proposeMapping, type ColumnMapping } from './columns';
import { commasPartKeywords } from './keyword-cell';
import { withRowNames } from './row-names';
import type { CommaLists } from './row-record';
import { delimiters, guessDelimiter, scanRows, withLineFeeds } from './rows';
import type { TableRow } from './table-row';

/** How many rows may stand before the header (a title, search details), and how many are looked at behind it. */
const MOST_PREAMBLE = 25;
const SAMPLE_ROWS = 60;
/** The part of a file that header and preview are taken from, in UTF-16 code units. */
const SAMPLE = 512 * 1024;

/** How a table is laid out, found from its first rows. */
export type TableLayout = {
  readonly delimiter: string;
  /** Rows before the header that hold anything: a title, search details. */
  readonly preamble: readonly TableRow[];
  readonly header: TableRow;
  /** The header is a row of data: no cell of it names a column. */
  readonly headless: boolean;
  readonly mapping: ColumnMapping;
  readonly commas: CommaLists;
};

/**
 * Finds delimiter and header: the row among the first that names the most known columns, under the delimiter that shows the
 * most of them. Where no name is known, the first row as wide as the rows behind it. Undefined if nothing stands there.
 */
export function layoutOf(text: string, given?: ColumnMapping): TableLayout | undefined {
  const sample = text.slice(0, SAMPLE);
  let best: { rows: readonly TableRow[]; at: number; score: number; delimiter: string } | undefined;
  const guessed = guessDelimiter(sample);
  for (const delimiter of [guessed, ...delimiters.filter((other) => other !== guessed)]) {
    if (!sample.includes(delimiter) && delimiter !== guessed) continue;
    const rows = firstRows(sample, delimiter);
    const { at, score } = headerAmong(rows.map(({ cells }) => cells));
    if (best === undefined || score > best.score) best = { rows, at, score, delimiter };
  }
  if (best === undefined) return undefined;
  return layoutOfRows(best.rows, best.delimiter, given);
}

/** The layout of rows that are already cut (a workbook, or the first rows of a text). */
export function layoutOfRows(
  rows: readonly TableRow[],
  delimiter: string,
  given?: ColumnMapping,
): TableLayout | undefined {
  const { at, score } = headerAmong(rows.map(({ cells }) => cells));
  const named = rows[at];
  if (named === undefined) return undefined;
  const below = rows.slice(at + 1, at + 1 + SAMPLE_ROWS);
  const header = score > 0 ? withRowNames(named, below, delimiter) : named;
  const sample = below.map(({ cells }) => cells);
  const headless = score === 0 && looksLikeData(header.cells, sample);
  const mapping =
    given ?? proposeMapping(headless ? [] : header.cells, headless ? [header.cells, ...sample] : sample);
  return {
    delimiter,
    preamble: rows.slice(0, at),
    header,
    headless,
    mapping,
    commas: commaLists(mapping, sample),
  };
}

/** Where commas part what the cells below a header list. */
function commaLists(mapping: ColumnMapping, sample: readonly (readonly string[])[]): CommaLists {
  const columnsOf = (field: ColumnMapping[number]): readonly number[] =>
    Object.keys(mapping)
      .map(Number)
      .filter((column) => mapping[column] === field);
  const cellsOf = (column: number): readonly string[] => sample.map((cells) => cells[column] ?? '');
  const [authors] = columnsOf('authors');
  return {
    authors: authors !== undefined && commasPartNames(cellsOf(authors)),
    keywords: new Set(columnsOf('keywords').filter((column) => commasPartKeywords(cellsOf(column)))),
  };
}

function firstRows(sample: string, delimiter: string): readonly TableRow[] {
  const rows: TableRow[] = [];
  scanRows(sample, delimiter, undefined, {
    row: (row) => {
      rows.push(row);
      return rows.length < MOST_PREAMBLE + SAMPLE_ROWS;
    },
    badQuote: () => undefined,
  });
  return rows;
}

/** A header that names a title and two fields more. */
const LEAST_SURE = 4;

/** The row that names the most known columns, a title counting more; without any, the first of the usual width. */
function headerAmong(rows: readonly (readonly string[])[]): { readonly at: number; readonly score: number } {
  let at = -1;
  let score = 0;
  for (const [index, cells] of rows.slice(0, MOST_PREAMBLE).entries()) {
    const fields = Object.values(mapColumns(cells));
    const known = fields.length + (fields.includes('title') ? 2 : 0);
    const enough = fields.length >= 2 || (fields.includes('title') && cells.filter(Boolean).length <= 2);
    // Where rows as wide as this header follow, a later one that names more columns is that of another table.
    if (at >= 0 && score > LEAST_SURE && rows[at + 1]?.length === rows[at]?.length && index > at + 1) break;
    if (enough && known > score) {
      at = index;
      score = known;
    }
  }
  if (at >= 0) return { at, score };
  const usual = usualWidth(rows);
  return {
    at: Math.max(
      0,
      rows.slice(0, MOST_PREAMBLE).findIndex((cells) => cells.length === usual),
    ),
    score: 0,
  };
}

function usualWidth(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return [...counts].reduce((best, now) => (now[1] > best[1] ? now : best), [1, 0])[0];
}

/** A first row of no known names that holds what headers never hold: an address, a DOI, a year where the rows below have years, a long text. */
function looksLikeData(header: readonly string[], below: readonly (readonly string[])[]): boolean {
  return header.some((cell, column) => {
    if (/^https?:\/\/|\b10\.\d{4,9}\//i.test(cell) || cell.length > 150) return true;
    const isYear = (value: string | undefined): boolean => /^(?:1[5-9]|20)\d\d$/.test(value?.trim() ?? '');
    return isYear(cell) && below.length > 0 && below.every((row) => isYear(row[column]));
  });
}

/** The first rows of a table as a person checks and maps them. */
export type TablePreview = {
  readonly delimiter: string;
  /** 1-based line of the header. */
  readonly headerLine: number;
  /** The cells of the header; "column 1" and so on where the table has none. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What each column seems to hold. */
  readonly mapping: ColumnMapping;
};

/** Header, first rows and a proposed mapping of a text, for choosing columns by hand. Undefined for an empty text. */
export function previewTable(text: string, mostRows = 20): TablePreview | undefined {
  const lines = withLineFeeds(text.replace(/^\uFEFF/, ''));
  const turned = turnedTable(lines);
  if (turned !== undefined) return previewRows(turned, mostRows);
  const layout = layoutOf(lines);
  if (layout === undefined) return undefined;
  const rows: TableRow[] = [];
  scanRows(lines.slice(0, SAMPLE), layout.delimiter, layout.header.cells.length, {
    row: (row) => {
      rows.push(row);
      return rows.length <= mostRows + layout.preamble.length;
    },
    badQuote: () => undefined,
  });
  return previewOf(layout, rows, mostRows);
}

/** The same for rows that are already cut. */
export function previewRows(rows: readonly TableRow[], mostRows = 20): TablePreview | undefined {
  const layout = layoutOfRows(rows, '\t');
  return layout === undefined ? undefined : previewOf(layout, rows, mostRows);
}

function previewOf(layout: TableLayout, rows: readonly TableRow[], mostRows: number): TablePreview {
  const { delimiter, header, headless, mapping } = layout;
  const shown = rows.filter(({ line }) => line > header.line || (headless && line === header.line));
  return {
    delimiter,
    headerLine: header.line,
    header: columnTitles(layout),
    rows: shown.slice(0, mostRows).map(({ cells }) => cells),
    mapping,
  };
}

/** The names of the columns: those of the header, else their number. */
export const columnTitles = ({ header, headless }: TableLayout): readonly string[] =>
  header.cells.map((cell, column) => (headless ? '' : cell.trim()) || `column ${column + 1}`);
