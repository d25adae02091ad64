export type TableRow = {
  /** 1-based line of the text where the row starts. */
  readonly line: number;
  readonly cells: readonly string[];
};

/** A row whose quotes do not fit, by the line where it starts, and the start of its text. */
export type BadQuote = { readonly line: number; readonly raw: string };

export type RowScan = {
  /** Called for every row that holds anything, with the index behind it; returning false stops the scan. */
  readonly row: (row: TableRow, end: number) => boolean;
  readonly badQuote: (bad: BadQuote) => void;
};

/** A spreadsheet writes ="00123" to keep a text a text. */
export function unwrapped(cell: string): string {
  if (!cell.includes('="')) return cell;
  const trimmed = cell.trim();
  return trimmed.startsWith('="') && trimmed.endsWith('"') && trimmed.length > 3
    ? trimmed.slice(2, -1)
    : cell;
}
