import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { turnedTable } from './by-row';
import type { ColumnMapping } from './columns';
import { columnTitles, layoutOf, layoutOfRows, type TableLayout } from './header';
import { rowReader } from './row-record';
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
  const recordOfRow = rowReader(titles, mapping, kept, sink);
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
      if (sumsUp(row, titles.length)) {
        const message = 'This line sums the table up or says where it is from; it was passed over.';
        reportProblem(sink, row.line, 'text-outside-record', message, row.cells.join(delimiter));
        return;
      }
      sink.record(recordOfRow(fittedRow(row, titles.length, mapping, delimiter, sink)));
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

/** What begins a line below or between the rows that is about the table. */
const aboutTheTable =
  /^(?:(?:grand |sub)?totals?\b|totaal\b|sum\b|count\b|aantal\b|(?:number|no\.?) of (?:records|results|references|rows|hits)|(?:exported|generated|downloaded|created|retrieved) (?:on|from|by|at)\b|©|\(c\)|copyright\b|search (?:strategy|date|terms?|string)\b|end of (?:report|file|export|list|data)\b)/i;

/** Whether at most two cells of a row of a table of four columns or more hold anything, and the first of them is about the table. */
function sumsUp({ cells }: TableRow, width: number): boolean {
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
