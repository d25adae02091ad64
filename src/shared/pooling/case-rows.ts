import type { Cell, PoolingRow } from './rows';
import type { TableRow } from './tables';

/** A row of a case as written: named cells, `label`, `yi` and `vi` among them. */
export type SheetRow = { readonly [name: string]: Cell };

const numberIn = (row: SheetRow, name: string): number | null => {
  const value = row[name];
  return typeof value === 'number' ? value : null;
};

/** A row as the analyses read it. */
export const rowOf =
  (_measure: string | undefined) =>
  (row: SheetRow): PoolingRow => {
    const { label } = row;
    return {
      label: label === null || label === undefined ? undefined : String(label),
      yi: numberIn(row, 'yi'),
      vi: numberIn(row, 'vi'),
      fields: row,
    };
  };

/** The counts of a row's two-by-two table. */
export const countsOf = (row: SheetRow): TableRow => ({
  label: typeof row['label'] === 'string' ? row['label'] : undefined,
  eventsT: numberIn(row, 'eventsT'),
  nT: numberIn(row, 'nT'),
  eventsC: numberIn(row, 'eventsC'),
  nC: numberIn(row, 'nC'),
});
