import Papa from 'papaparse';
import { cutRows } from './cut-rows';
import { unwrapped, type BadQuote, type RowScan, type TableRow } from './table-row';

export type Table = {
  readonly delimiter: string;
  /** Rows that hold anything. */
  readonly rows: readonly TableRow[];
  /** Rows with a stray or unclosed quote, which were read by their shape. */
  readonly badQuotes: readonly BadQuote[];
};

/** Delimiters that are tried, the commonest first. */
export const delimiters = [',', ';', '\t', '|'] as const;

/**
 * Cuts a text whose lines end in LF into rows and cells (RFC 4180, any delimiter): quotes may hold delimiters, line breaks
 * and doubled quotes; the `="…"` of spreadsheets is taken off. From the first row with quotes that do not fit, rows are
 * cut by their shape (`cutRows`), so that one open quote never swallows the rest of the file.
 */
export function scanRows(text: string, delimiter: string, width: number | undefined, scan: RowScan): void {
  let line = 1;
  let start = 0;
  let cells = width;
  let damagedAt = -1;
  Papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }, parser) => {
      if (errors.some((error) => error.type === 'Quotes')) {
        damagedAt = start;
        parser.abort();
        return;
      }
      const end = meta.cursor;
      const row: TableRow = { line, cells: data.map(unwrapped) };
      line += linesBetween(text, start, end);
      start = end;
      if (row.cells.every((cell) => cell.trim() === '')) return;
      cells ??= row.cells.length;
      if (!scan.row(row, end)) parser.abort();
    },
  });
  if (damagedAt >= 0) cutRows(text, damagedAt, line, delimiter, cells, scan);
}

function linesBetween(text: string, start: number, end: number): number {
  let lines = 0;
  for (let at = text.indexOf('\n', start); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}

/**
 * The text with LF line ends, as rows are cut. Lines keep their numbers. In a table that guards every cell with the `="` of
 * spreadsheets, each begins with a quote from here on, so that what it holds may contain the delimiter.
 */
export function withLineFeeds(text: string): string {
  const feeds = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  const lines = feeds.includes('\r') ? feeds.replaceAll('\r', '\n') : feeds;
  return lines.startsWith('="') ? lines.replace(/(^|[\n,;\t|])="/g, '$1"') : lines;
}

/** How much of a text the choice of its delimiter looks at, in UTF-16 code units, and how many rows of that. */
const SAMPLE = 64 * 1024;
const SAMPLE_ROWS = 40;

/**
 * The delimiter under which the first rows of a text have the most even shape and the most cells. A comma where nothing
 * tells.
 */
export function guessDelimiter(text: string): string {
  const sample = text.slice(0, SAMPLE);
  let best: string = ',';
  let most = 1;
  for (const delimiter of delimiters) {
    if (!sample.includes(delimiter)) continue;
    const widths = new Map<number, number>();
    let rows = 0;
    scanRows(sample, delimiter, undefined, {
      row: ({ cells }) => {
        rows += 1;
        if (cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
        return rows < SAMPLE_ROWS;
      },
      badQuote: () => undefined,
    });
    for (const [width, count] of widths) {
      const score = (count / rows) * Math.min(width, 40) + (width > 1 ? 1 : 0);
      if (score > most) {
        best = delimiter;
        most = score;
      }
    }
  }
  return best;
}

/** All rows of a text that hold anything. Without a delimiter it is guessed. */
export function readRows(text: string, delimiter = ''): Table {
  const lines = withLineFeeds(text.replace(/^\uFEFF/, ''));
  const used = delimiter || guessDelimiter(lines);
  const rows: TableRow[] = [];
  const badQuotes: BadQuote[] = [];
  scanRows(lines, used, undefined, {
    row: (row) => {
      rows.push(row);
      return true;
    },
    badQuote: (bad) => badQuotes.push(bad),
  });
  return { delimiter: used, rows, badQuotes };
}
