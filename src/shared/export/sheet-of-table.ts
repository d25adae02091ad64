import { readSheet, sheetResults, sheetToStudies, type Sheet, type SheetError } from '../extraction/sheet';
import { ok, type Result } from '../kernel';
import type { Protocol } from '../protocol';
import { emptySheet } from './empty-sheet';
import type { PoolingSheet } from './pooling-sheet';
import { rowsOfStudy } from './rows-of-study';

/**
 * A pooling sheet straight from an extraction table, as if it had been imported into a review with this protocol: its own
 * effects, its risk of bias. Errors: those of `readSheet`.
 *
 * @param protocol or what makes one for the table
 */
export function sheetOfTable(
  text: string,
  protocol: Protocol | ((sheet: Sheet) => Protocol),
  title: string,
): Result<PoolingSheet, SheetError> {
  const table = readSheet(text);
  if (!table.ok) return table;
  const used = typeof protocol === 'function' ? protocol(table.value) : protocol;
  const sheet = emptySheet(title, used, 1);
  for (const { studyId, label, content, assessment } of sheetToStudies(sheetResults(table.value), used)) {
    const { rows, leftOut } = rowsOfStudy({ studyId, label, content, assessmentOf: () => assessment }, used);
    sheet.rows.push(...rows);
    sheet.leftOut.push(...leftOut);
  }
  return ok(sheet);
}
