import { err, ok, type Result } from '../../kernel';
import { numberAsPrinted } from '../printed-number';
import { columnsOf, missingFields, type SheetColumns, type SheetField } from './sheet-columns';
import type { SheetTable } from './sheet-table';
import { tableOfText } from './table-of-text';

/** A row of an extraction sheet by column name; empty cells and NA are absent. */
export type SheetRow = {
  /** 1-based data row. */
  readonly number: number;
  readonly cells: ReadonlyMap<string, string>;
  /** Number of cells the file has in this row. */
  readonly width: number;
};

export type Sheet = {
  readonly delimiter: string;
  readonly decimal: ',' | '.';
  readonly header: readonly string[];
  readonly columns: SheetColumns;
  readonly rows: readonly SheetRow[];
};

export type SheetError = {
  readonly code: 'sheet-empty' | 'not-an-extraction-sheet';
  /** Columns that would be needed. */
  readonly missing: readonly string[];
};

/** Columns a person chose for a field, by their names; null where the table has none for it. */
export type ChosenColumns = ReadonlyMap<SheetField, string | null>;

const missingMarks = new Set(['', 'na', 'n/a', 'nan', 'nr', '-', '.', 'null', '#n/a']);

/** Rows among which the header is looked for: a sheet may begin with a title. */
const mostPreamble = 10;

/**
 * Reads an extraction sheet, with columns named as in the Metapsy standard, by R's packages or by hand (`sheet-columns`);
 * decimal comma or point, decided by what the numbers look like; NA, NR and empty cells are "not there".
 */
export function readSheet(
  source: string | SheetTable,
  chosen: ChosenColumns = new Map(),
): Result<Sheet, SheetError> {
  const table = typeof source === 'string' ? tableOfText(source) : source;
  const sheet = sheetOfTable(table, chosen);
  if (sheet.rows.length === 0) return err({ code: 'sheet-empty', missing: [] });
  const missing = missingFields(sheet.columns);
  return missing.length > 0 ? err({ code: 'not-an-extraction-sheet', missing }) : ok(sheet);
}

/** The same of any table, whether it has what an extraction sheet needs or not. */
export function sheetOfTable({ delimiter, rows: lines }: SheetTable, chosen: ChosenColumns): Sheet {
  const known = lines.slice(0, mostPreamble).map((cells) => columnsOf(cells).size);
  const place = Math.max(0, known.indexOf(Math.max(...known)));
  const header = (lines[place] ?? []).map((name) => name.trim());
  const rows = lines.slice(place + 1).map((line, index): SheetRow => {
    const cells = new Map<string, string>();
    line.forEach((cell, column) => {
      const name = header[column];
      const value = cell.trim();
      if (name && !missingMarks.has(value.toLowerCase())) cells.set(name.toLowerCase(), value);
    });
    return { number: index + 1, cells, width: line.length };
  });
  return {
    delimiter,
    decimal: decimalOf(rows),
    header,
    columns: withChosen(columnsOf(header), chosen),
    rows,
  };
}

function decimalOf(rows: readonly SheetRow[]): ',' | '.' {
  let commas = 0;
  let points = 0;
  for (const row of rows) {
    for (const value of row.cells.values()) {
      if (/^-?\d*,\d+$/u.test(value)) commas += 1;
      else if (/^-?\d*\.\d+$/u.test(value)) points += 1;
    }
  }
  return commas > points ? ',' : '.';
}

function withChosen(known: SheetColumns, chosen: ReadonlyMap<SheetField, string | null>): SheetColumns {
  const columns = new Map(known);
  for (const [field, name] of chosen) {
    if (name === null) columns.delete(field);
    else columns.set(field, [name.trim().toLowerCase()]);
  }
  return columns;
}

/** What a row says of a field, as it stands; undefined where it says nothing. */
export function textIn({ columns }: Sheet, { cells }: SheetRow, field: SheetField): string | undefined {
  for (const name of columns.get(field) ?? []) {
    const text = cells.get(name);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** The number a row gives for a field; undefined where it gives none. */
export function numberIn(sheet: Sheet, row: SheetRow, field: SheetField): number | undefined {
  for (const name of sheet.columns.get(field) ?? []) {
    const text = row.cells.get(name);
    const value = text === undefined ? undefined : numberOf(text, sheet.decimal);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** A program's number, else one as a paper prints it; a bound ("<0.05") is no number. */
function numberOf(text: string, decimal: Sheet['decimal']): number | undefined {
  const value = Number(decimal === ',' ? text.replace(',', '.') : text);
  if (Number.isFinite(value)) return value;
  const printed = numberAsPrinted(text);
  return printed && printed.bound === undefined ? printed.value : undefined;
}
