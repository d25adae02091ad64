import { computeEffect, type EffectErrorCode } from '../effect-size';
import { err, ok, type Result } from '../kernel/result';
import type { Cell, PoolingRow } from './rows';
import type { TableRow } from './tables';

/** A row of a case as written: named cells, `label`, `yi` and `vi` among them. */
export type SheetRow = { readonly [name: string]: Cell };

const numberIn = (row: SheetRow, name: string): number | null => {
  const value = row[name];
  return typeof value === 'number' ? value : null;
};

const labelOf = ({ label }: SheetRow): string | undefined =>
  label === null || label === undefined ? undefined : String(label);

/**
 * Rows as the analyses read them. A row that has no column for an effect but raw counts, means or correlations gives
 * its effect under `measure`; incomplete ones stay without an effect. Error: the code of the first impossible number.
 */
export function poolingRows(
  rows: readonly SheetRow[],
  measure: string | undefined,
): Result<readonly PoolingRow[], { readonly code: EffectErrorCode }> {
  const read: PoolingRow[] = [];
  for (const row of rows) {
    const effect = 'yi' in row || 'vi' in row ? ok(row) : effectOfRaw(row, measure);
    if (!effect.ok) return effect;
    read.push({
      label: labelOf(row),
      yi: numberIn(effect.value, 'yi'),
      vi: numberIn(effect.value, 'vi'),
      fields: row,
    });
  }
  return ok(read);
}

/** The form a row's raw numbers have, known by their names. */
const rawShapes: readonly { readonly shape: string; readonly names: readonly string[] }[] = [
  { shape: 'two-by-two', names: ['eventsT', 'nT', 'eventsC', 'nC'] },
  { shape: 'means-sds', names: ['meanT', 'sdT', 'nT', 'meanC', 'sdC', 'nC'] },
  { shape: 'correlation', names: ['r', 'n'] },
];

function effectOfRaw(
  row: SheetRow,
  measure: string | undefined,
): Result<SheetRow, { readonly code: EffectErrorCode }> {
  const raw = rawShapes.find(({ names }) => names.every((name) => name in row));
  if (raw === undefined || measure === undefined) return ok({});
  if (raw.names.some((name) => numberIn(row, name) === null)) return ok({});
  const effect = computeEffect(raw.shape, row, { measure });
  if (!effect.ok) return err({ code: effect.error.code });
  const { yi, vi } = effect.value;
  return ok({ yi: typeof yi === 'number' ? yi : null, vi: typeof vi === 'number' ? vi : null });
}

/** The counts of a row's two-by-two table. */
export const countsOf = (row: SheetRow): TableRow => ({
  label: labelOf(row),
  eventsT: numberIn(row, 'eventsT'),
  nT: numberIn(row, 'nT'),
  eventsC: numberIn(row, 'eventsC'),
  nC: numberIn(row, 'nC'),
});
