import { readRows } from '../../formats/delimited';
import { isRevMan5, isRevMan5Export, tableOfRevMan5, tableOfRevMan5Export } from './revman-5';
import { isSheetHeader } from './sheet-columns';
import type { SheetTable } from './sheet-table';

/** The table a text holds: cells with commas, semicolons or tabs, or what Review Manager 5 keeps. */
export function tableOfText(text: string): SheetTable {
  if (isRevMan5(text)) return tableOfRevMan5(text);
  const { delimiter, rows } = readRows(text);
  const table = { delimiter, rows: rows.map(({ cells }) => cells) };
  return isRevMan5Export(table) ? tableOfRevMan5Export(table) : table;
}

/**
 * Whether a file is one of effects by study rather than one of records to screen.
 *
 * @param header of its table, where it is one
 * @param beginning the first lines of its text
 */
export const looksLikeSheet = (header: readonly string[] | undefined, beginning: string): boolean =>
  isRevMan5(beginning) ||
  (header !== undefined && (isSheetHeader(header) || isRevMan5Export({ delimiter: '', rows: [header] })));
