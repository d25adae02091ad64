import type { PoolingSheet, PoolingSheetRow, SheetCorrection } from '../export';
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
      const { meanT, sdT, nT, meanC, sdC, nC } = row.values;
      if ([meanT, sdT, nT, meanC, sdC, nC].includes(undefined)) return null;
      const values = {
        meanT: meanT ?? 0,
        seT: sdT ?? 0,
        nT: nT ?? 0,
        meanC: meanC ?? 0,
        seC: sdC ?? 0,
        nC: nC ?? 0,
      };
      const effect = effectWithMeasure({ ...row, shape: 'means-ses', values }, sheet.measure, sheet);
      return effect && { ...row, shape: 'means-ses', values, ...effect };
    }
  }
}

const typicalShare = 1 / 3;

/**
 * Rows whose standard deviations look like standard errors: below a third of what the same instrument has in other
 * trials, or with nothing to compare below 8 % of the mean with a large effect; and times √n they would fit.
 */
export function suspectedStandardErrors(rows: readonly PoolingSheetRow[]): PoolingSheetRow[] {
  return rows.filter((row) => {
    const { sdT, sdC, nT, nC, meanT, meanC } = row.values;
    if (!sdT || !sdC || !nT || !nC) return false;
    const key = instrumentKey(row.instrument);
    const others = rows
      .filter((other) => other.studyId !== row.studyId && instrumentKey(other.instrument) === key)
      .flatMap(({ values }) => [values['sdT'], values['sdC']])
      .filter((sd): sd is number => sd !== undefined && sd > 0)
      .sort((a, b) => a - b);
    const typical = others[others.length >> 1];
    if (typical === undefined) {
      const spread = Math.max(sdT, sdC) / Math.max(Math.abs(meanT ?? 0), Math.abs(meanC ?? 0), 1e-9);
      return Math.abs(row.estimate) > 0.8 && spread < 0.08;
    }
    return (
      Math.max(sdT, sdC) < typical * typicalShare &&
      [sdT * Math.sqrt(nT), sdC * Math.sqrt(nC)].every((sd) => sd > typical / 2 && sd < typical * 2)
    );
  });
}

/** "RAS - total", "RAS-24": the letters an instrument is known by. */
const instrumentKey = (instrument: string): string =>
  instrument
    .toLowerCase()
    .replace(/\(.*?\)/gu, '')
    .split(/[-–,:]/u)[0]
    ?.replace(/[^a-z]+/gu, '') ?? '';
