import type { ParsedRecord, ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { turnedTable } from './by-row';
import { mapColumns, type ColumnMapping } from './columns';
import { columnTitles, layoutOf, layoutOfRows, type TableLayout } from './header';
import { noCommaLists, rowReader, type CommaLists } from './row-record';
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
  const reading = startReading(layout, sink, given);
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
  const reading = startReading(layout, sink, given);
  for (const [index, row] of rows.entries()) {
    if (index % PROGRESS_EVERY === 0 && sink.progress?.(index) === false) return;
    const missing = Math.max(0, layout.header.cells.length - row.cells.length);
    reading.row({ line: row.line, cells: [...row.cells, ...Array.from({ length: missing }, () => '')] });
  }
  reading.end();
}

type Reading = { readonly row: (row: TableRow) => void; readonly end: () => void };

/** One table of a text: its header, and how its rows are read. */
type Table = {
  readonly header: TableRow;
  readonly titles: readonly string[];
  readonly mapping: ColumnMapping;
  /** Unmapped columns, by number, and how many of their cells hold anything. */
  readonly kept: Map<number, number>;
  readonly recordOf: (row: TableRow) => ParsedRecord;
};

function tableOf(
  header: TableRow,
  titles: readonly string[],
  mapping: ColumnMapping,
  sink: ParseSink,
  commas: CommaLists = noCommaLists,
): Table {
  const kept = new Map<number, number>();
  return { header, titles, mapping, kept, recordOf: rowReader(titles, mapping, kept, sink, commas) };
}

function startReading(layout: TableLayout, sink: ParseSink, given?: ColumnMapping): Reading {
  const { header, headless, delimiter, preamble } = layout;
  let table = tableOf(header, columnTitles(layout), layout.mapping, sink, layout.commas);
  const passedOver = (row: TableRow, message: string): void =>
    reportProblem(sink, row.line, 'text-outside-record', message, row.cells.join(delimiter).trimEnd());
  for (const row of preamble) passedOver(row, 'A line before the header was passed over.');
  return {
    row: (row) => {
      if (row.line < header.line || (row.line === header.line && !headless)) return;
      if (repeatsHeader(row, table.header)) {
        passedOver(row, 'The header stands here again; the line was passed over.');
      } else if (given === undefined && isHeader(row)) {
        const message = 'Another table begins here; its columns were recognised anew.';
        reportProblem(sink, row.line, 'format-changes', message, row.cells.join(delimiter));
        tellKept(table, sink);
        table = tableOf(row, row.cells, mapColumns(row.cells), sink);
      } else if (sumsUp(row, table.titles.length)) {
        passedOver(row, 'This line sums the table up or says where it is from; it was passed over.');
      } else {
        sink.record(table.recordOf(fittedRow(row, table.titles.length, table.mapping, delimiter, sink)));
      }
    },
    end: () => tellKept(table, sink),
  };
}

function tellKept({ header, titles, kept }: Table, sink: ParseSink): void {
  for (const [column, count] of [...kept].sort(([a], [b]) => a - b)) {
    const title = titles[column];
    if (title === undefined) continue;
    const message = `The column "${title}" is kept under its own name (${count} ${count === 1 ? 'value' : 'values'}).`;
    reportProblem(sink, header.line, 'column-unmapped', message, title);
  }
}

/** Cells that may name the column of titles are short. */
const LONGEST_NAME = 24;
const namesTitle = /tit(?:le|el|re)s?\b|^ti$/i;

/** Whether a row is the header of a table of its own, as in files that were put together from several. */
function isHeader({ cells }: TableRow): boolean {
  if (!cells.some((cell) => cell.length <= LONGEST_NAME && cell.length > 1 && namesTitle.test(cell)))
    return false;
  const fields = Object.values(mapColumns(cells));
  return (
    fields.includes('title') &&
    fields.length >= LEAST_FIELDS &&
    fields.length * 2 >= cells.filter(Boolean).length
  );
}

/** Fields that a header must name, so that no row of data is taken for one. */
const LEAST_FIELDS = 3;

/** Exports that were put together by hand repeat their header. */
function repeatsHeader(row: TableRow, header: TableRow): boolean {
  return (
    row.line !== header.line &&
    row.cells.length > 1 &&
    row.cells.length === header.cells.length &&
    row.cells.every((cell, column) => withoutMark(cell) === withoutMark(header.cells[column] ?? ''))
  );
}

/** A byte order mark stands where one file was put behind another. */
const withoutMark = (cell: string): string => (cell.startsWith('\uFEFF') ? cell.slice(1) : cell);

/** The line that Markdown draws below a header. */
const ruledLine = /^[\s:-]*-{2,}[\s:-]*$/;

/** What begins a line below or between the rows that is about the table. */
const aboutTheTable =
  /^(?:(?:grand |sub)?totals?\b|totaal\b|sum\b|count\b|aantal\b|(?:number|no\.?) of (?:records|results|references|rows|hits)|(?:exported|generated|downloaded|created|retrieved) (?:on|from|by|at)\b|©|\(c\)|copyright\b|search (?:strategy|date|terms?|string)\b|end of (?:report|file|export|list|data)\b)/i;

/** Whether a row is drawn, or has at most two filled cells of four or more, the first of which is about the table. */
function sumsUp({ cells }: TableRow, width: number): boolean {
  const isRule = (cell: string): boolean => cell === '' || ruledLine.test(cell);
  if (isRule(cells[0] ?? '') && isRule(cells[1] ?? '') && cells.some(Boolean) && cells.every(isRule))
    return true;
  if (width < 4) return false;
  let filled = 0;
  let first = '';
  for (const cell of cells) {
    if (cell === '' || cell.trim() === '') continue;
    if (filled === 0) first = cell.trim();
    filled += 1;
    if (filled > 2) return false;
  }
  return aboutTheTable.test(first);
}
