import {
  mapColumns,
  previewRows,
  readTableRows,
  type ColumnMapping,
  type TablePreview,
  type TableRow,
} from '../delimited';
import type { ParseSink } from '../parsed-record';
import { reportProblem } from '../problem';
import { openWorkbook, type Workbook } from './workbook';

/** What a person chose for a workbook; whatever is left out is found. */
export type SheetChoice = {
  readonly sheet?: string | undefined;
  readonly mapping?: ColumnMapping | undefined;
};

/**
 * Reads the records of a workbook (.xlsx): the first sheet whose header names a title, else the first that holds anything.
 * Rows are read like those of any table; lines are row numbers. Formulas count by their last result, dates come as
 * "2019-03-05".
 */
export function readXlsx(bytes: Uint8Array, sink: ParseSink, given: SheetChoice = {}): void {
  const workbook = openWorkbook(bytes);
  if (workbook === undefined) {
    const message = 'This is no workbook that can be opened (.xlsx); save it again as .xlsx or as CSV.';
    reportProblem(sink, 0, 'not-a-reference-file', message);
    return;
  }
  if (workbook.truncated) {
    reportProblem(sink, 0, 'truncated', 'The workbook is cut off or damaged; what could be opened was read.');
  }
  if (workbook.tooLarge) {
    reportProblem(sink, 0, 'file-too-large', 'Parts of the workbook are too large; they were not read.');
  }
  const chosen = chosenSheet(workbook, given.sheet);
  for (const name of chosen.passedOver) {
    reportProblem(
      sink,
      0,
      'text-outside-record',
      `The sheet "${name}" holds no records and was passed over.`,
      name,
    );
  }
  if (chosen.cut) {
    reportProblem(
      sink,
      0,
      'file-too-large',
      'The sheet holds more than can be read; cells beyond were left out.',
    );
  }
  readTableRows(chosen.rows, sink, given.mapping);
}

/** A workbook as a person looks at it before choosing. */
export type WorkbookPreview = {
  /** Names of the sheets, in their order. */
  readonly sheets: readonly string[];
  /** The sheet the preview is of. */
  readonly sheet: string;
  /** Undefined for a sheet without a row. */
  readonly table: TablePreview | undefined;
};

/** The sheets of a workbook; header, first rows and a proposed mapping of one. Undefined if the bytes are none. */
export function previewXlsx(bytes: Uint8Array, sheet?: string, mostRows = 20): WorkbookPreview | undefined {
  const workbook = openWorkbook(bytes);
  if (workbook === undefined) return undefined;
  const chosen = chosenSheet(workbook, sheet);
  return {
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: chosen.name,
    table: previewRows(chosen.rows, mostRows),
  };
}

/** Every sheet of a workbook that holds anything, as rows of cells. Undefined if the bytes are no workbook. */
export function tablesOfWorkbook(
  bytes: Uint8Array,
): readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[] | undefined {
  return openWorkbook(bytes)
    ?.sheets.map(({ name, read }) => ({ name, rows: read().rows.map(({ cells }) => cells) }))
    .filter(({ rows }) => rows.length > 0);
}

type Chosen = {
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly cut: boolean;
  /** Sheets before it that hold something else. */
  readonly passedOver: readonly string[];
};

/** Rows among which a header is looked for. */
const MOST_PREAMBLE = 25;

/** The sheet of that name; none of that name, and it is found. */
function chosenSheet(workbook: Workbook, name: string | undefined): Chosen {
  const wanted = name === undefined ? undefined : workbook.sheets.find((sheet) => sheet.name === name);
  return wanted === undefined
    ? sheetOfRecords(workbook)
    : { name: wanted.name, ...wanted.read(), passedOver: [] };
}

function sheetOfRecords({ sheets }: Workbook): Chosen {
  const filled: { readonly name: string; readonly rows: readonly TableRow[]; readonly cut: boolean }[] = [];
  for (const { name, read } of sheets) {
    const { rows, cut } = read();
    if (rows.length === 0) continue;
    const passedOver = filled.map((sheet) => sheet.name);
    if (
      rows.slice(0, MOST_PREAMBLE).some(({ cells }) => Object.values(mapColumns(cells)).includes('title'))
    ) {
      return { name, rows, cut, passedOver };
    }
    filled.push({ name, rows, cut });
  }
  const [first, ...others] = filled;
  return {
    name: first?.name ?? sheets[0]?.name ?? '',
    rows: first?.rows ?? [],
    cut: first?.cut ?? false,
    passedOver: others.map(({ name }) => name),
  };
}
