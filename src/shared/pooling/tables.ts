import { err, ok, type Result } from '../kernel/result';
import type { PoolError } from './errors';

/** A trial's two-by-two table as counts: events and participants of the intervention (T) and comparator (C) arm. */
export type TableRow = {
  readonly label?: string | undefined;
  readonly eventsT: number | null | undefined;
  readonly nT: number | null | undefined;
  readonly eventsC: number | null | undefined;
  readonly nC: number | null | undefined;
};

/** A complete table. */
export type Table = {
  readonly eventsT: number;
  readonly nT: number;
  readonly eventsC: number;
  readonly nC: number;
};

/**
 * The complete tables, in order; incomplete ones and those with an empty arm are left out. Errors: `no-studies` when none is left,
 * `events-negative`, `events-exceed-n`.
 */
export function tablesOf(rows: readonly TableRow[]): Result<readonly Table[], PoolError> {
  const tables: Table[] = [];
  for (const { label, eventsT, nT, eventsC, nC } of rows) {
    if (!isCount(eventsT) || !isCount(nT) || !isCount(eventsC) || !isCount(nC)) continue;
    if (eventsT < 0 || eventsC < 0) return err({ code: 'events-negative', label });
    if (eventsT > nT || eventsC > nC) return err({ code: 'events-exceed-n', label });
    if (nT === 0 || nC === 0) continue;
    tables.push({ eventsT, nT, eventsC, nC });
  }
  return tables.length === 0 ? err({ code: 'no-studies' }) : ok(tables);
}

const isCount = (value: number | null | undefined): value is number =>
  typeof value === 'number' && Number.isFinite(value);

/** Whether a table says nothing about a ratio: no events at all, or only events. */
export const isUninformative = ({ eventsT, nT, eventsC, nC }: Table): boolean =>
  eventsT + eventsC === 0 || eventsT + eventsC === nT + nC;

/** The measures of two arms' events that can be pooled from the raw tables. */
export const tableMeasures = ['OR', 'RR', 'RD'] as const;
export type TableMeasure = (typeof tableMeasures)[number];
