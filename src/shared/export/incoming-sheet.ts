import { checkTable, findingOf, runChecks, type SheetFinding } from '../checks';
import {
  readSheet,
  sheetResults,
  sheetToStudies,
  type SheetError,
  type SheetStudy,
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

/** Reads an extraction table (Metapsy standard) or a pooling sheet that Concord handed over (JSON). */
export function incomingSheet(text: string, protocol: Protocol): Result<IncomingSheet, IncomingSheetError> {
  if (/^\s*\{/u.test(text)) return incomingBundle(text, protocol);
  const table = readSheet(text);
  if (!table.ok) return table;
  const results = sheetResults(table.value);
  return ok({
    rows: results.length,
    studies: sheetToStudies(results, protocol),
    findings: checkTable(table.value, results).map(findingOf),
  });
}

function incomingBundle(text: string, protocol: Protocol): Result<IncomingSheet, IncomingSheetError> {
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
