import type { ColumnField } from './column-names';
import { mapColumns } from './columns';
import { readRows } from './rows';
import type { TableRow } from './table-row';

/** Rows looked at to tell such a file, and how many of their first cells must be names of fields. */
const SAMPLE_ROWS = 60;
const NAMED_SHARE = 0.6;
const LEAST_FIELDS = 3;

const fieldOf = (cell: string | undefined): ColumnField | undefined =>
  cell === undefined || cell.trim() === '' ? undefined : mapColumns([cell])[0];

/**
 * Whether a table stands on its side: each row is one field, its name in the first cell and its values behind it, as
 * Embase.com saves "fields by row". A row that names several fields is a header, so that the table is an ordinary one.
 */
function isByRow(rows: readonly TableRow[]): boolean {
  const looked = rows.slice(0, SAMPLE_ROWS).filter(({ cells }) => cells.length >= 2);
  if (looked.length < LEAST_FIELDS) return false;
  if (looked.some(({ cells }) => cells.filter((cell) => fieldOf(cell) !== undefined).length >= LEAST_FIELDS))
    return false;
  const named = looked.flatMap(({ cells }) => fieldOf(cells[0]) ?? []);
  const different = new Set(named);
  return (
    named.length >= looked.length * NAMED_SHARE &&
    different.size >= LEAST_FIELDS &&
    different.has('title') &&
    (different.has('authors') || different.has('year') || different.has('doi') || different.has('accession'))
  );
}

/**
 * The ordinary table that such a file means: one row for each record, one column for each name. A record begins where the
 * first name of the file stands again. Several values of one field are parted by semicolons.
 */
function turned(rows: readonly TableRow[]): readonly TableRow[] {
  const columns = new Map<string, number>();
  const records: { line: number; cells: string[] }[] = [];
  const first = rows.find(({ cells }) => fieldOf(cells[0]) !== undefined)?.cells[0];
  for (const { line, cells } of rows) {
    const [name = '', ...values] = cells;
    const filled = values.map((value) => value.trim()).filter((value) => value !== '');
    if (name === first) records.push({ line, cells: [] });
    const record = records.at(-1);
    if (record === undefined || filled.length === 0) continue;
    const column = columns.get(name) ?? columns.size;
    columns.set(name, column);
    const before = record.cells[column];
    record.cells[column] = [...(before === undefined ? [] : [before]), ...filled].join('; ');
  }
  const width = columns.size;
  // No line of the file is the header.
  return [
    { line: 0, cells: [...columns.keys()] },
    ...records.map(({ line, cells }) => ({
      line,
      cells: Array.from({ length: width }, (_, column) => cells[column] ?? ''),
    })),
  ];
}

/** UTF-16 code units looked at to tell how a table stands. */
const SAMPLE = 64 * 1024;

/** The rows of a table that stands on its side, turned; undefined for any other table. */
export const turnedTable = (text: string): readonly TableRow[] | undefined =>
  isByRow(readRows(text.slice(0, SAMPLE)).rows) ? turned(readRows(text).rows) : undefined;
