import type { ParseProblem } from '../parsed-record';
import { reportProblem } from '../problem';
import { guessDelimiter, scanRows, withLineFeeds } from './rows';

/** A sheet of extracted numbers as it is written: cells are texts, nothing is converted. */
export type NumberSheet = {
  readonly delimiter: string;
  /** Decimal sign, decided by what the numbers look like. */
  readonly decimal: ',' | '.';
  readonly header: readonly string[];
  /** Data rows, each as wide as the header; marks for "not there" (NA, NR …) stand as they were written. */
  readonly rows: readonly (readonly string[])[];
  /** 1-based line of each row. */
  readonly lines: readonly number[];
  readonly problems: readonly ParseProblem[];
};

/**
 * Reads a sheet of numbers: comma, semicolon, tab or bar; decimal comma or point. Short rows are filled up, surplus cells
 * of a row are dropped from the right into its problem; rows whose cells seem to stand in other columns than the rest of
 * the sheet are told, not moved. Undefined where there is no header.
 */
export function readSheet(text: string): NumberSheet | undefined {
  const source = withLineFeeds(text.replace(/^\uFEFF/, ''));
  const delimiter = guessDelimiter(source);
  const problems: ParseProblem[] = [];
  const sink = { record: () => undefined, problem: (problem: ParseProblem) => void problems.push(problem) };
  let header: readonly string[] | undefined;
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  scanRows(source, delimiter, undefined, {
    row: ({ line, cells }) => {
      if (header === undefined) {
        header = cells.map((cell) => cell.trim());
        return true;
      }
      if (cells.length !== header.length) {
        const message = `The row has ${cells.length} cells, the header ${header.length}.`;
        reportProblem(sink, line, 'row-shape', message, cells.join(delimiter));
      }
      rows.push(header.map((_, column) => (cells[column] ?? '').trim()));
      lines.push(line);
      return true;
    },
    badQuote: ({ line, raw }) => {
      const message = 'A quotation mark was stray or not closed; the row was read by its shape.';
      reportProblem(sink, line, 'quote-repaired', message, raw);
    },
  });
  if (header === undefined) return undefined;
  const decimal = decimalOf(rows, delimiter);
  for (const { row, column } of shifted(header, rows, decimal)) {
    const message = `From the column "${header[column] ?? ''}" on the cells seem to stand one column off.`;
    reportProblem(sink, lines[row] ?? 0, 'row-shape', message, (rows[row] ?? []).join(delimiter));
  }
  return { delimiter, decimal, header, rows, lines, problems };
}

/** Numbers with one sign and digits on either side; a group of exactly three digits behind it could be thousands. */
const withComma = /^[+-]?\d{0,15},\d{1,20}$/;
const withPoint = /^[+-]?\d{0,15}\.\d{1,20}$/;
const couldBeThousands = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/;

/** The sign that more numbers use as decimal; numbers that could be thousands do not count, unless nothing else is there. */
function decimalOf(rows: readonly (readonly string[])[], delimiter: string): ',' | '.' {
  let commas = 0;
  let points = 0;
  let unclearCommas = 0;
  for (const row of rows) {
    for (const cell of row) {
      if (withComma.test(cell)) {
        if (couldBeThousands.test(cell)) unclearCommas += 1;
        else commas += 1;
      } else if (withPoint.test(cell)) points += 1;
    }
  }
  if (delimiter === ',' && commas === 0) return '.';
  return commas > points || (points === 0 && commas + unclearCommas > 0) ? ',' : '.';
}

type Kind = 'number' | 'text' | 'nothing';
const nothing = /^(?:|na|n\/a|nan|nr|null|-|\.|\?|#n\/a|missing)$/i;

function kindOf(cell: string, decimal: ',' | '.'): Kind {
  if (nothing.test(cell)) return 'nothing';
  const plain = decimal === ',' ? cell.replace(',', '.') : cell;
  return plain.length < 40 && plain.trim() !== '' && Number.isFinite(Number(plain)) ? 'number' : 'text';
}

/** A column is of one kind where at least nine in ten of its filled cells are, and enough are filled to tell. */
const CLEAR_SHARE = 0.9;
const LEAST_FILLED = 5;
/** This many cells of the wrong kind make a row suspicious, if moving it by one column makes most of them right. */
const LEAST_MISFITS = 3;

/** Rows whose cells fit the kinds of the columns better when they are moved by one, with the column where that begins. */
function shifted(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  decimal: ',' | '.',
): readonly { readonly row: number; readonly column: number }[] {
  const kinds = rows.map((row) => row.map((cell) => kindOf(cell, decimal)));
  const usual = header.map((_, column): Kind | undefined => {
    const filled = kinds.map((row) => row[column]).filter((kind) => kind === 'number' || kind === 'text');
    if (filled.length < LEAST_FILLED) return undefined;
    const numbers = filled.filter((kind) => kind === 'number').length / filled.length;
    return numbers >= CLEAR_SHARE ? 'number' : numbers <= 1 - CLEAR_SHARE ? 'text' : undefined;
  });
  const wrong = (kind: Kind | undefined, column: number): boolean => {
    const wanted = usual[column];
    return wanted !== undefined && kind !== undefined && kind !== 'nothing' && kind !== wanted;
  };
  return kinds.flatMap((row, index) => {
    const misfits = row.flatMap((kind, column) => (wrong(kind, column) ? [column] : []));
    const [column = -1] = misfits;
    if (misfits.length < LEAST_MISFITS) return [];
    const still = [-1, 1].map(
      (offset) => row.filter((kind, at) => at + offset >= column && wrong(kind, at + offset)).length,
    );
    return Math.min(...still) * 2 < misfits.length ? [{ row: index, column }] : [];
  });
}
