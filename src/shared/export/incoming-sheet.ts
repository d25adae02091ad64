import { checkTable, findingOf, runChecks, type SheetFinding } from '../checks';
import {
  readSheet,
  sheetResults,
  sheetToStudies,
  type ChosenColumns,
  type SheetError,
  type SheetPlaces,
  type SheetStudy,
  type SheetTable,
} from '../extraction/sheet';
import { err, ok, type Result } from '../kernel';
import type { Protocol } from '../protocol';
import { checkedRowsOfSheet } from './checked-rows-of-sheet';
import { PoolingSheet } from './pooling-sheet';
import { studiesOfSheet } from './studies-of-sheet';

/** A sheet on its way into a review: its studies, and what looks wrong in it. */
export type IncomingSheet = {
  readonly rows: number;
  readonly studies: readonly SheetStudy[];
  readonly findings: readonly SheetFinding[];
};

export type IncomingSheetError =
  SheetError | { readonly code: 'not-a-pooling-sheet'; readonly missing: readonly string[] };

/** What a person chose of an extraction table; without it, what names suggest. */
export type SheetChoices = { readonly columns?: ChosenColumns; readonly places?: SheetPlaces };

/** Whether a text is a pooling sheet that Concord handed over, rather than a table. */
export const isBundle = (text: string): boolean => /^\s*\{/u.test(text);

/** Reads an extraction table. */
export function incomingTable(
  source: string | SheetTable,
  protocol: Protocol,
  { columns, places }: SheetChoices = {},
): Result<IncomingSheet, SheetError> {
  const table = readSheet(source, columns);
  if (!table.ok) return table;
  const results = sheetResults(table.value);
  return ok({
    rows: results.length,
    studies: sheetToStudies(results, protocol, places),
    findings: checkTable(table.value, results).map(findingOf),
  });
}

/** Reads a pooling sheet that Concord handed over (JSON). */
export function incomingBundle(text: string, protocol: Protocol): Result<IncomingSheet, IncomingSheetError> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return err({ code: 'not-a-pooling-sheet', missing: [] });
  }
  const sheet = PoolingSheet.safeParse(json);
  if (!sheet.success)
    return err({ code: 'not-a-pooling-sheet', missing: [sheet.error.issues[0]?.path.join('.') ?? ''] });
  const { rows } = sheet.data;
  if (rows.length === 0) return err({ code: 'sheet-empty', missing: [] });
  return ok({
    rows: rows.length,
    studies: studiesOfSheet(sheet.data, protocol),
    findings: runChecks(checkedRowsOfSheet(rows)).map(findingOf),
  });
}
