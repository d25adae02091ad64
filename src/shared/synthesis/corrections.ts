import { runChecks } from '../checks';
import { checkedRowsOfSheet, type PoolingSheet, type PoolingSheetRow, type SheetCorrection } from '../export';
import { effectWithMeasure } from './measure-of-row';

/** A row before and after a correction; `after` is null where the row is left out or cannot be computed. */
export type CorrectedRow = {
  readonly correction: SheetCorrection;
  readonly study: string;
  readonly instrument: string;
  readonly before: { readonly estimate: number; readonly se: number };
  readonly after: { readonly estimate: number; readonly se: number } | null;
};

/**
 * The sheet as extracted with its corrections applied, and what each of them changed. Corrections that name no row of
 * the sheet change nothing and are not listed.
 */
export function applyCorrections(sheet: PoolingSheet): {
  readonly rows: readonly PoolingSheetRow[];
  readonly changed: readonly CorrectedRow[];
} {
  const changed: CorrectedRow[] = [];
  const rows = sheet.rows.flatMap((row) => {
    const correction = (sheet.corrections ?? []).find(
      ({ studyId, resultId }) => studyId === row.studyId && resultId === row.resultId,
    );
    if (!correction) return [row];
    const after = corrected(row, correction, sheet);
    changed.push({
      correction,
      study: row.study,
      instrument: row.instrument,
      before: { estimate: row.estimate, se: row.se },
      after: after && { estimate: after.estimate, se: after.se },
    });
    return after ? [after] : [];
  });
  return { rows, changed };
}

function corrected(
  row: PoolingSheetRow,
  { change }: SheetCorrection,
  sheet: Pick<PoolingSheet, 'measure' | 'varianceFormula'>,
): PoolingSheetRow | null {
  switch (change) {
    case 'leave-out':
      return null;
    case 'sign':
      return { ...row, estimate: 0 - row.estimate };
    case 'sd-is-se': {
      const { sdT, nT, sdC, nC } = row.values;
      if (sdT === undefined || nT === undefined || sdC === undefined || nC === undefined) return null;
      const values = { ...row.values, sdT: sdT * Math.sqrt(nT), sdC: sdC * Math.sqrt(nC) };
      const effect = effectWithMeasure({ ...row, shape: 'means-sds', values }, sheet.measure, sheet);
      return effect && { ...row, shape: 'means-sds', values, ...effect };
    }
  }
}

/** A row whose standard deviations look like standard errors; `typical` is what its instrument has elsewhere. */
export type SuspectedRow = { readonly row: PoolingSheetRow; readonly typical: number | null };

/** Rows whose standard deviations look like standard errors (the check `se-as-sd`). */
export const suspectedStandardErrors = (rows: readonly PoolingSheetRow[]): SuspectedRow[] =>
  runChecks(checkedRowsOfSheet(rows)).flatMap(({ check, row: place, detail }): SuspectedRow[] => {
    const row = rows[place - 1];
    if (check !== 'se-as-sd' || row === undefined) return [];
    const { typical } = detail;
    return [{ row, typical: typeof typical === 'number' ? typical : null }];
  });

/**
 * The sheet with suspected rows corrected as well, each with a reason in words: a what-if to look at beside the sheet
 * as extracted. Rows that a correction names already stay as they are.
 */
export function withSuspectedCorrected(
  sheet: PoolingSheet,
  reasonOf: (suspected: SuspectedRow) => string,
): PoolingSheet {
  const known = sheet.corrections ?? [];
  const added = suspectedStandardErrors(sheet.rows).flatMap((suspected): SheetCorrection[] => {
    const { studyId, resultId } = suspected.row;
    if (known.some((other) => other.studyId === studyId && other.resultId === resultId)) return [];
    return [{ studyId, resultId, change: 'sd-is-se', reason: reasonOf(suspected) }];
  });
  return added.length === 0 ? sheet : { ...sheet, corrections: [...known, ...added] };
}
