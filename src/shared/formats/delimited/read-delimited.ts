import { collapseSpace, keywordsIn } from '../fields';
import type { ParsedRecord, ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { authorsOfCell } from './author-cell';
import { turnedTable } from './by-row';
import { readCitation } from './citation';
import type { ColumnField } from './column-names';
import type { ColumnMapping } from './columns';
import { columnTitles, layoutOf, layoutOfRows, type TableLayout } from './header';
import { recordOfFields, type SingleField } from './named-fields';
import { fittedRow } from './row-shape';
import { scanRows, withLineFeeds } from './rows';
import type { TableRow } from './table-row';

/** Rows between two progress reports. */
const PROGRESS_EVERY = 200;

/**
 * Reads a table of records. Delimiter and header are found, columns recognised by name and content or given by hand
 * (`given`, by 0-based column). Every row with anything in it becomes a record; what does not fit is told with its line.
 */
export function readDelimited(text: string, sink: ParseSink, given?: ColumnMapping): void {
  const lines = withLineFeeds(text.replace(/^\uFEFF/, ''));
  const turned = turnedTable(lines);
  if (turned !== undefined) {
    readTableRows(turned, sink, given);
    return;
  }
  const layout = layoutOf(lines, given);
  if (layout === undefined) return;
  const reading = startReading(layout, sink);
  let rows = 0;
  scanRows(lines, layout.delimiter, layout.header.cells.length, {
    row: (row, end) => {
      rows += 1;
      if (rows % PROGRESS_EVERY === 0 && sink.progress?.(end) === false) return false;
      reading.row(row);
      return true;
    },
    badQuote: ({ line, raw }) => {
      const message = 'A quotation mark was stray or not closed; the row was read by its shape.';
      reportProblem(sink, line, 'quote-repaired', message, raw);
    },
  });
  reading.end();
}

/** Reads rows that are already cut, as a workbook gives them: empty cells at the end of a row are not there. */
export function readTableRows(rows: readonly TableRow[], sink: ParseSink, given?: ColumnMapping): void {
  const layout = layoutOfRows(rows, '\t', given);
  if (layout === undefined) return;
  const reading = startReading(layout, sink);
  for (const [index, row] of rows.entries()) {
    if (index % PROGRESS_EVERY === 0 && sink.progress?.(index) === false) return;
    const missing = Math.max(0, layout.header.cells.length - row.cells.length);
    reading.row({ line: row.line, cells: [...row.cells, ...Array.from({ length: missing }, () => '')] });
  }
  reading.end();
}

type Reading = { readonly row: (row: TableRow) => void; readonly end: () => void };

function startReading(layout: TableLayout, sink: ParseSink): Reading {
  const { header, headless, mapping, delimiter, preamble } = layout;
  const titles = columnTitles(layout);
  /** Unmapped columns, by number, and how many of their cells hold anything. */
  const kept = new Map<number, number>();
  for (const row of preamble) {
    const message = 'A line before the header was passed over.';
    reportProblem(sink, row.line, 'text-outside-record', message, row.cells.join(delimiter).trimEnd());
  }
  return {
    row: (row) => {
      if (row.line < header.line || (row.line === header.line && !headless)) return;
      if (repeatsHeader(row, header)) {
        const message = 'The header stands here again; the line was passed over.';
        reportProblem(sink, row.line, 'text-outside-record', message, row.cells.join(delimiter));
        return;
      }
      sink.record(
        recordOfRow(fittedRow(row, titles.length, mapping, delimiter, sink), titles, mapping, kept, sink),
      );
    },
    end: () => {
      for (const [column, count] of [...kept].sort(([a], [b]) => a - b)) {
        const title = titles[column];
        if (title === undefined) continue;
        const message = `The column "${title}" is kept under its own name (${count} ${count === 1 ? 'value' : 'values'}).`;
        reportProblem(sink, header.line, 'column-unmapped', message, title);
      }
    },
  };
}

/** Exports that were put together by hand repeat their header. */
function repeatsHeader(row: TableRow, header: TableRow): boolean {
  return (
    row.line !== header.line &&
    row.cells.length > 1 &&
    row.cells.length === header.cells.length &&
    row.cells.every((cell, column) => cell === header.cells[column])
  );
}

/** What programs write where a cell is empty; a title or text may really be one of these words. */
const isAbsent = (value: string): boolean => /^(?:nan|null|none|n\/a|na|#n\/a|undefined)$/i.test(value);
const freeText: ReadonlySet<ColumnField> = new Set(['title', 'abstract', 'translatedTitle', 'keywords']);

function recordOfRow(
  row: TableRow,
  titles: readonly string[],
  mapping: ColumnMapping,
  kept: Map<number, number>,
  sink: ParseSink,
): ParsedRecord {
  const values = new Map<ColumnField, string>();
  const keywords: string[] = [];
  const other: [string, string][] = [];
  row.cells.forEach((cell, column) => {
    const value = cell.trim();
    if (value === '') return;
    const field = mapping[column];
    if (field !== undefined && !freeText.has(field) && isAbsent(value)) return;
    const title = titles[column] ?? `column ${column + 1}`;
    if (field === 'keywords') keywords.push(...keywordsOfCell(value, title));
    else if ((field === 'registration' || field === 'issn') && values.has(field))
      values.set(field, `${values.get(field)}; ${value}`);
    else if (field !== undefined && !values.has(field)) values.set(field, value);
    else other.push([title, value]);
    if (field === undefined) kept.set(column, (kept.get(column) ?? 0) + 1);
  });
  const single: { [field in SingleField]?: string } = {};
  for (const [field, value] of values) {
    if (field === 'citation') other.push(['Citation', value]);
    else if (field === 'fullAuthors') {
      if (values.has('authors')) other.push(['Author full names', value]);
    } else if (field !== 'authors' && field !== 'keywords') single[field] = value;
  }
  return recordOfFields(
    {
      single: { ...readCitation(values.get('citation') ?? ''), ...single },
      authors: authorsOfCell(values.get('authors') ?? values.get('fullAuthors') ?? ''),
      keywords: severalKeywordColumns(mapping) ? [...new Set(keywords)] : keywords,
      links: linksIn(other),
      notes: notesIn(other),
      other,
      line: row.line,
    },
    sink,
  );
}

/** Keywords of one cell: semicolons, bars or line breaks part them; commas only in Emtree columns, whose terms have none. */
function keywordsOfCell(cell: string, title: string): readonly string[] {
  if (/[;\n]/.test(cell)) return keywordsIn(cell);
  if (cell.includes('|')) return cell.split('|').map(collapseSpace);
  if (/^author keywords/i.test(title) && closeComma.test(cell))
    return cell.split(closeComma).map(collapseSpace);
  return /^emtree/i.test(title) ? cell.split(',').map(collapseSpace) : keywordsIn(cell);
}

/** A comma with no space behind it parts words that a program joined; one with a space may stand in a word ("Child, Preschool"). */
const closeComma = /(?<!\d),(?=[^\s\d])/;

const severalKeywordColumns = (mapping: ColumnMapping): boolean =>
  Object.values(mapping).filter((field) => field === 'keywords').length > 1;

const linksIn = (other: readonly (readonly [string, string])[]): readonly string[] =>
  other.map(([, value]) => value).filter((value) => /^https?:\/\/\S{1,2000}$/i.test(value));

/** Columns where programs keep what they have no column for ("Extra" of Zotero, notes of EndNote). */
const notesIn = (other: readonly (readonly [string, string])[]): string | undefined =>
  other.find(([name, value]) => /^(?:extra|notes?)$/i.test(name) && /PMC?ID/i.test(value))?.[1];
