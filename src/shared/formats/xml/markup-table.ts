import {
  mapColumns,
  previewRows,
  readTableRows,
  type ColumnMapping,
  type TablePreview,
  type TableRow,
} from '../delimited';
import { decodeEntities } from '../fields';
import type { ParseSink } from '../parsed-record';

/** Rows of a table looked at for the names of its columns. */
const HEADER_WITHIN = 25;
/** A table wider than this is none. */
const MOST_CELLS = 2_000;

/** What tables of web pages and of Excel's XML of 2003 are made of; a prefix ("ss:Row") may stand before the names. */
const marks = /<(\/?)(?:[a-z]{1,4}:)?(table|tr|td|th|row|cell)\b([^<>]{0,1000})>/gi;

/**
 * The rows of all tables in a text whose columns are called as those of records are: web pages, the page that databases and
 * CNKI save as ".xls", and Excel's XML of 2003. Line breaks in cells stay, other markup goes. Rows count from 1.
 */
export function markupRows(text: string): readonly TableRow[] {
  const tables: (readonly string[])[][] = [[]];
  let cells: string[] | undefined;
  let cellFrom = -1;
  const closeCell = (end: number): void => {
    if (cellFrom >= 0 && cells !== undefined) cells.push(textOf(text.slice(cellFrom, end)));
    cellFrom = -1;
  };
  marks.lastIndex = 0;
  for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
    const [found, slash, written = '', attributes = ''] = mark;
    const name = written.toLowerCase();
    closeCell(mark.index);
    if (name === 'table') {
      if (slash === '') tables.push([]);
    } else if (name === 'tr' || name === 'row') {
      cells = slash === '' ? [] : undefined;
      if (cells !== undefined) tables.at(-1)?.push(cells);
    } else if (slash === '' && cells !== undefined) {
      // Excel leaves empty cells out and says where the next one stands, counted from 1.
      const place = Number(/\bIndex="(\d{1,4})"/i.exec(attributes)?.[1] ?? 0);
      while (cells.length < Math.min(place - 1, MOST_CELLS)) cells.push('');
      if (attributes.endsWith('/')) cells.push('');
      else cellFrom = mark.index + found.length;
    }
  }
  return tables
    .filter(namesColumns)
    .flat()
    .map((row, index) => ({ line: index + 1, cells: row }));
}

const namesColumns = (rows: readonly (readonly string[])[]): boolean =>
  rows.slice(0, HEADER_WITHIN).some((cells) => {
    const fields = Object.values(mapColumns(cells));
    return fields.includes('title') && fields.length >= 2;
  });

const textOf = (markup: string): string =>
  decodeEntities(
    markup
      .replace(/<br\b[^<>]{0,200}>|<\/(?:p|div|li)>/gi, '\n')
      .replace(/<\/?[a-z!][^<>]{0,1000}>/gi, '')
      .replace(/[^\S\n]+/g, ' '),
  )
    .replace(/\n{2,}/g, '\n')
    .trim();

/** Reads the tables of a web page, or of a workbook saved as one. */
export const readMarkupTable = (text: string, sink: ParseSink, mapping?: ColumnMapping): void =>
  readTableRows(markupRows(text), sink, mapping);

/** Header, first rows and what the columns seem to hold, for choosing columns by hand. */
export const previewMarkupTable = (text: string, mostRows?: number): TablePreview | undefined =>
  previewRows(markupRows(text), mostRows);
