import { normaliseDoi, pmidOf } from '../fields';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import type { ColumnField } from './column-names';
import type { ColumnMapping } from './columns';
import type { TableRow } from './table-row';

/** More surplus cells than these are not tried to be put back. */
const MOST_SURPLUS = 12;

/**
 * The row with as many cells as the header. Surplus cells come from a delimiter in a text without quotes: they are joined
 * again where that puts years, DOIs and PubMed ids back into their columns. Every row of another width is told.
 */
export function fittedRow(
  row: TableRow,
  width: number,
  mapping: ColumnMapping,
  delimiter: string,
  sink: ParseSink,
): TableRow {
  const cells = withoutEmptyTail(row.cells, width);
  if (cells.length === width) return cells === row.cells ? row : { ...row, cells };
  const surplus = cells.length - width;
  const raw = row.cells.join(delimiter);
  if (surplus > 0 && surplus <= MOST_SURPLUS) {
    const joinedAt = whereJoined(cells, surplus, mapping);
    if (joinedAt >= 0) {
      const message = `The row has ${cells.length} cells, the header ${width}; cells ${joinedAt + 1} to ${joinedAt + 1 + surplus} were read as one.`;
      reportProblem(sink, row.line, 'row-shape', message, raw);
      return { ...row, cells: joined(cells, joinedAt, surplus, delimiter) };
    }
  }
  const message = `The row has ${cells.length} cells, the header ${width}; they were read from the left.`;
  reportProblem(sink, row.line, 'row-shape', message, raw);
  return { ...row, cells };
}

/** Spreadsheets write empty cells behind the last column. */
function withoutEmptyTail(cells: readonly string[], width: number): readonly string[] {
  if (cells.length <= width) return cells;
  let end = cells.length;
  while (end > width && cells[end - 1]?.trim() === '') end -= 1;
  return end === cells.length ? cells : cells.slice(0, end);
}

const joined = (
  cells: readonly string[],
  at: number,
  surplus: number,
  delimiter: string,
): readonly string[] => [
  ...cells.slice(0, at),
  cells.slice(at, at + surplus + 1).join(delimiter),
  ...cells.slice(at + surplus + 1),
];

/** Whether a cell fits what its column holds; undefined where any text does. */
export function fits(cell: string, field: ColumnField | undefined): boolean | undefined {
  const value = cell.trim();
  if (value === '') return undefined;
  if (field === 'year') return /^\d{4}(?:[.,]0)?$/.test(value);
  if (field === 'doi') return normaliseDoi(value) !== undefined;
  if (field === 'pmid') return pmidOf(value) !== undefined;
  return undefined;
}

/** The column whose text was cut: the one after which, joined again, all telling columns fit. -1 if none or if they already do. */
function whereJoined(cells: readonly string[], surplus: number, mapping: ColumnMapping): number {
  const misfits = (at: number): { wrong: number; right: number } => {
    let wrong = 0;
    let right = 0;
    for (const [key, field] of Object.entries(mapping)) {
      const column = Number(key);
      const index = column > at ? column + surplus : column;
      const fit = column === at ? undefined : fits(cells[index] ?? '', field);
      if (fit === false) wrong += 1;
      else if (fit === true) right += 1;
    }
    return { wrong, right };
  };
  const now = misfits(cells.length);
  if (now.wrong === 0) return -1;
  let best = -1;
  let score = now.right - now.wrong;
  for (const [key, field] of Object.entries(mapping)) {
    const column = Number(key);
    if (field !== 'title' && field !== 'authors' && field !== 'journal' && field !== 'abstract') continue;
    const { wrong, right } = misfits(column);
    if (right - wrong > score) {
      best = column;
      score = right - wrong;
    }
  }
  return best;
}
