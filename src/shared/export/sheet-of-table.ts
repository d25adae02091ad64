import { readSheet, sheetResults, sheetToStudies, type SheetError } from '../extraction/sheet';
import { ok, type Result } from '../kernel';
import type { Protocol } from '../protocol';
import { emptySheet } from './empty-sheet';
import type { PoolingSheet } from './pooling-sheet';
import { rowsOfStudy } from './rows-of-study';

/**
 * A pooling sheet straight from an extraction table (Metapsy standard), as if it had been imported into a review with
 * this protocol: its own effects, its risk of bias. Errors: those of `readSheet`.
 */
export function sheetOfTable(
  text: string,
  protocol: Protocol,
  title: string,
): Result<PoolingSheet, SheetError> {
  const table = readSheet(text);
  if (!table.ok) return table;
  const sheet = emptySheet(title, protocol, 1);
  for (const { studyId, label, content, assessment } of sheetToStudies(sheetResults(table.value), protocol)) {
    const { rows, leftOut } = rowsOfStudy(
      { studyId, label, content, assessmentOf: () => assessment },
      protocol,
    );
    sheet.rows.push(...rows);
    sheet.leftOut.push(...leftOut);
  }
  return ok(sheet);
}
