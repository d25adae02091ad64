import type { SheetImported } from '../extraction';
import type { Sheet, SheetResult } from '../extraction/sheet';
import { usualOptions, type Alarm, type CheckOptions } from './alarm';
import { rowsOfTable } from './rows-of-table';
import { runChecks } from './run-checks';

export type SheetFinding = SheetImported['findings'][number];

/** What looks wrong in an extraction table. */
export const checkTable = (
  sheet: Sheet,
  results: readonly SheetResult[],
  options: CheckOptions = usualOptions,
): Alarm[] => runChecks(rowsOfTable(sheet, results), options);

/** An alarm as the account of an imported sheet keeps it. */
export const findingOf = ({ row, study, check, severity, detail }: Alarm): SheetFinding => ({
  row,
  study,
  code: check,
  severity,
  detail: { ...detail },
});
