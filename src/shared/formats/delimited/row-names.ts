import { mapColumns, type ColumnMapping } from './columns';
import { fits } from './row-shape';
import type { TableRow } from './table-row';

/** Rows that must be wider than the header before it is taken to lack a name. */
const LEAST_ROWS = 2;

/**
 * The header of a table whose first column has no name, as R writes one with the names of its rows: every row has one cell
 * more, and the cells fit their columns when the names are moved by one. That a comma of an unquoted text makes all rows
 * wider is out of the question where the rows are numbered or a cell holds the delimiter, so that texts are quoted.
 */
export function withRowNames(header: TableRow, rows: readonly TableRow[], delimiter: string): TableRow {
  const width = header.cells.length;
  const filled = rows.filter(({ cells }) => cells.some(Boolean));
  if (filled.length < LEAST_ROWS || filled.some(({ cells }) => cells.length !== width + 1)) return header;
  const numbered = filled.every(({ cells }, index) => cells[0]?.trim() === String(index + 1));
  if (!numbered && !filled.some(({ cells }) => cells.some((cell) => cell.includes(delimiter)))) return header;
  const mapping = mapColumns(header.cells);
  const cells = filled.map((row) => row.cells);
  return misfits(cells, mapping, 1) < misfits(cells, mapping, 0)
    ? { ...header, cells: ['', ...header.cells] }
    : header;
}

/** How many cells of telling columns hold what these never hold, if each stands so many cells further. */
function misfits(rows: readonly (readonly string[])[], mapping: ColumnMapping, further: number): number {
  let wrong = 0;
  for (const cells of rows) {
    for (const [column, field] of Object.entries(mapping))
      if (fits(cells[Number(column) + further] ?? '', field) === false) wrong += 1;
  }
  return wrong;
}
