import { readRows } from '../../formats/delimited';
import { err, ok, type Result } from '../../kernel';

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
  readonly rows: readonly SheetRow[];
};

export type SheetError = {
  readonly code: 'sheet-empty' | 'not-an-extraction-sheet';
  /** Columns that would be needed. */
  readonly missing: readonly string[];
};

/** What names the study; the first is the standard's, the others are those of R's data sets. */
const studyNames = ['study', 'author', 'slab', 'trial'];
/** Columns that make a table of effects without naming an instrument: effects with their error, means, or counts. */
const numberNames = [
  ['yi', 'vi'],
  ['yi', 'sei'],
  ['.g', '.g_se'],
  ['m1i', 'sd1i', 'n1i', 'm2i', 'sd2i', 'n2i'],
  ['ai', 'n1i', 'ci', 'n2i'],
  ['ai', 'bi', 'ci', 'di'],
  ['tpos', 'tneg', 'cpos', 'cneg'],
];

const namesOf = (header: readonly string[]): ReadonlySet<string> =>
  new Set(header.map((name) => name.trim().toLowerCase()));
const namesStudies = (names: ReadonlySet<string>): boolean => studyNames.some((name) => names.has(name));
const givesEffects = (names: ReadonlySet<string>): boolean =>
  numberNames.some((set) => set.every((name) => names.has(name)));

/** Whether a table with this header is one of effects by study rather than one of records to screen. */
export function isSheetHeader(header: readonly string[]): boolean {
  const names = namesOf(header);
  const givesArms = names.has('instrument') && (names.has('mean_arm1') || names.has('event_arm1'));
  return namesStudies(names) && (givesEffects(names) || givesArms) && !names.has('title');
}

const missingMarks = new Set(['', 'na', 'n/a', 'nan', 'nr', '-', '.', 'null', '#n/a']);

/**
 * Reads an extraction sheet in the Metapsy standard, or a table of effects with the column names of metafor: comma, semicolon or tab; decimal comma or point, decided by what
 * the numbers look like; NA, NR and empty cells are "not there".
 */
export function readSheet(text: string): Result<Sheet, SheetError> {
  const table = readRows(text);
  const [head, ...body] = table.rows;
  if (!head || body.length === 0) return err({ code: 'sheet-empty', missing: [] });
  const header = head.cells.map((name) => name.trim());
  const names = namesOf(header);
  const missing = [
    ...(namesStudies(names) ? [] : ['study']),
    ...(names.has('instrument') || givesEffects(names) ? [] : ['instrument']),
  ];
  if (missing.length > 0) return err({ code: 'not-an-extraction-sheet', missing });
  const rows = body.map((row, index): SheetRow => {
    const cells = new Map<string, string>();
    row.cells.forEach((cell, column) => {
      const name = header[column];
      const value = cell.trim();
      if (name && !missingMarks.has(value.toLowerCase())) cells.set(name.toLowerCase(), value);
    });
    return { number: index + 1, cells, width: row.cells.length };
  });
  return ok({ delimiter: table.delimiter, decimal: decimalOf(rows), header, rows });
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

/** The number in a column, or undefined where there is none. */
export function numberIn(sheet: Sheet, row: SheetRow, ...names: readonly string[]): number | undefined {
  for (const name of names) {
    const text = row.cells.get(name);
    if (text === undefined) continue;
    const value = Number(sheet.decimal === ',' ? text.replace(',', '.') : text);
    if (Number.isFinite(value)) return value;
  }
  return undefined;
}
