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

/**
 * Reads the records of a workbook (.xlsx): the first sheet whose header names a title, else the first that holds anything.
 * Rows are read like those of any table; lines are row numbers. Formulas count by their last result, dates come as
 * "2019-03-05".
 */
export function readXlsx(bytes: Uint8Array, sink: ParseSink, given?: ColumnMapping): void {
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
  const chosen = sheetOfRecords(workbook);
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
  readTableRows(chosen.rows, sink, given);
}

/** Header, first rows and a proposed mapping of a workbook, for choosing columns by hand. */
export function previewXlsx(bytes: Uint8Array, mostRows = 20): TablePreview | undefined {
  const workbook = openWorkbook(bytes);
  return workbook === undefined ? undefined : previewRows(sheetOfRecords(workbook).rows, mostRows);
}

type Chosen = {
  readonly rows: readonly TableRow[];
  readonly cut: boolean;
  /** Sheets before it that hold something else. */
  readonly passedOver: readonly string[];
};

/** Rows among which a header is looked for. */
const MOST_PREAMBLE = 25;

function sheetOfRecords({ sheets }: Workbook): Chosen {
  const filled: { readonly name: string; readonly rows: readonly TableRow[]; readonly cut: boolean }[] = [];
  for (const { name, read } of sheets) {
    const { rows, cut } = read();
    if (rows.length === 0) continue;
    const passedOver = filled.map((sheet) => sheet.name);
    if (
      rows.slice(0, MOST_PREAMBLE).some(({ cells }) => Object.values(mapColumns(cells)).includes('title'))
    ) {
      return { rows, cut, passedOver };
    }
    filled.push({ name, rows, cut });
  }
  const [first, ...others] = filled;
  return { rows: first?.rows ?? [], cut: first?.cut ?? false, passedOver: others.map(({ name }) => name) };
}
